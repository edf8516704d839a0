import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import { secretsInText } from '../aws/secret-text';
import { at } from './platform-service';

/** Where each part of API Management keeps a secret. */
const places: Readonly<Record<string, readonly (readonly [name: string, path: string])[]>> = {
  azurerm_api_management_authorization_server: [
    ['client secret', 'client_secret'],
    ['password of the resource owner', 'resource_owner_password'],
  ],
  azurerm_api_management_backend: [
    ['password of the proxy', 'proxy.password'],
    ['authorization of the backend', 'credentials.authorization.parameter'],
  ],
  azurerm_api_management_certificate: [['password of the certificate', 'password']],
  azurerm_api_management_identity_provider_aad: [['client secret', 'client_secret']],
  azurerm_api_management_identity_provider_aadb2c: [['client secret', 'client_secret']],
  azurerm_api_management_identity_provider_facebook: [['app secret', 'app_secret']],
  azurerm_api_management_identity_provider_google: [['client secret', 'client_secret']],
  azurerm_api_management_identity_provider_microsoft: [['client secret', 'client_secret']],
  azurerm_api_management_identity_provider_twitter: [['API secret key', 'api_secret_key']],
  azurerm_api_management_logger: [['connection string of the event hub', 'eventhub.connection_string']],
  azurerm_api_management_openid_connect_provider: [['client secret', 'client_secret']],
  azurerm_api_management_redis_cache: [['connection string of the cache', 'connection_string']],
  azurerm_api_management_user: [['password', 'password']],
};

const namedValues = ['azurerm_api_management_named_value', 'azurerm_api_management_workspace_named_value'];

/** The secrets of a part, by what people call them. */
export function secretsOf(part: Resource): readonly (readonly [name: string, secret: Property])[] {
  if (part.type === 'azurerm_api_management_custom_domain')
    return ['developer_portal', 'gateway', 'management', 'portal', 'scm']
      .flatMap((host) => itemsOf(at(part, host)))
      .map((host) => ['password of a certificate', host.get('certificate_password')] as const);
  if (namedValues.includes(part.type)) return isSecretValue(part) ? [['named value', at(part, 'value')]] : [];
  return (places[part.type] ?? []).map(([name, path]) => [name, at(part, path)] as const);
}

/** A named value is a secret where it is declared one, or looks like one. */
function isSecretValue(part: Resource): boolean {
  const declared = otherwise(at(part, 'secret').flag(), false, 'shown unless told otherwise');
  const text = at(part, 'value').text();
  return (
    declared.state === 'unknown' || declared.value || (text.state === 'known' && secretsInText(text.value).length > 0)
  );
}
