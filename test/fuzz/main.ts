import { fuzz, runsOf } from './fuzz';
import { targets } from './targets';

// FUZZ_RUNS cases a target, from FUZZ_SEED on, of the targets that FUZZ_ONLY names (commas between), or of all.
const runs = Number(process.env['FUZZ_RUNS'] ?? 12_000);
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const only = process.env['FUZZ_ONLY']?.split(',');

console.log(`FUZZ_SEED=${String(seed)} FUZZ_RUNS=${String(runs)}`);
let cases = 0;
for (const target of targets) {
  if (only && !only.includes(target.name)) continue;
  const start = performance.now();
  const broken = fuzz(target, seed, runsOf(target, runs));
  cases += runsOf(target, runs);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${target.name}: ${broken ? 'BROKEN' : 'held'} (${String(runsOf(target, runs))} cases, ${seconds} s)`);
  if (!broken) continue;
  process.exitCode = 1;
  console.log(
    `  input: ${broken.path}\n  again: FUZZ_ONLY=${target.name} FUZZ_SEED=${String(seed)} npm run fuzz\n  ${broken.why}`,
  );
}
console.log(`${String(cases)} cases`);
