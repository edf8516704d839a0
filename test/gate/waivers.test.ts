import { decide } from '../../src/gate/decision';
import { metadataWaivers } from '../../src/gate/metadata-waivers';
import { waiverStates } from '../../src/gate/waiver-states';
import { daysBetween, isDate, type Waiver } from '../../src/gate/waivers';
import type { JudgedInput } from '../../src/gate/weigh';
import { ResourceGraph } from '../../src/model/graph';
import { unknownLeaf, type Raw } from '../../src/model/raw';
import { parseConfiguration } from '../../src/gate/load-configuration';
import { settingsOf } from '../../src/gate/settings';
import {
  admin,
  attributes,
  controls,
  encrypted,
  failing,
  finding,
  input,
  judged,
  managedKey,
  resource,
  rotated,
  settings,
} from './build';

const data = resource('aws_ebs_volume.data');
const waiver = {
  control: 'storage-encrypted',
  resource: 'aws_ebs_volume.data',
  reason: 'Scratch.',
  owner: 'platform',
  until: '2026-11-24',
};

const run = (inputs: readonly JudgedInput[], configuration: unknown, today = '2026-11-24') =>
  decide(inputs, controls, settings(configuration, { today }), { version: '0' });

function findingsOf(result: ReturnType<typeof run>): readonly (readonly string[])[] {
  return result.inputs.flatMap(({ findings }) => findings.map((one) => [one.control, one.gate, one.resource.address]));
}

describe('dates', () => {
  test.each([
    ['2026-11-24', true],
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2027-13-01', false],
    ['2027-1-1', false],
    ['tomorrow', false],
    ['+012026-11-24', false],
    ['2027-01-01T00:00:00Z', false],
  ])('%s', (text, expected) => {
    expect(isDate(text)).toBe(expected);
  });

  test('days between', () => {
    expect(daysBetween('2026-11-24', '2026-12-08')).toBe(14);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  });
});

describe('a waiver of the configuration', () => {
  test.each([
    ['the day before its last', '2026-11-23', 'open', 0],
    ['its last day', '2026-11-24', 'open', 0],
    ['the day after', '2026-11-25', 'blocked', 1],
  ])('counts on %s: the gate is %s', (_, today, decision, block) => {
    const result = run([input([failing(encrypted, data)])], { waivers: [waiver] }, today);
    expect(result.decision).toBe(decision);
    expect(result.summary.gate).toMatchObject({ block, waived: 1 - block });
  });

  test('stands in the finding, which is quiet', () => {
    const [found] =
      run([input([failing(encrypted, data)])], { waivers: [{ ...waiver, ticket: 'OPS-1' }] }).inputs[0]?.findings ?? [];
    expect(found).toMatchObject({
      verdict: 'fail',
      gate: 'note',
      waiver: { reason: 'Scratch.', owner: 'platform', until: '2026-11-24', ticket: 'OPS-1', source: 'config' },
    });
  });

  test.each([
    ['address', 'aws_ebs_volume.data', true],
    ['type', 'aws_ebs_*', true],
    ['construct path', 'Prod/**', true],
    ['everything', '*', true],
    ['another', 'aws_ebs_volume.other', false],
  ])('is for an %s', (_, pattern, expected) => {
    const subject = resource('aws_ebs_volume.data', { constructPath: 'Prod/Data/V' });
    const result = run([input([failing(encrypted, subject)])], { waivers: [{ ...waiver, resource: pattern }] });
    expect(result.decision).toBe(expected ? 'open' : 'blocked');
  });

  test.each(['\u200b', '\u2060\ufeff', '\u3164', '\u00ad \u00a0'])(
    'gives no reason by letters that nobody sees (%#)',
    (reason) => {
      const result = run([input([failing(encrypted, data)])], { waivers: [{ ...waiver, reason }] });
      expect(findingsOf(result)).toContainEqual(['storage-encrypted', 'block', data.address]);
      expect(findingsOf(result)).toContainEqual(['waiver-without-reason', 'block', data.address]);
    },
  );

  test('is for one control', () => {
    expect(run([input([failing(admin, data)])], { waivers: [waiver] }).decision).toBe('blocked');
  });

  test('waives what is undecided too', () => {
    const result = run([input([finding(encrypted, data, 'undecided')])], { undecided: 'block', waivers: [waiver] });
    expect(result.summary.gate).toEqual({ block: 0, warn: 0, note: 0, waived: 1 });
  });

  test('cannot waive what must never be', () => {
    const result = run([input([failing(encrypted, data)])], {
      waivers: { never: ['storage-encrypted'], list: [waiver] },
    });
    expect(result.decision).toBe('blocked');
    expect(result.inputs[0]?.notes).toEqual([
      'waiver of storage-encrypted for aws_ebs_volume.data is refused: the configuration says that storage-encrypted cannot be waived',
    ]);
  });
});

describe('findings on waivers', () => {
  const expired = { ...waiver, until: '2026-11-23' };

  test('an expired one, with its place', () => {
    const loaded = parseConfiguration(`waivers:\n  - ${JSON.stringify(expired)}\n`, 'demarc.config.yaml');
    const result = decide([input([])], controls, settingsOf(loaded, { today: '2026-11-24' }, controls), {
      version: '0',
    });
    expect(result.inputs[0]?.findings).toMatchObject([
      {
        control: 'waiver-expired',
        verdict: 'fail',
        gate: 'warn',
        severity: 'high',
        area: 'configuration',
        message: 'Waiver of storage-encrypted for aws_ebs_volume.data expired after 2026-11-23 (owner: platform)',
        resource: { address: 'aws_ebs_volume.data', type: 'waiver', document: 'demarc.config.yaml' },
        witnesses: [{ file: 'demarc.config.yaml', line: 2, column: 5 }],
        change: null,
      },
    ]);
    expect(result.summary).toMatchObject({ verdict: { fail: 1 }, gate: { warn: 1 } });
  });

  test.each([
    ['its level', { controls: { 'waiver-expired': 'block' } }, 'block'],
    ['the strict preset', { preset: 'strict' }, 'warn'],
    ['failOn', { failOn: 'high' }, 'block'],
  ])('%s can be set', (_, configuration, gate) => {
    const result = run([input([])], { ...configuration, waivers: [expired] });
    expect(findingsOf(result)).toEqual([['waiver-expired', gate, 'aws_ebs_volume.data']]);
  });

  test.each([
    ['switched off', { controls: { 'waiver-expired': 'off' } }],
    ['not selected', { only: ['storage-encrypted'] }],
    ['skipped', { skip: ['waiver-*'] }],
  ])('and they can be %s', (_, configuration) => {
    expect(findingsOf(run([input([])], { ...configuration, waivers: [expired] }))).toEqual([]);
  });

  describe('an unused one', () => {
    const unused = [['waiver-unused', 'note', 'aws_ebs_volume.data']];
    const passing = finding(encrypted, data, 'pass');

    test.each<[string, readonly JudgedInput[], object, readonly (readonly string[])[]]>([
      ['its resource passes', [input([passing])], {}, unused],
      [
        'its resource is there and another control fails',
        [input([failing(rotated, data)])],
        { controls: { 'key-rotation': 'off' } },
        unused,
      ],
      ['nothing it is for is there', [input([finding(encrypted, resource('other'), 'pass')])], {}, []],
      ['there is no resource', [input([])], {}, []],
      ['its input cannot be read', [{ path: 'x', dialect: null, notes: [], error: 'broken' }], {}, []],
      ['its control is off', [input([passing])], { controls: { 'storage-encrypted': 'off' } }, []],
      [
        'its control is off there',
        [input([passing])],
        { controls: { 'storage-encrypted': { overrides: [{ resource: 'aws_ebs_volume.data', gate: 'off' }] } } },
        [],
      ],
      ['its control is not selected', [input([passing])], { skip: ['data-at-rest'] }, []],
      [
        'another input needs it',
        [input([passing]), input([failing(encrypted, data)])],
        {},
        [['storage-encrypted', 'note', 'aws_ebs_volume.data']],
      ],
      ['its resource is only looked up', [input([], { after: judged([], [{ ...data, mode: 'data' }]) })], {}, []],
      [
        'what it waives is undecided and not listed',
        [input([finding(encrypted, data, 'undecided')])],
        { undecided: 'off' },
        [],
      ],
    ])('when %s', (_, inputs, configuration, expected) => {
      expect(findingsOf(run(inputs, { ...configuration, waivers: [waiver] }))).toEqual(expected);
    });

    test('is listed where the first thing it is for was inspected', () => {
      const result = run([input([finding(encrypted, resource('other'), 'pass')]), input([passing])], {
        waivers: [waiver],
      });
      expect(result.inputs.map(({ findings }) => findings.length)).toEqual([0, 1]);
    });

    test('does not block beside one that is used', () => {
      const result = run([input([failing(encrypted, data)])], {
        waivers: [waiver, { ...waiver, resource: 'aws_ebs_*' }],
      });
      expect(findingsOf(result)).toEqual([['storage-encrypted', 'note', 'aws_ebs_volume.data']]);
    });
  });
});

describe('a waiver beside the code', () => {
  const volume = (demarc: Raw) =>
    resource('Data', {
      type: 'AWS::EC2::Volume',
      vocabulary: 'cloudformation',
      document: 't.yaml',
      ...attributes('Data', { Metadata: { demarc } }),
      locate: () => ({ file: 't.yaml', line: 7, column: 3 }),
    });
  const outcome = (demarc: Raw, configuration: unknown = {}) =>
    run([input([failing(encrypted, volume(demarc))])], configuration);
  const allow = (more: Record<string, Raw> = {}) => ({
    allow: [{ control: 'storage-encrypted', reason: 'Scratch.', ...more }],
  });

  test('is read from the metadata of its resource', () => {
    const graph = new ResourceGraph([
      volume(allow({ owner: 'platform', until: '2027-01-31', ticket: 12 })),
      resource('Other'),
    ]);
    expect(metadataWaivers(graph)).toEqual([
      {
        control: 'storage-encrypted',
        resource: 'Data',
        ids: ['Data'],
        reason: 'Scratch.',
        owner: 'platform',
        until: '2027-01-31',
        ticket: '12',
        source: 'metadata',
        file: 't.yaml',
        line: 7,
        column: 3,
      },
    ]);
  });

  test.each<[string, Raw, readonly (readonly string[])[]]>([
    ['counts', allow(), [['storage-encrypted', 'note', 'Data']]],
    ['counts until its day', allow({ until: '2026-11-24' }), [['storage-encrypted', 'note', 'Data']]],
    [
      'expires',
      allow({ until: '2026-11-23' }),
      [
        ['storage-encrypted', 'block', 'Data'],
        ['waiver-expired', 'warn', 'Data'],
      ],
    ],
    [
      'with a day that is none does not count',
      allow({ until: 'soon' }),
      [
        ['storage-encrypted', 'block', 'Data'],
        ['waiver-expired', 'warn', 'Data'],
      ],
    ],
    [
      'without a reason does not count',
      { allow: [{ control: 'storage-encrypted' }] },
      [
        ['storage-encrypted', 'block', 'Data'],
        ['waiver-without-reason', 'block', 'Data'],
      ],
    ],
    [
      'with an empty reason does not count',
      allow({ reason: ' ' }),
      [
        ['storage-encrypted', 'block', 'Data'],
        ['waiver-without-reason', 'block', 'Data'],
      ],
    ],
    [
      'with an unsettled reason does not count',
      allow({ reason: unknownLeaf('a parameter') }),
      [
        ['storage-encrypted', 'block', 'Data'],
        ['waiver-without-reason', 'block', 'Data'],
      ],
    ],
    [
      'that is only a name gives no reason',
      { allow: 'storage-encrypted' },
      [
        ['storage-encrypted', 'block', 'Data'],
        ['waiver-without-reason', 'block', 'Data'],
      ],
    ],
    [
      'that is one block is a list of one',
      { allow: { control: 'storage-encrypted', reason: 'Scratch.' } },
      [['storage-encrypted', 'note', 'Data']],
    ],
    [
      'of another control is unused',
      { allow: [{ control: 'key-rotation', reason: 'x' }] },
      [
        ['storage-encrypted', 'block', 'Data'],
        ['waiver-unused', 'note', 'Data'],
      ],
    ],
    [
      'of a control that does not exist is unused',
      { allow: [{ control: 'storage-encryptd', reason: 'x' }] },
      [
        ['storage-encrypted', 'block', 'Data'],
        ['waiver-unused', 'note', 'Data'],
      ],
    ],
    [
      'of the tool itself is unused',
      { allow: [{ control: 'waiver-expired', reason: 'x' }] },
      [
        ['storage-encrypted', 'block', 'Data'],
        ['waiver-unused', 'note', 'Data'],
      ],
    ],
    ['that is nothing', { allow: null }, [['storage-encrypted', 'block', 'Data']]],
    ['that is a surprise', 'storage-encrypted', [['storage-encrypted', 'block', 'Data']]],
  ])('%s', (_, demarc, expected) => {
    expect(findingsOf(outcome(demarc))).toEqual(expected);
  });

  test('says what an unknown control may have meant', () => {
    const [, unused] = outcome({ allow: [{ control: 'storage-encryptd', reason: 'x' }] }).inputs[0]?.findings ?? [];
    expect(unused?.message).toBe(
      'Waiver of storage-encryptd for Data names no control: "storage-encryptd"; did you mean "storage-encrypted"?',
    );
  });

  test('is for its own resource only, whatever wildcards its name holds', () => {
    const odd = { ...volume(allow()), id: 'a', address: '*' };
    const other = resource('Other', { id: 'b' });
    expect(findingsOf(run([input([failing(encrypted, odd), failing(encrypted, other)])], {}))).toEqual([
      ['storage-encrypted', 'block', 'Other'],
      ['storage-encrypted', 'note', '*'],
    ]);
  });

  test('counts in its own input only', () => {
    const inputs = [input([failing(encrypted, volume(allow()))]), input([failing(encrypted, resource('Data'))])];
    expect(run(inputs, {}).inputs.map(({ findings }) => findings.map(({ gate }) => gate))).toEqual([
      ['note'],
      ['block'],
    ]);
  });

  test('does not count where the configuration forbids it', () => {
    const ignored = outcome(allow(), { waivers: { inline: false } });
    expect(ignored.decision).toBe('blocked');
    expect(ignored.inputs[0]?.notes).toEqual([
      '1 waiver(s) beside the code ignored: the configuration says "inline: false"',
    ]);
    const refused = outcome(allow(), { waivers: { never: ['storage-encrypted'] } });
    expect(refused.decision).toBe('blocked');
    expect(refused.inputs[0]?.notes[0]).toContain('is refused');
  });

  test('comes after the configuration', () => {
    const result = outcome(allow(), { waivers: [{ ...waiver, resource: 'Data' }] });
    expect(result.inputs[0]?.findings).toMatchObject([{ waiver: { source: 'config' } }]);
  });

  describe('that a reader found in a comment', () => {
    const comment = (more: Partial<Waiver> = {}): Waiver => ({
      control: 'storage-encrypted', resource: 'aws_ebs_volume.data', ids: ['aws_ebs_volume.data'], reason: 'Scratch.', owner: 'platform',
      until: '2026-12-31', ticket: null, source: 'comment', file: 'main.tf', line: 3, column: 1, ...more,
    }); // prettier-ignore

    test.each<[string, Partial<Waiver>, string]>([
      ['counts', {}, 'open'],
      ['needs a day', { until: null }, 'blocked'],
      ['needs a reason', { reason: null }, 'blocked'],
    ])('%s', (_, more, decision) => {
      expect(run([input([failing(encrypted, data)], { waivers: [comment(more)] })], {}).decision).toBe(decision);
    });

    test('an acknowledgement needs none', () => {
      const waivers = [comment({ source: 'acknowledgement', until: null, owner: null })];
      expect(run([input([failing(encrypted, data)], { waivers })], {}).decision).toBe('open');
    });
  });
});

describe('states', () => {
  const list = [
    { ...waiver, until: '2027-06-30' },
    { ...waiver, until: '2026-12-08' },
    { ...waiver, until: '2026-12-09' },
    { ...waiver, until: '2026-11-23' },
    { ...waiver, control: 'iam-no-admin', until: '2027-06-30' },
    { ...waiver, control: 'key-rotation', until: '2027-06-30' },
    { ...waiver, resource: 'module.gone.**', until: '2027-06-30' },
    { ...waiver, control: 'customer-managed-key', until: '2027-06-30' },
  ];
  const configuration = { waivers: { never: ['iam-no-admin'], list } };

  test('with inputs', () => {
    const states = waiverStates(
      [input([failing(encrypted, data), finding(rotated, data, 'pass'), failing(managedKey, data)])],
      controls,
      settings(configuration),
    );
    expect(states.map(({ state, daysLeft, findings }) => [state, daysLeft, findings])).toEqual([
      ['active', 218, 1],
      ['expiring', 14, 1],
      ['active', 15, 1],
      ['expired', null, 1],
      ['refused', null, 0],
      ['unused', 218, 0],
      ['not-inspected', 218, 0],
      ['not-inspected', 218, 0],
    ]);
  });

  test('without inputs, by their dates', () => {
    expect(waiverStates([], controls, settings(configuration)).map(({ state }) => state)).toEqual([
      'active', 'expiring', 'active', 'expired', 'refused', 'active', 'active', 'active',
    ]); // prettier-ignore
  });

  test('of those beside the code', () => {
    const volume = resource(
      'Data',
      attributes('Data', {
        Metadata: { demarc: { allow: [{ control: 'storage-encrypted' }, { control: 'x', reason: 'y' }] } },
      }),
    );
    expect(
      waiverStates([input([failing(encrypted, volume)])], controls, settings()).map(({ state, why }) => [state, why]),
    ).toEqual([
      ['without-reason', 'gives no reason'],
      ['unknown-control', 'names no control: "x"'],
    ]);
  });
});
