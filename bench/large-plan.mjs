import { Buffer } from 'node:buffer';
import { closeSync, openSync, writeSync } from 'node:fs';
import { planOf, resourcesFor } from './large-plan/plan.mjs';

/**
 * Writes a plan as `terraform show -json` would, of any size: AWS resources in modules, one in a hundred failing. The same
 * size always gives the same plan.
 * Usage: node bench/large-plan.mjs FILE --resources N | --megabytes N
 */
export function writePlan(path, resources) {
  const file = openSync(path, 'w');
  let pending = [];
  let length = 0;
  const flush = () => {
    const bytes = Buffer.from(pending.join(''));
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    [pending, length] = [[], 0];
  };
  for (const piece of planOf(resources)) {
    pending.push(piece);
    length += piece.length;
    if (length > 1 << 20) flush();
  }
  flush();
  closeSync(file);
}

export const megabytes = (count) => resourcesFor(count * 1e6);

if (process.argv[1] === import.meta.filename) {
  const [path, kind, size] = process.argv.slice(2);
  if (!path || !['--resources', '--megabytes'].includes(kind) || !(Number(size) > 0))
    throw new Error('usage: node bench/large-plan.mjs FILE --resources N | --megabytes N');
  writePlan(path, kind === '--resources' ? Number(size) : megabytes(Number(size)));
}
