import Ajv from 'ajv';
import { gitlab } from '../../src/reports/gitlab';
import { severities } from '../../src/model/finding';
import { finding, input, options, result, witness } from '../support/result';

interface Entry {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** What GitLab documents. Its reading of the report ends at the first entry that is of another shape. */
const validate = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', pattern: '\\S' },
      check_name: { type: 'string', pattern: '\\S' },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', minLength: 1 },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
});

function entriesOf(...[inputs, more]: [Parameters<typeof result>[0], Parameters<typeof options>[0]?]) {
  const text = gitlab(result(inputs), options(more));
  const entries = JSON.parse(text) as readonly Entry[];
  validate(entries);
  expect(validate.errors).toBeNull();
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
  return { text, entries };
}

test('a finding is an entry on the line that shows it', () => {
  const { text, entries } = entriesOf([
    input([finding({ witnesses: [witness({ file: 'a dir/main.tf', line: 4, column: 3, note: 'not set' })] })]),
  ]);
  expect(entries).toEqual([
    {
      description: 'EBS volume is not encrypted at rest. Encrypted: not set. Switch encryption on',
      check_name: 'storage-encrypted',
      fingerprint: entries[0]?.fingerprint,
      severity: 'critical',
      location: { path: 'a dir/main.tf', lines: { begin: 4 } },
    },
  ]);
  expect(text.charCodeAt(0)).toBe('['.charCodeAt(0)); // GitLab reads no byte order mark
});

test('a finding without a line stands in line 1 of its document, in the words of the repository', () => {
  const { entries } = entriesOf([input([finding({}, { document: '../plans/a.json' })])], {
    fromRoot: (file) => file.replace('../', ''),
  });
  expect(entries[0]?.location).toEqual({ path: 'plans/a.json', lines: { begin: 1 } });
});

test('the second plan of a stream stands in the file of the stream, and standard input has a name', () => {
  const { entries } = entriesOf([
    input([finding({}, { document: 'plans.txt#2' })], { path: 'plans.txt' }),
    input([finding({}, { document: '-' })], { path: '-' }),
  ]);
  expect(entries.map(({ location }) => location.path)).toEqual(['plans.txt', 'stdin']);
});

test.each([
  ['block', ['critical', 'critical', 'critical', 'blocker']],
  ['warn', ['minor', 'minor', 'major', 'major']],
  ['note', ['info', 'info', 'info', 'info']],
] as const)('what the gate would %s is told by its severity', (gate, wanted) => {
  const told = severities.map((severity) => entriesOf([input([finding({ gate, severity })])]).entries[0]?.severity);
  expect(told).toEqual(wanted);
});

test('passes and waived findings are no entries; undecided ones are', () => {
  const waiver = { reason: 'r', owner: null, until: null, ticket: null, source: 'config' };
  const { entries } = entriesOf([
    input([
      finding({ verdict: 'pass' }),
      finding({ waiver }),
      finding({ verdict: 'undecided', gate: 'warn', control: 'c' }),
    ]),
  ]);
  expect(entries.map(({ check_name, severity }) => [check_name, severity])).toEqual([['c', 'major']]);
});

test('a report on what is clean is an empty array', () => {
  expect(entriesOf([input([])]).text).toBe('[\n]\n');
});

test('what could not be judged is a blocker, before everything else', () => {
  const { entries } = entriesOf([
    input([finding()]),
    input([], { path: 'bad.json', error: 'bad.json: no plan' }),
    input([], { path: 'b.json', error: '' }),
    input([], { path: 'c.json', unclassified: ['x', 'y'], unclassifiedTypes: [{ type: 'aws_x', count: 2 }] }),
  ]);
  expect(entries.map((entry) => [entry.severity, entry.location.path, entry.description])).toEqual([
    ['blocker', 'bad.json', 'bad.json: no plan'],
    ['blocker', 'b.json', 'this input could not be judged'],
    ['critical', 'template.yaml', expect.stringContaining('not encrypted')],
    ['info', 'c.json', '2 resources of types that no service knows, not judged: aws_x'],
  ]);
});

test('without any input the report is not empty', () => {
  expect(entriesOf([]).entries.map(({ severity, description }) => [severity, description])).toEqual([
    ['blocker', 'nothing was inspected'],
  ]);
});

test('what a change moves across the line is information', () => {
  const move = {
    resource: 'f',
    type: 'aws_lambda_function',
    area: 'runtime',
    from: 'provider',
    to: 'customer',
    because: '',
  } as const;
  const moves = [{ ...move, message: 'this change moves runtime patching of f from AWS to you' }];
  expect(entriesOf([input([], { moves })]).entries).toMatchObject([{ severity: 'info', check_name: 'line-moved' }]);
});

describe('a fingerprint', () => {
  const printsOf = (...[inputs, more]: Parameters<typeof entriesOf>) =>
    entriesOf(inputs, more).entries.map(({ fingerprint }) => fingerprint);

  test('stays when lines and other findings come and go', () => {
    const [one] = printsOf([input([finding({ witnesses: [witness({ file: 'a.tf', line: 4 })] })])]);
    const more = printsOf([
      input([
        finding({ fingerprint: 'f0', control: 'a' }),
        finding({ witnesses: [witness({ file: 'a.tf', line: 40 })] }),
      ]),
    ]);
    expect(more).toContain(one);
  });

  test('tells equal names in two documents apart', () => {
    const prints = printsOf([input([finding({}, { document: 'a.yaml' }), finding({}, { document: 'b.yaml' })])]);
    expect(prints).toContain(printsOf([input([finding({}, { document: 'b.yaml' })])])[0]);
  });

  test('does not hang on the folder that a run makes for itself', () => {
    const inFolder = (folder: string) => printsOf([input([finding({}, { document: `${folder}/plan.json` })])]);
    expect(inFolder('/tmp/run-1')).toEqual(inFolder('/tmp/run-2'));
  });

  test('is one for each entry, even where nothing tells two apart', () => {
    expect(
      printsOf([input([finding(), finding()]), input([], { error: 'e' }), input([], { error: 'e' })]),
    ).toHaveLength(4);
  });
});

test('hostile and empty names make a valid report without anything that a terminal would act upon', () => {
  for (const name of ['', '\u001b[2J\u009b2J\u202e\u2028"<script>\ud800\n::error::x', 'x'.repeat(100_000)]) {
    const { text } = entriesOf([
      input(
        [
          finding(
            { message: name, fix: name, witnesses: [witness({ address: name, path: [name], note: name })] },
            { address: name, document: name },
          ),
          finding({ witnesses: [witness({ file: name, line: 1 })] }),
        ],
        { path: name, error: name, unclassified: [name], unclassifiedTypes: [{ type: name, count: 1 }] },
      ),
    ]);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028]/u);
    for (const { description } of JSON.parse(text) as readonly Entry[]) {
      expect(description).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(description.length).toBeLessThanOrEqual(2000);
    }
  }
});

test('60,000 findings stay within what GitLab shows, the worst are kept, and what is left out is said', () => {
  const gates = ['note', 'warn', 'block'] as const;
  const many = Array.from({ length: 60_000 }, (_, i) =>
    finding(
      { gate: gates[i % 3] ?? 'note', fingerprint: String(i), control: `control-${String(i % 50)}` },
      { address: `module.${String(i)}.aws_ebs_volume.data` },
    ),
  );
  const { text, entries } = entriesOf([input(many)]);
  expect(Buffer.byteLength(text)).toBeLessThan(10 * 1024 * 1024);
  expect(entries.filter(({ severity }) => severity === 'critical')).toHaveLength(20_000);
  expect(entries[0]).toMatchObject({ check_name: 'left-out', severity: 'info' });
  expect(entries[0]?.description).toBe(
    `${String(60_000 - entries.length + 1)} entries of the lowest rank left out, 0 of them blocking: GitLab shows 10 MB`,
  );
  const worse = entriesOf([input(many.map((one) => ({ ...one, gate: 'block' as const })))]).entries;
  expect(worse[0]).toMatchObject({ check_name: 'left-out', severity: 'blocker' });
});

test('many inputs that could not be judged do not make the report too large either', () => {
  const { text, entries } = entriesOf(
    Array.from({ length: 5000 }, (_, i) =>
      input([], { path: `${String(i)}.json`, error: `${String(i)} ${'e'.repeat(3000)}` }),
    ),
  );
  expect(Buffer.byteLength(text)).toBeLessThan(10 * 1024 * 1024);
  expect(entries.at(-1)).toMatchObject({ check_name: 'left-out', severity: 'blocker' });
});
