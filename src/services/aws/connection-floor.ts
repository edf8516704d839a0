import type { ConnectionFloor, DataInTransit, TlsVersion } from '../../model/fact';
import { chain, known, map, unknown, type Settled } from '../../model/value';
import { eitherWay } from './key-custody';

/** Facts of what clients connect to, each followed by the least that a client gets away with there. */
export function* withConnectionFloor(facts: Iterable<DataInTransit>): Iterable<DataInTransit | ConnectionFloor> {
  for (const fact of facts) {
    yield fact;
    yield* connectionFloor(fact);
  }
}

/** What only sends its callers to an encrypted endpoint is none, and has no floor. */
export function* connectionFloor(fact: Omit<DataInTransit, 'kind'>): Iterable<ConnectionFloor> {
  const { plaintext, oldestTls, noun, subject, related } = fact;
  if (!plaintext || (!oldestTls && plaintext.state === 'known' && !plaintext.value)) return;
  yield {
    kind: 'connection-floor',
    noun,
    subject,
    ...(related && { related }),
    floor: oldestTls ? lower(plaintext, oldestTls) : map(plaintextOnly(plaintext), () => 'plaintext'),
  };
}

const lower = (plaintext: Settled<boolean>, oldestTls: Settled<TlsVersion>): ConnectionFloor['floor'] =>
  chain(eitherWay(plaintext), (accepted): ConnectionFloor['floor'] =>
    accepted
      ? known('plaintext', plaintext.at, plaintext.state === 'known' ? plaintext.because : undefined)
      : oldestTls,
  );

/** Where it is not known whether plain text is served, nothing says what else is. */
const plaintextOnly = (plaintext: Settled<boolean>): Settled<boolean> =>
  plaintext.state === 'known' ? plaintext : unknown(plaintext.why, plaintext.at);
