import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/**
 * Writes test/schemas/provider-properties.json.br: the attributes and blocks of the types of other clouds that services know,
 * as the declarations of CDKTF's provider packages have them. Install those in a folder of their own, build, and run
 *
 *     node scripts/refresh-provider-schemas.mjs <folder>/node_modules
 */
const [modules] = process.argv.slice(2);
if (modules === undefined) throw new Error('name the folder of the provider packages: node_modules');

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const load = createRequire(import.meta.url);
const { azure } = load('../dist/src/services/azure');
const { google } = load('../dist/src/services/google');
const { saas } = load('../dist/src/services/saas');

const types = [...azure, ...google, ...saas].flatMap(({ types: { terraform = [] } }) => terraform).sort();
const trees = types.flatMap((type) => {
  const tree = treeOf(type);
  return tree ? [[type, tree]] : [];
});
writeFileSync(
  join(root, 'test/schemas/provider-properties.json.br'),
  brotliCompressSync(JSON.stringify(Object.fromEntries(trees))),
);

/** Members by name, in camel case, and what is below them. */
function treeOf(type) {
  const [provider] = type.split('_');
  const name = type.slice(provider.length + 1).replaceAll('_', '-');
  const folder = [`@cdktn/provider-${provider}`, `@cdktf/provider-${provider}`]
    .map((pack) => join(modules, pack, 'lib', name))
    .find((path) => existsSync(join(path, 'index.d.ts')));
  if (folder === undefined) return undefined;
  const text = [
    'index.d.ts',
    'index-structs/structs0.d.ts',
    'index-structs/structs400.d.ts',
    'index-structs/structs800.d.ts',
  ]
    .map((file) => join(folder, file))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const interfaces = new Map(
    [...text.matchAll(/^export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm)].map(([, one, body]) => [
      one,
      [...body.matchAll(/readonly (\w+)\??: ([^;]+);/g)].map(([, key, kind]) => [key, kind]),
    ]),
  );
  const main = /^export interface (\w+Config) extends cdkt[fn]\.TerraformMetaArguments/m.exec(text)?.[1];
  const below = (one, depth) =>
    Object.fromEntries(
      (interfaces.get(one) ?? []).map(([key, kind]) => {
        const block = /([A-Z]\w*)/.exec(kind.replaceAll(/cdkt[fn]\.IResolvable/g, ''))?.[1];
        return [key, block === undefined || depth > 6 ? 0 : below(block, depth + 1)];
      }),
    );
  const computed = [...text.matchAll(/^ {4}get (\w+)\(\)/gm)]
    .map(([, key]) => key)
    .filter((key) => !/(?:Input|internalValue)$/.test(key))
    .map((key) => [key, 0]);
  return main === undefined ? undefined : { ...Object.fromEntries(computed), ...below(main, 0) };
}
