import type { Property } from '../../model/property';
import { is, not, some, settledTruth, type Truth } from '../../model/truth';
import { known, otherwise, unknown, type Settled, type Value } from '../../model/value';

/** Stands for what is filled in later. */
const hole = '\u0000';

/**
 * Whether what is sent to an address passes in plain text. What stays within the machine (RFC 8252, 7.3) cannot be
 * listened to on the way.
 */
export function plainAddress(address: Property): Value<boolean> {
  const parts = address.parts();
  if (parts.state === 'absent') return parts;
  if (parts.state === 'unknown') return unknown(parts.why, parts.at);
  const written = parts.value.map((part) => (typeof part === 'string' ? part : hole)).join('');
  const { at } = parts;
  if (written === '') return { state: 'absent', at };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(written)?.[1]?.toLowerCase();
  if (scheme === undefined) return unknown('no scheme is written', at);
  if (scheme !== 'http') return known(false, at);
  const rest = written.slice('http://'.length);
  if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/?#]|$)/i.test(rest))
    return known(false, at, 'it stays within the machine');
  return rest.startsWith(hole) ? unknown('the host is settled at deployment', at) : known(true, at);
}

/** The same of a list: whether some address of it is plain. */
export const somePlain = (addresses: Property): Settled<boolean> =>
  settledTruth(somePlainAddress(addresses), addresses.at);

const somePlainAddress = (addresses: Property): Truth =>
  some(
    otherwise(addresses.list(), [], 'none is written'),
    (address) => is(otherwise(plainAddress(address), false, 'none is written'), (plain) => plain, 'plain address'),
    'addresses',
  );

/** Whether no address of a list holds a wildcard. */
export const withoutWildcard = (addresses: Property): Settled<boolean> =>
  settledTruth(
    not(
      some(
        otherwise(addresses.list(), [], 'none is written'),
        (address) => is(otherwise(address.text(), '', 'none is written'), (text) => text.includes('*'), 'wildcard'),
        'addresses',
      ),
    ),
    addresses.at,
  );

/** Whether a list of texts holds one of some words; case is not told apart. */
export const holds = (list: Property, words: readonly string[], silence: string): Settled<boolean> =>
  settledTruth(
    some(
      otherwise(list.list(), [], silence),
      (item) => is(otherwise(item.text(), '', silence), (text) => words.includes(text.toLowerCase()), 'what is listed'),
      'what is listed',
    ),
    list.at,
  );
