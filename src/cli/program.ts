import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Task } from './checking';
import { run } from './run';
import { standardInput } from './standard-input';

const checking = () => require('./checking') as typeof import('./checking');
const threads = () => require('./threads') as typeof import('./threads');

// Whoever reads the report may stop reading, as `head` does. That changes nothing about the decision.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

/** A task that another thread of this program is given; see sharing.ts. */
const task = workerData as Task | null | undefined;

if (task && parentPort) parentPort.postMessage(checking().shareOfTask(task));
else runHere();

function runHere(): void {
  const code = run(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    input: () => readFileSync(0),
    inputSource: standardInput,
    progress:
      process.stderr.isTTY && process.env['TERM'] !== 'dumb'
        ? (line) => void process.stderr.write(`\r\u001b[K${line ?? ''}`)
        : undefined,
    terminal: process.stdout.isTTY ? { width: process.stdout.columns } : undefined,
    threads: {
      most: Math.min(availableParallelism(), 4) - 1,
      start: (task) => threads().startThread(join(__dirname, 'main.js'), task),
    },
    env: process.env,
  });

  // No `process.exit`: a pipe that reads slowly would lose the rest of the report.
  if (typeof code === 'number') process.exitCode = code;
  else void code.then((later) => (process.exitCode = later));
}
