import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Source {
  readonly path: string;
  readonly text: string;
}

const terraform = /\.(?:tf|tofu|tfvars)$/;

/** Every Terraform file of a folder, in the order of their paths. */
export function sourcesBelow(folder: string): readonly Source[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && terraform.test(entry.name));
  return paths
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** The project's own, and a corpus if `HCL_CORPUS` names one. */
export function testedSources(): readonly Source[] {
  const corpus = process.env['HCL_CORPUS'];
  const own = sourcesBelow(join(__dirname, '../../../fixtures/sources'));
  return corpus ? [...own, ...sourcesBelow(corpus)] : own;
}
