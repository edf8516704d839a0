import { join } from 'node:path';
import type { MatrixRow } from '../../../../src/responsibility/matrix';
import { demarcIn, folderWith } from '../../../support/command-line';
import { complaintsOf, looseEndsOf, matrixWith, oscalNames, oscalOf, row, textsOf } from '../../../support/oscal';

const root = join(__dirname, '..', '..', '..', '..');
const fixtures = ['fixtures/templates/leaky.yaml', 'fixtures/templates/hardened.json'];

const people = { owner: 'platform-team', verifier: 'audit' };
const everyKind: readonly MatrixRow[] = [
  row({ verified: [{ control: 'storage-encrypted', verdict: 'pass', covered: null }], due: '2027-02-24', ...people }),
  row({ resource: 'Other', verified: [{ control: 'storage-encrypted', verdict: 'fail', covered: null }] }),
  row({ resource: 'Third', verified: [{ control: 'storage-encrypted', verdict: 'undecided', covered: null }] }),
  row({
    resource: 'Fourth',
    verified: [
      { control: 'storage-encrypted', verdict: 'pass', covered: 'AWS covers this: since 2023' },
      { control: 'customer-managed-key', verdict: 'fail', covered: null },
    ],
    evidence: 'seen at run time',
  }),
  row({ resource: null, area: 'backup-recovery', party: 'customer', resources: 4 }),
  row({ resource: null, area: 'runtime', party: 'provider', owner: 'AWS' }),
  row({ resource: null, type: 'aws', area: 'physical', party: 'provider', evidence: 'SOC 2', due: '2027-09-30' }),
  row({ resource: null, type: 'okta', area: 'incident-response', party: 'shared', owner: 'help-desk' }),
  row({ resource: null, type: 'account', area: 'configuration', party: 'customer', evidence: 'ticket 12' }),
  row({ resource: null, type: 'AWS::New::Thing', area: 'unclassified', party: 'unclassified' }),
  row(),
];

const attestations = [
  { provider: 'aws', report: 'SOC 2 Type II', periodEnd: '2026-09-30', evidence: 'artifacts/soc2.pdf' },
  { provider: 'aws', report: 'SOC 2 Type II', periodEnd: '2026-09-30', evidence: 'another copy' },
  { provider: 'okta', report: 'ISO 27001', periodEnd: '2024-01-31', evidence: 'artifacts/iso.pdf' },
  { provider: 'github', report: 'SOC 1', periodEnd: '2026-01-31', evidence: 'of nobody here' },
];

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=cmd|"/c calc"!A1',
  '[x](javascript:alert(1))',
  '{{ insert: param, sc-28_prm_1 }}',
  '\u001b[2J\u001b]0;gone\u0007',
  '\u202eabc\u2066',
  'a\r\n\u2028b',
  '\ud800',
  '   ',
  '__proto__',
  'x'.repeat(5000),
];
const hostileRows = hostile.flatMap((name) => [
  row({
    resource: name,
    because: name,
    evidence: name,
    owner: name,
    verifier: `${name}!`,
    verified: [{ control: 'storage-encrypted', verdict: 'fail', covered: null }],
  }),
  row({ resource: null, type: name, area: 'physical', party: 'provider' }),
  row({ resource: null, type: name, area: 'unclassified', party: 'unclassified' }),
]);

const matrices = {
  'an empty one': matrixWith([]),
  'one with a line of every kind': matrixWith(everyKind, { attestations }),
  'one of nothing but what nobody has classified': matrixWith([everyKind[9] ?? row()]),
  'one of hostile names': matrixWith(
    hostileRows,
    {
      attestations: hostile.map((name) => ({ provider: name, report: name, periodEnd: '2026-09-30', evidence: name })),
    },
    hostile,
  ),
};

test('the schema is held to, and a loose end is seen', () => {
  const document = oscalOf('oscal-ssp', matrixWith([row()]));
  expect(complaintsOf(document.replace('"sc-28"', '"28 sc"'))).not.toEqual([]);
  expect(complaintsOf(document.replace('"title": "', '"titel": "'))).not.toEqual([]);
  expect(looseEndsOf(document.replace(/("component-uuid": ")./, '$1g'))).toHaveLength(1);
  expect(looseEndsOf(document.replace(/("uuid": ")[^"]+/g, '$1same'))).not.toEqual([]);
});

describe.each(oscalNames)('%s', (name) => {
  describe.each(Object.entries(matrices))('of %s', (_title, matrix) => {
    const document = oscalOf(name, matrix);

    test('holds to the released schema', () => {
      expect(complaintsOf(document)).toEqual([]);
    });

    test('has everything that it refers to, and each identifier once', () => {
      expect(looseEndsOf(document)).toEqual([]);
    });

    test('is the same for the same matrix', () => {
      expect(oscalOf(name, { ...matrix, rows: structuredClone(matrix.rows) })).toBe(document);
    });

    test('never says that something is compliant', () => {
      expect(document).not.toMatch(/complian/i);
    });
  });

  test.each(fixtures)('of %s holds to the released schema', (fixture) => {
    const { out, code } = demarcIn(root, ['matrix', '--date', '2026-11-26', '--format', name, fixture]);
    expect(code).toBe(0);
    expect(complaintsOf(out)).toEqual([]);
    expect(looseEndsOf(out)).toEqual([]);
  });

  test('of both fixtures, whose resources have the same names, has each identifier once', () => {
    const { out } = demarcIn(root, ['matrix', '--format', name, ...fixtures]);
    expect(complaintsOf(out)).toEqual([]);
    expect(looseEndsOf(out)).toEqual([]);
  });

  test('shows no name that a terminal or a reader of Markdown would act upon', () => {
    const texts = textsOf(oscalOf(name, matrices['one of hostile names']));
    for (const [member, text] of texts) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      const isMarkup = ['title', 'description', 'remarks', 'statement'].includes(member);
      if (isMarkup) expect(text).not.toMatch(/(?<!\\)(?:<|\[|\{\{)/);
    }
  });

  test('of a stack of 60 resources stays below 2 MB', () => {
    const kinds = {
      Bucket: { Type: 'AWS::S3::Bucket' },
      Volume: { Type: 'AWS::EC2::Volume', Properties: { Size: 8 } },
      Database: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'mysql' } },
      Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'x' } },
      Queue: { Type: 'AWS::SQS::Queue' },
      Function: { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'nodejs22.x' } },
    };
    const resources = Object.fromEntries(
      Object.entries(kinds).flatMap(([kind, one]) =>
        Array.from({ length: 10 }, (_, i): readonly [string, object] => [`${kind}${String(i)}`, one]),
      ),
    );
    const folder = folderWith({ 'sixty.json': JSON.stringify({ Resources: resources }) });
    const { out } = demarcIn(folder, ['matrix', '--format', name, 'sixty.json']);
    expect(Buffer.byteLength(out)).toBeLessThan(2_000_000);
  });
});
