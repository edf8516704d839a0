import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { controls } from '../src/controls';
import { configurationJsonSchema } from '../src/gate/configuration-schema';
import { ownControls } from '../src/gate/own-controls';
import { resultJsonSchema } from '../src/reports/result-schema';
import { allRows } from './rows';
import { coverageOf, readings } from './support/coverage';
import { controlIndex, controlPage } from './support/documentation';

/** One row a line: what changes shows. */
const rowPerLine = (rows: readonly unknown[]): string =>
  `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Every file that is generated from the sources, by its path. `npm run generate` writes them. */
const generated: Readonly<Record<string, string>> = {
  'data/responsibility/coverage.json': rowPerLine(coverageOf('aws', readings())),
  'docs/controls.md': controlIndex(controls),
  'schemas/config.schema.json': json(configurationJsonSchema([...controls, ...ownControls])),
  'schemas/result.schema.json': json(resultJsonSchema()),
  ...Object.fromEntries(controls.map((control) => [`docs/controls/${control.id}.md`, controlPage(control, allRows)])),
};

const root = join(__dirname, '..');

beforeAll(() => {
  if (process.env['GENERATE'] !== '1') return;
  rmSync(join(root, 'docs/controls'), { recursive: true, force: true });
  for (const [path, text] of Object.entries(generated)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});

test.each(Object.keys(generated))('%s is fresh (else: npm run generate)', (path) => {
  const file = join(root, path);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(generated[path]);
});

test('no page is left of a control that is gone', () => {
  const pages = readdirSync(join(root, 'docs/controls')).map((name) => `docs/controls/${name}`);
  expect(pages.filter((page) => !(page in generated))).toEqual([]);
});
