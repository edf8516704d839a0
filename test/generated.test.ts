import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { controls } from '../src/controls';
import { baselineJsonSchema } from '../src/gate/baseline-schema';
import { configurationJsonSchema } from '../src/gate/configuration-schema';
import { ownControls } from '../src/gate/own-controls';
import { presetNames } from '../src/gate/preset-names';
import { resultJsonSchema } from '../src/reports/result-schema';
import { matrixJsonSchema, reviewJsonSchema } from '../src/responsibility/schemas';
import { allRows } from './rows';
import { coverageOf, providers, readings } from './support/coverage';
import { controlIndex, controlPage, frameworksPage, presetPage } from './support/documentation';

/** One row a line: what changes shows. */
const rowPerLine = (rows: readonly unknown[]): string =>
  `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const read = readings();

/** Every file that is generated from the sources, by its path. `npm run generate` writes them. */
const generated: Readonly<Record<string, string>> = {
  'data/responsibility/coverage.json': rowPerLine(providers.flatMap((provider) => coverageOf(provider, read))),
  'docs/controls.md': controlIndex(controls),
  'docs/frameworks.md': frameworksPage(),
  'schemas/baseline.schema.json': json(baselineJsonSchema()),
  'schemas/config.schema.json': json(configurationJsonSchema([...controls, ...ownControls])),
  'schemas/matrix.schema.json': json(matrixJsonSchema()),
  'schemas/result.schema.json': json(resultJsonSchema()),
  'schemas/review.schema.json': json(reviewJsonSchema()),
  ...Object.fromEntries(
    presetNames.map((preset) => [`docs/presets/${preset}.md`, presetPage(preset, [...controls, ...ownControls])]),
  ),
  ...Object.fromEntries(controls.map((control) => [`docs/controls/${control.id}.md`, controlPage(control, allRows)])),
};

const root = join(__dirname, '..');

beforeAll(() => {
  if (process.env['GENERATE'] !== '1') return;
  for (const folder of ['docs/controls', 'docs/presets']) rmSync(join(root, folder), { recursive: true, force: true });
  for (const [path, text] of Object.entries(generated)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});

test.each(Object.keys(generated))('%s is fresh (else: npm run generate)', (path) => {
  const file = join(root, path);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(generated[path]);
});

test('no page is left of a control or preset that is gone', () => {
  const pages = ['docs/controls', 'docs/presets'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  expect(pages.filter((page) => !(page in generated))).toEqual([]);
});
