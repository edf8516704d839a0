import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, type CellObject, type WorkBook } from '@e965/xlsx';
import { matrixFormats } from '../../../src/responsibility/formats';
import type { Matrix } from '../../../src/responsibility/formats/format';
import { cellsOf, columns } from '../../../src/responsibility/formats/table';
import { withoutTimes } from '../../../src/responsibility/formats/zip';
import { demarcIn, demarcLaterIn, folderWith } from '../../support/command-line';
import { systemMatrix } from '../../support/matrix';

const matrix = systemMatrix();
async function written(of: Matrix): Promise<Uint8Array> {
  const bytes = await matrixFormats.xlsx(of);
  if (typeof bytes === 'string') throw new Error('a workbook is no text');
  return bytes;
}
const opened = (bytes: Uint8Array): WorkBook => read(bytes, { type: 'array', cellFormula: true, bookFiles: true });

function textsOf(book: WorkBook, sheet: string): readonly (readonly string[])[] {
  const found = book.Sheets[sheet];
  if (!found) throw new Error(`no sheet is called ${sheet}`);
  return utils.sheet_to_json<string[]>(found, { header: 1, defval: '', raw: true });
}

const cellsIn = (book: WorkBook): readonly CellObject[] =>
  Object.values(book.Sheets).flatMap((sheet) =>
    Object.entries(sheet).flatMap(([address, cell]) => (address.startsWith('!') ? [] : [cell as CellObject])),
  );

const sheetNames = ['Matrix', 'Attestations', 'Account facts', 'Incident roles', 'About'];

describe('the workbook', () => {
  test('holds every line as the tables have it', async () => {
    const book = opened(await written(matrix));
    expect(book.SheetNames).toEqual(sheetNames);
    expect(textsOf(book, 'Matrix')).toEqual([columns, ...matrix.rows.map(cellsOf)]);
    expect(book.Sheets['Matrix']?.['!autofilter']).toEqual({ ref: `A1:K${String(matrix.rows.length + 1)}` });
  });

  test('holds text and nothing else', async () => {
    const cells = cellsIn(opened(await written(matrix)));
    expect(new Set(cells.map(({ t }) => t))).toEqual(new Set(['s']));
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    expect(cells).toContainEqual(expect.objectContaining({ t: 's', v: '=cmd|"/c calc"!A1' }));
    expect(cells).toContainEqual(expect.objectContaining({ t: 's', v: '_x000D_' }));
  });

  test('keeps the header in sight on every sheet', async () => {
    const { files } = opened(await written(matrix)) as unknown as {
      readonly files: Readonly<Record<string, { readonly content: Uint8Array }>>;
    };
    const sheets = sheetNames.map((_, index) =>
      Buffer.from(files[`xl/worksheets/sheet${String(index + 1)}.xml`]?.content ?? []).toString(),
    );
    for (const sheet of sheets) expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  });

  test('has the reports, the account facts and the roles', async () => {
    const book = opened(await written(matrix));
    expect(textsOf(book, 'Attestations')).toContainEqual([
      'aws',
      '=ISO',
      '2024-03-31',
      '2025-03-31',
      'physical',
      'javascript:alert(1)',
    ]);
    expect(textsOf(book, 'Account facts')).toContainEqual([
      'ebsEncryptionByDefault',
      'true',
      'records/ebs.json',
      '2026-10-02',
    ]);
    expect(textsOf(book, 'Incident roles')).toContainEqual([
      'privacy officer',
      'privacy@example.com',
      '',
      'data-at-rest',
    ]);
    expect(textsOf(book, 'About')).toContainEqual(['lines of the matrix', String(matrix.rows.length)]);
  });

  test('says where nothing is on record', async () => {
    const book = opened(await written(systemMatrix({})));
    for (const sheet of sheetNames.slice(1, 4)) expect(textsOf(book, sheet)[1]?.[0]).toBe('none on record');
  });

  test('holds no text that Excel refuses', async () => {
    const [row] = matrix.rows;
    if (!row) throw new Error('the matrix is empty');
    const book = opened(
      await written({ ...matrix, rows: [{ ...row, because: '_x0041_'.repeat(6000), evidence: 'a\uffffb\ud800' }] }),
    );
    const [, texts = []] = textsOf(book, 'Matrix');
    expect(texts[4]).toHaveLength(32_767);
    expect(texts[4]).toMatch(/^_x0041_.*…$/);
    expect(texts[6]).toBe('a b ');
  });

  test('has the same bytes on any day', async () => {
    const first = await written(matrix);
    jest.useFakeTimers({ now: new Date('2031-01-01'), doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      expect(Buffer.from(await written(matrix)).equals(first)).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });
});

test('what is no archive has no times', () => {
  expect(() => withoutTimes(new Uint8Array(30))).toThrow('no zip archive');
});

describe('on the command line', () => {
  const folder = folderWith({ 'template.yaml': 'Resources: { "=cmd": { Type: "AWS::SQS::Queue" } }' });

  test('it is written to a file', async () => {
    const ran = await demarcLaterIn(folder, ['matrix', '--format', 'xlsx', '-o', 'matrix.xlsx', 'template.yaml']);
    expect(ran).toEqual({ code: 0, out: '', err: '' });
    const book = opened(readFileSync(join(folder, 'matrix.xlsx')));
    expect(textsOf(book, 'Matrix').flat()).toContain('=cmd');
  });

  test('it is refused without a file', () => {
    const { code, out, err } = demarcIn(folder, ['matrix', '--format', 'xlsx', 'template.yaml']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('name a file with -o');
  });
});
