import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const fixtures = join(import.meta.dirname, '..', 'fixtures');
/** Plans that can be judged; of the templates all can. */
const plans = ['create', 'leaky', 'terraform-0.12', 'update'];

/** Copies small plans and templates as often as it takes, and says where the copies are. */
export function writeMany(folder, count) {
  const originals = [
    ...plans.map((name) => join(fixtures, 'plans', `${name}.json`)),
    ...readdirSync(join(fixtures, 'templates')).map((name) => join(fixtures, 'templates', name)),
  ];
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, position) => {
    const original = originals[position % originals.length];
    const copy = join(folder, `${String(position)}-${basename(original)}`);
    copyFileSync(original, copy);
    return copy;
  });
}
