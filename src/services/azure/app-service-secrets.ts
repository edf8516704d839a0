import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import { environmentSecrets } from '../aws/environment-secrets';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import { at, type About } from './platform-service';

/**
 * What stands for a secret that a vault keeps, and is looked up when the app starts.
 *
 * @see https://learn.microsoft.com/azure/app-service/app-service-key-vault-references
 */
const vaultReference = /^@Microsoft\.KeyVault\(/i;

/** Parts of a connection string that are secrets. Without one, it signs in by an identity. */
const secretPart = /(^|;)\s*(password|pwd|accountkey|sharedaccesskey|sharedaccesssignature)\s*=\s*[^;\s]/i;

const providers = [
  ['active_directory', 'client_secret'],
  ['facebook', 'app_secret'],
  ['github', 'client_secret'],
  ['google', 'client_secret'],
  ['microsoft', 'client_secret'],
  ['twitter', 'consumer_secret'],
] as const;

/** Secrets of an app: its settings, its connection strings, its keys of stores and registries. */
export function* appSecretFacts(about: About): Iterable<Fact> {
  const { subject, noun } = about;
  yield* secretFacts(subject, noun, [
    ...environmentSecrets(at(subject, 'app_settings')).filter(([, value]) => !isReference(value)),
    ...itemsOf(at(subject, 'connection_string')).flatMap(connectionSecret),
    ['key of the storage account', at(subject, 'storage_account_access_key')],
    ['key of the storage account', at(subject, 'storage_access_key')],
    ['key of the storage account', at(subject, 'function_app_storage_account_access_key')],
    ['password of the registry', at(subject, 'site_config.application_stack.docker_registry_password')],
    ['password of the registry', at(subject, 'site_config.application_stack.docker.registry_password')],
    ...itemsOf(at(subject, 'storage_account')).map(
      (mount) => ['key of a mounted share', mount.get('access_key')] as const,
    ),
    ...providers.map(
      ([provider, key]) => ['secret of the sign-in provider', at(subject, `auth_settings.${provider}.${key}`)] as const,
    ),
  ]);
}

function isReference(value: Property): boolean {
  const text = value.text();
  return text.state === 'known' && vaultReference.test(text.value);
}

/** A string that is known and holds no secret is none. */
function connectionSecret(block: Property): readonly (readonly [name: string, secret: Property])[] {
  const value = block.get('value');
  const text = value.text();
  return text.state === 'known' && !secretPart.test(text.value) ? [] : [['connection string', value]];
}
