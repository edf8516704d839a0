import { unreadTokens } from '../src/responsibility/unread-tokens';
import { excuses, isRead, providers, readings, tokensOf } from './support/coverage';

const read = readings();
const tokens = providers.flatMap(tokensOf);
const open = tokens.filter((token) => !isRead(token, read));

test('every deciding token is read by a service, or has a reason why not', () => {
  const silent = open.filter((token) => !unreadTokens.some((one) => excuses(one, token)));
  expect([...new Set(silent.map(({ of, type, path, area }) => `${of}: ${type}#${path} (${area})`))].sort()).toEqual([]);
});

test('every reason is needed', () => {
  const idle = unreadTokens.filter((one) => !open.some((token) => excuses(one, token)));
  expect(idle).toEqual([]);
});
