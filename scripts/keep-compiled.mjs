import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Keeps what this Node's V8 makes of the two bundles, for all that run the same version. What a run on something ordinary has
 * called is compiled by then, and is among it. Each version of Node that is to start fast runs this once, after the build.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const { compiledCodeOf, runScript, scriptOf } = require(join(root, 'dist/src/compiled-module.js'));
const { optimizeAsUsual } = require(join(root, 'dist/src/late-optimization.js'));
const folder = mkdtempSync(join(tmpdir(), 'demarc-'));

function keep(bundle, use) {
  const script = scriptOf(bundle);
  use(() => runScript(script, bundle));
  // As whoever loads it begins.
  optimizeAsUsual();
  writeFileSync(compiledCodeOf(bundle), script.createCachedData());
}

/** A cloud assembly of all templates in JSON. */
function assembly() {
  const templates = join(root, 'fixtures/templates');
  const artifacts = {};
  for (const name of readdirSync(templates).filter((one) => one.endsWith('.json'))) {
    copyFileSync(join(templates, name), join(folder, name));
    artifacts[name.replace('.json', '')] = { type: 'aws:cloudformation:stack', properties: { templateFile: name } };
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '48.0.0', artifacts }));
  return Object.values(artifacts).map(({ properties }) => join(folder, properties.templateFile));
}

keep(join(root, 'dist/aspects/bundle.js'), (load) => {
  const { DemarcPlugin } = load();
  const { violations } = new DemarcPlugin().validate({ templatePaths: assembly() });
  if (violations.length === 0 || violations.some(({ severity }) => severity === 'fatal'))
    throw new Error(`the plugin does not run: ${JSON.stringify(violations)}`);
});

const bundle = join(root, 'dist/src/cli/bundle.js');
keep(bundle, (load) => {
  const report = `json=${join(folder, 'report.json')}`;
  const words = ['check', '--quiet', '--exit-zero', '--format', report, join(root, 'fixtures/plans/create.json')];
  process.argv = [process.execPath, bundle, ...words];
  load();
  if (process.exitCode !== 0) throw new Error('the bundle does not run');
});
rmSync(folder, { recursive: true });
