import { baselineOf, baselineText, comparedWith, type Baseline, type BaselineEntry } from '../../src/gate/baseline';
import { parseBaseline } from '../../src/gate/baseline-schema';
import { compare } from '../../src/gate/change';
import { planned } from '../../src/gate/correspondence';
import { decide } from '../../src/gate/decision';
import { fingerprintOf } from '../../src/gate/fingerprint';
import type { Finding, Verdict } from '../../src/model/finding';
import type { Resource } from '../../src/model/resource';
import { controls, encrypted, failing, finding, input, judged, resource, settings } from './build';

const volume = (address: string, more: Partial<Resource> = {}) =>
  resource(address, { document: 'stack.json', ...more });

const withPlaces = (subject: Resource, count: number, verdict: Verdict = 'fail'): Finding =>
  finding(encrypted, subject, verdict, {
    witnesses: Array.from({ length: count }, (_, index) => ({ at: { id: subject.id, path: [index] }, note: 'open' })),
  });

const entry = (subject: Resource, more: Partial<BaselineEntry> = {}): BaselineEntry => ({
  control: encrypted.id,
  resource: subject.constructPath ?? subject.address,
  document: subject.document,
  verdict: 'fail',
  places: 1,
  fingerprint: fingerprintOf(encrypted.id, subject),
  ...more,
});

const knowing = (...findings: readonly BaselineEntry[]): Baseline => ({
  baseline: '1',
  findings,
  place: (document) => document,
});

/** What a finding is beside a baseline, among others. */
const changeOf = (baseline: Baseline, found: Finding, dialect = 'cloudformation', others: readonly Finding[] = []) =>
  comparedWith(baseline, { dialect }, judged([found, ...others]), undefined).changeOf(found);

describe('what a baseline knows', () => {
  const data = volume('Data');

  test.each<[string, BaselineEntry, Finding, string]>([
    ['a fault', entry(data), failing(encrypted, data), 'existing'],
    ['a fault in as many places', entry(data, { places: 2 }), withPlaces(data, 2), 'existing'],
    ['a fault that is now in more places', entry(data, { places: 2 }), withPlaces(data, 3), 'worsened'],
    ['a question', entry(data, { verdict: 'undecided' }), finding(encrypted, data, 'undecided'), 'existing'],
    ['a question in more places', entry(data, { verdict: 'undecided' }), withPlaces(data, 2, 'undecided'), 'existing'],
    ['a fault that is a question now', entry(data), withPlaces(data, 2, 'undecided'), 'existing'],
    ['a question that is a fault now', entry(data, { verdict: 'undecided' }), failing(encrypted, data), 'worsened'],
    ['a fault of another resource', entry(volume('Other')), failing(encrypted, data), 'introduced'],
    ['a fault of another document', entry(data, { document: 'other.json' }), failing(encrypted, data), 'introduced'],
    [
      'a fault of another control',
      entry(data, { fingerprint: fingerprintOf('key-rotation', data) }),
      failing(encrypted, data),
      'introduced',
    ],
  ])('%s', (_, known, found, change) => {
    expect(changeOf(knowing(known), found)).toBe(change);
  });

  test('a fault under the name that the resource had', () => {
    const moved = volume('module.a.Data', { id: 'stack.json:module.a.Data', previousId: 'stack.json:Data' });
    expect(changeOf(knowing(entry(data)), failing(encrypted, moved))).toBe('existing');
  });

  test('no second resource of the name', () => {
    const first = volume('Data', { constructPath: 'S/D' });
    const second = volume('Other', { constructPath: 'S/D' });
    const known = entry(first, { document: null });
    const found = [failing(encrypted, first), failing(encrypted, second)] as const;
    expect(changeOf(knowing(known), found[1], 'cloudformation', [found[0]])).toBe('introduced');
    expect(changeOf(knowing(known, known), found[1], 'cloudformation', [found[0]])).toBe('existing');
    expect(changeOf(knowing(known), found[0], 'cloudformation', [finding(encrypted, second, 'pass')])).toBe('existing');
  });

  test('nothing of what passes', () => {
    const passing = finding(encrypted, data, 'pass');
    expect(changeOf(knowing(entry(data)), passing)).toBeNull();
  });

  test.each<[string, Partial<Resource>, string]>([
    ['a plan', {}, 'terraform-plan'],
    ['a stack', { stack: 'Prod' }, 'cdk-assembly'],
    ['a construct', { constructPath: 'Prod/Data' }, 'cdk-assembly'],
  ])('%s wherever it lies, and nothing else', (_, more, dialect) => {
    const subject = volume('Data', more);
    const known = knowing(entry(subject, { document: null }));
    expect(changeOf(known, failing(encrypted, subject), dialect)).toBe('existing');
    expect(changeOf(known, failing(encrypted, data), 'cloudformation')).toBe('introduced');
    const { inputs } = decide([{ ...input([failing(encrypted, subject)]), dialect: dialect as 'terraform-plan' }], controls, settings(), { version: '0' }); // prettier-ignore
    const [written] = baselineOf({ inputs } as Parameters<typeof baselineOf>[0], (document) => document).findings;
    expect(written?.document).toBeNull();
  });
});

describe('an index that moves on', () => {
  const at = (index: number) => volume(`aws_ebs_volume.data[${String(index)}]`);
  const shifted = (known: readonly BaselineEntry[], found: Finding, ...others: readonly Finding[]) =>
    changeOf(knowing(...known), found, 'cloudformation', others);

  test('is no new fault where there are no more than before', () => {
    expect(shifted([entry(at(11))], failing(encrypted, at(10)))).toBe('existing');
    expect(shifted([entry(at(1)), entry(at(2))], failing(encrypted, at(0)), failing(encrypted, at(1)))).toBe(
      'existing',
    );
  });

  test.each<[string, readonly BaselineEntry[], readonly [Finding, ...Finding[]]]>([
    ['there are more', [entry(at(1))], [failing(encrypted, at(0)), failing(encrypted, at(1))]],
    ['there was a question', [entry(at(1), { verdict: 'undecided' })], [failing(encrypted, at(0))]],
    ['there was another fault', [entry(at(1), { control: 'key-rotation' })], [failing(encrypted, at(0))]],
    ['another resource had it', [entry(volume('aws_ebs_volume.logs[1]'))], [failing(encrypted, at(0))]],
    ['another document had it', [entry(at(1), { document: 'other.json' })], [failing(encrypted, at(0))]],
    ['it is a question now', [entry(at(1))], [finding(encrypted, at(0), 'undecided')]],
    ['a key is none', [entry(volume('a["1"]'))], [failing(encrypted, volume('a["0"]'))]],
    ['there is none', [entry(volume('Data'))], [failing(encrypted, volume('Other'))]],
  ])('is a new one where %s', (_, known, found) => {
    expect(shifted(known, ...found)).toBe('introduced');
  });
});

test('what the state before says goes first', () => {
  const was = resource('Data', { action: 'no-op' });
  const is = failing(encrypted, resource('Data', { action: 'update' }));
  const before = judged([finding(encrypted, was, 'pass')]);
  const comparison = compare(before, judged([is]), planned(before.graph));
  const known = knowing(entry(was, { document: null }));
  const beside = (baseline: Baseline | undefined, found: Finding) =>
    comparedWith(baseline, { dialect: 'terraform-plan' }, judged([found]), comparison).changeOf(found);
  expect(beside(known, is)).toBe('worsened');
  expect(beside(undefined, is)).toBe('worsened');
  const created = failing(encrypted, resource('New', { action: 'create' }));
  expect(beside(known, created)).toBe('introduced');
});

test('a baseline without findings is written and read as one', () => {
  const text = baselineText({ baseline: '1', findings: [] });
  expect(text).toBe('{\n  "baseline": "1",\n  "findings": []\n}\n');
  expect(parseBaseline(JSON.parse(text))).toEqual({ baseline: '1', findings: [] });
});
