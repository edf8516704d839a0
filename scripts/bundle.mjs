import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);

/**
 * Joins what `demarc check` needs into one file, and what a CDK app loads into another: see src/cli/compiled.ts and
 * aspects/compiled.ts. What only some runs need stands beside it, each as one file; the other commands stay where they are.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const compiled = join(root, 'dist/src/cli');
const aspects = join(root, 'dist/aspects');

for (const folder of [compiled, aspects])
  for (const name of readdirSync(folder)) if (name.startsWith('bundle.')) rmSync(join(folder, name));

/** What is required on demand and yet part of the bundle: a check of a plan, a template or an assembly, as most are. */
const usual = new Set([
  'cli/commands/check',
  'cli/threads',
  'readers/cdk-assembly/reader',
  'readers/cloudformation/reader',
  'reports/json',
  'reports/pretty',
  'services/aws/index',
]);

/** What some runs need beside it: each is one file, too, with all that it needs itself. */
const occasional = new Set([
  'cli/mending',
  'cli/proposed-edits',
  'fixes/template',
  'fixes/terraform',
  'readers/cdktf/file',
  'readers/terraform-source/reader',
  'readers/terraform-source/roots',
  'reports/html',
  'reports/sarif',
  'services/azure/index',
  'services/google/index',
  'services/provider-blocks',
  'services/saas/index',
]);
const fileOf = (name) => `bundle.${name.replaceAll('/', '-')}.js`;

/**
 * What is required on demand is no part of a bundle, unless every run needs it: of the packages from outside one that is small.
 *
 * @param find where it is instead
 */
const onDemand = (find) => ({
  name: 'on-demand',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.?\// }, ({ path, importer, kind, resolveDir }) => {
      if (kind !== 'require-call' || importer.includes('node_modules')) return undefined;
      const name = nameOf(resolve(resolveDir, path));
      return usual.has(name) ? undefined : { path: find(name), external: true };
    });
    onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      if (kind !== 'require-call' || importer.includes('node_modules') || path === 'ipaddr.js') return undefined;
      return { path, external: true };
    });
  },
});

/** `reports/json`, from the folder of the sources; a folder stands for its index. */
function nameOf(path) {
  const file = existsSync(`${path}.ts`) ? path : join(path, 'index');
  return relative(join(root, 'src'), file).replaceAll('\\', '/');
}

/** The compiled file, as the bundle sees it. */
function placeOf(name, from) {
  const path = relative(from, join(root, 'dist/src', `${name}.js`)).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  // Read as Latin-1: nothing else is in it.
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'warning',
};

const notices = new Map();

/** Joins files. The licences of what stems from packages outside want to be told. */
async function joined(options) {
  const { metafile } = await build({ ...shared, ...options, metafile: true });
  for (const input of Object.keys(metafile.inputs)) {
    const [, library] = /^node_modules\/([^/]+)\//u.exec(input) ?? [];
    if (library) notices.set(library, readFileSync(join(root, 'node_modules', library, 'LICENSE'), 'utf8').trim());
  }
}

const beside = (name) => (occasional.has(name) ? `./${fileOf(name)}` : placeOf(name, compiled));
const sourceOf = (name) => join(root, 'src', `${name}.ts`);

await joined({
  entryPoints: [sourceOf('cli/program')],
  outfile: join(compiled, 'bundle.js'),
  plugins: [onDemand(beside)],
});

await joined({ entryPoints: [sourceOf('cli/compiled')], outfile: join(compiled, 'main.js') });

await joined({
  entryPoints: [join(root, 'aspects/index.ts')],
  outfile: join(aspects, 'bundle.js'),
  plugins: [onDemand((name) => placeOf(name, aspects))],
});
await joined({
  entryPoints: [join(root, 'aspects/compiled.ts')],
  outfile: join(aspects, 'index.js'),
  // Says what is exported to whoever imports it from a module, who reads it without running it.
  footer: { js: `0 && (module.exports = { ${Object.keys(require(join(aspects, 'index.js'))).join(', ')} });` },
});

for (const name of occasional)
  await joined({
    entryPoints: [sourceOf(name)],
    outfile: join(compiled, fileOf(name)),
    plugins: [onDemand(beside)],
  });

/**
 * Files that stand on a library of some fifty files, of which they need a few: each is joined with what it needs of it, which
 * loads in a quarter of the time. The project's own files stay where they are, but for those that use the library, too.
 */
const standingOnLibraries = new Set([
  'gate/baseline-schema',
  'gate/parse-configuration',
  'gate/validate-configuration',
  'readers/cloudformation/yaml',
]);
const usesLibrary = (name) => /from '(?:yaml|zod)'/u.test(readFileSync(sourceOf(name), 'utf8'));

const librariesOnly = {
  name: 'libraries-only',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.?\// }, ({ path, importer, resolveDir }) => {
      if (importer.includes('node_modules')) return undefined;
      const name = nameOf(resolve(resolveDir, path));
      if (usesLibrary(name) && !standingOnLibraries.has(name)) return undefined;
      return { path: placeOf(name, join(root, 'dist', relative(root, dirname(importer)))), external: true };
    });
  },
};

for (const name of standingOnLibraries)
  await joined({
    entryPoints: [sourceOf(name)],
    outfile: join(root, 'dist/src', `${name}.js`),
    plugins: [librariesOnly],
  });

writeFileSync(
  join(root, 'dist/src/THIRD-PARTY-NOTICES.txt'),
  [...notices]
    .sort()
    .map(([library, text]) => `Parts of ${library} are included in this folder.\n\n${text}\n`)
    .join('\n'),
);
