import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** Where a data file comes from. */
export interface Origin {
  readonly source: string;
  /** ISO date of the data, not of its compilation. */
  readonly date: string;
  readonly licence: string;
}

/** The folder `data/iam` of the package, above this file in the sources as in the build. */
export function folder(): string {
  for (let above = __dirname; above !== dirname(above); above = dirname(above)) {
    const candidate = join(above, 'data', 'iam');
    if (existsSync(join(candidate, 'escalation.json.br'))) return candidate;
  }
  throw new Error('The data of the policy engine (data/iam) is missing from the installation.');
}

/** What every data file says of itself. */
export interface DataFile {
  readonly about: Origin;
}

/** Reads a data file when it is first asked for, and once. The caller says what it holds. */
export function lazily(name: string): () => DataFile {
  let loaded: DataFile | undefined;
  return () => {
    loaded ??= JSON.parse(
      brotliDecompressSync(readFileSync(join(folder(), `${name}.json.br`))).toString('utf8'),
    ) as DataFile;
    return loaded;
  };
}
