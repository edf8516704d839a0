import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../src/cli/commands';
import { initialConfiguration } from '../../src/cli/commands/init';
import { controls } from '../../src/controls';
import { parseConfiguration } from '../../src/gate/load-configuration';
import { demarcIn, folderWith, volume } from '../support/command-line';

const folder = folderWith({
  'template.json': volume(false),
  'waivers.yaml': [
    'waivers:',
    '  - { control: storage-encrypted, resource: Data, reason: moves soon, owner: ops, until: 2026-12-31 }',
    '  - { control: storage-encrypted, resource: Gone, reason: was there, owner: ops, until: 2027-12-31 }',
    '  - { control: key-rotation, resource: Data, reason: old, owner: ops, until: 2020-01-01 }',
  ].join('\n'),
  'empty.yaml': '{}\n',
});
const demarc = (...argv: readonly string[]) => demarcIn(folder, argv);

describe('help', () => {
  test('without anything the overview stands on standard error', () => {
    const ran = demarc();
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('Usage: demarc <command>');
  });

  test.each(['--help', '-h', 'help'])('%s lists every command', (word) => {
    const ran = demarc(word);
    expect(ran).toMatchObject({ code: 0, err: '' });
    for (const { name, summary } of commands) expect(ran.out).toContain(`  ${name.padEnd(8)}  ${summary}\n`);
  });

  test.each(commands.map(({ name, load }) => [name, load()] as const))('%s names all its options', (name, command) => {
    for (const argv of [
      [name, '--help'],
      [name, '-h'],
      ['help', name],
    ])
      expect(demarc(...argv)).toEqual({ code: 0, out: command.help, err: '' });
    for (const option of command.options) expect(command.help).toMatch(new RegExp(`--${option}\\b`));
    const named = [...command.help.matchAll(/^ +(?:-\w, )?--([\w-]+)/gm)].map(([, option]) => option);
    expect(named.toSorted()).toEqual(command.options.toSorted());
    expect(Math.max(...command.help.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
  });
});

test('--version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
  expect(demarc('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test.each([
  ['chek', 'unknown command "chek"; did you mean "check"?'],
  ['--versoin', 'unknown option "--versoin"; did you mean "--version"?'],
  ['\u001b[2J', 'unknown command "\\u001b[2J"'],
])('%j: %s', (word, message) => {
  const ran = demarc(word);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain(message);
  expect(demarc('help', word).code).toBe(2);
});

describe('explain', () => {
  test('says everything that a control says of itself', () => {
    expect(demarc('explain', 'waiver-expired')).toEqual({
      code: 0,
      out: `\
waiver-expired: No waiver outlives its date

  area      configuration
  severity  high
  gate      warn (preset strict: warn)
  judges    waivers

Why it matters
  An exception without an end is a rule. What it covered is gated again from the day after its
  date.

What to do
  Repair what it covered and remove the waiver, or have its owner decide on a new date.
`,
      err: '',
    });
  });

  test.each(controls.map(({ id }) => id))('%s', (id) => {
    expect(demarc('explain', id).out).toContain(`${id}: `);
  });

  test('knows what was probably meant', () => {
    const ran = demarc('explain', 'storage-encryptd');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('did you mean "storage-encrypted"?');
    expect(demarc('explain').code).toBe(2);
  });
});

describe('controls', () => {
  test('is a table with a line each', () => {
    const lines = demarc('controls').out.split('\n');
    expect(lines[0]).toMatch(/^control +area +severity +gate +what must hold$/);
    for (const { id, area, severity, gate, title } of controls)
      expect(lines.map((line) => line.split(/ {2,}/))).toContainEqual([id, area, severity, gate, title]);
  });

  test('is JSON when asked for, and knows the presets', () => {
    const listed = JSON.parse(demarc('controls', '--format', 'json', '--preset', 'strict').out) as {
      id: string;
      gate: string;
    }[];
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(controls.map(({ id }) => id)));
    expect(listed.filter(({ gate }) => gate === 'off')).toEqual([]);
  });

  test('takes no argument', () => {
    expect(demarc('controls', 'x').code).toBe(2);
  });
});

describe('waivers', () => {
  const waivers = (...argv: readonly string[]) =>
    demarc('waivers', '--config', 'waivers.yaml', '--date', '2026-12-24', ...argv);
  const states = (...argv: readonly string[]) =>
    (JSON.parse(waivers('--format', 'json', ...argv).out) as { state: string; findings: number }[]).map(
      ({ state, findings }) => [state, findings],
    );

  test('are listed by their dates without an input', () => {
    const ran = waivers();
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['state', 'control', 'resource', 'until', 'owner', 'findings', 'where', 'reason'],
      ['expiring', 'storage-encrypted', 'Data', '2026-12-31', 'ops', '0', 'waivers.yaml:2', 'moves soon'],
      ['active', 'storage-encrypted', 'Gone', '2027-12-31', 'ops', '0', 'waivers.yaml:3', 'was there'],
      ['expired', 'key-rotation', 'Data', '2020-01-01', 'ops', '0', 'waivers.yaml:4', 'old'],
      [''],
    ]);
  });

  test('and by what they did with one', () => {
    expect(states('template.json')).toEqual([
      ['expiring', 1],
      ['not-inspected', 0],
      ['expired', 0],
    ]);
  });

  test('there may be none, and an input that cannot be read is told', () => {
    expect(demarc('waivers', '--config', 'empty.yaml').out).toBe('no waivers\n');
    expect(waivers('missing.json')).toMatchObject({ code: 2, err: 'demarc: missing.json: no such file or folder\n' });
  });

  test('a waived finding does not block', () => {
    const gate = (date: string) => demarc('check', '--config', 'waivers.yaml', '--date', date, 'template.json');
    expect(gate('2026-12-31').code).toBe(0);
    expect(gate('2026-12-31').out).toContain(
      'waived: storage-encrypted of Data until 2026-12-31 by ops because moves soon\n',
    );
    expect(gate('2027-01-01').code).toBe(1);
  });
});

describe('init', () => {
  test('writes a configuration that is in use at once, and never overwrites one', () => {
    const fresh = folderWith({ 'template.json': volume(true) });
    expect(demarcIn(fresh, ['init'])).toEqual({ code: 0, out: 'Wrote demarc.config.yaml.\n', err: '' });
    expect(demarcIn(fresh, ['check', 'template.json']).code).toBe(0);
    const again = demarcIn(fresh, ['init']);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('demarc.config.yaml is already there');
    expect(demarcIn(folderWith({ 'demarc.config.json': '{}' }), ['init']).code).toBe(2);
    expect(demarcIn(fresh, ['init', 'x']).code).toBe(2);
  });

  test('what it says in comments is right as well', () => {
    const uncommented = initialConfiguration
      .split('\n')
      .filter((line) => !/^# (?:yaml-|[A-Z]|baseline:|new:)/.test(line))
      .map((line) => line.replace(/^# ?/, '').replace('waivers: []', 'waivers:'))
      .join('\n');
    const { configuration } = parseConfiguration(uncommented, 'demarc.config.yaml');
    expect(Object.keys(configuration).toSorted()).toEqual([
      'assume',
      'block',
      'controls',
      'environments',
      'owners',
      'preset',
      'undecided',
      'waivers',
    ]);
    expect(Object.keys(configuration.controls ?? {}).filter((id) => !controls.some((one) => one.id === id))).toEqual(
      [],
    );
  });
});
