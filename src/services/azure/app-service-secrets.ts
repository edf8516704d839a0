import type { Fact } from '../../model/fact';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import { at, type About } from './platform-service';
import { connectionSecret, settingSecrets } from './setting-secrets';

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
    ...settingSecrets(at(subject, 'app_settings')),
    ...itemsOf(at(subject, 'connection_string')).flatMap((block) => connectionSecret(block.get('value'))),
    ['key of the storage account', at(subject, 'storage_account_access_key')],
    ['key of the storage account', at(subject, 'storage_access_key')],
    ['key of the storage account', at(subject, 'function_app_storage_account_access_key')],
    ['key of the storage account', at(subject, 'deployment_storage.access_key')],
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
