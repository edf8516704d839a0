import { stripVTControlCharacters } from 'node:util';
import { controls } from '../../src/controls';
import { pretty } from '../../src/reports/pretty';
import { finding, input, options, result, witness } from '../support/result';

const template = [
  'Resources:',
  '  Data:',
  '    Type: AWS::RDS::DBInstance',
  '    Properties:',
  '      StorageEncrypted: false',
  '      MasterUserPassword: hunter2',
  '      Tags: []',
].join('\n');
const source = () => template;
const at = (line: number, column: number, more = {}) => witness({ file: 'template.yaml', line, column, ...more });

test('a finding with a place shows the line, the reason, why it matters and what to do', () => {
  const one = finding({ witnesses: [at(5, 7, { path: ['StorageEncrypted'], note: 'encryption at rest' })] });
  expect(pretty(result([input([one])]), options({ source }))).toBe(`\
error[storage-encrypted]: EBS volume is not encrypted at rest
 --> template.yaml:5:7 (Data)
5 |       StorageEncrypted: false  <- encryption at rest
 = why: Whoever gets at the disk reads it.
 = help: Switch encryption on.

severity  control            block   warn   note  of these undecided
high      storage-encrypted      1      -      -

demarc: gate blocked: 1 blocking, 0 warnings, 0 notes, 0 waived (1 resource, 0 undecided, 0 unclassified)
`);
});

test('a finding without a place names the resource and its document', () => {
  const one = finding({ gate: 'warn', change: 'existing' }, { address: 'aws_ebs_volume.data', document: '-' });
  expect(pretty(result([input([one], { path: '-' })]), options())).toBe(`\
warning[storage-encrypted]: EBS volume is not encrypted at rest (as before this change)
 --> aws_ebs_volume.data in standard input
 = because: Data Encrypted: encryption at rest (EBS encrypts only when told to)
 = why: Whoever gets at the disk reads it.
 = help: Switch encryption on.

severity  control            block   warn   note  of these undecided
high      storage-encrypted      -      1      -

demarc: gate open: 0 blocking, 1 warning, 0 notes, 0 waived (1 resource, 0 undecided, 0 unclassified)
`);
});

test('what was not judged is never hidden', () => {
  const document = pretty(
    result([
      input(
        [
          finding({ verdict: 'undecided', gate: 'note', control: 'key-rotation', severity: 'medium' }),
          finding({
            waiver: { reason: 'moves in May', owner: 'ops', until: '2027-05-31', ticket: null, source: 'config' },
          }),
        ],
        {
          resources: 4,
          unclassified: ['A', 'B', 'C'],
          unclassifiedTypes: [
            { type: 'AWS::X::Rare', count: 1 },
            { type: 'AWS::X::Often', count: 2 },
          ],
          notes: ['aws provider version assumed: 6'],
          fixed: [finding()],
        },
      ),
      input([], { path: 'state.json', resources: 0, error: 'a state file\n  not a plan' }),
    ]),
    options({ width: 80 }),
  );
  expect(document.slice(document.indexOf('severity'))).toBe(`\
severity  control       block   warn   note  of these undecided
medium    key-rotation      -      -      1       1

undecided: 1 finding that the input does not settle; no pass, and no fault
unclassified: 3 resources of types that no service knows, not judged:
  AWS::X::Often (2), AWS::X::Rare
waived: storage-encrypted of Data until 2027-05-31 by ops because moves in May
fixed: 1 finding by this change
state.json: a state file not a plan
note: template.yaml: aws provider version assumed: 6

demarc: could not judge everything: 0 blocking, 0 warnings, 1 note, 1 waived (4 resources, 1 undecided, 3 unclassified)
`);
});

test('an input of nothing but unknown types says so loudly', () => {
  const document = pretty(
    result([input([], { unclassified: ['A'], unclassifiedTypes: [{ type: 'T', count: 1 }] })]),
    options(),
  );
  expect(document).toContain('NOTHING WAS JUDGED');
});

test('the worst comes first', () => {
  const of = (
    control: string,
    gate: 'block' | 'warn' | 'note',
    severity: 'low' | 'critical',
    verdict: 'fail' | 'undecided' = 'fail',
  ) => finding({ control, gate, severity, verdict });
  const document = pretty(
    result([
      input([
        of('e', 'note', 'critical'),
        of('d', 'warn', 'critical', 'undecided'),
        of('c', 'warn', 'low'),
        of('b', 'block', 'low'),
      ]),
      input([of('a', 'block', 'critical')]),
    ]),
    options(),
  );
  expect([...document.matchAll(/^(?:error|warning|note)\[(.)\]/gm)].map(([, control]) => control)).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
  ]);
});

test('a finding is folded into the more specific one that speaks for it', () => {
  const general = finding({ control: 'iam-no-wildcard-action', coveredBy: 'iam-no-admin', gate: 'block' });
  const specific = finding({ control: 'iam-no-admin' });
  const document = pretty(result([input([general, specific])]), options());
  expect(document).toMatch(/^ --> .*; also iam-no-wildcard-action$/m);
  expect(document).not.toContain('error[iam-no-wildcard-action]');
});

test('a finding is not folded into one that is waived, lighter, elsewhere or not there', () => {
  const general = finding({ control: 'general', coveredBy: 'specific' });
  const waiver = { reason: 'r', owner: null, until: null, ticket: null, source: 'comment' };
  for (const specific of [
    finding({ control: 'specific', waiver }),
    finding({ control: 'specific', gate: 'warn' }),
    finding({ control: 'specific' }, { address: 'Other' }),
    finding({ control: 'unrelated' }),
  ])
    expect(pretty(result([input([general, specific])]), options())).toContain('error[general]');
});

test('many findings of one kind are one frame and a list', () => {
  const many = Array.from({ length: 40 }, (_, i) => finding({}, { address: `V${String(i)}` }));
  const document = pretty(result([input(many)]), options());
  expect(document.match(/^error\[/gm)).toHaveLength(1);
  expect(document).toContain(' = note: 39 more findings of storage-encrypted:\n     V1 in template.yaml\n');
  expect(document).toContain('     V20 in template.yaml\n     and 19 others: `--format json` lists every one\n');
});

test('quiet keeps what blocks, the errors and the last line', () => {
  const document = pretty(
    result([
      input([finding({ gate: 'warn', control: 'w' })], { notes: ['n'] }),
      input([], { path: 'x', error: 'unreadable' }),
    ]),
    options({ quiet: true }),
  );
  expect(document).toMatch(/^x: unreadable\ndemarc: could not judge everything: [^\n]*\n$/);
});

test('passes are lines when they are asked for', () => {
  const one = finding({ verdict: 'pass', gate: 'note', message: 'EBS volume is encrypted at rest' });
  expect(pretty(result([input([one])]), options())).toMatch(
    /^pass\[storage-encrypted\]: EBS volume is encrypted at rest\n/,
  );
});

test('of several witnesses one line is shown, and the others are told', () => {
  const one = finding({
    witnesses: [at(7, 7, { note: 'second' }), at(3, 5, { note: 'first' }), at(3, 5, { note: 'also first' })],
  });
  expect(pretty(result([input([one])]), options({ source }))).toContain(
    '\n7 |       Tags: []  <- second; Encrypted: first; Encrypted: also first\n',
  );
});

test('a finding has five lines at most, whatever there is to say of it', () => {
  const most = finding({
    control: 'specific',
    change: 'worsened',
    suggestion: 'encrypted = true',
    supports: ['PCI DSS 4.0.1: 3.5.1', 'SOC 2: CC6.1'],
    witnesses: [3, 4, 5, 6, 7].map((line) =>
      at(line, 5, { note: `reason ${String(line)}`, givenAt: [{ file: 'main.tf', line: 1, column: 1 }] }),
    ),
  });
  const general = Array.from({ length: 9 }, (_, i) =>
    finding({ control: `general-${String(i)}`, coveredBy: 'specific' }),
  );
  for (const show of [options({ source, width: 60 }), options({ width: 60 })]) {
    const [block = ''] = pretty(result([input([most, ...general])]), show).split('\n\n');
    expect(block.split('\n')).toHaveLength(5);
    expect(block).toContain('(worse by this change)');
    expect(block).toContain('; also general-0, general-1, general-2, 6 more');
    expect(block).toContain('given at main.tf:1');
    expect(block).toContain('Supports PCI DSS 4.0.1: 3.5.1; SOC 2: CC6.1.');
    expect(block).toContain('Write: encrypted = true');
  }
});

describe('secrets', () => {
  const shown = (line: string, control = 'storage-encrypted') =>
    pretty(result([input([finding({ control, witnesses: [at(1, 1)] })])]), options({ source: () => line }));

  test.each([
    'MasterUserPassword: hunter2',
    '  "MasterUserPassword" : "hunter2", "Size": 8',
    'password = "hunter2"',
    "db_password='hunter2'",
    'DB_URL: postgres://user:hunter2@host/db',
    '{ "Name": "DB_PASSWORD", "Value": "hunter2" }',
    'api_key: hunter2 # comment',
    'Connection: "Server=db;Pwd=hunter2;"',
    'UserData: mysql --password=hunter2',
    'CLIENT-SECRET: "a\\"hunter2"',
  ])('the value in %s is hidden', (line) => {
    expect(shown(line)).toContain('****');
    expect(shown(line)).not.toContain('hunter2');
  });

  test.each(['  DbConnection: hunter2', '  - hunter2', 'hunter2', '"X": "hunter2"', 'A: B: hunter2'])(
    'a line shown for a secret in it hides every value: %s',
    (line) => {
      expect(shown(line, 'no-secret-in-clear')).not.toContain('hunter2');
    },
  );

  test.each(['HttpTokens: optional', 'ManageMasterUserPassword: false', 'password: !Ref Password', 'Size: 8'])(
    'a setting is shown: %s',
    (line) => {
      expect(shown(line)).toContain(line);
    },
  );

  test('an access key is hidden wherever it stands', () => {
    expect(shown('x: AKIAIOSFODNN7EXAMPLE')).not.toContain('AKIAIOSFODNN7EXAMPLE');
  });
});

test('a line that no person wrote is not shown', () => {
  const one = finding({ witnesses: [at(1, 100)] });
  const document = pretty(result([input([one])]), options({ source: () => 'x'.repeat(10_000) }));
  expect(document).not.toContain('xxx');
  expect(document).toContain(' = because: ');
});

test('a line that is not in the file is not invented', () => {
  const one = finding({ witnesses: [at(99, 1)] });
  expect(pretty(result([input([one])]), options({ source }))).toContain(' --> template.yaml:99:1 (Data)\n = because: ');
});

test('hostile names are shown as text', () => {
  const name = '\u001b[2J\r\n::error::x\u202e\u0007 ##vso[task.complete] \ud800';
  const document = pretty(
    result([
      input(
        [
          finding(
            {
              control: name,
              message: name,
              why: name,
              fix: name,
              witnesses: [witness({ address: name, path: [name], note: name })],
            },
            { address: name, constructPath: name, document: name },
          ),
          finding({ waiver: { reason: name, owner: name, until: name, ticket: name, source: name } }),
        ],
        { path: name, unclassified: [name], unclassifiedTypes: [{ type: name, count: 1 }], notes: [name] },
      ),
      input([], { path: name, error: name }),
    ]),
    options({ width: 60 }),
  );
  expect(document.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  expect(document).not.toMatch(/^\s*::/m);
  expect(document).not.toContain('##vso');
  expect(document).toContain('\\u001b[2J\\u000d\\u000a');
});

test('colour is the only difference that colour makes', () => {
  const one = result([input([finding(), finding({ verdict: 'pass' })], { notes: ['n'] })]);
  const painted = pretty(one, options({ color: true }));
  expect(painted).toContain('\u001b[');
  expect(stripVTControlCharacters(painted)).toBe(pretty(one, options()));
});

test('nothing that Demarc itself says of an open gate reads as a refusal to a policy runner', () => {
  const findings = controls.map(({ id, failure, why, fix, severity, area }) =>
    finding({
      control: id,
      message: `Thing ${failure}`,
      why,
      fix,
      severity,
      area,
      gate: 'warn',
      verdict: 'undecided',
      coveredBy: null,
    }),
  );
  const document = pretty(
    result([
      input(findings, { unclassified: ['A'], unclassifiedTypes: [{ type: 'T', count: 1 }], fixed: [finding()] }),
    ]),
    options(),
  );
  expect(document.toLowerCase()).not.toContain('fail');
});
