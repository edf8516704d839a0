import { known, unknown } from '../../src/model/value';
import { supported } from '../../src/services/aws/end-of-support';

const at = { id: 'it', path: ['version'] };
const judged = (family: string, version: string, today = '2026-11-24') => supported(family, known(version, at), today);

test('a version is supported to the last day, and no longer', () => {
  expect(judged('lambda', 'nodejs18.x', '2025-09-01')).toMatchObject({ value: true });
  expect(judged('lambda', 'nodejs18.x', '2025-09-02')).toMatchObject({ value: false });
});

test('a version is the longest listed one that it begins with', () => {
  expect(judged('mysql', '8.0.35')).toMatchObject({ value: true });
  expect(judged('mysql', '5.7.44', '2027-03-01')).toMatchObject({ value: false });
});

test('a version that may be one of several is known where they agree', () => {
  expect(judged('mysql', '8')).toMatchObject({ value: true });
  expect(judged('kafka', '3').state).toBe('unknown');
});

test('an exact family knows no other spellings', () => {
  expect(judged('lambda', 'provided.al2099').state).toBe('unknown');
  expect(judged('lambda', 'nodejs').state).toBe('known');
});

test('what is older than all that are listed has ended, and what is newer is not known', () => {
  expect(judged('eks', '1.9')).toMatchObject({ value: false });
  expect(judged('eks', '1.99').state).toBe('unknown');
});

test('extended support counts unless it is declined', () => {
  const version = known('1.32', at);
  expect(supported('eks', version, '2026-11-24')).toMatchObject({ value: true });
  expect(supported('eks', version, '2026-11-24', known(false, at))).toMatchObject({ value: false });
  expect(supported('eks', version, '2026-11-24', unknown('a parameter', at)).state).toBe('unknown');
});

test('of several versions that it may be, all must agree', () => {
  expect(supported('eks', unknown('a condition', at, ['1.28', '1.29']), '2026-11-24')).toMatchObject({ value: false });
  expect(supported('eks', unknown('a condition', at, ['1.28', '1.36']), '2026-11-24').state).toBe('unknown');
});
