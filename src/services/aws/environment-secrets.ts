import type { Property } from '../../model/property';
import { looksLikeSecret } from './secret-shapes';

/** Words that end the name of a variable which holds a secret. `SECRET_ARN` and `TOKEN_URL` only say where one is. */
const secretName =
  /(password|passwd|passphrase|secret)$|(^|[^a-z])(token|credentials?|(api|access|secret|private|encryption|signing)key|connectionstring|access key id)$/;

/** What a variable holds that says where the secret is, or that there is one: an ARN, a path, an address, a switch. */
const pointer = /^(arn:|\/|alias\/|https?:|true$|false$|\d{1,4}$)/i;

/** Whether something of this name holds a secret. */
export const isSecretName = (name: string): boolean => secretName.test(words(name));

/** Whether a value says where a secret is, or that there is one, rather than being it. */
export const isPointer = (value: string): boolean => pointer.test(value);

/**
 * The variables of an environment that hold a secret, by their names or by what they hold.
 *
 * @param variables a map of names to values.
 */
export function environmentSecrets(variables: Property): readonly (readonly [name: string, secret: Property])[] {
  const entries = variables.entries();
  return entries.state === 'known' ? secretVariables(entries.value) : [];
}

/** The same of variables that are listed. */
export const secretVariables = (
  variables: readonly (readonly [name: string, value: Property])[],
): readonly (readonly [name: string, secret: Property])[] =>
  variables
    .filter(([name, value]) => {
      const text = value.text();
      const written = text.state === 'known' ? text.value : '';
      return looksLikeSecret(written) || (isSecretName(name) && !isPointer(written));
    })
    .map(([name, value]) => [`variable ${name}`, value] as const);

/** `DB_PASSWORD`, `dbPassword` and `db-password` as `db password`; `API_KEY` as `apikey`. */
const words = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/ (key|string)$/, '$1');
