import { decide } from '../../src/gate/decision';
import { metadataSuppressions } from '../../src/gate/foreign-metadata';
import type { Suppression } from '../../src/gate/foreign-suppressions';
import { waiverStates } from '../../src/gate/waiver-states';
import type { JudgedInput } from '../../src/gate/weigh';
import { ResourceGraph } from '../../src/model/graph';
import { unknownLeaf, type Raw } from '../../src/model/raw';
import { attributes, controls, encrypted, failing, finding, input, resource, settings } from './build';

const today = '2026-11-24';
const database = (metadata: Raw) =>
  resource('Data', {
    type: 'AWS::RDS::DBInstance',
    vocabulary: 'cloudformation',
    document: 't.yaml',
    ...attributes('Data', { Metadata: metadata }),
    locate: () => ({ file: 't.yaml', line: 7, column: 3 }),
  });
const run = (inputs: readonly JudgedInput[], waivers: unknown) =>
  decide(inputs, controls, settings({ waivers }, { today }), { version: '0' });
const outcome = (metadata: Raw, waivers: unknown) => run([input([failing(encrypted, database(metadata))])], waivers);
const findingsOf = ({ inputs }: ReturnType<typeof run>): readonly (readonly string[])[] =>
  inputs.flatMap(({ findings }) => findings.map((one) => [one.control, one.gate]));

const checkov = (skip: Raw) => ({ checkov: { skip } });
const skipped = checkov([{ id: 'CKV_AWS_16', comment: 'Scratch.' }]);
const waived = [['storage-encrypted', 'note']];
const blocked = [['storage-encrypted', 'block']];

describe('suppressions in metadata', () => {
  const read = (metadata: Raw) =>
    metadataSuppressions(new ResourceGraph([database(metadata)])).map(({ tool, rule, narrowedTo, reason }) => [
      tool,
      rule,
      narrowedTo,
      reason,
    ]);

  test.each<[string, Raw, readonly (readonly (string | null)[])[]]>([
    ['of Checkov', skipped, [['checkov', 'CKV_AWS_16', null, 'Scratch.']]],
    [
      'of cfn_nag',
      { cfn_nag: { rules_to_suppress: [{ id: 'F27', reason: 'Scratch.' }, { id: 'W28' }] } },
      [
        ['cfn-nag', 'F27', null, 'Scratch.'],
        ['cfn-nag', 'W28', null, null],
      ],
    ],
    [
      'of cdk-nag',
      { cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-RDS2', reason: 'Scratch.' }] } },
      [['cdk-nag', 'AwsSolutions-RDS2', null, 'Scratch.']],
    ],
    [
      'of a finding of cdk-nag 2',
      { cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-IAM4', reason: 'r', applies_to: ['Policy::x'] }] } },
      [['cdk-nag', 'AwsSolutions-IAM4', 'applies_to', 'r']],
    ],
    [
      'of a finding of cdk-nag 3',
      { cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-IAM5[Action::s3:*]', reason: 'r' }] } },
      [['cdk-nag', 'AwsSolutions-IAM5', 'Action::s3:*', 'r']],
    ],
    [
      'of a finding with a slip of the pen',
      { cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-IAM5[Action::s3:*', reason: 'r' }] } },
      [['cdk-nag', 'AwsSolutions-IAM5', 'Action::s3:*', 'r']],
    ],
    [
      'with an encoded reason',
      {
        cdk_nag: {
          rules_to_suppress: [
            { id: 'AwsSolutions-S1', reason: Buffer.from('使い捨て').toString('base64'), is_reason_encoded: true },
          ],
        },
      },
      [['cdk-nag', 'AwsSolutions-S1', null, '使い捨て']],
    ],
    [
      'that cdk-nag wrote down for another plugin',
      { cdk_nag: { rules_to_suppress: [{ id: 'demarc::storage-encrypted', reason: 'r' }] } },
      [],
    ],
    [
      'with a reason settled at deployment',
      checkov([{ id: 'CKV_AWS_16', comment: unknownLeaf('a parameter') }]),
      [['checkov', 'CKV_AWS_16', null, null]],
    ],
    ['without an id', checkov([{ comment: 'x' }]), []],
    ['that are a surprise', checkov('CKV_AWS_16'), []],
    ['that are nothing', checkov(null), []],
  ])('%s', (_, metadata, expected) => {
    expect(read(metadata)).toEqual(expected);
  });
});

describe('where the configuration honours the tool', () => {
  const honour = { honour: ['checkov'] };

  test('a suppression waives, without owner and end', () => {
    const result = outcome(skipped, honour);
    expect(result.decision).toBe('open');
    expect(result.inputs[0]).toMatchObject({
      notes: [],
      findings: [
        { gate: 'note', waiver: { source: 'checkov', reason: 'Scratch.', owner: null, until: null, ticket: null } },
      ],
    });
  });

  test('one without a reason does not count', () => {
    const result = outcome(checkov([{ id: 'CKV_AWS_16' }]), honour);
    expect(findingsOf(result)).toEqual([...blocked, ['waiver-without-reason', 'block']]);
    expect(result.inputs[0]?.findings[1]?.message).toBe(
      'Waiver of storage-encrypted for Data gives no reason (checkov CKV_AWS_16)',
    );
  });

  test('one that ended does not count', () => {
    const suppression: Suppression = {
      tool: 'checkov', rule: 'CKV_AWS_16', narrowedTo: null, reason: 'r', until: '2026-11-23', resource: 'Data', ids: ['Data'],
      file: 'main.tf', line: 3, column: 1,
    }; // prettier-ignore
    const given = (more: Partial<Suppression>) =>
      findingsOf(
        run([input([failing(encrypted, database({}))], { suppressions: [{ ...suppression, ...more }] })], honour),
      );
    expect(given({})).toEqual([...blocked, ['waiver-expired', 'warn']]);
    expect(given({ until: '2026-11-24' })).toEqual(waived);
    expect(given({ until: null, narrowedTo: 'workspace dev' })).toEqual(blocked);
    expect(given({ until: null, rule: null })).toEqual(blocked);
  });

  test('one that is not needed here may be needed there', () => {
    const result = run([input([finding(encrypted, database(skipped), 'pass')])], honour);
    expect(findingsOf(result)).toEqual([]);
  });

  test('what must never be waived is not', () => {
    const result = outcome(skipped, { ...honour, never: ['storage-encrypted'] });
    expect(result.decision).toBe('blocked');
    expect(result.inputs[0]?.notes[0]).toContain('is refused');
  });

  test('and lets nothing beside the code count, it does not', () => {
    const result = outcome(skipped, { ...honour, inline: false });
    expect(findingsOf(result)).toEqual(blocked);
    expect(result.inputs[0]?.notes).toEqual([
      '1 waiver(s) beside the code ignored: the configuration says "inline: false"',
    ]);
  });

  test.each<[string, Raw, readonly string[]]>([
    [
      'that nothing answers to',
      checkov([
        { id: 'CKV_AWS_99999', comment: 'x' },
        { id: 'CKV_AWS_157', comment: 'x' },
      ]),
      ['2 suppressions of checkov name rules that no control here answers to: CKV_AWS_99999, CKV_AWS_157'],
    ],
    [
      'that is only a part of a control',
      checkov([{ id: 'CKV_AWS_24', comment: 'x' }]),
      [
        '1 suppression of checkov is for a part of what a control here asks, and does not count: CKV_AWS_24 (ingress-admin-not-open)',
      ],
    ],
    [
      'of a tool that is not honoured',
      { ...skipped, cfn_nag: { rules_to_suppress: [{ id: 'F27', reason: 'x' }, { id: 'W28' }] } },
      ['2 suppressions of other tools are not counted (cfn-nag 2); to honour them: "waivers: { honour: [cfn-nag] }"'],
    ],
  ])('a rule %s is noted', (_, metadata, notes) => {
    expect(outcome(metadata, honour).inputs[0]?.notes).toEqual(notes);
  });

  test('many rules are noted in few words', () => {
    const skip = Array.from({ length: 30 }, (_, index) => ({ id: `CKV_X_${String(index)}`, comment: 'x' }));
    expect(outcome(checkov(skip), honour).inputs[0]?.notes.join()).toMatch(/^30 suppressions .*CKV_X_19 and 10 more$/);
  });

  test('the list of waivers says for which rule', () => {
    const states = waiverStates(
      [input([failing(encrypted, database(skipped))])],
      controls,
      settings({ waivers: honour }, { today }),
    );
    expect(states).toMatchObject([
      { state: 'active', daysLeft: null, findings: 1, waiver: { source: 'checkov', rule: 'CKV_AWS_16', line: 7 } },
    ]);
  });
});

test('where it does not, one quiet note says how to', () => {
  const result = outcome(skipped, {});
  expect(findingsOf(result)).toEqual(blocked);
  expect(result.inputs[0]?.notes).toEqual([
    '1 suppression of another tool is not counted (checkov 1); to honour them: "waivers: { honour: [checkov] }"',
  ]);
});

describe('a waiver beside a companion', () => {
  const bucket = database({});
  const policy = resource('Policy', {
    vocabulary: 'cloudformation',
    ...attributes('Policy', { Metadata: { demarc: { allow: [{ control: 'storage-encrypted', reason: 'r' }] } } }),
  });
  const found = (...ids: readonly string[]): JudgedInput => {
    const one = {
      ...failing(encrypted, bucket),
      related: [policy],
      witnesses: ids.map((id) => ({ at: { id, path: [] }, note: 'seen' })),
    };
    const made = input([one]);
    return made.after ? { ...made, after: { ...made.after, graph: new ResourceGraph([bucket, policy]) } } : made;
  };

  test('is for what stands in it alone', () => {
    expect(findingsOf(run([found('Policy')], {}))).toEqual(waived);
  });

  test('and not for what stands elsewhere too', () => {
    for (const ids of [['Policy', 'Data'], ['Data'], []])
      expect(findingsOf(run([found(...ids)], {}))).toEqual([...blocked, ['waiver-unused', 'note']]);
  });
});
