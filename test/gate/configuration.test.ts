import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../../src/gate/configuration';
import { ConfigurationError } from '../../src/gate/configuration-error';
import { configurationJsonSchema } from '../../src/gate/configuration-schema';
import {
  findConfiguration,
  loadConfiguration,
  parseConfiguration,
  usingConfiguration,
} from '../../src/gate/load-configuration';
import { mergeConfigurations } from '../../src/gate/merge-configurations';
import { ownControls } from '../../src/gate/own-controls';
import { settingsOf } from '../../src/gate/settings';
import { temporaryFolder } from '../support/temporary-folder';
import { controls } from './build';

const whole = `
$schema: ./node_modules/demarc/schemas/config.schema.json
preset: strict
block: all
undecided: note
failOn: high
only: [storage-encrypted, 'iam-*', data-at-rest]
skip: [key-rotation]
controls:
  storage-encrypted: warn
  customer-managed-key: off
  key-rotation:
    gate: note
    overrides:
      - { resource: 'Prod/**', gate: block }
environments:
  production:
    match: { account: ['111111111111', '2*'], stage: Prod }
    preset: strict
    controls: { storage-encrypted: block }
assume: { ebsEncryptionByDefault: true, s3AccountPublicAccessBlock: false }
waivers:
  inline: false
  never: [iam-no-admin]
  honour: [checkov]
  list:
    - control: storage-encrypted
      resource: aws_ebs_volume.scratch["a.b"]
      reason: Holds nothing but caches.
      owner: platform
      until: 2027-01-31
      ticket: OPS-12
`;

const waiver = { control: 'storage-encrypted', resource: '*', reason: 'r', owner: 'o', until: '2027-01-31' };

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return 'no error';
}

const check = (text: string, file = 'demarc.config.yaml'): string =>
  messageOf(() => settingsOf(parseConfiguration(text, file), { today: '2026-11-24' }, controls));

describe('what can be said', () => {
  test('everything', () => {
    const { configuration } = parseConfiguration(whole, 'demarc.config.yaml');
    expect(configuration.controls?.['customer-managed-key']).toBe('off');
    expect(configuration.waivers).toMatchObject({ inline: false, list: [{ until: '2027-01-31' }] });
    expect(check(whole)).toBe('no error');
  });

  test('nothing', () => {
    expect(parseConfiguration('', 'c.yaml').configuration).toEqual({});
    expect(parseConfiguration('# only a comment\n', 'c.yaml').configuration).toEqual({});
    expect(parseConfiguration('preset: strict\nwaivers:\n  # - control: x\n', 'c.yaml').configuration).toEqual({
      preset: 'strict',
    });
  });

  test('the same as JSON', () => {
    const { configuration } = parseConfiguration(whole, 'c.yaml');
    expect(parseConfiguration(JSON.stringify(configuration, null, '\t'), 'c.json').configuration).toEqual(
      configuration,
    );
  });
});

describe('what cannot be said, and where', () => {
  test.each([
    ['contrls: {}', '1:1: contrls: unknown key "contrls"; did you mean "controls"?'],
    [
      'preset: stict',
      '1:1: preset: "stict" is none of baseline, strict, nist-800-53, iso-27001, soc-2, pci-dss, ccm, cis-aws; did you mean "strict"?',
    ],
    ['preset: 3', '1:1: preset: "3" is none of baseline, strict, nist-800-53, iso-27001, soc-2, pci-dss, ccm, cis-aws'],
    ['controls: { storage-encrypted: }', '1:13: controls.storage-encrypted: is empty; known: block, warn, note, off'],
    [
      'controls:\n  storage-encrypted: blok',
      '2:3: controls.storage-encrypted: "blok" is none of block, warn, note, off; did you mean "block"?',
    ],
    [
      'controls:\n  storage-encryptd: block',
      '2:3: controls.storage-encryptd: unknown control "storage-encryptd"; did you mean "storage-encrypted"?',
    ],
    ['controls: { constructor: block }', '1:13: controls.constructor: unknown control "constructor"'],
    ['controls: { __proto__: block }', '1:13: controls.__proto__: unknown key "__proto__"'],
    [
      'controls: { storage-encrypted: { gat: warn } }',
      '1:34: controls.storage-encrypted.gat: unknown key "gat"; did you mean "gate"?',
    ],
    [
      'controls: { storage-encrypted: { overrides: [{ gate: off }] } }',
      '1:46: controls.storage-encrypted.overrides[0].resource: is missing',
    ],
    ['controls: [storage-encrypted]', '1:1: controls: a map is expected, not a list'],
    [
      'environments: { prod: { controls: { key-rotatoin: off } } }',
      '1:37: environments.prod.controls.key-rotatoin: unknown control "key-rotatoin"; did you mean "key-rotation"?',
    ],
    ['environments: { prod: { match: {} } }', '1:25: environments.prod.match: says nothing to match'],
    [
      'environments: { prod: { match: { stage: Prod }, assume: { ebsEncryptionByDefault: true } } }',
      '1:17: environments.prod: "assume" holds for a whole run, so an environment that has it is chosen by name and cannot have "match"',
    ],
    [
      'environments: { prod: { match: { account: 123456789012 } } }',
      '1:34: environments.prod.match.account: a text is expected, not "123456789012"; put it in quotes',
    ],
    [
      'assume: { ebsEncryptonByDefault: true }',
      '1:11: assume.ebsEncryptonByDefault: unknown key "ebsEncryptonByDefault"; did you mean "ebsEncryptionByDefault"?',
    ],
    [
      'assume: { ebsEncryptionByDefault: sure }',
      '1:11: assume.ebsEncryptionByDefault: true or false is expected, not "sure"',
    ],
    ['only: [storage]', '1:8: only[0]: "storage" is no control and no area'],
    ['skip: [data-at-rst]', '1:8: skip[0]: "data-at-rst" is no control and no area; did you mean "data-at-rest"?'],
    ['waivers: yes', '1:1: waivers: a list is expected, not "yes"'],
    ['waivers: { nevr: [] }', '1:12: waivers.nevr: unknown key "nevr"; did you mean "never"?'],
    [
      'waivers: { never: [iam-no-admn] }',
      '1:20: waivers.never[0]: unknown control "iam-no-admn"; did you mean "iam-no-admin"?',
    ],
    ['waivers: { never: [waiver-expired] }', '1:20: waivers.never[0]: unknown control "waiver-expired"'],
    ['a: 1\na: 2', '2:1: Map keys must be unique'],
    ['preset: !!js/function x', '1:9: Unresolved tag: tag:yaml.org,2002:js/function'],
    ['- preset', '1:1: a map is expected, not a list'],
  ])('%s', (text, message) => {
    expect(check(text)).toBe(`demarc.config.yaml:${message}`);
  });

  test.each([
    ['reason', 'is missing'],
    ['owner', 'is missing'],
    ['until', 'is missing'],
    ['control', 'is missing'],
    ['resource', 'is missing'],
  ])('a waiver without %s', (key, message) => {
    const { [key as keyof typeof waiver]: _, ...rest } = waiver;
    expect(check(JSON.stringify({ waivers: [rest] }))).toBe(`demarc.config.yaml:1:13: waivers[0].${key}: ${message}`);
  });

  test.each([
    [{ until: '2027-02-30' }, 'waivers[0].until: "2027-02-30" is no date (YYYY-MM-DD)'],
    [{ until: '31.1.2027' }, 'waivers[0].until: "31.1.2027" is no date (YYYY-MM-DD)'],
    [{ reason: '  ' }, 'waivers[0].reason: is empty'],
    [{ resource: '' }, 'waivers[0].resource: is empty'],
    [
      { control: 'storage-encryptd' },
      'waivers[0].control: unknown control "storage-encryptd"; did you mean "storage-encrypted"?',
    ],
    [{ untill: '2027-01-31' }, 'waivers[0].untill: unknown key "untill"; did you mean "until"?'],
  ])('a waiver with %j', (fault, message) => {
    expect(check(JSON.stringify({ waivers: [{ ...waiver, ...fault }] }))).toContain(message);
  });

  test('every problem has a line of its own', () => {
    expect(check('presett: strict\nblok: new\n').split('\n')).toHaveLength(2);
  });

  test('JSON is read as JSON', () => {
    expect(check('{ "preset": "strict", }', 'c.json')).toMatch(/^c\.json:1:23: a key/);
    expect(check('preset: strict', 'c.json')).toMatch(/^c\.json:1:1: a value/);
    expect(check('{ "controls": {}, "controls": {} }', 'c.json')).toContain('1:19: Map keys must be unique');
  });

  test.each([
    [
      'aliases without end',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((name, i) => `${name}: &${name} [${`*${'abcdefgh'.charAt(i)},`.repeat(9)}]`)
        .join('\n')}\n`,
    ],
    ['nesting without end', '['.repeat(100_000)],
    ['no text at all', '\u0000\u0001'],
  ])('%s is an error and no crash', (_, text) => {
    expect(check(text)).toMatch(/^demarc\.config\.yaml/);
  });
});

describe('where it is looked for', () => {
  let root = '';
  beforeEach(() => {
    root = temporaryFolder();
    mkdirSync(join(root, 'repository', 'stacks', 'data'), { recursive: true });
  });
  const at = (...parts: readonly string[]): string => join(root, ...parts);

  test('the nearest wins, up to the root of the repository', () => {
    mkdirSync(at('repository', '.git'));
    writeFileSync(at('demarc.config.yaml'), 'preset: baseline');
    expect(findConfiguration(at('repository', 'stacks', 'data'))).toBeUndefined();
    writeFileSync(at('repository', 'demarc.config.json'), '{ "preset": "baseline" }');
    expect(findConfiguration(at('repository', 'stacks', 'data'))).toBe(at('repository', 'demarc.config.json'));
    writeFileSync(at('repository', 'stacks', 'demarc.config.yaml'), 'preset: strict');
    const loaded = loadConfiguration({ from: at('repository', 'stacks', 'data') });
    expect(loaded.configuration).toEqual({ preset: 'strict' });
    expect(loaded.file).toBe(join('..', 'demarc.config.yaml'));
  });

  test('outside a repository, only the folder itself counts', () => {
    writeFileSync(at('demarc.config.yaml'), 'preset: strict');
    expect(findConfiguration(at('repository'))).toBeUndefined();
    expect(loadConfiguration({ from: at('repository') }).configuration).toEqual({});
    expect(findConfiguration(root)).toBe(at('demarc.config.yaml'));
  });

  test('two in one folder are one too many', () => {
    writeFileSync(at('demarc.config.yaml'), '');
    writeFileSync(at('demarc.config.json'), '{}');
    expect(() => findConfiguration(root)).toThrow(/there is also/);
  });

  test('a reference policy is read from beside it', () => {
    const reference = { Version: '2012-10-17', Statement: [] };
    writeFileSync(at('demarc.config.yaml'), 'iam: { reference: policies/edge.json }');
    expect(messageOf(() => loadConfiguration({ from: root }))).toContain('policies/edge.json: cannot be read');
    mkdirSync(at('policies'));
    writeFileSync(at('policies', 'edge.json'), JSON.stringify(reference));
    expect(loadConfiguration({ from: root }).configuration).toEqual({ iam: { reference } });
    writeFileSync(at('policies', 'edge.json'), '{');
    expect(messageOf(() => loadConfiguration({ from: root }))).toContain('policies/edge.json is no JSON');
    writeFileSync(at('policies', 'edge.json'), '[]');
    expect(messageOf(() => loadConfiguration({ from: root }))).toContain('policies/edge.json is no policy document');
  });

  test('a file that is insisted on must be there', () => {
    writeFileSync(at('trusted.yaml'), '\uFEFFblock: all');
    expect(loadConfiguration({ from: root, file: 'trusted.yaml' }).configuration).toEqual({ block: 'all' });
    expect(() => loadConfiguration({ from: root, file: 'missing.yaml' })).toThrow(/missing\.yaml: cannot be read/);
    expect(() => loadConfiguration({ from: root, file: 'repository' })).toThrow(/repository: cannot be read/);
  });
});

describe('a configuration that a program makes', () => {
  test('is checked as a file is', () => {
    expect(messageOf(() => usingConfiguration({ presett: 'strict' }))).toBe(
      'presett: unknown key "presett"; did you mean "preset"?',
    );
    expect(messageOf(() => usingConfiguration('strict'))).toBe('a map is expected, not "strict"');
  });

  test('gives a reference policy itself', () => {
    const iam = { reference: { Statement: [] }, trustedAccounts: ['111122223333'] };
    expect(usingConfiguration({ iam }).configuration).toEqual({ iam });
    expect(messageOf(() => usingConfiguration({ iam: { reference: 'edge.json' } }))).toContain(
      'gives the document itself',
    );
    expect(
      mergeConfigurations({ iam }, { iam: { account: '111122223333', trustedAccounts: ['444455556666'] } }),
    ).toEqual({
      iam: { ...iam, account: '111122223333', trustedAccounts: ['111122223333', '444455556666'] },
    });
  });

  test('is laid over others', () => {
    const company: Configuration = {
      preset: 'strict',
      skip: ['key-rotation'],
      controls: {
        'storage-encrypted': { gate: 'warn', overrides: [{ resource: 'a', gate: 'off' }] },
        'key-rotation': 'off',
      },
      environments: { prod: { preset: 'strict', controls: { 'key-rotation': 'warn' } } },
      assume: { ebsEncryptionByDefault: true },
      waivers: { inline: false, never: ['iam-no-admin'] },
    };
    const own: Configuration = {
      preset: 'baseline',
      skip: ['image-tagged'],
      controls: { 'storage-encrypted': 'block', 'iam-no-admin': { overrides: [{ resource: 'b', gate: 'note' }] } },
      environments: { prod: { controls: { 'key-rotation': 'block' } }, test: { block: 'all' } },
      assume: { s3AccountPublicAccessBlock: true },
      waivers: [waiver],
    };
    expect(mergeConfigurations(company, own)).toEqual({
      preset: 'baseline',
      skip: ['key-rotation', 'image-tagged'],
      controls: {
        'storage-encrypted': { gate: 'block', overrides: [{ resource: 'a', gate: 'off' }] },
        'key-rotation': 'off',
        'iam-no-admin': { overrides: [{ resource: 'b', gate: 'note' }] },
      },
      environments: { prod: { preset: 'strict', controls: { 'key-rotation': 'block' } }, test: { block: 'all' } },
      assume: { ebsEncryptionByDefault: true, s3AccountPublicAccessBlock: true },
      waivers: { inline: false, never: ['iam-no-admin'], honour: [], list: [waiver] },
    });
    expect(mergeConfigurations()).toEqual({});
    expect(mergeConfigurations(company)).toEqual(company);
  });
});

describe('the published schema', () => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  addFormats(ajv);
  const validate = ajv.compile(configurationJsonSchema([...controls, ...ownControls]));

  test('accepts what the tool accepts', () => {
    expect(validate(parseConfiguration(whole, 'c.yaml').configuration)).toBe(true);
    expect(validate({})).toBe(true);
    expect(validate({ waivers: [waiver] })).toBe(true);
    expect(validate({ controls: { 'control-of-a-plug-in': 'warn' } })).toBe(true);
  });

  test.each<[unknown]>([
    [{ presett: 'strict' }],
    [{ preset: 'stict' }],
    [{ controls: { 'storage-encrypted': 'blok' } }],
    [{ controls: { 'control-of-a-plug-in': 'blok' } }],
    [{ waivers: [{ ...waiver, until: 'soon' }] }],
    [{ waivers: [{ ...waiver, reason: '' }] }],
    [{ environments: { prod: { controls: { 'storage-encrypted': 'blok' } } } }],
  ])('refuses %j', (configuration) => {
    expect(validate(configuration)).toBe(false);
  });

  test('offers the known controls with their titles', () => {
    expect(configurationJsonSchema(controls)).toHaveProperty(
      ['properties', 'controls', 'properties', 'storage-encrypted', 'description'],
      'storage-encrypted holds',
    );
  });
});
