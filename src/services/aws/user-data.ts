import { gunzipSync } from 'node:zlib';
import type { SecretInClear } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, unknown, type Settled } from '../../model/value';
import { secretsInText } from './secret-text';

/** Stands where a text has a hole: what fills it is not written here. */
const hole = '${}';

/** The longest text that a packed one is unpacked to: a machine is given 16 kB at most. */
const longest = 1_000_000;

/**
 * States of each text that a machine is started with whether it holds a secret. Whoever may describe the machine, and
 * every process on it, can read that text.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
export function* userDataFacts(
  about: { readonly noun: string; readonly subject: Resource },
  texts: readonly Property[],
  what = 'user data',
): Iterable<SecretInClear> {
  for (const text of texts)
    for (const branch of text.branches()) {
      const present = branch.present();
      if (present.state === 'known' && !present.value) continue;
      for (const [secret, inClear] of found(branch))
        yield { kind: 'secret-in-clear', secret: secret === '' ? `secret in the ${what}` : `${secret} in the ${what}`, inClear, ...about }; // prettier-ignore
    }
}

/** What stands in a text: each kind of secret that is found, or that none is. */
function found(text: Property): readonly (readonly [secret: string, inClear: Settled<boolean>])[] {
  const { at } = text;
  const parts = text.parts();
  if (parts.state !== 'known') return [['', unknown(parts.state === 'unknown' ? parts.why : 'not a text', at)]];
  const written = parts.value.map((part) => (typeof part === 'string' ? part : hole)).join('');
  const [only] = parts.value;
  if (only !== undefined && typeof only !== 'string' && parts.value.length === 1)
    return [['', unknown(`the text is not shown here: ${only.why}`, at)]];
  if (isDigest(written)) return [['', unknown('only a digest of the text is shown', at)]];
  const readable = decoded(written);
  if (!readable) return [['', unknown('it is packed in a way that cannot be read here', at)]];
  const secrets = [...new Set([written, ...readable].flatMap(secretsInText))];
  return secrets.length > 0
    ? secrets.map((secret) => [secret, known(true, at)] as const)
    : [['', known(false, at, 'none is recognised in it')]];
}

/**
 * Up to version 5, the AWS provider keeps a digest of the user data of an instance.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
 */
const isDigest = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);

/** What a text in base64 says, packed or not; undefined where it cannot be unpacked. */
function decoded(text: string): readonly string[] | undefined {
  const compact = text.replace(/\s+/g, '');
  if (compact.length < 16 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return [];
  const bytes = Buffer.from(compact, 'base64');
  if (!isPacked(bytes)) return [bytes.toString('utf8')];
  const unpacked = unpack(bytes);
  return unpacked && [unpacked.toString('utf8')];
}

const isPacked = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

function unpack(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: longest });
  } catch {
    return undefined;
  }
}
