import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import Ajv from 'ajv';
import type { Log } from 'sarif';
import type { Result } from '../../src/model/result';
import { formats } from '../../src/reports';
import { demarcIn, folderWith, plan, volume } from '../support/command-line';

const folder = folderWith({
  '.git/': '',
  'good.json': volume(true),
  'bad.json': volume(false),
  'good-plan.json': plan(true),
  'bad-plan.json': plan(false),
  'errored-plan.json': plan(true, { errored: true }),
  'state.json': '{ "version": 4, "serial": 1, "lineage": "x", "resources": [] }',
  'parameter.yaml': [
    'Parameters:',
    '  Encrypt: { Type: String }',
    'Resources:',
    '  Data: { Type: "AWS::EC2::Volume", Properties: { Size: 8, Encrypted: !Ref Encrypt } }',
  ].join('\n'),
  'values-list.json': '[{ "ParameterKey": "Encrypt", "ParameterValue": "true" }]',
  'values-pairs.json': '["Encrypt=true"]',
  'values-object.json': '{ "Parameters": { "Encrypt": "true" }, "Tags": {} }',
  'values-map.yaml': 'Encrypt: true\n',
  'values-off.json': '{ "Encrypt": false }',
  'values-kept.json': '[{ "ParameterKey": "Encrypt", "UsePreviousValue": true }]',
  'values-wrong.json': '"text"',
  'values-broken.yaml': 'Password: hunter2\n  x: [\n',
  'values-nested.json': '{ "Encrypt": { "a": "b" } }',
  'unknown-type.yaml': 'Resources:\n  Thing: { Type: "AWS::Nobody::Knows" }\n',
  'below/bad.json': volume(false),
  'strict.yaml': 'preset: strict\n',
  'misspelt.yaml': 'presett: strict\n',
  'environments.yaml': 'environments: { lab: { controls: { storage-encrypted: note } } }\n',
});
const check = (...argv: readonly string[]) => demarcIn(folder, ['check', ...argv]);
const result = (...argv: readonly string[]) => JSON.parse(check('--format', 'json', ...argv).out) as Result;
const only = ['--only', 'storage-encrypted'];
const verdicts = (...argv: readonly string[]) =>
  result(...only, '--include', 'pass', ...argv).inputs.flatMap(({ findings }) =>
    findings.map(({ verdict }) => verdict),
  );

describe('exit code', () => {
  test.each<[number, readonly string[]]>([
    [0, ['good.json']],
    [1, ['bad.json']],
    [0, ['good-plan.json']],
    [1, ['bad-plan.json']],
    [1, ['good.json', 'bad.json']],
    [2, ['bad.json', 'state.json']],
    [2, ['missing.json']],
    [2, []],
    [2, ['errored-plan.json']],
    [0, ['--allow-incomplete', 'errored-plan.json']],
    [0, ['--exit-zero', 'bad.json']],
    [2, ['--exit-zero', 'state.json']],
    [0, ['unknown-type.yaml']],
    [2, ['--config', 'misspelt.yaml', 'good.json']],
    [2, ['--config', 'missing.yaml', 'good.json']],
    [2, ['--only', 'storage-encryptd', 'good.json']],
    [0, ['--skip', 'data-at-rest', 'bad.json']],
    [0, ['--fail-on', 'critical', 'bad.json']],
    [1, ['--fail-on', 'high', 'bad.json']],
    [0, ['--config', 'environments.yaml', '--environment', 'lab', 'bad.json']],
    [2, ['--config', 'environments.yaml', '--environment', 'nowhere', 'bad.json']],
  ])('%i: check %j', (code, argv) => {
    for (const format of ['pretty', 'json', 'sarif']) expect(check('--format', format, ...argv).code).toBe(code);
  });

  test.each([
    ['--date', 'tomorrow'],
    ['--date', '2026-02-30'],
    ['--preset', 'lenient'],
    ['--fail-on', 'hihg'],
    ['--include', 'everything'],
    ['--as', 'pulumi'],
    ['--format', 'xml'],
    ['--format', 'json='],
    ['--color', 'blue'],
    ['--undecided', 'never'],
    ['--block', 'some'],
    ['--parameters', 'missing.json'],
    ['--parameters', 'values-wrong.json'],
    ['--parameters', 'values-nested.json'],
    ['--config'],
    ['--exit-zero=1'],
    ['--nonsense'],
  ])('2 for %s %s, with nothing on standard output', (...argv) => {
    const ran = check('good.json', ...argv);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(/^demarc: .+\nTry: demarc check --help\n$/);
  });
});

test.each([
  ['--formt', 'unknown option --formt; did you mean --format?'],
  ['--quite', 'unknown option --quite; did you mean --quiet?'],
  ['--format=jsn', `--format: "jsn" is none of ${formats.join(', ')}; did you mean "json"?`],
  ['--fail-on=hihg', '--fail-on: "hihg" is none of low, medium, high, critical; did you mean "high"?'],
])('%s: %s', (option, message) => {
  expect(check('good.json', option).err).toContain(message);
});

test('the report stands on standard output, the rest beside it', () => {
  expect(check('bad.json').err).toBe('');
  const machine = check('--format', 'json', 'bad.json', 'state.json');
  expect(() => JSON.parse(machine.out) as unknown).not.toThrow();
  expect(machine.err).toMatch(
    /^demarc: state\.json: this is a Terraform state file\..*\ndemarc: could not judge everything: /,
  );
  expect(check('--quiet', '--format', 'json', 'bad.json').err).toBe('');
});

test('one bad input never keeps the document about the others back', () => {
  const { decision, inputs } = result('state.json', 'missing.json', 'bad.json');
  expect(decision).toBe('incomplete');
  expect(inputs.map(({ path, error, findings }) => [path, error !== null, findings.length > 0])).toEqual([
    ['bad.json', false, true],
    ['state.json', true, false],
    ['missing.json', true, false],
  ]);
});

test('the document conforms to the published schema', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../schemas/result.schema.json'), 'utf8')) as object;
  const validate = new Ajv().compile(schema);
  validate(
    result('--include', 'pass', 'bad.json', 'bad-plan.json', 'parameter.yaml', 'unknown-type.yaml', 'state.json'),
  );
  expect(validate.errors).toBeNull();
});

test('the same input gives the same document', () => {
  const argv = ['check', '--format', 'json', 'bad.json', 'bad-plan.json'];
  expect(demarcIn(folder, argv).out).toBe(demarcIn(folder, argv).out);
});

test('several reports go to files, and one to standard output', () => {
  const ran = check('--format', 'sarif=out.sarif', '--format', 'json=out.json', '--format', 'pretty', 'bad.json');
  expect(ran.out).toContain('error[storage-encrypted]');
  expect((JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as Result).decision).toBe('blocked');
  expect((JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')) as Log).version).toBe('2.1.0');
});

test('-o takes the report that names no file', () => {
  const ran = check('-o', 'report.json', '--format', 'json', 'bad.json');
  expect(ran.out).toBe('');
  expect(ran.err).toMatch(/^demarc: gate blocked: /);
  expect(existsSync(join(folder, 'report.json'))).toBe(true);
});

test.each([
  [['--format', 'json', '--format', 'sarif'], 'only one report can go to standard output'],
  [['--format', 'json=x', '--format', 'sarif=x'], 'two reports would go to x'],
  [['--format', 'json=x', '-o', 'y'], 'every format names a file of its own'],
  [['--format', 'json=no/such/folder/x'], 'cannot be written: no such file or folder'],
])('%j: %s', (argv, message) => {
  const ran = check(...argv, 'good.json');
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(message);
});

describe('parameters', () => {
  test('without a value the finding is undecided', () => {
    expect(verdicts('parameter.yaml')).toEqual(['undecided']);
  });

  test.each(['values-list.json', 'values-pairs.json', 'values-object.json', 'values-map.yaml'])(
    '%s gives one',
    (file) => {
      expect(verdicts('--parameters', file, 'parameter.yaml')).toEqual(['pass']);
    },
  );

  test('a file that is broken is not quoted', () => {
    const ran = check('--parameters', 'values-broken.yaml', 'parameter.yaml');
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('values-broken.yaml:1:11: ');
    expect(ran.err).not.toContain('hunter2');
  });

  test('a later file wins, and a value that is kept is none', () => {
    expect(verdicts('--parameters', 'values-map.yaml', '--parameters', 'values-off.json', 'parameter.yaml')).toEqual([
      'fail',
    ]);
    expect(verdicts('--parameters', 'values-kept.json', 'parameter.yaml')).toEqual(['undecided']);
  });
});

test('standard input is read once, whatever it holds', () => {
  for (const input of [volume(false), plan(false), Buffer.from(`\ufeff${plan(false)}`, 'utf16le')]) {
    const ran = demarcIn(folder, ['check', '--format', 'json', '-'], { input });
    expect(ran.code).toBe(1);
    expect((JSON.parse(ran.out) as Result).inputs[0]?.path).toBe('-');
  }
  expect(demarcIn(folder, ['check', '-'], { input: '' })).toMatchObject({ code: 2 });
});

test('a finding shows the line of the template, also from standard input', () => {
  expect(check('bad.json').out).toContain(`\
 --> bad.json:3:5 (Data)
3 |     "Data": {  <- `);
  expect(demarcIn(folder, ['check', '-'], { input: volume(false) }).out).toContain('3 |     "Data": {');
});

test('--include pass lists passes, --quiet leaves everything out that does not block', () => {
  expect(check('good.json').out).not.toContain('pass[');
  expect(check('--include', 'pass', 'good.json').out).toContain('pass[storage-encrypted]: ');
  expect(check('--quiet', 'good.json').out).toMatch(/^demarc: gate open: [^\n]*\n$/);
});

test('--preset strict switches on what is off', () => {
  const controls = (...argv: readonly string[]) =>
    result(...argv, 'bad.json').inputs.flatMap(({ findings }) => findings.map(({ control }) => control));
  expect(controls()).not.toContain('customer-managed-key');
  expect(controls('--preset', 'strict')).toContain('customer-managed-key');
  expect(controls('--config', 'strict.yaml')).toContain('customer-managed-key');
});

describe('colour', () => {
  const isPainted = (argv: readonly string[], more: Parameters<typeof demarcIn>[2]) => {
    const { out } = demarcIn(folder, ['check', ...argv, 'bad.json'], more);
    return out !== stripVTControlCharacters(out);
  };

  test.each([
    ['not in a pipe', false, [], {}],
    ['on a terminal', true, [], { width: 80 }],
    ['not with NO_COLOR', false, [], { width: 80, env: { NO_COLOR: '1' } }],
    ['in a pipe with FORCE_COLOR', true, [], { env: { FORCE_COLOR: '1' } }],
    ['not with FORCE_COLOR=0', false, [], { width: 80, env: { FORCE_COLOR: '0' } }],
    ['not on a dumb terminal', false, [], { width: 80, env: { TERM: 'dumb' } }],
    ['whenever it is asked for', true, ['--color', 'always'], { env: { NO_COLOR: '1' } }],
    ['never when it is refused', false, ['--color', 'never'], { width: 80, env: { FORCE_COLOR: '1' } }],
  ])('%s', (_, painted, argv, more) => {
    expect(isPainted(argv, more)).toBe(painted);
  });

  test('never in a file', () => {
    demarcIn(folder, ['check', '-o', 'report.txt', 'bad.json'], { width: 80 });
    const text = readFileSync(join(folder, 'report.txt'), 'utf8');
    expect(text).toBe(stripVTControlCharacters(text));
  });
});

test('findings keep their five lines however narrow the terminal; what is around them fits it', () => {
  const { out } = demarcIn(folder, ['check', 'bad.json'], { width: 60, env: { NO_COLOR: '1' } });
  const [finding = '', ...rest] = out.split('\n\n');
  expect(finding.split('\n')).toHaveLength(5);
  const remarks = rest
    .join('\n')
    .split('\n')
    .filter((line) => /^ {2}/.test(line));
  expect(Math.max(0, ...remarks.map(({ length }) => length))).toBeLessThanOrEqual(60);
});

test('paths in SARIF are those of the repository, wherever one stands', () => {
  const ran = demarcIn(join(folder, 'below'), ['check', '--format', 'sarif', 'bad.json', '../bad.json']);
  const uris = (JSON.parse(ran.out) as Log).runs[0]?.results?.flatMap(({ locations }) =>
    (locations ?? []).map(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri),
  );
  expect(new Set(uris)).toEqual(new Set(['below/bad.json', 'bad.json']));
});

test('a file that may not be read is told like any other problem', () => {
  const path = join(folder, 'locked.json');
  symlinkSync(path, path);
  expect(check('locked.json').out).toContain('locked.json: a symbolic link that leads to itself');
  const file = join(folderWith({ 'a.json': volume(true) }), 'a.json');
  chmodSync(file, 0o000);
  const isRoot = process.getuid?.() === 0;
  expect(demarcIn(folder, ['check', file]).code).toBe(isRoot ? 0 : 2);
});
