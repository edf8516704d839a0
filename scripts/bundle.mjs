import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { arch, versions } from 'node:process';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';

/**
 * Joins what `demarc check` needs into one file, and keeps what V8 makes of it: see src/cli/main.ts. The other commands
 * and the packages from outside stay where they are, and are loaded when somebody asks for them.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const compiled = join(root, 'dist/src/cli');
const bundle = join(compiled, 'bundle.js');
const cache = join(compiled, `bundle.${versions.v8}-${arch}.cache`);

for (const name of readdirSync(compiled)) if (name.startsWith('bundle.')) rmSync(join(compiled, name));

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

/** @param from the folder that the bundle stands in */
const onDemand = (from) => ({
  name: 'on-demand',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.?\// }, ({ path, importer, kind, resolveDir }) => {
      if (kind !== 'require-call' || importer.includes('node_modules')) return undefined;
      const name = nameOf(resolve(resolveDir, path));
      return usual.has(name) ? undefined : { path: placeOf(name, from), external: true };
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
  packages: 'external',
  minifySyntax: true,
  minifyWhitespace: true,
  // Read as Latin-1: nothing else is in it.
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'warning',
};

await build({
  ...shared,
  entryPoints: [join(root, 'src/cli/program.ts')],
  outfile: bundle,
  plugins: [onDemand(compiled)],
});

// The plugin is loaded by every synthesis of an app: one file in place of the many that were compiled.
const aspects = join(root, 'dist/aspects');
await build({
  ...shared,
  entryPoints: [join(root, 'aspects/index.ts')],
  outfile: join(aspects, 'index.js'),
  plugins: [onDemand(aspects)],
});

const load = createRequire(bundle);
// What V8 has compiled after a run on a plan: the functions that every run needs are among it.
const script = new Script(
  `(function (module, exports, require, __filename, __dirname) {${readFileSync(bundle, 'latin1')}\n})`,
  { filename: bundle },
);
const report = join(compiled, 'bundle.report.json');
process.argv = [
  process.execPath,
  bundle,
  'check',
  '--quiet',
  '--exit-zero',
  '--format',
  `json=${report}`,
  join(root, 'fixtures/plans/create.json'),
];
const program = { exports: {} };
script.runInThisContext()(program, program.exports, load, bundle, compiled);
if (process.exitCode !== 0) throw new Error('the bundle does not run');
rmSync(report);
// As whoever loads it begins.
load('../late-optimization.js').optimizeAsUsual();
writeFileSync(cache, script.createCachedData());
