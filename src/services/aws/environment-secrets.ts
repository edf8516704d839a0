import type { Property } from '../../model/property';

/** Words that end the name of a variable which holds a secret. `SECRET_ARN` and `TOKEN_URL` only say where one is. */
const secretName =
  /(password|passwd|passphrase|secret)$|(^|[^a-z])(token|credentials?|(api|access|secret|private|encryption|signing)key|connectionstring)$/;

/** The id of an access key of AWS: it stands beside its secret, and its prefix is its own. */
const accessKeyId = /(^|[^A-Z0-9])(AKIA|ASIA)[A-Z0-9]{16}([^A-Z0-9]|$)/;

/** What a variable holds that says where the secret is, or that there is one: an ARN, a path, an address, a switch. */
const pointer = /^(arn:|\/|alias\/|https?:|true$|false$|\d{1,4}$)/i;

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
      return accessKeyId.test(written) || (secretName.test(words(name)) && !pointer.test(written));
    })
    .map(([name, value]) => [`variable ${name}`, value] as const);

/** `DB_PASSWORD`, `dbPassword` and `db-password` as `db password`; `API_KEY` as `apikey`. */
const words = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/ (key|string)$/, '$1');
