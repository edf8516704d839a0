import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { byteEdit, nodeEdit, textEdit, withBytesChanged, withNodesChanged, withTextsChanged } from './mutations';
import type { Target } from './targets';

/** No case is worth more: what takes longer would hang on an input a little larger. */
const longest = 20_000;

export interface Broken {
  readonly target: string;
  readonly seed: number;
  /** The smallest input that was found to break it. */
  readonly path: string;
  readonly why: string;
}

/** Tries a target on so many inputs. The same seed gives the same inputs. */
export function fuzz(target: Target, seed: number, runs: number): Broken | undefined {
  const details = fc.check(fc.property(inputsOf(target), (bytes) => {
    const start = performance.now();
    target.run(bytes);
    const took = performance.now() - start;
    if (took > longest) throw new Error(`it took ${took.toFixed()} ms`);
  }), { seed, numRuns: runs }); // prettier-ignore
  if (!details.failed) return undefined;
  const [bytes] = details.counterexample ?? [Buffer.alloc(0)];
  const path = join(mkdtempSync(join(tmpdir(), 'demarc-fuzz-')), target.name);
  writeFileSync(path, bytes);
  const { errorInstance } = details;
  const why = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  return { target: target.name, seed, path, why };
}

/** Real inputs, changed in a few places: by their bytes, their nodes, or the texts that people chose. */
function inputsOf({ seeds, json, change = json ? 'nodes' : 'bytes' }: Target): fc.Arbitrary<Buffer> {
  const one = fc.constantFrom(...seeds);
  const bytes = fc
    .tuple(one, fc.array(byteEdit, { minLength: 1, maxLength: 5 }), one)
    .map(([seed, edits, other]) => withBytesChanged(seed, edits, other));
  if (change === 'bytes') return bytes;
  if (change === 'texts')
    return fc
      .tuple(one, fc.array(textEdit, { minLength: 1, maxLength: 5 }))
      .map(([seed, edits]) => written(withTextsChanged(parse(seed), edits)));
  const nodes = fc
    .tuple(one, fc.array(nodeEdit, { minLength: 1, maxLength: 5 }))
    .map(([seed, edits]) => written(withNodesChanged(parse(seed), edits)));
  return fc.oneof({ arbitrary: nodes, weight: 4 }, { arbitrary: bytes, weight: 1 });
}

const parse = (seed: Buffer): unknown => JSON.parse(seed.toString('utf8'));

const written = (document: unknown): Buffer => Buffer.from(document === undefined ? '' : JSON.stringify(document));

export const runsOf = ({ share = 1 }: Target, runs: number): number => Math.max(Math.ceil(runs * share), 1);
