import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../package-folder';

/** Of one type and responsibility area: which controls judge it, or why none does. */
export interface CoverageRow {
  readonly cloudformation: string | null;
  readonly terraform: readonly string[];
  readonly area: string;
  readonly controls: readonly string[];
  /** Why no control does; null where one does. */
  readonly because: string | null;
}

/** What is judged of every type in the responsibility data, as the tests found it out. */
export const coverage = (): readonly CoverageRow[] =>
  JSON.parse(readFileSync(join(packageFolder(), 'data', 'responsibility', 'coverage.json'), 'utf8')) as CoverageRow[];
