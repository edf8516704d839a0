import { inspect } from '../../src/inspect';
import type { ResourceComment } from '../../src/model/comment';
import { readCloudFormation } from '../../src/readers/cloudformation/reader';
import { volume } from '../support/command-line';

/** Any reader may hand over comments; what they stand on is then a matter of the graph. */
const template = readCloudFormation([{ path: 't.json', text: volume(false) }], { path: 't.json' });
const [data] = template.after.resources;

function judged(text: string, waivers: object = {}, more: Partial<ResourceComment> = {}) {
  const comment: ResourceComment = {
    text,
    resource: 'Data',
    ids: [data?.id ?? ''],
    file: 'main.tf',
    line: 3,
    column: 1,
    ...more,
  };
  const { decision, inputs } = inspect([{ ...template, comments: [comment] }], {
    today: '2026-11-26',
    configuration: { waivers },
  });
  const [input] = inputs;
  return {
    decision,
    notes: input?.notes,
    waived: input?.findings.flatMap(({ waiver }) => waiver?.source ?? []),
    own: input?.findings.map(({ control }) => control).filter((control) => control.startsWith('waiver-')),
  };
}

test('a waiver in a comment opens the gate', () => {
  expect(judged('# demarc: allow storage-encrypted until 2026-11-26 by ops because scratch')).toEqual({
    decision: 'open',
    notes: [],
    waived: ['comment'],
    own: [],
  });
});

test.each([
  ['until 2026-11-25 by ops because scratch', 'waiver-expired', []],
  ['by ops because scratch', 'waiver-expired', ['lacks the day on which it ends (until <date>)']],
  ['until 2027-01-31 by ops', 'waiver-without-reason', ['lacks the reason (because <reason>)']],
])('"… %s" does not', (rest, own, problems) => {
  expect(judged(`# demarc: allow storage-encrypted ${rest}`)).toEqual({
    decision: 'blocked',
    notes: problems.map((problem) => `main.tf:3: waiver of storage-encrypted ${problem}`),
    waived: [],
    own: [own],
  });
});

test('nor does what is none, but it is noted', () => {
  const { decision, notes } = judged('# demarc: ignore storage-encrypted');
  expect(decision).toBe('blocked');
  expect(notes?.join()).toContain('main.tf:3: waiver names no control: it reads "demarc: allow');
});

test('a suppression of another tool counts where the configuration says so', () => {
  const comment = '#checkov:skip=CKV_AWS_3:scratch';
  expect(judged(comment, { honour: ['checkov'] })).toMatchObject({ decision: 'open', notes: [], waived: ['checkov'] });
  expect(judged(comment)).toMatchObject({ decision: 'blocked', waived: [] });
  expect(judged(comment).notes?.join()).toContain('not counted (checkov 1)');
  expect(judged('# kics-scan ignore-block', { honour: ['kics'] })).toMatchObject({
    decision: 'blocked',
    notes: ['1 suppression of kics names no rule, and does not count: Data'],
  });
});

test('what is said of a whole file counts at its head alone, and there nothing else does', () => {
  const honour = { honour: ['kics'] };
  const disabled = '# kics-scan disable=80b7ac3f-d2b7-4577-9b10-df7913497162 scratch';
  expect(judged(disabled, honour, { ofFile: true })).toMatchObject({ decision: 'open', waived: ['kics'] });
  expect(judged(disabled, honour)).toMatchObject({ decision: 'blocked', waived: [], notes: [] });
  expect(judged('# kics-scan enable=a', honour, { ofFile: true, resource: 'main.tf' }).notes).toEqual([
    '1 suppression of kics names no rule, and does not count: main.tf',
  ]);
  const own = '# demarc: allow storage-encrypted until 2027-01-31 by ops because scratch';
  expect(judged(own, {}, { ofFile: true })).toMatchObject({ decision: 'blocked', waived: [] });
  expect(judged('#checkov:skip=CKV_AWS_3:x', { honour: ['checkov'] }, { ofFile: true }).decision).toBe('blocked');
});

test('no comment counts where the configuration lets none', () => {
  const text = '# demarc: allow storage-encrypted until 2027-01-31 by ops because scratch';
  expect(judged(text, { inline: false })).toMatchObject({
    decision: 'blocked',
    notes: ['1 waiver(s) beside the code ignored: the configuration says "inline: false"'],
  });
});
