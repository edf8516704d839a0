import { github } from '../../src/reports/github';
import { printable } from '../../src/reports/printable';
import { hostileNames } from '../support/hostile';
import { finding, input, options, result, witness } from '../support/result';
import { workflowCommand } from '../support/workflow-commands';

const at = (file: string, line: number) => witness({ file, line, column: 3 });
const linesOf = (...[one, more]: [Parameters<typeof github>[0], Parameters<typeof options>[0]?]) => {
  const lines = github(one, options(more)).split('\n');
  const commands = lines.flatMap((line) => workflowCommand(line) ?? []);
  return { lines, commands, named: (name: string) => commands.filter((command) => command.name === name) };
};

test('a finding is an annotation of its line, and a summary follows', () => {
  const one = finding({
    change: 'introduced',
    suggestion: 'encrypted = true',
    witnesses: [at('main.tf', 4)],
  });
  expect(github(result([input([one])]), options({ fromRoot: (file) => `infra/${file}` }))).toBe(`\
::error file=infra/main.tf,line=4,col=3,title=storage-encrypted (high%2C introduced)::EBS volume is not encrypted at rest (Data)%0Abecause: Encrypted: encryption at rest (EBS encrypts only when told to)%0Awhy: Whoever gets at the disk reads it.%0Afix: Switch encryption on. Write: encrypted = true
severity  control            block   warn   note  of these undecided
high      storage-encrypted      1      -      -

demarc: gate blocked: 1 blocking, 0 warnings, 0 notes, 0 waived (1 resource, 0 undecided, 0 unclassified)
`);
});

test('what the gate makes of a finding is its level', () => {
  const { commands } = linesOf(
    result([
      input([
        finding({ gate: 'note', control: 'c' }),
        finding({ gate: 'warn', control: 'b', verdict: 'undecided' }),
        finding({ gate: 'block', control: 'a' }),
      ]),
    ]),
  );
  expect(commands.map(({ name, properties }) => [name, properties['title']])).toEqual([
    ['error', 'a (high)'],
    ['warning', 'b (high, undecided)'],
    ['notice', 'c (high)'],
  ]);
});

test('a finding without a line points at its document, and one of standard input at nothing', () => {
  const { commands } = linesOf(
    result([
      input([finding({}, { document: 'plan.json#2' })], { path: 'plan.json' }),
      input([finding({ message: 'Volume Data is bare' }, { document: '-' })], { path: '-' }),
    ]),
  );
  expect(commands.map(({ properties }) => properties)).toEqual([
    { file: 'plan.json', title: 'storage-encrypted (high)' },
    { title: 'storage-encrypted (high)' },
  ]);
  expect(commands[1]?.data).toMatch(/^Volume Data is bare\n/);
});

test('without a finding there is no annotation, and the log says so', () => {
  const { lines, commands } = linesOf(result([input([])]));
  expect(commands).toEqual([]);
  expect(lines[0]).toMatch(/^demarc: gate open: 0 blocking/);
});

test('an input that could not be judged is the first error', () => {
  const { commands, lines } = linesOf(
    result([input([finding()]), input([], { path: 'bad.json', error: 'a state file\n  not a plan' })]),
  );
  expect(commands[0]).toEqual({
    name: 'error',
    properties: { file: 'bad.json', title: 'Demarc could not judge this input, or not wholly' },
    data: 'a state file not a plan',
  });
  expect(lines.join('\n')).toContain('could not judge everything');
});

test('waived findings and passes are no annotations, and a covered finding stands with the other', () => {
  const waiver = { reason: 'r', owner: null, until: null, ticket: null, source: 'config' };
  const { commands } = linesOf(
    result([
      input([
        finding({ waiver, control: 'waived' }),
        finding({ verdict: 'pass', gate: 'note' }),
        finding({ control: 'general', coveredBy: 'specific' }),
        finding({ control: 'specific' }),
      ]),
    ]),
  );
  expect(commands.map(({ properties }) => properties['title'])).toEqual(['specific (high)']);
  expect(commands[0]?.data).toContain('\nalso: general');
});

test('quiet keeps what blocks', () => {
  const { commands, lines } = linesOf(result([input([finding(), finding({ gate: 'warn', control: 'w' })])]), {
    quiet: true,
  });
  expect(commands.map(({ name }) => name)).toEqual(['error']);
  expect(lines).toHaveLength(3);
});

test('of 5,000 findings the ten worst of each level are annotations, and one line counts the rest', () => {
  const many = Array.from(
    { length: 5000 },
    (_, i) =>
    finding({
      gate: (['note', 'warn', 'block'] as const)[i % 3] ?? 'note',
      severity: i > 4900 ? 'critical' : 'low',
      control: `control-${String(i % 50)}`,
    }, { address: `V${String(i)}` }), // prettier-ignore
  );
  const { lines, named, commands } = linesOf(result([input(many)]));
  for (const name of ['error', 'warning', 'notice']) {
    expect(named(name)).toHaveLength(10);
    expect(named(name).every(({ properties }) => properties['title']?.includes('critical'))).toBe(true);
  }
  expect(commands).toHaveLength(30);
  expect(lines[30]).toBe(
    'and 1656 more errors, 1657 more warnings, 1657 more notices: GitHub shows 10 of each. The job summary has the report, `--format json` every finding.',
  );
  expect(lines.length).toBeLessThan(60);
});

test('a message stays within what the runner takes', () => {
  for (const name of ['x'.repeat(100_000), '\u0000'.repeat(100_000), '%'.repeat(100_000)]) {
    const words = { message: name, why: name, fix: name, witnesses: [witness({ note: name, path: [name] })] };
    const { commands } = linesOf(
      result([input([finding(words, { address: name, document: name })], { path: name, error: name })]),
    );
    expect(commands).toHaveLength(2);
    for (const { data } of commands) expect(data.length).toBeLessThan(4096);
  }
});

test.each(hostileNames.map((name) => [JSON.stringify(name), name]))('no command hides in %s', (_, name) => {
  const place = { address: name, constructPath: name, document: name, type: name };
  const words = { control: name, message: name, why: name, fix: name, suggestion: name };
  const witnesses = [witness({ address: name, path: [name], note: name }), at(name, 7)];
  const move = {
    resource: name,
    type: name,
    area: 'runtime',
    from: 'provider',
    to: 'customer',
    because: name,
  } as const;
  const waiver = { reason: name, owner: name, until: name, ticket: name, source: name };
  const one = result([
    input(
      [
        finding({ ...words, witnesses }, place),
        finding({ ...words, gate: 'warn', verdict: 'undecided', control: 'x' }, place),
        finding({ ...words, control: 'general', coveredBy: name }, place),
        finding({ ...words, waiver }, place),
      ],
      {
        path: name,
        notes: [name],
        unclassified: [name],
        unclassifiedTypes: [{ type: name, count: 1 }],
        moves: [{ ...move, message: name }],
      },
    ),
    input([], { path: name, error: name }),
  ]);
  const { lines, commands } = linesOf(one);
  expect(commands.map(({ name: command }) => command)).toEqual(['error', 'error', 'warning']);
  for (const { properties, data } of commands) {
    expect(Object.keys(properties).filter((key) => !['file', 'line', 'col', 'title'].includes(key))).toEqual([]);
    for (const line of data.split('\n')) expect(workflowCommand(line)).toBeUndefined();
  }
  expect(commands[1]?.properties['title']).toBe(`${printable(name)} (high)`);
  if (name !== '') expect(commands[1]?.properties['file']).toBe(printable(name));
  for (const line of lines) {
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|##\[|##vso\[/u);
    if (/^\s*::/.test(line)) expect(line).toMatch(/^::(?:error|warning) (?:file=|title=)/);
  }
});
