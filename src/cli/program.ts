import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadArgument } from './io';
import { run } from './run';

/** What most runs do not need is loaded by those that do. */
const threads = () => require('./threads') as typeof import('./threads');
const input = () => require('./standard-input') as typeof import('./standard-input');

let isOutputLost = false;

// Whoever reads the report may stop reading, as `head` does: that changes nothing about the decision. What cannot be written
// for another reason, as on a full disk, was never told.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    isOutputLost = true;
    process.exitCode = 2;
    if (stream === process.stdout) process.stderr.write(`demarc: the output cannot be written: ${message}\n`);
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

  if (typeof code === 'number') end(code);
  else void code.then(end);
}

/**
 * Node would wait for the collector, which begins on a heap that nobody needs any more, and take everything down: a tenth of
 * a small run. But a pipe that is read slowly would lose what is not written yet. What could not be written is told first.
 */
function end(code: number): void {
  process.exitCode = isOutputLost ? 2 : code;
  setImmediate(() => {
    if ([process.stdout, process.stderr].every(({ writableLength }) => writableLength === 0)) process.exit();
  });
}
