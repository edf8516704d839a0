import type { Property } from '../../model/property';
import { secretVariables } from '../aws/environment-secrets';

type Named = readonly [name: string, value: Property];

/**
 * What stands for a secret that a vault keeps, and is looked up when the program starts.
 *
 * @see https://learn.microsoft.com/azure/app-service/app-service-key-vault-references
 */
const vaultReference = /^@Microsoft\.KeyVault\(/i;

/** Parts of a connection string that are secrets. Without one, it signs in by an identity. */
const secretPart = /(^|[;,&?])\s*(password|pwd|accountkey|sharedaccesskey|sharedaccesssignature)\s*=\s*[^;,&\s]/i;

/**
 * The key of an account: 512 bits in base64.
 *
 * @see https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage
 */
const accountKey = /^[A-Za-z0-9+/]{86}==$/;

/** A connection string, unless it is known and holds no secret. */
export const connectionSecret = (value: Property): readonly Named[] =>
  isKnown(value, (text) => !secretPart.test(text)) ? [] : [['connection string', value]];

/** The settings of a program that hold a secret: by their names, or by what they hold. */
export function settingSecrets(settings: Property): readonly Named[] {
  const entries = settings.entries();
  return entries.state === 'known' ? variableSecrets(entries.value) : [];
}

/** The same of variables that are listed. */
export function variableSecrets(variables: readonly Named[]): readonly Named[] {
  const shaped = variables.filter(([, value]) => isOfShape(value)).map(([name, value]): Named => [`variable ${name}`, value]);
  const named = secretVariables(
    variables.filter((one) => !isOfShape(one[1]) && !isReference(one[1]) && !isAddress(one)),
  );
  return [...named, ...shaped];
} // prettier-ignore

const isOfShape = (value: Property): boolean =>
  isKnown(value, (text) => accountKey.test(text.trim()) || secretPart.test(text));

/**
 * A connection string without a secret only says where something is. That of Application Insights is one.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/app/connection-strings
 */
const isAddress = ([name, value]: Named): boolean =>
  /connection_?-?string$/i.test(name) && isKnown(value, (text) => /^\s*[\w .-]+=[^=;]/.test(text));

const isReference = (value: Property): boolean => isKnown(value, (text) => vaultReference.test(text));

function isKnown(value: Property, test: (text: string) => boolean): boolean {
  const text = value.text();
  return text.state === 'known' && test(text.value);
}
