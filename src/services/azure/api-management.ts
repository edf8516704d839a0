import type { Fact, TlsVersion } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, some } from '../../model/truth';
import { chain, known, map, otherwise, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { diagnosticLogFact } from './diagnostics';
import { endpointFact, placementFact, publicNetwork } from './platform-network';
import { at, identityFact, localAuthFact, switched, type About } from './platform-service';
import { secretsOf } from './api-management-parts';

/**
 * API Management: the service, the APIs in it, and the parts that hold secrets.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management
 */
export const apiManagement: Service = {
  name: 'api-management',
  types: {
    terraform: [
      'azurerm_api_management',
      'azurerm_api_management_api',
      'azurerm_api_management_authorization_server',
      'azurerm_api_management_backend',
      'azurerm_api_management_certificate',
      'azurerm_api_management_custom_domain',
      'azurerm_api_management_identity_provider_aad',
      'azurerm_api_management_identity_provider_aadb2c',
      'azurerm_api_management_identity_provider_facebook',
      'azurerm_api_management_identity_provider_google',
      'azurerm_api_management_identity_provider_microsoft',
      'azurerm_api_management_identity_provider_twitter',
      'azurerm_api_management_logger',
      'azurerm_api_management_named_value',
      'azurerm_api_management_openid_connect_provider',
      'azurerm_api_management_redis_cache',
      'azurerm_api_management_user',
      'azurerm_api_management_workspace_named_value',
    ],
  },
  *facts(resource, graph) {
    if (resource.type === 'azurerm_api_management')
      yield* serviceFacts({ noun: 'API Management service', subject: resource }, graph);
    else if (resource.type === 'azurerm_api_management_api') yield* apiFacts({ noun: 'API', subject: resource });
    else yield* partFacts(resource);
  },
};

function* serviceFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  yield { kind: 'data-in-transit', oldestTls: oldest(subject, 'frontend'), ...about };
  yield {
    kind: 'backend-transit',
    plaintext: known(false, subject.properties.at, 'each backend says what it speaks'),
    oldestTls: oldest(subject, 'backend'),
    ...about,
  };
  const network = otherwise(at(subject, 'virtual_network_type').text(), 'None', 'in no network unless told otherwise');
  const open = publicNetwork(subject, ['public_network_access_enabled']);
  yield endpointFact(about, 'front', open, {
    guards: [is(network, (type) => type === 'Internal', 'internal network')],
  });
  yield placementFact(about, graph, [is(network, (type) => type !== 'None', 'network')]);
  yield* signInFacts(about);
  yield identityFact(about);
  yield diagnosticLogFact(about, graph, ['gatewaylogs']);
  yield* secretFacts(subject, about.noun, hostSecrets(subject));
}

/**
 * Older versions are accepted where they are switched on.
 *
 * @see https://learn.microsoft.com/azure/api-management/api-management-howto-manage-protocols-ciphers
 */
function oldest(service: Resource, side: 'frontend' | 'backend'): Settled<TlsVersion> {
  const accepted = (name: string): Settled<boolean> =>
    switched(
      service,
      [`security.${side}_${name}_enabled`, `security.enable_${side}_${name}`],
      false,
      'off unless told otherwise',
    );
  return chain(accepted('ssl30'), (ssl): Settled<TlsVersion> => {
    if (ssl) return known('ssl3', accepted('ssl30').at);
    return chain(accepted('tls10'), (first): Settled<TlsVersion> =>
      first
        ? known('1.0', accepted('tls10').at)
        : chain(accepted('tls11'), (second) =>
            second
              ? known('1.1', accepted('tls11').at)
              : known('1.2', accepted('tls11').at, 'TLS 1.2 unless told otherwise'),
          ),
    );
  });
}

/** Strangers may make an account on the portal for developers, unless told otherwise where it is asked of them to sign in. */
function* signInFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const registered = at(subject, 'sign_up.enabled').flag();
  if (registered.state !== 'absent') yield { kind: 'sign-up', open: registered, ...about };
  const certificates = switched(
    subject,
    ['client_certificate_enabled'],
    false,
    'no certificate is asked for unless told otherwise',
  );
  yield { kind: 'front-guard', guard: 'peer-certificate', kept: certificates, ...about };
  const direct = switched(
    subject,
    ['tenant_access.enabled'],
    false,
    'the direct interface is off unless told otherwise',
  );
  yield localAuthFact(
    about,
    map(direct, (on) => !on),
  );
}

const hostSecrets = (service: Resource) =>
  ['developer_portal', 'management', 'portal', 'proxy', 'scm']
    .flatMap((host) => itemsOf(at(service, `hostname_configuration.${host}`)))
    .map((host) => ['password of a certificate', host.get('certificate_password')] as const)
    .concat(
      itemsOf(at(service, 'certificate')).map(
        (one) => ['password of a certificate', one.get('certificate_password')] as const,
      ),
    );

/** Which protocols an API is offered by, and whether its callers need a key. */
function* apiFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const protocols = otherwise(at(subject, 'protocols').texts(), [], 'HTTPS unless told otherwise');
  yield {
    kind: 'data-in-transit',
    plaintext: settledTruth(
      some(protocols, (one) => is(one, (text) => text === 'http' || text === 'ws', 'protocols'), 'protocols'),
      protocols.at,
    ),
    ...about,
  };
  const key = switched(subject, ['subscription_required'], true, 'a key is asked for unless told otherwise');
  const others = ['oauth2_authorization', 'openid_authentication'].map((block) =>
    is(at(subject, block).present(), (set) => set, 'sign-in'),
  );
  yield {
    kind: 'front-guard',
    guard: 'sign-in',
    kept: settledTruth(
      any(
        is(key, (on) => on, 'key'),
        ...others,
      ),
      key.at,
    ),
    ...about,
  };
}

function* partFacts(part: Resource): Iterable<Fact> {
  const noun = 'part of API Management';
  yield* secretFacts(part, noun, secretsOf(part));
  if (part.type !== 'azurerm_api_management_backend') return;
  const about = { noun: 'backend of API Management', subject: part };
  const address = otherwise(at(part, 'url').text(), '', 'no address is named');
  yield { kind: 'backend-transit', plaintext: map(address, (url) => /^http:/i.test(url)), ...about };
  const checks = ['validate_certificate_chain', 'validate_certificate_name'].map((key) =>
    is(switched(part, [`tls.${key}`], true, 'checked unless told otherwise'), (on) => on, 'certificate of the backend'),
  );
  yield { kind: 'data-in-transit', certificateValidated: settledTruth(all(...checks), part.properties.at), ...about };
}
