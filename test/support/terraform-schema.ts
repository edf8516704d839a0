import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const library = join(dirname(require.resolve('@cdktn/provider-aws/package.json')), 'lib');

interface Declarations {
  /** The type of each member, by interface: `CloudtrailConfig`. */
  readonly interfaces: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly root: string;
  /** Attributes that the provider alone sets. */
  readonly computed: ReadonlySet<string>;
}

const cache = new Map<string, Declarations | undefined>();

/** Whether a resource, managed or looked up, has an attribute path; undefined where the provider has no such resource. */
export function hasPath(type: string, path: readonly string[]): boolean | undefined {
  const name = type.replace(/^aws_/, '').replaceAll('_', '-');
  const found = [name, `data-aws-${name}`].flatMap((folder) => declarations(folder) ?? []);
  return found.length === 0 ? undefined : found.some((declared) => within(declared, declared.root, path));
}

function within(declared: Declarations, name: string, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  const members = declared.interfaces.get(name);
  // A block that is declared in another file, or a map with keys of one's own.
  if (!members) return true;
  const type = members.get(camel(key));
  if (type === undefined) return name === declared.root && declared.computed.has(camel(key));
  const block = /([A-Z]\w*)/.exec(type.replaceAll('cdktn.IResolvable', ''))?.[1];
  return block === undefined || within(declared, block, rest);
}

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function declarations(folder: string): Declarations | undefined {
  if (!cache.has(folder)) cache.set(folder, read(folder));
  return cache.get(folder);
}

function read(folder: string): Declarations | undefined {
  const file = join(library, folder, 'index.d.ts');
  if (!existsSync(file)) return undefined;
  const text = [file, join(library, folder, 'index-structs', 'structs0.d.ts')]
    .filter((one) => existsSync(one))
    .map((one) => readFileSync(one, 'utf8'))
    .join('\n');
  const interfaces = new Map(
    [...text.matchAll(/^export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => [
      name,
      new Map([...body.matchAll(/readonly (\w+)\??: ([^;]+);/g)].map(([, key = '', type = '']) => [key, type])),
    ]),
  );
  const root = /^export interface (\w+Config) extends cdktn\.TerraformMetaArguments/m.exec(text)?.[1] ?? '';
  const computed = new Set([...text.matchAll(/^ {4}get (\w+)\(\)/gm)].map(([, key = '']) => key));
  return { interfaces, root, computed };
}
