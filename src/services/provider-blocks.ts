import type { SecretInClear } from '../model/fact';
import type { Property } from '../model/property';
import { providerSecrets, providerType, secretsOf, type SecretArgument } from '../model/provider-block';
import { known, unknown, type Settled } from '../model/value';
import { secretInClear } from './aws/secret';
import type { Service } from './service';

/**
 * Credentials in the blocks that configure providers. Terraform neither shows nor keeps them; they stand in the code, and in
 * a plan's copy of it.
 *
 * @see https://developer.hashicorp.com/terraform/language/block/provider
 */
export const providerBlocks: Service = {
  name: 'provider-blocks',
  types: { terraform: Object.keys(providerSecrets).map(providerType) },
  *facts(block): Iterable<SecretInClear> {
    for (const argument of secretsOf(block.type.slice(providerType('').length)))
      for (const secret of valuesAt(block.properties, argument.path.split('.'))) {
        const present = secret.present();
        if (present.state === 'known' && !present.value) continue;
        const inClear = inClearOf(secret, argument);
        yield { kind: 'secret-in-clear', noun: 'block', subject: block, secret: argument.path, inClear };
      }
  },
};

/**
 * What stands at a path, in each of the blocks on the way. Of one that is no more than an expression (in a plan, a map that
 * refers to something) nobody can say whether it has a secret at all.
 */
function valuesAt(property: Property, [key, ...others]: readonly string[]): readonly Property[] {
  if (key === undefined) return [property];
  const blocks = property.list();
  return blocks.state === 'known' ? blocks.value.flatMap((block) => valuesAt(block.get(key), others)) : [];
}

/** A text that is written is in clear whichever branch of a condition is taken. */
function inClearOf(secret: Property, argument: SecretArgument): Settled<boolean> {
  const branches = secret.branches();
  const own = branches.map((branch) => ofItsOwn(branch, argument));
  if (own.every((outcome) => outcome === undefined)) return secretInClear(secret);
  const outcomes = branches.map((branch, index) => own[index] ?? secretInClear(branch));
  const clear = outcomes.find((one) => one.state === 'known' && one.value);
  const open = outcomes.find((one) => one.state === 'unknown');
  return clear ?? open ?? outcomes[0] ?? unknown('a condition decides', secret.at);
}

/** What the argument alone tells of a value; undefined where it is judged as any other secret. */
function ofItsOwn(secret: Property, argument: SecretArgument): Settled<boolean> | undefined {
  const reason = whyNone(secret, argument);
  if (reason !== undefined) return known(false, secret.at, reason);
  const text = secret.text();
  const isOdd = text.state === 'known' && text.value !== '' && argument.shape?.test(text.value) === false;
  const written = isOdd ? secretInClear(secret) : undefined;
  return written?.state === 'known' && written.value
    ? unknown('it is not written as such a key is: a word for a mock, or the key of another cloud', secret.at)
    : undefined;
}

/** Why what stands here is no secret in the code: a name or a word, or a variable that is given a value elsewhere. */
function whyNone(secret: Property, { orFile, nobody }: SecretArgument): string | undefined {
  const text = secret.text();
  const isGivenLater = text.state === 'unknown' && text.source === 'parameter' && secret.list().state === 'unknown';
  if (isGivenLater) return 'a variable that is given when it runs';
  if (text.state !== 'known' || text.value === '') return undefined;
  if (orFile && !isContent(text.value)) return 'the name of a file';
  return text.value === nobody ? 'it names nobody' : undefined;
}

/** A key in JSON or in PEM, as against a path to one. */
const isContent = (text: string): boolean => /^\s*\{|-----BEGIN /u.test(text);
