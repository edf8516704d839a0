import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/**
 * Runs a command, and says what it took, as GNU time tells: Node says of a child neither its processor time nor its memory.
 *
 * @throws Error where it ends as neither a clean nor a failing check does.
 */
export function measured([program, ...rest]) {
  const start = performance.now();
  const { status, stderr, error } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', program, ...rest], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const wall = performance.now() - start;
  if (error) throw new Error(`/usr/bin/time is needed (GNU time): ${error.message}`);
  if (status !== 0 && status !== 1) throw new Error(`${program} ended with ${String(status)}: ${stderr.slice(-2000)}`);
  const [user, system, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, cpu: (user + system) * 1000, memory: kilobytes / 1024 };
}

export const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
