import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide, exitCodeOf } from '../../src/gate/decision';
import type { GateOptions } from '../../src/gate/settings';
import type { JudgedInput } from '../../src/gate/weigh';
import { ResourceGraph } from '../../src/model/graph';
import type { Result } from '../../src/model/result';
import {
  admin,
  control,
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
  tagged,
  wildcard,
} from './build';

const data = resource('aws_ebs_volume.data');
const run = (inputs: readonly JudgedInput[], configuration: unknown = {}, options: Partial<GateOptions> = {}): Result =>
  decide(inputs, controls, settings(configuration, options), { version: '1.2.3' });
const firstOf = (result: Result) => result.inputs[0]?.findings[0];

describe('decision and exit code', () => {
  const broken: JudgedInput = { path: 'x', dialect: null, notes: [], error: 'no plan' };
  const passing = input([finding(encrypted, data, 'pass')]);
  const blocking = input([failing(encrypted, data)]);
  const partial = (of: JudgedInput): JudgedInput => ({ ...of, incomplete: 'the plan errored' });

  test.each<[string, readonly JudgedInput[], Result['decision'], number]>([
    ['all pass', [passing], 'open', 0],
    ['a warning', [input([failing(rotated, data)])], 'open', 0],
    ['a block', [blocking], 'blocked', 1],
    ['undecided', [input([finding(encrypted, data, 'undecided')])], 'open', 0],
    ['one of several blocks', [passing, blocking], 'blocked', 1],
    ['one is unreadable', [passing, broken], 'incomplete', 2],
    ['unreadable beats blocked', [blocking, broken], 'incomplete', 2],
    ['a part is missing', [partial(passing)], 'incomplete', 2],
    ['a part is missing, and what is there blocks', [partial(blocking)], 'incomplete', 2],
    ['nothing to inspect in an input', [input([])], 'open', 0],
    ['no input', [], 'incomplete', 2],
  ])('%s', (_, inputs, decision, code) => {
    const result = run(inputs);
    expect(result.decision).toBe(decision);
    expect(exitCodeOf(result)).toBe(code);
    expect(exitCodeOf(result, { exitZero: true })).toBe(code === 1 ? 0 : code);
  });

  test('one bad input never suppresses the others', () => {
    const result = run([broken, blocking]);
    expect(result.inputs.map(({ error, findings }) => [error, findings.length])).toEqual([
      ['no plan', 0],
      [null, 1],
    ]);
  });

  test('what is incomplete is an error, or a note where that is allowed', () => {
    expect(run([partial(blocking)]).inputs[0]).toMatchObject({ error: 'the plan errored', notes: [] });
    const allowed = run([partial(passing)], {}, { allowIncomplete: true });
    expect(allowed.decision).toBe('open');
    expect(allowed.inputs[0]).toMatchObject({ error: null, notes: ['the plan errored'] });
    expect(run([broken], {}, { allowIncomplete: true }).decision).toBe('incomplete');
  });
});

describe('a finding', () => {
  const key = resource('aws_kms_key.main', { type: 'aws_kms_key', locate: () => undefined });
  const volume = resource('module.db.aws_ebs_volume.data', {
    constructPath: 'Db/Data',
    stack: 'Db',
    locate: (path) =>
      path[0] === 'encrypted' ? { file: 'main.tf', line: 12, column: 3 } : { file: 'main.tf', line: 10, column: 1 },
  });
  const report = (verdict: 'fail' | 'undecided' | 'pass') => {
    const findings = [
      finding(encrypted, volume, verdict, {
        related: [key, key],
        witnesses: [
          { at: { id: key.id, path: ['policy'] }, note: 'of the key' },
          { at: { id: volume.id, path: ['encrypted'] }, note: 'encryption at rest: settled at apply' },
          { at: { id: volume.id, path: ['encrypted'] }, note: 'encryption at rest: settled at apply' },
          { at: { id: '', path: ['x'] }, note: 'of nobody' },
        ],
      }),
    ];
    const graph = new ResourceGraph([volume, key]);
    return firstOf(run([input([], { after: { graph, findings, unclassified: [] } })], {}, { includePass: true }));
  };

  test('says everything the contract asks for', () => {
    expect(report('fail')).toEqual({
      control: 'storage-encrypted',
      verdict: 'fail',
      gate: 'block',
      severity: 'high',
      area: 'data-at-rest',
      party: 'customer',
      responsibility: 'what can be configured is yours',
      supports: [],
      suggestion: null,
      message: 'EBS volume module.db.aws_ebs_volume.data fails storage-encrypted',
      why: 'Because.',
      fix: 'Repair it.',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      resource: {
        address: 'module.db.aws_ebs_volume.data',
        type: 'aws_ebs_volume',
        service: 'ebs',
        constructPath: 'Db/Data',
        stack: 'Db',
        document: 'plan.json',
      },
      related: ['aws_kms_key.main'],
      change: null,
      witnesses: [
        {
          address: 'module.db.aws_ebs_volume.data',
          path: ['encrypted'],
          note: 'encryption at rest: settled at apply',
          file: 'main.tf',
          line: 12,
          column: 3,
        },
        {
          address: 'module.db.aws_ebs_volume.data',
          path: ['x'],
          note: 'of nobody',
          file: 'main.tf',
          line: 10,
          column: 1,
        },
        { address: 'aws_kms_key.main', path: ['policy'], note: 'of the key', file: null, line: null, column: null },
      ],
      waiver: null,
      coveredBy: null,
    });
  });

  test('says why it is undecided, and what it passes', () => {
    expect(report('undecided')?.message).toBe(
      'EBS volume module.db.aws_ebs_volume.data cannot be decided: encryption at rest: settled at apply',
    );
    expect(report('pass')).toMatchObject({
      verdict: 'pass',
      gate: 'note',
      message: 'EBS volume module.db.aws_ebs_volume.data passes: storage-encrypted holds',
    });
  });

  test('is on the side of the line that the caller knows', () => {
    const result = decide([input([failing(encrypted, data)])], controls, settings(), {
      version: '0',
      line: {
        sideOf: () => ({ party: 'shared', because: 'each for a half' }),
        movesBetween: () => [],
        unownedAreas: () => [],
      },
    });
    expect(firstOf(result)).toMatchObject({ party: 'shared', responsibility: 'each for a half' });
  });

  test('of a control that nobody knows is a mistake of the caller', () => {
    expect(() => run([input([failing(control('x'), data)])])).toThrow(/"x", which is not among the controls/);
  });
});

describe('fingerprint', () => {
  const of = (more: Parameters<typeof resource>[1], address = 'Data', about = encrypted) =>
    firstOf(run([input([failing(about, resource(address, more))])]))?.fingerprint;

  test('is the same whatever the document, its lines and its order', () => {
    expect(of({ document: 'a.json', locate: () => ({ file: 'a', line: 1, column: 1 }) })).toBe(
      of({ document: 'b.json' }),
    );
    expect(of({ id: 'other', previousId: 'older' })).toBe(of({}));
    expect(of({ constructPath: 'Stack/Data' }, 'DataE3889A50')).toBe(
      of({ constructPath: 'Stack/Data' }, 'Data1B2C3D4E'),
    );
  });

  test('is another for another control or resource', () => {
    const prints = [
      of({}),
      of({}, 'Other'),
      of({ stack: 'A' }),
      of({ stack: 'B' }),
      of({ constructPath: 'A/Data' }),
      of({}, 'Data', rotated),
    ];
    expect(new Set(prints).size).toBe(prints.length);
  });

  test('of a waiver is its own', () => {
    const waivers = ['a', 'b'].map((name) => ({
      control: 'storage-encrypted',
      resource: name,
      reason: 'r',
      owner: 'o',
      until: '2020-01-01',
    }));
    const prints = run([input([])], { waivers }).inputs[0]?.findings.map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(2);
  });
});

test('of what a tool makes itself warnings are notes, and what blocks still blocks', () => {
  const made = { ...data, madeByTool: true };
  const { inputs, decision } = run([input([failing(encrypted, made), failing(rotated, made)])]);
  expect(inputs[0]?.findings.map((one) => [one.control, one.gate])).toEqual([
    ['storage-encrypted', 'block'],
    ['key-rotation', 'note'],
  ]);
  expect(decision).toBe('blocked');
});

describe('what speaks for what', () => {
  const both = [failing(wildcard, data), failing(admin, data)];
  const outcome = (inputs: readonly JudgedInput[], configuration: unknown = {}) =>
    run(inputs, configuration).inputs[0]?.findings.map((one) => [one.control, one.gate, one.coveredBy]);

  test('the more specific speaks', () => {
    expect(outcome([input(both)])).toEqual([
      ['iam-no-admin', 'block', null],
      ['iam-no-wildcard-action', 'note', 'iam-no-admin'],
    ]);
  });

  test.each<[string, JudgedInput, unknown]>([
    ['passes', input([failing(wildcard, data), finding(admin, data, 'pass')]), {}],
    ['is undecided', input([failing(wildcard, data), finding(admin, data, 'undecided')]), {}],
    ['fails elsewhere', input([failing(wildcard, data), failing(admin, resource('other'))]), {}],
    ['is off', input(both), { controls: { 'iam-no-admin': 'off' } }],
    ['is skipped', input(both), { skip: ['iam-no-admin'] }],
    ['weighs less', input(both), { controls: { 'iam-no-admin': 'warn' } }],
    [
      'is waived',
      input(both),
      { waivers: [{ control: 'iam-no-admin', resource: '*', reason: 'r', owner: 'o', until: '2027-01-01' }] },
    ],
  ])('not where it %s', (_, judgedInput, configuration) => {
    expect(outcome([judgedInput], configuration)).toContainEqual(['iam-no-wildcard-action', 'block', null]);
  });

  test('not where it is undecided, though the gate has both weigh the same', () => {
    const found = [failing(wildcard, data), finding(admin, data, 'undecided')];
    expect(outcome([input(found)], { undecided: 'block', controls: { 'iam-no-admin': 'block' } })).toContainEqual([
      'iam-no-wildcard-action',
      'block',
      null,
    ]);
  });

  test('of several questions that one unknown keeps open, the gravest', () => {
    const found = [encrypted, rotated].map((one) => finding(one, data, 'undecided'));
    expect(outcome([input(found)])).toEqual([
      ['storage-encrypted', 'warn', null],
      ['key-rotation', 'note', 'storage-encrypted'],
    ]);
    const faults = [encrypted, rotated].map((one) => failing(one, data));
    expect(outcome([input(faults)])).toEqual([
      ['storage-encrypted', 'block', null],
      ['key-rotation', 'warn', null],
    ]);
  });

  test('a waived finding is spoken for by its waiver', () => {
    const waivers = [
      { control: 'iam-no-wildcard-action', resource: '*', reason: 'r', owner: 'o', until: '2027-01-01' },
    ];
    expect(outcome([input(both)], { waivers })).toContainEqual(['iam-no-wildcard-action', 'note', null]);
  });

  test('what got worse is not silenced by what was there before', () => {
    const updated = { ...data, action: 'update' as const };
    const before = judged([finding(wildcard, data, 'pass'), failing(admin, data)]);
    expect(outcome([input([failing(wildcard, updated), failing(admin, updated)], { before })])).toEqual([
      ['iam-no-wildcard-action', 'block', null],
      ['iam-no-admin', 'note', null],
    ]);
  });

  test('two that yield to each other do not both fall silent, and neither do three', () => {
    for (const ring of [
      ['a', 'b'],
      ['a', 'b', 'c'],
    ]) {
      const circle = ring.map((id, index) => control(id, { yieldsTo: [ring[(index + 1) % ring.length] ?? ''] }));
      const result = decide([input(circle.map((one) => failing(one, data)))], circle, settings(), { version: '0' });
      expect(result.decision).toBe('blocked');
      expect(result.summary.gate).toEqual({ block: 1, warn: 0, note: ring.length - 1, waived: 0 });
    }
  });

  test('a chain ends where the most specific speaks, in whatever order', () => {
    const chain = [control('a', { yieldsTo: ['b'] }), control('b', { yieldsTo: ['c'] }), control('c')];
    for (const order of [chain, chain.toReversed()]) {
      const result = decide([input(order.map((one) => failing(one, data)))], chain, settings(), { version: '0' });
      expect(result.inputs[0]?.findings.map((one) => [one.control, one.coveredBy])).toEqual([
        ['c', null],
        ['a', 'b'],
        ['b', 'c'],
      ]);
    }
  });
});

describe('the whole', () => {
  const other = resource('aws_ebs_volume.a');
  const findings = [
    failing(tagged, data),
    finding(encrypted, other, 'undecided'),
    failing(rotated, data),
    failing(encrypted, data),
    failing(admin, data),
    failing(encrypted, other),
    finding(rotated, other, 'pass'),
    failing(managedKey, other),
  ];

  test('is ordered by gate, severity, address and control, whatever the order of the input', () => {
    const orders = [findings, findings.toReversed()].map((order) =>
      run([input(order)], {}, { includePass: true }).inputs[0]?.findings.map((one) =>
        [one.gate, one.severity, one.resource.address, one.control, one.verdict].join(' '),
      ),
    );
    expect(orders[0]).toEqual([
      'block critical aws_ebs_volume.data iam-no-admin fail',
      'block high aws_ebs_volume.a storage-encrypted fail',
      'block high aws_ebs_volume.data storage-encrypted fail',
      'warn high aws_ebs_volume.a storage-encrypted undecided',
      'warn medium aws_ebs_volume.data key-rotation fail',
      'note medium aws_ebs_volume.a key-rotation pass',
      'note low aws_ebs_volume.data image-tagged fail',
    ]);
    expect(orders[1]).toEqual(orders[0]);
  });

  test('is counted: verdicts of all that was judged, levels of what is listed', () => {
    const looked = resource('data.aws_ami.x', { mode: 'data' });
    const strange = [resource('z.z', { type: 'z' }), resource('y.y', { type: 'y' }), resource('y.a', { type: 'y' })];
    const after = { ...judged(findings, [looked, ...strange]), unclassified: strange };
    const result = run([input([], { after }), input([failing(encrypted, data)])], { undecided: 'off' });
    expect(result.summary).toEqual({
      resources: 6,
      unclassified: 3,
      verdict: { fail: 6, undecided: 1, pass: 1 },
      gate: { block: 4, warn: 1, note: 1, waived: 0 },
    });
    expect(result.inputs[0]).toMatchObject({
      resources: 5,
      unclassified: ['y.a', 'y.y', 'z.z'],
      unclassifiedTypes: [
        { type: 'y', count: 2 },
        { type: 'z', count: 1 },
      ],
    });
    expect(result.inputs[0]?.findings.some(({ verdict }) => verdict === 'undecided')).toBe(false);
  });

  test('passes of which the verdict alone is kept count where their control is on', () => {
    const quiet = resource('aws_ebs_volume.quiet');
    const passes = new Map([
      [data, ['storage-encrypted', 'key-rotation']],
      [quiet, ['storage-encrypted', 'key-rotation']],
    ]);
    const overrides = [{ resource: 'aws_ebs_volume.quiet', gate: 'off' as const }];
    const result = run([input([], { after: { ...judged([], [data, quiet]), passes } })], {
      controls: { 'storage-encrypted': { overrides } },
    });
    expect(result.summary.verdict).toEqual({ fail: 0, undecided: 0, pass: 3 });
  });

  test('keeps to the published schema', () => {
    const schema = JSON.parse(readFileSync(join(__dirname, '../../schemas/result.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    const waivers = [
      { control: 'iam-no-admin', resource: '*', reason: 'r', owner: 'o', until: '2027-01-01' },
      { control: 'storage-encrypted', resource: 'x', reason: 'r', owner: 'o', until: '2020-01-01' },
    ];
    const before = judged([failing(tagged, other)], [data]);
    const result = run(
      [input(findings, { before }), { path: 'x', dialect: null, notes: [], error: 'no plan' }],
      { waivers },
      { includePass: true },
    );
    validate(result);
    expect(validate.errors).toBeNull();
  });

  test('names the tool', () => {
    expect(run([])).toMatchObject({ schemaVersion: '1', tool: { name: 'demarc', version: '1.2.3' } });
  });
});
