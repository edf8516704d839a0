import { junit } from '../../src/reports/junit';
import { finding, input, options, result, witness } from '../support/result';
import { readXml, type Node } from '../support/xml';

/**
 * What the schemas of Jenkins allow, the old and the new one, both at once: the elements below an element in their
 * order, the attributes it must have and may have.
 *
 * @see https://github.com/jenkinsci/xunit-plugin/tree/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd
 */
const grammar: Readonly<Record<string, { below: readonly string[]; must: readonly string[]; may: readonly string[] }>> =
  {
    testsuites: { below: ['testsuite'], must: [], may: ['name', 'time', 'tests', 'failures', 'errors'] },
    testsuite: {
      below: ['testcase'],
      must: ['name', 'tests', 'failures', 'errors'],
      may: ['skipped', 'time'],
    },
    testcase: {
      below: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
      must: ['name'],
      may: ['classname', 'time'],
    },
    failure: { below: [], must: [], may: ['type', 'message'] },
    error: { below: [], must: [], may: ['type', 'message'] },
    skipped: { below: [], must: [], may: [] },
    'system-out': { below: [], must: [], may: [] },
  };

function expectValid({ name, attributes, children }: Node): void {
  const { below, must, may } = grammar[name] ?? { below: [], must: ['no such element'], may: [] };
  expect(Object.keys(attributes)).toEqual(expect.arrayContaining([...must]));
  expect([...must, ...may]).toEqual(expect.arrayContaining(Object.keys(attributes)));
  const positions = children.map((child) => below.indexOf(child.name));
  expect(positions).not.toContain(-1);
  expect(positions).toEqual(positions.toSorted((one, other) => one - other));
  for (const child of children) expectValid(child);
}

const outcome = ({ children }: Node): string => children.find(({ name }) => name !== 'system-out')?.name ?? 'passed';

/** Reads a report, and checks it against what its readers rely on. */
function reportOf(...[inputs, more]: [Parameters<typeof result>[0], Parameters<typeof options>[0]?]) {
  const text = junit(result(inputs), options(more));
  const root = readXml(text);
  expectValid(root);
  const suites = root.children;
  for (const { attributes, children } of suites) {
    const count = (wanted: string) => String(children.filter((one) => outcome(one) === wanted).length);
    expect(attributes).toMatchObject({
      tests: String(children.length),
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
    });
  }
  const cases = suites.flatMap(({ children }) => children);
  expect(root.attributes).toMatchObject({ name: 'demarc', tests: String(cases.length) });
  const names = cases.map(({ attributes }) => `${attributes['classname'] ?? ''} ${attributes['name'] ?? ''}`);
  expect(new Set(names).size).toBe(names.length); // GitLab ignores a second case of the same name
  return {
    text,
    root,
    suites,
    cases,
    found: cases.filter(({ attributes }) => attributes['classname'] !== 'demarc.input'),
  };
}

test('what blocks is a failure that says what, where, why and how to mend it', () => {
  const { found } = reportOf([
    input([
      finding({
        suggestion: 'Encrypted: true',
        change: 'worsened',
        witnesses: [witness({ file: 'a.yaml', line: 4, column: 3, note: 'not set' })],
      }),
    ]),
  ]);
  expect(found).toEqual([
    {
      name: 'testcase',
      attributes: { classname: 'demarc.storage-encrypted', name: 'Data in template.yaml', time: '0' },
      text: '',
      children: [
        {
          name: 'failure',
          attributes: { type: 'high', message: 'EBS volume is not encrypted at rest' },
          children: [],
          text: [
            'error, high, worsened: EBS volume is not encrypted at rest',
            'at a.yaml:4',
            'because: Encrypted: not set',
            'why: Whoever gets at the disk reads it.',
            'help: Switch encryption on. Write: Encrypted: true',
          ].join('\n'),
        },
      ],
    },
  ]);
});

test('what warns, is noted or cannot be decided is skipped, never passed; undecided that blocks is a failure', () => {
  const { found } = reportOf([
    input([
      finding({ control: 'a', gate: 'warn' }),
      finding({ control: 'b', gate: 'note' }),
      finding({ control: 'c', gate: 'warn', verdict: 'undecided' }),
      finding({ control: 'd', gate: 'block', verdict: 'undecided' }),
    ]),
  ]);
  expect(found.map((one) => [one.attributes['classname'], outcome(one), one.children[0]?.text.split(':')[0]])).toEqual([
    ['demarc.d', 'failure', 'error, high, undecided'],
    ['demarc.a', 'skipped', 'warning, high'],
    ['demarc.c', 'skipped', 'warning, high, undecided'],
    ['demarc.b', 'skipped', 'note, high'],
  ]);
});

test('a waived finding is skipped, and says on whose word; a pass that was asked for passes', () => {
  const waiver = { reason: 'a demo', owner: 'ops', until: '2027-01-01', ticket: null, source: 'config' };
  const { found } = reportOf([
    input([finding({ control: 'a', waiver }), finding({ control: 'b', verdict: 'pass', gate: 'note' })]),
  ]);
  expect(found.map((one) => [outcome(one), one.children[0]?.text.split('\n')[0]])).toEqual([
    ['skipped', 'waived until 2027-01-01 by ops because a demo'],
    ['passed', undefined],
  ]);
});

test('each input is a suite, with a case that says whether it was judged', () => {
  const { suites, root } = reportOf([
    input([finding()], { notes: ['a note'], fixed: [finding({ fingerprint: 'f2' })] }),
    input([], { path: 'bad.json', error: 'bad.json: no plan' }),
    input([], { path: 'worse.json', error: '' }),
    input([], { path: 'c.json', unclassified: ['x'], unclassifiedTypes: [{ type: 'aws_x', count: 1 }] }),
  ]);
  expect(root.attributes).toMatchObject({ tests: '5', failures: '1', errors: '2' });
  expect(suites.map(({ attributes, children }) => [attributes['name'], children.map(outcome)])).toEqual([
    ['template.yaml', ['passed', 'failure']],
    ['bad.json', ['error']],
    ['worse.json', ['error']],
    ['c.json', ['skipped']],
  ]);
  const [first, second, third, fourth] = suites.map(({ children }) => children[0]?.children ?? []);
  expect(first?.[0]?.text).toBe('1 resource inspected\n1 finding mended by this change\na note');
  expect(second?.[0]).toMatchObject({ attributes: { message: 'bad.json: no plan' }, text: 'bad.json: no plan' });
  expect(third?.[0]?.text).toBe('could not be judged');
  expect(fourth?.[0]?.text).toBe('1 resource of types that no service knows, not judged: aws_x');
});

test('without any input the report is an error', () => {
  expect(reportOf([]).cases.map(outcome)).toEqual(['error']);
});

test('a case has the same name whatever else is found, and no two have one name', () => {
  const inTwo = [
    finding({}, { document: 'a.yaml' }),
    finding({}, { document: 'b.yaml' }),
    finding({}, { document: 'b.yaml' }),
  ];
  const { found } = reportOf([
    input(inTwo),
    input([finding({}, { constructPath: 'App/Data' })], { path: 'template.yaml' }),
  ]);
  expect(found.map(({ attributes }) => attributes['name'])).toEqual([
    'Data in a.yaml',
    'Data in b.yaml',
    'Data in b.yaml (2)',
    'App/Data in template.yaml',
  ]);
});

test('hostile and empty names make a well-formed report in which they are text', () => {
  const hostile =
    '\u0000\u001b[2J\u202e</failure><error/>]]>&lt;"\'\ufffe\ud800\n##vso[task.complete]\n::error::[[ATTACHMENT|/etc/passwd]]';
  for (const name of ['', hostile, 'x'.repeat(100_000)]) {
    const { text, cases } = reportOf([
      input(
        [
          finding(
            {
              control: name,
              message: name,
              why: name,
              fix: name,
              suggestion: name,
              witnesses: [witness({ file: name, line: 1, address: name, path: [name], note: name })],
            },
            { address: name, type: name, document: name },
          ),
        ],
        { path: name, error: name, notes: [name], unclassified: [name], unclassifiedTypes: [{ type: name, count: 1 }] },
      ),
    ]);
    expect(cases.map(outcome)).toEqual(['error', 'failure']);
    expect(text).not.toMatch(/\[\[ATTACHMENT/iu);
    expect(text).not.toMatch(/^::|##vso|(?!\n)\p{Cc}|\p{Cf}|\ufffe/mu);
    expect(text.length).toBeLessThan(50_000);
  }
});

test('60,000 findings stay within what GitLab reads, the worst are kept, and what is left out is said', () => {
  const gates = ['note', 'warn', 'block'] as const;
  const many = Array.from({ length: 60_000 }, (_, i) =>
    finding(
      { gate: gates[i % 3] ?? 'note', fingerprint: String(i), why: 'w'.repeat(400) },
      { address: `module.${String(i)}.aws_ebs_volume.data` },
    ),
  );
  const text = junit(result([input(many.slice(0, 30_000)), input(many.slice(30_000), { path: 'b.json' })]), options());
  expect(Buffer.byteLength(text)).toBeLessThan(30_000_000);
  const { attributes, children } = readXml(text);
  expect(attributes['failures']).toBe('20000');
  expect(children.map(({ attributes: suite }) => suite['failures'])).toEqual(['10000', '10000', '0']);
  expect(children[2]?.children[0]?.children[0]?.text).toMatch(/^\d+ findings of the lowest rank left out, 0 of them/);
  const worse = junit(result([input(many.map((one) => ({ ...one, gate: 'block' as const })))]), options());
  expect(readXml(worse).children[1]?.attributes).toMatchObject({ name: 'demarc', failures: '1' });
});

test('inputs with much to say leave less room for findings, and the report within its limit', () => {
  const notes = Array.from({ length: 50 }, (_, i) => `${String(i)} ${'n'.repeat(1900)}`);
  const inputs = Array.from({ length: 4000 }, (_, i) => input([finding()], { path: `${String(i)}.json`, notes }));
  const text = junit(result(inputs), options());
  expect(Buffer.byteLength(text)).toBeLessThan(30_000_000);
  expect(readXml(text).attributes['failures']).toBe('4000');
});
