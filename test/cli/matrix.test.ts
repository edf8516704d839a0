import type { MatrixRow } from '../../src/responsibility/matrix';
import { demarcIn, folderWith } from '../support/command-line';

const folder = folderWith({
  'stack.yaml': [
    'Resources:',
    '  "=cmd": { Type: "AWS::EC2::Volume", Properties: { Size: 8 } }',
    '  Jobs: { Type: "AWS::SQS::Queue" }',
    '  Mails: { Type: "AWS::SQS::Queue" }',
    '  Thing: { Type: "AWS::Nobody::Knows" }',
    '  Worker: { Type: "AWS::Lambda::Function", Properties: { PackageType: Image, Role: r, Code: { ImageUri: u } } }',
  ].join('\n'),
});
const matrix = (...argv: readonly string[]) => demarcIn(folder, ['matrix', ...argv]);
const rows = (): readonly MatrixRow[] =>
  (JSON.parse(matrix('--format', 'json', 'stack.yaml').out) as { readonly rows: readonly MatrixRow[] }).rows;

describe('matrix', () => {
  test('says who answers for what, with what was verified', () => {
    expect(rows()).toContainEqual(
      expect.objectContaining({
        resource: '=cmd',
        area: 'data-at-rest',
        party: 'customer',
        verified: [{ control: 'storage-encrypted', verdict: 'fail', covered: null }],
      }),
    );
    expect(rows()).toContainEqual(expect.objectContaining({ resource: 'Worker', area: 'runtime', party: 'customer' }));
  });

  test("has one line for what is the provider's, and for what all of a type share", () => {
    expect(rows().filter(({ area }) => area === 'physical')).toEqual([
      expect.objectContaining({ resource: null, type: 'aws', party: 'provider', resources: 4 }),
    ]);
    expect(rows()).toContainEqual(expect.objectContaining({ resource: null, type: 'AWS::SQS::Queue', resources: 2 }));
  });

  test('claims no side of a type that nobody knows', () => {
    expect(rows()).toContainEqual(
      expect.objectContaining({ resource: null, type: 'AWS::Nobody::Knows', party: 'unclassified' }),
    );
  });

  test('is a table, or values that no spreadsheet takes for a formula', () => {
    expect(matrix('stack.yaml').out).toMatch(/^\| resource \| type \| area \| party \|/);
    expect(matrix('--format', 'csv', 'stack.yaml').out).toContain('"\'=cmd","AWS::EC2::Volume","data-at-rest"');
  });

  test('without anything to read', () => {
    expect(matrix('missing.yaml').code).toBe(2);
    expect(matrix('--format', 'xls', 'stack.yaml').code).toBe(2);
  });
});
