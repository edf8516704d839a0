import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editOf } from '../../src/fixes';
import { demarcIn } from '../support/command-line';

const sources = join(__dirname, '../../fixtures/sources');
const systems = readdirSync(sources, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

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

const keyOf = ({ control, resource }: Found): string => `${control} ${resource.address}`;

test.each(systems)('%s: what is mended is gone, and nothing else comes with it', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-'));
  try {
    cpSync(join(sources, name), folder, { recursive: true });
    const before = failing(folder);
    const { err } = demarcIn(folder, ['fix', '--preset', 'strict', '--write', '.']);
    const after = new Set(failing(folder).map(keyOf));
    const left = before
      .filter(
        ({ control, resource }) =>
          editOf(control, resource.type) && after.has(keyOf({ control, resource, verdict: 'fail' })),
      )
      .filter(({ control, resource }) => !err.includes(`${control} of ${resource.type}.`));
    expect(left.map(keyOf)).toEqual([]);
    const known = new Set(before.map(keyOf));
    expect([...after].filter((key) => !known.has(key))).toEqual([]);
    expect(demarcIn(folder, ['fix', '--preset', 'strict', '.']).out).toBe('');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('there is something to mend', () => {
  const found = systems.flatMap((name) => failing(join(sources, name)));
  expect(found.filter(({ control, resource }) => editOf(control, resource.type)).length).toBeGreaterThan(5);
});
