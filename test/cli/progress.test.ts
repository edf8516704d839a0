import { progressOn } from '../../src/cli/progress';

const io = (lines: (string | null)[]) => ({
  out: () => undefined,
  err: () => undefined,
  input: () => Buffer.alloc(0),
  terminal: undefined,
  env: {},
  progress: (line: string | null) => void lines.push(line),
});

/** Steps of a run in which each takes some milliseconds. */
function lines(steps: number, each: number): readonly (string | null)[] {
  const said: (string | null)[] = [];
  let time = 0;
  const progress = progressOn(io(said), () => time);
  for (let done = 1; done <= steps; done++) {
    time += each;
    progress.step('judged', done, steps, 'resources');
  }
  progress.end();
  progress.end();
  return said;
}

test('a short run says nothing', () => {
  expect(lines(500, 1)).toEqual([]);
});

test('a long one says how far it is, ten times a second at most, and takes it away in the end', () => {
  const said = lines(3000, 1);
  expect(said.length).toBeGreaterThan(10);
  expect(said.length).toBeLessThanOrEqual(22);
  expect(said[0]).toMatch(/^demarc: judged 1,0\d\d of 3,000 resources$/);
  expect(said.at(-1)).toBeNull();
  expect(said.filter((line) => line === null)).toHaveLength(1);
});

test('where there is no terminal nothing is said, and no clock is looked at', () => {
  const { progress: _, ...silent } = io([]);
  const progress = progressOn(silent, () => {
    throw new Error('looked at');
  });
  expect(() => {
    progress.step('read', 1, 2, 'inputs');
    progress.end();
  }).not.toThrow();
});
