import type { ReportedFinding, ReportedInput, ReportedWitness, Result } from '../../src/model/result';
import type { ReportOptions } from '../../src/reports';

/** Hand-made results for the tests of reports. */

export const witness = (more: Partial<ReportedWitness> = {}): ReportedWitness => ({
  address: 'Data',
  path: ['Encrypted'],
  note: 'encryption at rest (EBS encrypts only when told to)',
  file: null,
  line: null,
  column: null,
  ...more,
});

export function finding(
  more: Partial<ReportedFinding> = {},
  resource: Partial<ReportedFinding['resource']> = {},
): ReportedFinding {
  return {
    control: 'storage-encrypted',
    verdict: 'fail',
    gate: 'block',
    severity: 'high',
    area: 'data-at-rest',
    party: 'customer',
    responsibility: 'AWS runs the disks; whether this data is encrypted is yours',
    supports: [],
    suggestion: null,
    message: 'EBS volume is not encrypted at rest',
    why: 'Whoever gets at the disk reads it.',
    fix: 'Switch encryption on.',
    fingerprint: 'f1',
    resource: {
      address: 'Data',
      type: 'AWS::EC2::Volume',
      service: 'ebs',
      constructPath: null,
      stack: null,
      document: 'template.yaml',
      ...resource,
    },
    related: [],
    change: null,
    witnesses: [witness()],
    waiver: null,
    coveredBy: null,
    ...more,
  };
}

export const input = (findings: readonly ReportedFinding[], more: Partial<ReportedInput> = {}): ReportedInput => ({
  path: 'template.yaml',
  dialect: 'cloudformation',
  resources: 1,
  unclassified: [],
  unclassifiedTypes: [],
  error: null,
  notes: [],
  findings,
  fixed: [],
  moves: [],
  ...more,
});

/** A result whose counts are those of its inputs. */
export function result(inputs: readonly ReportedInput[]): Result {
  const findings = inputs.flatMap((one) => one.findings);
  const count = (test: (one: ReportedFinding) => boolean) => findings.filter(test).length;
  const gate = (level: ReportedFinding['gate']) =>
    count((one) => one.gate === level && one.verdict !== 'pass' && !one.waiver);
  const incomplete = inputs.some(({ error }) => error !== null);
  return {
    schemaVersion: '1',
    tool: { name: 'demarc', version: '0.1.0' },
    decision: incomplete ? 'incomplete' : gate('block') > 0 ? 'blocked' : 'open',
    summary: {
      resources: inputs.reduce((sum, one) => sum + one.resources, 0),
      unclassified: inputs.reduce((sum, one) => sum + one.unclassified.length, 0),
      verdict: {
        fail: count(({ verdict }) => verdict === 'fail'),
        undecided: count(({ verdict }) => verdict === 'undecided'),
        pass: count(({ verdict }) => verdict === 'pass'),
      },
      gate: {
        block: gate('block'),
        warn: gate('warn'),
        note: gate('note'),
        waived: count(({ waiver }) => waiver !== null),
      },
    },
    inputs,
  };
}

export const options = (more: Partial<ReportOptions> = {}): ReportOptions => ({
  color: false,
  width: 100,
  quiet: false,
  source: () => undefined,
  fromRoot: (file) => file,
  controls: [],
  ...more,
});
