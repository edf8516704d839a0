import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadArgument } from './io';
import { run } from './run';

/** What most runs do not need is loaded by those that do. */
const threads = () => require('./threads') as typeof import('./threads');
const input = () => require('./standard-input') as typeof import('./standard-input');

// Whoever reads the report may stop reading, as `head` does. That changes nothing about the decision.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

if (process.argv[2] !== threadArgument || !threads().doTask()) runHere();

function runHere(): void {
  const code = run(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    input: () => readFileSync(0),
    inputSource: () => input().standardInput(),
    progress:
      process.stderr.isTTY && process.env['TERM'] !== 'dumb'
        ? (line) => void process.stderr.write(`\r\u001b[K${line ?? ''}`)
        : undefined,
    terminal: process.stdout.isTTY ? { width: process.stdout.columns } : undefined,
    threads: {
      most: () => threads().room(),
      start: (task) => threads().startThread(join(__dirname, 'main.js'), task),
    },
    env: process.env,
  });

  // No `process.exit`: a pipe that reads slowly would lose the rest of the report.
  if (typeof code === 'number') process.exitCode = code;
  else void code.then((later) => (process.exitCode = later));
}
