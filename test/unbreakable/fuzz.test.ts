import { readFileSync } from 'node:fs';
import { fuzz, runsOf } from '../fuzz/fuzz';
import { targets } from '../fuzz/targets';

// A short budget with a seed of its own, so that a run says the same tomorrow. `npm run fuzz` takes longer, and others.
const seed = Number(process.env['FUZZ_SEED'] ?? 20261124);
const runs = Number(process.env['FUZZ_RUNS'] ?? 60);

test.each(targets.map((target) => [target.name, target] as const))(
  '%s holds',
  (_, target) => {
    expect(fuzz(target, seed, runsOf(target, runs))).toBeUndefined();
  },
  120_000,
);

test('what breaks is kept, with the smallest input that was found', () => {
  const [first] = targets;
  const broken = fuzz(
    {
      name: 'odd',
      seeds: first?.seeds ?? [],
      run: (bytes) => {
        if (bytes.length > 100) throw new Error('too much');
      },
    },
    seed,
    20,
  );
  expect(broken).toMatchObject({ target: 'odd', seed, why: expect.stringContaining('too much') as string });
  expect(readFileSync(broken?.path ?? '').length).toBeGreaterThan(100);
});
