import { compare as compareBy, type Comparison, type JudgedGraph } from '../../src/gate/change';
import { planned } from '../../src/gate/correspondence';
import { decide } from '../../src/gate/decision';
import type { Finding, Verdict } from '../../src/model/finding';
import type { Action, Resource } from '../../src/model/resource';
import type { Change } from '../../src/model/result';
import { controls, encrypted, failing, finding, input, judged, resource, rotated, settings } from './build';

/** The same where of passes the verdicts alone are kept. */
const compact = ({ graph, findings }: JudgedGraph): JudgedGraph => {
  const passes = new Map<Resource, readonly string[]>();
  for (const { verdict, subject, control } of findings)
    if (verdict === 'pass') passes.set(subject, [...(passes.get(subject) ?? []), control]);
  return { graph, findings: findings.filter(({ verdict }) => verdict !== 'pass'), passes };
};

/** Compared in both forms, which never differ. */
function compare(before: JudgedGraph, after: JudgedGraph): Comparison {
  const whole = compareBy(before, after, planned(before.graph));
  const lean = compareBy(compact(before), compact(after), planned(before.graph));
  expect(lean.fixed).toEqual(whole.fixed);
  const changeOf = (finding: Finding): Change | null => {
    const change = whole.changeOf(finding);
    expect(lean.changeOf(finding)).toBe(change);
    return change;
  };
  return { changeOf, fixed: whole.fixed };
}

const volume = (action: Action, more: Partial<Resource> = {}) => resource('aws_ebs_volume.data', { action, ...more });
const before = volume('no-op');

const withWitnesses = (verdict: Verdict, subject: Resource, paths: readonly string[]): Finding =>
  finding(encrypted, subject, verdict, {
    witnesses: paths.map((path) => ({ at: { id: subject.id, path: [path] }, note: 'open' })),
  });

describe('verdict against verdict', () => {
  test.each<[Verdict, Verdict, Change | null, number]>([
    ['pass', 'fail', 'worsened', 0],
    ['undecided', 'fail', 'worsened', 0],
    ['fail', 'fail', 'existing', 0],
    ['pass', 'undecided', 'worsened', 0],
    ['undecided', 'undecided', 'existing', 0],
    ['fail', 'undecided', 'existing', 0],
    ['fail', 'pass', null, 1],
    ['undecided', 'pass', null, 0],
    ['pass', 'pass', null, 0],
  ])('%s to %s', (was, is, change, fixed) => {
    for (const action of ['update', 'replace'] as const) {
      const after = finding(encrypted, volume(action), is);
      const comparison = compare(judged([finding(encrypted, before, was)]), judged([after]));
      expect(comparison.changeOf(after)).toBe(change);
      expect(comparison.fixed).toHaveLength(fixed);
    }
  });

  test.each<[string, readonly string[], readonly string[], Change]>([
    ['more', ['a'], ['a', 'b'], 'worsened'],
    ['as many', ['a', 'b'], ['a', 'c'], 'existing'],
    ['fewer', ['a', 'b'], ['a'], 'existing'],
    ['the same one twice', ['a'], ['a', 'a'], 'existing'],
  ])('failing witnesses: %s', (_, was, is, change) => {
    const after = withWitnesses('fail', volume('update'), is);
    expect(compare(judged([withWitnesses('fail', before, was)]), judged([after])).changeOf(after)).toBe(change);
  });

  test('more open questions are no worse', () => {
    const after = withWitnesses('undecided', volume('update'), ['a', 'b']);
    const was = withWitnesses('undecided', before, ['a']);
    expect(compare(judged([was]), judged([after])).changeOf(after)).toBe('existing');
  });

  test('every control for itself', () => {
    const after = failing(rotated, volume('update'));
    const was = [failing(encrypted, before), finding(rotated, before, 'pass')];
    expect(compare(judged(was), judged([after])).changeOf(after)).toBe('worsened');
  });
});

describe('where nothing was said before', () => {
  const touched = resource('aws_security_group_rule.open', { action: 'create' });

  test.each<[string, Resource, readonly Resource[], readonly Resource[], Change]>([
    ['created', volume('create'), [], [], 'introduced'],
    ['imported', volume('import'), [], [], 'existing'],
    [
      'imported beside a change of something else',
      volume('import'),
      [],
      [resource('x', { action: 'create' })],
      'existing',
    ],
    [
      'not touched, beside a change of something else',
      volume('no-op'),
      [before],
      [resource('x', { action: 'create' })],
      'existing',
    ],
    ['updated, and without a fault of this kind', volume('update'), [before], [], 'worsened'],
    ['updated, and not in the state', volume('update'), [], [], 'introduced'],
    ['replaced, and not in the state', volume('replace'), [], [], 'introduced'],
  ])('%s', (_, subject, was, others, change) => {
    const after = failing(encrypted, subject);
    expect(compare(judged([], was), judged([after], others)).changeOf(after)).toBe(change);
  });

  test('a new companion makes its owner worse', () => {
    const related = finding(encrypted, volume('no-op'), 'fail', { related: [touched] });
    expect(compare(judged([], [before]), judged([related], [touched])).changeOf(related)).toBe('worsened');
    const witness = { at: { id: touched.id, path: ['cidr_blocks'] }, note: 'open' };
    const witnessed = finding(encrypted, volume('no-op'), 'fail', { witnesses: [witness] });
    expect(compare(judged([], [before]), judged([witnessed], [touched])).changeOf(witnessed)).toBe('worsened');
  });
});

test('a deleted companion makes its owner worse', () => {
  const block = resource('aws_s3_bucket_public_access_block.b');
  const after = failing(encrypted, volume('no-op'));
  const was = finding(encrypted, before, 'pass', { related: [block] });
  expect(compare(judged([was], [block]), judged([after])).changeOf(after)).toBe('worsened');
});

test('where nothing changes, nothing gets worse: the state is only read in another way', () => {
  const after = finding(encrypted, volume('no-op'), 'undecided');
  expect(compare(judged([finding(encrypted, before, 'pass')]), judged([after])).changeOf(after)).toBe('existing');
});

describe('moved', () => {
  const moved = resource('module.a.aws_ebs_volume.data', { action: 'update', previousId: 'aws_ebs_volume.data' });

  test('is compared with what it was', () => {
    const after = failing(encrypted, moved);
    expect(compare(judged([failing(encrypted, before)]), judged([after])).changeOf(after)).toBe('existing');
    expect(compare(judged([finding(encrypted, before, 'pass')]), judged([after])).changeOf(after)).toBe('worsened');
  });

  test('also where the state already knows the new name', () => {
    const renamed = resource('module.a.aws_ebs_volume.data');
    const after = failing(encrypted, moved);
    const was = [failing(encrypted, renamed), finding(encrypted, before, 'pass')];
    expect(compare(judged(was), judged([after])).changeOf(after)).toBe('existing');
  });

  test('is fixed under its new name', () => {
    const { fixed } = compare(judged([failing(encrypted, before)]), judged([finding(encrypted, moved, 'pass')]));
    expect(fixed.map(({ subject }) => subject.address)).toEqual(['module.a.aws_ebs_volume.data']);
  });
});

describe('fixed', () => {
  test('also where no fact is left that could fail', () => {
    expect(compare(judged([failing(encrypted, before)]), judged([], [volume('update')])).fixed).toHaveLength(1);
  });

  test('not by deletion', () => {
    expect(compare(judged([failing(encrypted, before)]), judged([])).fixed).toEqual([]);
  });

  test('not by turning undecided', () => {
    const after = finding(encrypted, volume('update'), 'undecided');
    expect(compare(judged([failing(encrypted, before)]), judged([after])).fixed).toEqual([]);
  });
});

describe('an index that moves on', () => {
  const at = (index: number, action: Action = 'update') =>
    resource(`aws_ebs_volume.data[${String(index)}]`, { action });
  const all = (action: Action, faults: readonly number[], count: number): JudgedGraph =>
    judged(
      Array.from({ length: count }, (_, index) =>
        finding(encrypted, at(index, action), faults.includes(index) ? 'fail' : 'pass'),
      ),
    );
  /** What became of the faults of so many instances, by their indexes. */
  const moved = (was: readonly number[], before: number, is: readonly number[], after: number) => {
    const now = all('update', is, after);
    const comparison = compare(all('no-op', was, before), now);
    return [
      now.findings.filter(({ verdict }) => verdict === 'fail').map((one) => comparison.changeOf(one)),
      comparison.fixed.map(({ subject }) => subject.address),
    ];
  };

  test.each<[string, readonly number[], number, readonly number[], number, readonly (Change | null)[]]>([
    ['an item before it is gone', [2], 3, [1], 2, ['existing']],
    ['of eleven, an item before it is gone', [11], 12, [10], 11, ['existing']],
    ['there are as many instances', [2], 3, [1], 3, ['worsened']],
    ['there are more faults than before', [2], 4, [1, 2], 3, ['worsened', 'existing']],
    ['there was none', [], 3, [1], 2, ['worsened']],
  ])('%s', (_, was, before, is, after, changes) => {
    const [found, fixed] = moved(was, before, is, after);
    expect(found).toEqual(changes);
    if (changes.includes('existing')) expect(fixed).toEqual([]);
  });

  test('what is gone altogether is fixed', () => {
    expect(moved([0], 3, [], 2)).toEqual([[], ['aws_ebs_volume.data[0]']]);
  });

  test('a question does not move', () => {
    const was = judged([0, 1, 2].map((index) => finding(encrypted, at(index, 'no-op'), index === 2 ? 'fail' : 'pass')));
    const question = finding(encrypted, at(1), 'undecided');
    const now = judged([finding(encrypted, at(0), 'pass'), question]);
    expect(compare(was, now).changeOf(question)).toBe('worsened');
  });

  test('one instance that is left has its index still', () => {
    const lone = failing(encrypted, resource('aws_ebs_volume.data', { action: 'update' }));
    const was = judged([finding(encrypted, resource('aws_ebs_volume.data', { action: 'no-op' }), 'pass'), failing(encrypted, at(1))]); // prettier-ignore
    expect(compare(was, judged([lone])).changeOf(lone)).toBe('worsened');
  });
});

describe('what the gate makes of it', () => {
  const change = (was: readonly Finding[], is: readonly Finding[], configuration: unknown = {}) =>
    decide([input(is, { before: judged(was, [before]) })], controls, settings(configuration), { version: '0' });

  test.each<[string, Verdict, Verdict, unknown, string | undefined, string]>([
    ['existing is quiet', 'fail', 'fail', {}, 'note', 'open'],
    ['existing blocks where all counts', 'fail', 'fail', { block: 'all' }, 'block', 'blocked'],
    ['worsened blocks', 'pass', 'fail', {}, 'block', 'blocked'],
    ['pass to undecided is as undecided is', 'pass', 'undecided', {}, 'warn', 'open'],
    ['pass to undecided can block', 'pass', 'undecided', { undecided: 'block' }, 'block', 'blocked'],
    ['existing and undecided is quiet', 'undecided', 'undecided', { undecided: 'block' }, 'note', 'open'],
    ['fixed is not listed among the findings', 'fail', 'pass', {}, undefined, 'open'],
  ])('%s', (_, was, is, configuration, gate, decision) => {
    const result = change([finding(encrypted, before, was)], [finding(encrypted, volume('update'), is)], configuration);
    expect(result.inputs[0]?.findings[0]?.gate).toBe(gate);
    expect(result.decision).toBe(decision);
  });

  test('introduced blocks', () => {
    const result = change([], [failing(encrypted, resource('new', { action: 'create' }))]);
    expect(result.inputs[0]?.findings).toMatchObject([{ change: 'introduced', gate: 'block' }]);
  });

  test('templates have no before: all is gated', () => {
    const result = decide([input([failing(encrypted, before)])], controls, settings({ block: 'new' }), {
      version: '0',
    });
    expect(result.inputs[0]?.findings).toMatchObject([{ change: null, gate: 'block' }]);
  });

  test('fixed says so', () => {
    const result = change([failing(encrypted, before)], [finding(encrypted, volume('update'), 'pass')]);
    expect(result.inputs[0]?.fixed).toMatchObject([
      {
        control: 'storage-encrypted',
        verdict: 'fail',
        gate: 'note',
        change: null,
        message: 'EBS volume aws_ebs_volume.data no longer fails: storage-encrypted holds',
      },
    ]);
    expect(result.summary.verdict).toEqual({ fail: 0, undecided: 0, pass: 1 });
  });

  test('what is off is neither found nor fixed', () => {
    const result = change([failing(encrypted, before)], [finding(encrypted, volume('update'), 'pass')], {
      controls: { 'storage-encrypted': 'off' },
    });
    expect(result.inputs[0]?.fixed).toEqual([]);
    expect(result.summary.verdict.pass).toBe(0);
  });
});
