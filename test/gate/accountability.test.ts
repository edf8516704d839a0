import { accountabilityOf } from '../../src/gate/accountability';
import { ConfigurationError } from '../../src/gate/configuration-error';
import { mergeConfigurations } from '../../src/gate/merge-configurations';
import { parseConfiguration } from '../../src/gate/parse-configuration';
import type { Configuration } from '../../src/index';
import { settingsOf } from '../../src/gate/settings';
import { resource, settings } from './build';

const api = resource('aws_lambda_function.api', { type: 'aws_lambda_function', constructPath: 'Payments/Api' });
const disk = resource('aws_ebs_volume.data');

describe('owners', () => {
  const { assignmentOf } = accountabilityOf({
    owners: [
      { resource: 'Payments/**', area: 'runtime', owner: 'api' },
      { area: ['data-at-rest', 'key-management'], owner: 'data', verifier: 'security' },
      { provider: 'github', owner: 'developers' },
    ],
  });

  test.each([
    ['by construct path and area', api, 'runtime', 'aws', 'api', null],
    ['by area', disk, 'key-management', 'aws', 'data', 'security'],
    ['of everything, by area', null, 'data-at-rest', 'aws', 'data', 'security'],
    ['by provider', null, 'client-users', 'github', 'developers', null],
    ['a resource that no entry means', disk, 'runtime', 'aws', null, null],
    ['an entry for resources says nothing of the whole', null, 'runtime', 'aws', null, null],
  ] as const)('%s', (_, asked, area, provider, owner, verifier) => {
    expect(assignmentOf(asked, area, provider)).toEqual({ owner, verifier });
  });

  test('the first entry counts, and a later configuration comes first', () => {
    const company: Configuration = { owners: [{ owner: 'platform' }] };
    const team: Configuration = { owners: [{ area: 'runtime', owner: 'api' }] };
    const merged = accountabilityOf(mergeConfigurations(company, team));
    expect(merged.assignmentOf(api, 'runtime', 'aws').owner).toBe('api');
    expect(merged.assignmentOf(api, 'configuration', 'aws').owner).toBe('platform');
  });
});

test('of several reports the one counts that counts the longest, for its areas', () => {
  const { attestationFor } = accountabilityOf({
    attestations: [
      { provider: 'aws', report: 'old', periodEnd: '2025-03-31', evidence: 'e' },
      { provider: 'aws', report: 'new', periodEnd: '2026-03-31', evidence: 'e' },
      {
        provider: 'aws',
        report: 'ISO',
        periodEnd: '2026-01-01',
        until: '2028-01-01',
        areas: ['physical'],
        evidence: 'e',
      },
    ],
  });
  expect(attestationFor('aws', 'host')).toMatchObject({ report: 'new', until: '2027-03-31' });
  expect(attestationFor('aws', 'physical')?.report).toBe('ISO');
  expect(attestationFor('gcp', 'host')).toBeUndefined();
});

test('of several verifications the latest counts', () => {
  const { verificationOf } = accountabilityOf({
    verifications: [
      { area: 'guest-os', by: 'a', on: '2026-01-01', evidence: 'e' },
      { resource: '*.api', area: 'guest-os', by: 'b', on: '2026-02-01', evidence: 'e' },
    ],
  });
  expect(verificationOf(api, 'guest-os')?.by).toBe('b');
  expect(verificationOf(disk, 'guest-os')?.by).toBe('a');
  expect(verificationOf(api, 'runtime')).toBeUndefined();
});

test('account facts with and without a record', () => {
  const { accountRecords } = accountabilityOf({
    assume: {
      ebsEncryptionByDefault: { value: true, evidence: 'ebs.json', checked: '2026-10-02' },
      s3AccountPublicAccessBlock: false,
    },
  });
  expect(accountRecords).toEqual([
    { name: 'ebsEncryptionByDefault', value: true, evidence: 'ebs.json', checked: '2026-10-02' },
    { name: 's3AccountPublicAccessBlock', value: false, evidence: null, checked: null },
  ]);
});

test('services see the bare values', () => {
  const { assume } = settings({
    assume: { ebsEncryptionByDefault: { value: true, evidence: 'ebs.json', checked: '2026-10-02' } },
  });
  expect(assume).toEqual({ ebsEncryptionByDefault: true });
});

describe('what contradicts itself', () => {
  const refuse = (text: string): string => {
    try {
      settingsOf(parseConfiguration(text, 'demarc.config.yaml'), { today: '2026-11-24' }, []);
    } catch (error) {
      if (error instanceof ConfigurationError) return error.message;
      throw error;
    }
    return '';
  };

  test.each([
    ['review: { independentVerifier: true }\nowners: [{ owner: a, verifier: a }]', '"a" also answers for it'],
    ['review: { independentVerifier: true }\nowners: [{ owner: a }]', 'has no verifier'],
    [
      'attestations: [{ provider: aws, report: r, periodEnd: 2026-01-01, until: 2025-01-01, evidence: e }]',
      'ends before the period does',
    ],
    ['owners: [{ area: nowhere, owner: a }]', '"nowhere" is none of'],
    ['attestations: [{ provider: aws, report: r, periodEnd: soon, evidence: e }]', '"soon" is no date'],
  ])('%s', (text, message) => {
    expect(refuse(text)).toContain(message);
  });

  test('an owner who verifies is fine where nobody asks for another', () => {
    expect(refuse('owners: [{ owner: a, verifier: a }]')).toBe('');
  });
});
