import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** Members in camel case, and what is below them: of a block or an object an object, else 0. */
interface Tree {
  readonly [member: string]: Tree | 0;
}

const file = join(__dirname, '../schemas/provider-properties.json.br');
const schemas = new Map(
  Object.entries(
    JSON.parse(brotliDecompressSync(readFileSync(file)).toString('utf8')) as Readonly<Record<string, Tree>>,
  ),
);

/** The types whose declarations are kept. */
export const types: readonly string[] = [...schemas.keys()];

/**
 * Whether a resource of Azure, Google Cloud or a tenant has an attribute path; undefined where the provider's declarations
 * have no such resource. `scripts/refresh-provider-schemas.mjs` wrote them down.
 */
export function hasPath(type: string, path: readonly string[]): boolean | undefined {
  const tree = schemas.get(type);
  return tree && within(tree, path);
}

function within(tree: Tree, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  const name = camel(key);
  const below = Object.hasOwn(tree, name) ? tree[name] : undefined;
  if (below === undefined) return false;
  // A map with keys of one's own, or a block whose declaration is not there.
  return below === 0 || Object.keys(below).length === 0 || within(below, rest);
}

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
