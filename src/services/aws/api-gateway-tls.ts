import type { Fact, TlsVersion } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { settledTruth } from '../../model/truth';
import { chain, known, otherwise, unknown, type Settled } from '../../model/value';
import { mappings } from './api-gateway-endpoint';
import { isPrivate, restApis } from './api-gateway-policy';
import { connectionFloor } from './connection-floor';

const domainTypes = ['AWS::ApiGateway::DomainName', 'AWS::ApiGateway::DomainNameV2', 'aws_api_gateway_domain_name'];

/**
 * Which TLS versions a REST API accepts at its own address. Whoever gives it a domain name is asked there: that the own
 * address stays open beside it is another matter.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html (default endpoints)
 */
export function* restApiTls(
  about: { readonly noun: string; readonly subject: Resource },
  graph: ResourceGraph,
): Iterable<Fact> {
  const api = about.subject;
  const plaintext = known(false, { id: api.id, path: [] }, 'API Gateway answers by HTTPS only');
  const policy = property(api, 'SecurityPolicy', 'security_policy').text();
  const written = policy.state === 'absent' ? undefined : versionOf(policy);
  yield { kind: 'data-in-transit', plaintext, ...about, ...(written && { oldestTls: written }) };
  const key = api.vocabulary === 'cloudformation' ? 'RestApiId' : 'api_id';
  const named = graph.companions(api, mappings, key).certain.length > 0;
  const disabled = property(api, 'DisableExecuteApiEndpoint', 'disable_execute_api_endpoint').flag();
  if (named || (disabled.state === 'known' && disabled.value)) return;
  yield* connectionFloor({ plaintext, oldestTls: written ?? byEndpoint(api), ...about });
}

const byEndpoint = (api: Resource): Settled<TlsVersion> =>
  chain(settledTruth(isPrivate(api), property(api, 'SecurityPolicy', 'security_policy').at), (hidden) =>
    known(hidden ? '1.2' : '1.0', property(api, 'SecurityPolicy', 'security_policy').at, byDefault(hidden)),
  );

const byDefault = (hidden: boolean): string =>
  hidden ? 'a private API accepts TLS 1.2 by default' : 'the address of an API accepts TLS 1.0 by default';

/**
 * A policy that says nothing accepts TLS 1.2.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html (defaults)
 */
export function* domainTls(domain: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'API domain name', subject: domain, related: apisOf(domain, graph) };
  const policy = property(domain, 'SecurityPolicy', 'security_policy').text();
  const oldestTls = versionOf(otherwise(policy, 'TLS_1_2', 'TLS_1_2 where no policy is named'));
  yield { kind: 'data-in-transit', oldestTls, ...about };
  const plaintext = known(false, { id: domain.id, path: [] }, 'API Gateway answers by HTTPS only');
  yield* connectionFloor({ plaintext, oldestTls, ...about });
}

/** The APIs that a domain name leads to. */
function apisOf(domain: Resource, graph: ResourceGraph): readonly Resource[] {
  const keys = domain.vocabulary === 'cloudformation' ? ['DomainName', 'DomainNameArn'] : ['domain_name'];
  return keys
    .flatMap((key) => graph.companions(domain, mappings, key, domainTypes).certain)
    .flatMap((mapping) => {
      const link = graph.follow(property(mapping, 'RestApiId', 'api_id'), restApis);
      return link.state === 'linked' ? [link.resource] : [];
    });
}

/** The oldest version in the name of a security policy: `TLS_1_0`, `SecurityPolicy_TLS13_1_2_2021_06`. */
export const versionOf = (policy: Settled<string>): Settled<TlsVersion> =>
  chain(policy, (name): Settled<TlsVersion> => {
    const version = policyNames.find(([pattern]) => pattern.test(name))?.[1];
    return version
      ? known(
          version,
          policy.at,
          (policy.state === 'known' ? policy.because : undefined) ?? `${name} accepts TLS ${version}`,
        )
      : unknown(`"${name}" is no security policy of API Gateway`, policy.at);
  });

const policyNames: readonly (readonly [RegExp, TlsVersion])[] = [
  [/^TLS_1_0$/, '1.0'],
  [/^(TLS_1_2$|SecurityPolicy_TLS12_|SecurityPolicy_TLS13_1_2_)/, '1.2'],
  [/^SecurityPolicy_TLS13_/, '1.3'],
];
