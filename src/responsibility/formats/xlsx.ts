import type writeExcelFile from 'write-excel-file/node';
import type { Attestation, AccountRecord } from '../../model/accountability';
import { areas, type Area } from '../../model/finding';
import type { Matrix, MatrixFormat } from './format';
import { incidentRoles, overviewOf, type RoleOfAreas } from './overview';
import { oneLine } from '../../html/markup';
import { cellsOf, columns, type Column } from './table';
import { withoutTimes } from './zip';

/** A workbook for people who sort and filter. Every cell is text: nothing in it is a formula, a number or a date. */
export const xlsx: MatrixFormat = async (matrix) => {
  // Loaded when it is asked for: no other command should wait for it.
  const { default: write } = await import('write-excel-file/node');
  const sheets = sheetsOf(matrix);
  const file = write(sheets.map(written), { features: [filters(sheets)] });
  return withoutTimes(await file.toBuffer());
};

type Parameter = Parameters<typeof writeExcelFile>;
type Sheet = Parameter[0][number];
type Feature = NonNullable<NonNullable<Parameter[1]>['features']>[number];

interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

const sheetsOf = (matrix: Matrix): readonly Table[] => {
  const { attestations, accountRecords } = matrix.accountability;
  return [
    {
      name: 'Matrix',
      header: columns,
      widths: columns.map((column) => widths[column]),
      rows: matrix.rows.map(cellsOf),
    },
    {
      name: 'Attestations',
      header: ['provider', 'report', 'period end', 'counts until', 'areas', 'evidence'],
      widths: [16, 28, 14, 14, 48, 48],
      rows: orNone(attestations.map(attestation)),
    },
    {
      name: 'Account facts',
      header: ['setting', 'value', 'evidence', 'checked'],
      widths: [36, 10, 60, 14],
      rows: orNone(accountRecords.map(accountFact)),
    },
    {
      name: 'Incident roles',
      header: ['role', 'contact', 'runbook', 'areas'],
      widths: [24, 36, 48, 60],
      rows: orNone(incidentRoles(matrix.accountability).map(incidentRole)),
    },
    { name: 'About', header: ['what', 'is'], widths: [36, 80], rows: about(matrix) },
  ];
};

const widths: Readonly<Record<Column, number>> = {
  resource: 40,
  type: 34,
  area: 22,
  party: 12,
  because: 60,
  verified: 48,
  evidence: 48,
  published: 48,
  owner: 20,
  verifier: 20,
  due: 12,
};

/** A sheet that is always there says that nothing is on record; a missing one says nothing. */
const orNone = (rows: Table['rows']): Table['rows'] => (rows.length > 0 ? rows : [['none on record']]);

const attestation = ({ provider, report, periodEnd, until, areas: vouched, evidence }: Attestation) => [
  provider,
  report,
  periodEnd,
  until,
  vouched?.join(', ') ?? "every area that is the provider's",
  evidence,
];

const accountFact = ({ name, value, evidence, checked }: AccountRecord) => [
  name,
  String(value),
  evidence ?? 'no record of it',
  checked ?? '',
];

const incidentRole = ({ name, contact, runbook, areas: called }: RoleOfAreas) => [
  name,
  contact,
  runbook ?? '',
  areaList(called),
];

const areaList = (called: readonly Area[]): string =>
  called.length === areas.length ? 'every area' : called.join(', ');

/** What the workbook is a record of; a line of the matrix that several resources share counts once. */
function about(matrix: Matrix): Table['rows'] {
  const { lines, parties, outcomes, overdue, unowned, unclassifiedTypes } = overviewOf(matrix);
  const counted = (name: string, count: number) => [name, String(count)];
  return [
    ['inputs', matrix.inputs.join(', ')],
    ['date', matrix.today],
    ['tool', `demarc ${matrix.version}`],
    counted('lines of the matrix', lines),
    counted('the customer answers', parties.customer),
    counted('shared', parties.shared),
    counted('the provider answers', parties.provider),
    counted('unclassified', parties.unclassified),
    counted('verified: fail', outcomes.fail),
    counted('verified: undecided', outcomes.undecided),
    counted('verified: pass', outcomes.pass),
    counted('not verified before deployment', outcomes.unverified),
    counted('overdue', overdue),
    counted("on the customer's side, without owner", unowned),
    ['types that nobody knows', unclassifiedTypes.join(', ')],
  ];
}

const written = ({ name, header, widths: wide, rows }: Table): Sheet => ({
  sheet: name,
  data: [
    header.map((text) => ({ ...cell(text), fontWeight: 'bold', backgroundColor: '#e8ecf1' })),
    ...rows.map((row) => row.map(cell)),
  ],
  columns: wide.map((width) => ({ width })),
  stickyRowsCount: 1,
  orientation: 'landscape',
});

const cell = (text: string) => ({ value: cellText(text), type: String, wrap: true, alignVertical: 'top' as const });

/** What Excel holds in a cell; a longer text makes it call the whole file damaged. */
const longest = 32_767;

/** Non-characters are not allowed in XML; `_x0041_` would be read as an escape, and its underscore is escaped itself. */
function cellText(text: string): string {
  const legal = oneLine(text).replace(/\p{Noncharacter_Code_Point}/gu, ' ');
  const short = legal.length > longest ? `${legal.slice(0, longest - 1)}…` : legal;
  return short.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

/** The header of the matrix filters it. The library knows no filters, so they are written into its document. */
const filters = (sheets: readonly Table[]): Feature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content, _, { sheetIndex }) => {
          const sheet = sheets[sheetIndex];
          return sheet
            ? content.replace('</sheetData>', `</sheetData><autoFilter ref="${extentOf(sheet)}"/>`)
            : content;
        },
      },
    },
  },
});

const extentOf = ({ header, rows }: Table): string =>
  `A1:${String.fromCharCode('A'.charCodeAt(0) + header.length - 1)}${String(rows.length + 1)}`;
