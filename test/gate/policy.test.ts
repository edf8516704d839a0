import type { GateLevel } from '../../src/controls/control';
import { ConfigurationError } from '../../src/gate/configuration-error';
import { failingLevel, findingLevel } from '../../src/gate/policy';
import { activeControls, type GateOptions } from '../../src/gate/settings';
import {
  admin,
  control,
  controls,
  encrypted,
  failing,
  finding,
  managedKey,
  resource,
  rotated,
  settings,
  tagged,
} from './build';

const volume = resource('aws_ebs_volume.data');

function level(
  about = encrypted,
  configuration: unknown = {},
  options: Partial<GateOptions> = {},
  subject = volume,
): GateLevel {
  return failingLevel(about, subject, settings(configuration, options).policyFor(subject));
}

describe('presets', () => {
  test.each([
    [encrypted, 'block', 'block'],
    [rotated, 'warn', 'warn'],
    [tagged, 'note', 'note'],
    [managedKey, 'off', 'warn'],
    [control('off-and-low', { gate: 'off', severity: 'low' }), 'off', 'note'],
    [control('off-and-high', { gate: 'off', severity: 'high' }), 'off', 'block'],
    [control('off-and-critical', { gate: 'off', severity: 'critical' }), 'off', 'block'],
  ])('$id is %s in baseline and %s in strict', (about, baseline, strict) => {
    expect(level(about)).toBe(baseline);
    expect(level(about, { preset: 'baseline' })).toBe(baseline);
    expect(level(about, { preset: 'strict' })).toBe(strict);
    expect(level(about, { preset: 'baseline' }, { preset: 'strict' })).toBe(strict);
  });
});

describe('by control, and for some resources', () => {
  const configuration = {
    controls: {
      'storage-encrypted': {
        gate: 'warn',
        overrides: [
          { resource: 'aws_ebs_volume', gate: 'off' },
          { resource: 'module.prod.**', gate: 'block' },
        ],
      },
      'key-rotation': { overrides: [{ resource: 'Prod/**', gate: 'block' }] },
      'customer-managed-key': 'note',
    },
  };

  test.each([
    [encrypted, resource('aws_efs_file_system.f', { type: 'aws_efs_file_system' }), 'warn'],
    [encrypted, volume, 'off'],
    [encrypted, resource('module.prod.aws_ebs_volume.data'), 'block'],
    [rotated, resource('Key', { constructPath: 'Prod/Key/Resource' }), 'block'],
    [rotated, resource('Key', { constructPath: 'Test/Key/Resource' }), 'warn'],
    [managedKey, volume, 'note'],
  ])('$id on $address', (about, subject, expected) => {
    expect(level(about, configuration, {}, subject)).toBe(expected);
  });
});

describe('failOn', () => {
  test.each([
    ['low', admin, 'block'],
    ['low', tagged, 'block'],
    ['medium', rotated, 'block'],
    ['medium', tagged, 'note'],
    ['high', encrypted, 'block'],
    ['high', rotated, 'warn'],
    ['critical', encrypted, 'warn'],
    ['critical', admin, 'block'],
    ['low', managedKey, 'off'],
  ] as const)('%s: $id', (failOn, about, expected) => {
    expect(level(about, { failOn })).toBe(expected);
    expect(level(about, { failOn: 'low' }, { failOn })).toBe(expected);
  });

  test('leaves alone what the configuration says by name', () => {
    expect(level(encrypted, { controls: { 'storage-encrypted': 'note' } }, { failOn: 'low' })).toBe('note');
    expect(level(rotated, { controls: { 'key-rotation': 'block' } }, { failOn: 'critical' })).toBe('block');
  });

  test('joins the strict preset', () => {
    expect(level(managedKey, { preset: 'strict' }, { failOn: 'medium' })).toBe('block');
  });
});

describe('undecided', () => {
  const undecidedLevel = (about: typeof encrypted, configuration: unknown): GateLevel =>
    findingLevel(about, finding(about, volume, 'undecided'), settings(configuration).policyFor(volume));

  test.each([
    [{}, encrypted, 'warn'],
    [{}, admin, 'warn'],
    [{}, tagged, 'note'],
    [{ preset: 'strict' }, admin, 'block'],
    [{ preset: 'strict' }, encrypted, 'warn'],
    [{ preset: 'strict', undecided: 'note' }, admin, 'note'],
    [{ undecided: 'block' }, encrypted, 'block'],
    [{ undecided: 'block' }, rotated, 'warn'],
    [{ undecided: 'off' }, encrypted, 'off'],
  ])('%j: $id', (configuration, about, expected) => {
    expect(undecidedLevel(about, configuration)).toBe(expected);
  });

  test('says nothing of what fails', () => {
    expect(findingLevel(encrypted, failing(encrypted, volume), settings({ undecided: 'off' }).policyFor(volume))).toBe(
      'block',
    );
  });
});

describe('only and skip', () => {
  const active = (configuration: unknown, options: Partial<GateOptions> = {}): readonly string[] =>
    activeControls(controls, settings(configuration, options)).map(({ id }) => id);

  test.each<[object, Partial<GateOptions>, readonly string[]]>([
    [{}, {}, ['storage-encrypted', 'key-rotation', 'image-tagged', 'iam-no-admin', 'iam-no-wildcard-action']],
    [{ only: ['storage-encrypted'] }, {}, ['storage-encrypted']],
    [{ only: ['iam-*'] }, {}, ['iam-no-admin', 'iam-no-wildcard-action']],
    [{ only: ['iam-*', 'storage-encrypted'] }, {}, ['storage-encrypted', 'iam-no-admin', 'iam-no-wildcard-action']],
    [{ only: ['identity-access'] }, {}, ['iam-no-admin', 'iam-no-wildcard-action']],
    [{ only: ['key-management'] }, {}, ['key-rotation']],
    [{ only: ['customer-managed-key'] }, {}, ['customer-managed-key']],
    [{ only: ['customer-managed-key'], controls: { 'customer-managed-key': 'off' } }, {}, []],
    [{ only: ['iam-*'] }, { only: ['key-rotation'] }, ['key-rotation']],
    [{ only: ['iam-*'], skip: ['iam-no-admin'] }, {}, ['iam-no-wildcard-action']],
    [{ only: ['iam-*'], skip: ['iam-no-admin'] }, { skip: ['*-action'] }, []],
    [{ controls: { 'storage-encrypted': 'off' }, only: ['data-at-rest'] }, {}, []],
    [
      {
        only: ['data-at-rest'],
        controls: { 'storage-encrypted': { gate: 'off', overrides: [{ resource: 'x', gate: 'note' }] } },
      },
      {},
      ['storage-encrypted'],
    ],
    [
      { only: ['key-management'], environments: { prod: { match: { stage: 'Prod' }, preset: 'strict' } } },
      {},
      ['key-rotation', 'customer-managed-key'],
    ],
  ])('%j %j', (configuration, options, expected) => {
    expect(active(configuration, options)).toEqual(expected);
  });

  test('what is skipped is off, whatever else is said', () => {
    expect(level(encrypted, { controls: { 'storage-encrypted': 'block' } }, { skip: ['data-at-rest'] })).toBe('off');
  });

  test('names that mean nothing are refused', () => {
    expect(() => settings({}, { only: ['storage-encryptd'] })).toThrow(
      '--only: "storage-encryptd" is no control and no area; did you mean "storage-encrypted"?',
    );
    expect(() => settings({}, { skip: ['xyz-*'] })).toThrow(ConfigurationError);
  });
});

describe('environments', () => {
  const configuration = {
    undecided: 'note',
    controls: { 'storage-encrypted': { gate: 'warn', overrides: [{ resource: 'Prod/Scratch', gate: 'note' }] } },
    environments: {
      production: { match: { stage: ['Prod', 'Live/*'] }, controls: { 'storage-encrypted': 'block' }, block: 'all' },
      'all-of-account': { match: { account: '1111*', region: 'eu-west-1' }, controls: { 'storage-encrypted': 'off' } },
      'by-document': { match: { document: 'envs/prod/**' }, failOn: 'low' },
      'by-stack': { match: { stack: 'data-*' }, preset: 'strict' },
      manual: {
        controls: { 'storage-encrypted': 'note' },
        undecided: 'block',
        assume: { ebsEncryptionByDefault: true },
      },
    },
  };
  const at = (constructPath: string) => resource('V', { constructPath });

  test.each([
    ['no environment', at('Test/Data/V'), 'warn'],
    ['a stage', at('Prod/Data/V'), 'block'],
    ['a stage below another', at('Live/Eu/Data/V'), 'block'],
    ['not the construct itself', at('Prod'), 'warn'],
    ['a longer name', at('Production/Data/V'), 'warn'],
    ['an override survives', at('Prod/Scratch'), 'note'],
  ])('%s', (_, subject, expected) => {
    expect(level(encrypted, configuration, {}, subject)).toBe(expected);
  });

  test.each([
    [{ account: '111111111111', region: 'eu-west-1' }, 'off'],
    [{ account: '111111111111', region: 'us-east-1' }, 'warn'],
    [{ account: '111111111111' }, 'warn'],
    [{}, 'warn'],
  ])('what the caller knows of the target: %j', (target, expected) => {
    expect(level(encrypted, configuration, { targetOf: () => target })).toBe(expected);
  });

  test('a document and a stack', () => {
    expect(level(tagged, configuration, {}, resource('V', { document: './envs/prod/data/plan.json' }))).toBe('block');
    expect(level(tagged, configuration, {}, resource('V', { document: 'envs/test/plan.json' }))).toBe('note');
    expect(level(managedKey, configuration, {}, resource('V', { stack: 'data-eu' }))).toBe('warn');
    expect(level(managedKey, configuration, {}, resource('V', { stack: 'web' }))).toBe('off');
  });

  test('chosen by name, it holds for everything', () => {
    const chosen = settings(configuration, { environment: 'manual' });
    expect(failingLevel(encrypted, at('Prod/Data/V'), chosen.policyFor(at('Prod/Data/V')))).toBe('note');
    expect(chosen.policyFor().undecided).toBe('block');
    expect(chosen.assume).toEqual({ ebsEncryptionByDefault: true });
    expect(settings(configuration).assume).toEqual({});
    expect(chosen.policies).toHaveLength(1);
  });

  test('a caller wins over it', () => {
    const chosen = settings(configuration, { environment: 'production', block: 'new', undecided: 'off' });
    expect(chosen.policyFor()).toMatchObject({ block: 'new', undecided: 'off' });
  });

  test('one that does not exist is refused', () => {
    expect(() => settings(configuration, { environment: 'prodction' })).toThrow(
      '--environment: unknown environment "prodction"; did you mean "production"?',
    );
    expect(() => settings({}, { environment: 'constructor' })).toThrow('the configuration has no environments');
  });
});
