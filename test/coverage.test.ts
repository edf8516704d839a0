import { unreadTokens } from '../src/responsibility/unread-tokens';
import { isRead, readings, tokensOf, type Token } from './support/coverage';

const read = readings();
const tokens = tokensOf('aws');
const open = tokens.filter((token) => !isRead(token, read));

const excused = ({ type, path }: Token, { type: types, path: paths }: (typeof unreadTokens)[number]): boolean =>
  (types?.test(type) ?? true) && paths.test(path);

test('every deciding token of AWS is read by a service, or has a reason why not', () => {
  const silent = open.filter((token) => !unreadTokens.some((one) => excused(token, one)));
  expect([...new Set(silent.map(({ of, type, path, area }) => `${of}: ${type}#${path} (${area})`))].sort()).toEqual([]);
});

test('every reason is needed', () => {
  const idle = unreadTokens.filter((one) => !open.some((token) => excused(token, one)));
  expect(idle).toEqual([]);
});
