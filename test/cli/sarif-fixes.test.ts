import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fix, Log, Region } from 'sarif';
import { edits } from '../../src/fixes';
import { demarcIn, folderWith, plan, volume } from '../support/command-line';
import { temporaryFolder } from '../support/temporary-folder';

const fixtures = join(__dirname, '../../fixtures');
const systems = readdirSync(join(fixtures, 'sources'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `sources/${name}`);
const templates = readdirSync(join(fixtures, 'templates')).map((name) => `templates/${name}`);
const controls = [...new Set(edits.map(({ control }) => control))].sort();

/** The fixes that a check proposes, with their rules. */
function fixesIn(folder: string, argv: readonly string[]): readonly { readonly rule: string; readonly fix: Fix }[] {
  const { out } = demarcIn(folder, ['check', '--preset', 'strict', '--format', 'sarif', ...argv]);
  const { runs } = JSON.parse(out) as Log;
  const results = runs.flatMap((run) => run.results ?? []);
  return results.flatMap(({ ruleId = '', fixes = [] }) => fixes.map((fix) => ({ rule: ruleId, fix })));
}

/** As a consumer of SARIF does it: columns in UTF-16 units, the end not included. */
function apply(folder: string, { artifactChanges }: Fix): void {
  for (const { artifactLocation, replacements } of artifactChanges) {
    const file = join(folder, decodeURIComponent(artifactLocation.uri ?? ''));
    const text = readFileSync(file, 'utf8');
    const [one, ...more] = replacements;
    expect(more).toEqual([]);
    if (!one) throw new Error('there is no replacement');
    const { start, end } = offsetsIn(text, one.deletedRegion);
    writeFileSync(file, text.slice(0, start) + (one.insertedContent?.text ?? '') + text.slice(end));
  }
}

function offsetsIn(text: string, { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 }: Region) {
  const lines = text.split('\n');
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return { start: offset(startLine, startColumn), end: offset(endLine, endColumn) };
}

function copyOf<T>(fixture: string, use: (folder: string) => T): T {
  const folder = temporaryFolder();
  try {
    const isTemplate = fixture.startsWith('templates/');
    cpSync(join(fixtures, fixture), isTemplate ? join(folder, basename(fixture)) : folder, { recursive: true });
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const filesIn = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      ({ parentPath, name }) =>
        [join(parentPath, name).slice(folder.length), readFileSync(join(parentPath, name), 'utf8')] as const,
    )
    .sort();

/** The fixes of one rule, one after the other, until nothing is left to fix. */
function applyAll(folder: string, argv: readonly string[]): number {
  for (let count = 0; ; count++) {
    const [next] = fixesIn(folder, argv);
    if (!next) return count;
    apply(folder, next.fix);
  }
}

test.each([...systems, ...templates])('%s: what the fixes write is what `demarc fix --write` writes', (fixture) => {
  const wanted = copyOf(fixture, (folder) => [
    ...new Set(fixesIn(folder, ['--only', controls.join(','), '.']).map(({ rule }) => rule)),
  ]);
  for (const control of wanted) {
    const argv = ['--only', control, '.'];
    const [applied, written] = [applyAll, (folder: string) => demarcIn(folder, ['fix', '--preset', 'strict', '--write', ...argv])].map(
      (mend) => copyOf(fixture, (folder) => { mend(folder, argv); return filesIn(folder); }),
    ); // prettier-ignore
    expect(applied).toEqual(written);
    expect(applied).not.toEqual(copyOf(fixture, filesIn));
  }
});

test('there are fixes in source and in templates', () => {
  const count = (fixture: string) =>
    copyOf(fixture, (folder) => fixesIn(folder, ['--only', controls.join(','), '.']).length);
  expect(count('sources/leaky')).toBeGreaterThan(1);
  expect(count('templates/leaky.yaml')).toBeGreaterThan(5);
});

const source = `resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 8
}
`;

test('a plan with its source proposes an edit of the source, and without it none', () => {
  const folder = folderWith({ 'plan.json': plan(false), 'in fra/main.tf': source });
  expect(fixesIn(folder, ['--only', 'storage-encrypted', 'plan.json'])).toEqual([]);
  const [found] = fixesIn(folder, ['--only', 'storage-encrypted', '--source', 'in fra', 'plan.json']);
  expect(found?.fix).toEqual({
    description: { text: 'Write encrypted = true' },
    artifactChanges: [
      {
        artifactLocation: { uri: 'in%20fra/main.tf' },
        replacements: [
          {
            deletedRegion: { startLine: 4, startColumn: 1, endLine: 4, endColumn: 1 },
            insertedContent: { text: '  encrypted         = true\n' },
          },
        ],
      },
    ],
  });
  const other = folderWith({ 'plan.json': plan(false), 'in fra/main.tf': source });
  apply(folder, found?.fix ?? { artifactChanges: [] });
  demarcIn(other, ['fix', '--write', '--only', 'storage-encrypted', '--source', 'in fra', 'plan.json']);
  expect(filesIn(folder)).toEqual(filesIn(other));
});

test.each([
  [
    'what is accepted',
    source.replace('size', '# demarc: allow storage-encrypted until 2999-01-01 by me because scratch\n  size'),
  ],
  [
    'what a variable says',
    `variable "e" { default = false }\n${source.replace('size ', 'encrypted = var.e\n  size ')}`,
  ],
])('%s is not to be fixed', (_, text) => {
  expect(fixesIn(folderWith({ 'main.tf': text }), ['--only', 'storage-encrypted', '.'])).toEqual([]);
});

test('neither is what the CDK wrote', () => {
  const made = volume(false).replace('"Type"', '"Metadata": { "aws:cdk:path": "S/Data" }, "Type"');
  expect(fixesIn(folderWith({ 'template.json': volume(false) }), ['.'])).not.toEqual([]);
  expect(fixesIn(folderWith({ 'template.json': made }), ['.'])).toEqual([]);
});

test('of two modules with a block of one name, each is fixed in its own file', () => {
  const files = { 'main.tf': `${source}module "m" {\n  source = "./m"\n}\n`, 'm/main.tf': `# below\n${source}` };
  const folder = folderWith(files);
  const found = fixesIn(folder, ['--only', 'storage-encrypted', '.']);
  expect(found.map(({ fix }) => fix.artifactChanges[0]?.artifactLocation.uri)).toEqual(['main.tf', 'm/main.tf']);
});
