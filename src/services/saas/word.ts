import type { TlsVersion } from '../../model/fact';
import type { Property } from '../../model/property';
import { chain, known, unknown, type Settled } from '../../model/value';

/** What a word of a fixed list means. Case is not told apart; a word that the list does not have is not known. */
export function meaning<T>(word: Settled<string>, meanings: Readonly<Record<string, T>>): Settled<T> {
  return chain(word, (text): Settled<T> => {
    const key = text.toLowerCase();
    const value = Object.hasOwn(meanings, key) ? meanings[key] : undefined;
    if (value === undefined) return unknown('a word that means nothing here', word.at);
    return word.state === 'known' ? { ...word, value } : known(value, word.at);
  });
}

/** What `active` and `inactive`, `enabled` and `disabled`, `on` and `off` mean. */
export const switched: Readonly<Record<string, boolean>> = {
  active: true,
  inactive: false,
  enabled: true,
  disabled: false,
  on: true,
  off: false,
  true: true,
  false: false,
};

/** Versions of TLS, as tenants write them. */
export const tlsVersions: Readonly<Record<string, TlsVersion>> = { '1.0': '1.0', '1.1': '1.1', '1.2': '1.2', '1.3': '1.3' }; // prettier-ignore

/** Whether a secret is set: one that is not shown is. */
export function given(secret: Property): Settled<boolean> {
  const present = secret.present();
  return present.state === 'unknown' && secret.sensitive ? known(true, secret.at, 'a sensitive value') : present;
}
