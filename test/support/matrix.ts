import type { Configuration } from '../../src/gate/configuration';
import { matrix } from '../../src/matrix';
import { readCloudFormation } from '../../src/readers/cloudformation/reader';
import type { Matrix } from '../../src/responsibility/formats/format';

export const today = '2026-11-26';

/** Names that markup, a spreadsheet, a terminal or a reader's eye would take for something else. */
export const hostileNames = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></script><!--',
  '=cmd|"/c calc"!A1',
  '+1',
  '-1',
  '@SUM(A1)',
  '_x000D_',
  'admin\u202egnp.exe\u2066',
  'two\r\nlines',
  '\u001b[2Jgone',
] as const;

/** People, reports and roles, some of them with names that mean harm. */
export const people: Configuration = {
  owners: [
    { area: ['data-at-rest', 'key-management'], owner: 'data-platform', verifier: 'security' },
    { area: 'incident-response', owner: 'security', verifier: '<b>audit</b>' },
    { resource: 'AWS::SQS::*', owner: '<img src=x>' },
  ],
  attestations: [
    { provider: 'aws', report: 'SOC 2 Type II', periodEnd: '2026-03-31', evidence: 'AWS Artifact' },
    { provider: 'aws', report: '=ISO', periodEnd: '2024-03-31', areas: ['physical'], evidence: 'javascript:alert(1)' },
  ],
  verifications: [{ area: 'incident-response', by: 'Ada Example', on: '2026-04-01', evidence: 'records/drill.md' }],
  incident: {
    commander: { contact: '+41 44 555 01 00', runbook: 'https://runbooks.example.com/?a=1&b="2"' },
    'privacy officer': { contact: 'privacy@example.com', area: ['data-at-rest'] },
    '<i>nobody</i>': { contact: 'javascript:alert(1)', runbook: 'data:text/html,<script>alert(1)</script>' },
  },
  assume: { ebsEncryptionByDefault: { value: true, evidence: 'records/ebs.json', checked: '2026-10-02' } },
};

export const resourcesOf = (types: readonly string[], each: number) =>
  Object.fromEntries(
    types.flatMap((type) =>
      Array.from({ length: each }, (_, index) => [`${type.replace(/^.*::/, '')}${String(index)}`, { Type: type }]),
    ),
  );

/** More than sixty resources, one of a type that nobody knows, and one of each name above. */
export function systemMatrix(configuration: Configuration = people): Matrix {
  const volume = { Type: 'AWS::EC2::Volume', Properties: { Size: 8 } };
  const template = {
    Resources: {
      ...resourcesOf(
        ['AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::KMS::Key', 'AWS::Logs::LogGroup'],
        10,
      ),
      ...Object.fromEntries(hostileNames.map((name) => [name, volume])),
      Thing: { Type: 'AWS::Nobody::Knows' },
    },
  };
  const read = readCloudFormation([{ path: 'system.json', text: JSON.stringify(template) }], { path: 'system.json' });
  return matrix([read], { today, configuration });
}
