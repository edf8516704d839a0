import { coveredBy, type Coverable } from '../../src/gate/covering';

const at = (id: string, ...path: readonly string[]) => ({ id, path });

const finding = (control: string, more: Partial<Coverable> = {}): Coverable => ({
  control,
  subjectId: 'bucket',
  failing: true,
  waived: false,
  gate: 'block',
  yieldsTo: [],
  severity: 'high',
  openAt: null,
  places: [at('bucket', 'policy', 'Statement', '0')],
  ...more,
});

/** Which of two findings, the second of which yields to the first, the first speaks for. */
const speaksFor = (speaker: Partial<Coverable>, yielding: Partial<Coverable> = {}): boolean => {
  const [first, second] = [finding('first', speaker), finding('second', { yieldsTo: ['first'], ...yielding })];
  return coveredBy([first, second]).get(second) === 'first';
};

describe('a fault that two controls see', () => {
  test.each<[string, Partial<Coverable>, Partial<Coverable>]>([
    ['in the same place', {}, {}],
    ['in a place that holds the other', { places: [at('bucket', 'policy')] }, {}],
    ['in a part of the place', { places: [at('bucket', 'policy', 'Statement', '0', 'Action')] }, {}],
    ['in one of its places', { places: [at('bucket', 'acl'), at('bucket', 'policy', 'Statement', '0')] }, {}],
    ['and the gate is quieter for the one that yields', {}, { gate: 'note' }],
  ])('is told once: %s', (_, speaker, yielding) => {
    expect(speaksFor(speaker, yielding)).toBe(true);
  });

  test.each<[string, Partial<Coverable>, Partial<Coverable>]>([
    ['in other places', { places: [at('bucket', 'policy', 'Statement', '1')] }, {}],
    ['in another member of the same', { places: [at('bucket', 'policy', 'Version', '0')] }, {}],
    ['in the same place of something else', { places: [at('key', 'policy', 'Statement', '0')] }, {}],
    ['in another place too', {}, { places: [at('bucket', 'policy', 'Statement', '0'), at('bucket', 'acl')] }],
    ['on another subject', { subjectId: 'key' }, {}],
    ['where the one that speaks is waived', { waived: true }, {}],
    ['where it is off', { gate: 'off' }, { gate: 'off' }],
    ['where it is quieter', { gate: 'warn' }, {}],
    ['where it does not fail', { failing: false }, {}],
    ['where the other is waived, which says so itself', {}, { waived: true }],
  ])('is told twice: %s', (_, speaker, yielding) => {
    expect(speaksFor(speaker, yielding)).toBe(false);
  });

  test('is told by one of two that yield to each other', () => {
    const both = [finding('first', { yieldsTo: ['second'] }), finding('second', { yieldsTo: ['first'] })];
    expect([...coveredBy(both).values()]).toHaveLength(1);
  });
});

describe('questions that one unknown keeps open', () => {
  const open = (control: string, more: Partial<Coverable> = {}): Coverable =>
    finding(control, { failing: false, gate: 'warn', openAt: 'bucket policy', ...more });
  const quiet = (...findings: readonly Coverable[]) =>
    Object.fromEntries([...coveredBy(findings)].map(([{ control }, speaker]) => [control, speaker]));

  test('are told by the gravest of them', () => {
    expect(quiet(open('a'), open('b', { gate: 'block' }), open('c'))).toEqual({ a: 'b', c: 'b' });
    expect(quiet(open('a'), open('b', { severity: 'critical' }))).toEqual({ a: 'b' });
    expect(quiet(open('b'), open('a'))).toEqual({ b: 'a' });
  });

  test.each<[string, Partial<Coverable>]>([
    ['by another unknown', { openAt: 'bucket acl' }],
    ['of another subject', { subjectId: 'key' }],
    ['and waived', { waived: true, gate: 'block' }],
    ['and off', { gate: 'off' }],
    ['in no place', { openAt: null }],
  ])('are two where one is kept open %s', (_, more) => {
    expect(quiet(open('a'), open('b', more))).toEqual({});
  });

  test('are not told by one that another control speaks for', () => {
    const speaker = finding('speaker');
    expect(quiet(speaker, open('a', { yieldsTo: ['speaker'], severity: 'critical' }), open('b'))).toEqual({
      a: 'speaker',
    });
  });
});
