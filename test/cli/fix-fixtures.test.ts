import { diffLines } from 'diff';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { editOf } from '../../src/fixes';
import { demarcIn } from '../support/command-line';
import { temporaryFolder } from '../support/temporary-folder';

const fixtures = join(__dirname, '../../fixtures');
const sources = readdirSync(join(fixtures, 'sources'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `sources/${name}`);
const templates = readdirSync(join(fixtures, 'templates')).map((name) => `templates/${name}`);

interface Found {
  readonly control: string;
  readonly verdict: string;
  readonly resource: { readonly address: string; readonly type: string };
}

/** What fails in a folder, and on what. */
function failing(folder: string): readonly Found[] {
  const { out } = demarcIn(folder, ['check', '--preset', 'strict', '--format', 'json', '.']);
  const { inputs } = JSON.parse(out) as { readonly inputs: readonly { readonly findings: readonly Found[] }[] };
  return inputs.flatMap(({ findings }) => findings).filter(({ verdict }) => verdict === 'fail');
}

/** What an edit may mend, of that which fails. */
const mendable = (folder: string): readonly Found[] =>
  failing(folder).filter(({ control, resource }) => editOf(control, resource.type));

const keyOf = ({ control, resource }: Found): string => `${control} ${resource.address}`;

const settingsOf = ({ control, resource }: Found) => Object.keys(editOf(control, resource.type)?.settings ?? {});

/** Hands over a copy of a fixture, in a folder that is gone afterwards. */
function withCopy<T>(fixture: string, use: (folder: string) => T): T {
  const folder = temporaryFolder();
  try {
    const isFile = fixture.startsWith('templates/');
    cpSync(join(fixtures, fixture), isFile ? join(folder, fixture.slice('templates/'.length)) : folder, {
      recursive: true,
    });
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.each([...sources, ...templates])('%s: what is mended is gone, and nothing else comes with it', (fixture) => {
  withCopy(fixture, (folder) => {
    const before = failing(folder);
    const { err } = demarcIn(folder, ['fix', '--preset', 'strict', '--write', '.']);
    const after = new Set(failing(folder).map(keyOf));
    // Why an edit is not made is said; what the CDK wrote is mended in the app.
    const said = ({ control, resource: { type } }: Found) =>
      err.includes(`${control} of ${type}`) || err.includes(`'${control}'`);
    const left = mendable(folder).filter((found) => !said(found));
    expect(left.map(keyOf)).toEqual([]);
    const known = new Set(before.map(keyOf));
    // Versions are kept from now on; that nobody can delete them is asked of those alone.
    const comesWithVersions = (key: string) => key.startsWith('copies-immutable ');
    expect([...after].filter((key) => !known.has(key) && !comesWithVersions(key))).toEqual([]);
    expect(demarcIn(folder, ['fix', '--preset', 'strict', '.']).out).toBe('');
  });
});

test.each(templates)('%s: no line goes but those of what is set', (template) => {
  withCopy(template, (folder) => {
    const names = new Set(
      mendable(folder)
        .flatMap(settingsOf)
        .flatMap((path) => path.split('.').slice(-1)),
    );
    demarcIn(folder, ['fix', '--preset', 'strict', '--write', '.']);
    const [before, after] = [join(fixtures, template), join(folder, template.slice('templates/'.length))].map((file) =>
      readFileSync(file, 'utf8'),
    );
    const gone = diffLines(before ?? '', after ?? '').flatMap(({ removed, value }) =>
      removed ? value.trimEnd().split('\n') : [],
    );
    expect(gone.filter((line) => ![...names].some((name) => line.includes(name)))).toEqual([]);
  });
});

test.each([sources, templates])('there is something to mend', (...all) => {
  expect(all.flatMap((fixture) => withCopy(fixture, mendable)).length).toBeGreaterThan(5);
});
