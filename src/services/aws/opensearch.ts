import type { Fact, TlsVersion } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { all, any, is, not, settledTruth } from '../../model/truth';
import { chain, known, map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { administratorName } from './administrator-name';
import { calledWith, customCall } from './cdk-custom-call';
import { connectionFloor } from './connection-floor';
import { encryptionBySwitch } from './key-custody';
import { nodeFacts } from './opensearch-nodes';
import { fineGrainedFact, upkeepFacts } from './opensearch-upkeep';
import { attachedPolicies, companionPolicyFacts, resourcePolicyFacts, type PolicyPlaces } from './resource-policy';
import { secretFacts } from './secret-facts';

const domains = [
  'AWS::Elasticsearch::Domain',
  'AWS::OpenSearchService::Domain',
  'aws_elasticsearch_domain',
  'aws_opensearch_domain',
];

/** The CDK sets the policy of a domain by a call, once the domain is there. */
const customPolicies = ['Custom::ElasticsearchAccessPolicy', 'Custom::OpenSearchAccessPolicy'];

const places: PolicyPlaces = {
  noun: 'OpenSearch domain',
  inline: ['AccessPolicies', 'access_policies'],
  companions: [
    {
      types: ['aws_elasticsearch_domain_policy', 'aws_opensearch_domain_policy'],
      target: [null, 'domain_name'],
      document: [null, 'access_policies'],
    },
    {
      types: customPolicies,
      target: [customCall, null],
      document: (custom) => calledWith(custom, 'AccessPolicies'),
    },
  ],
};

/** OpenSearch domains, and those that still run Elasticsearch: the same service under two names. */
export const opensearch: Service = {
  name: 'opensearch',
  types: {
    cloudformation: ['AWS::Elasticsearch::Domain', 'AWS::OpenSearchService::Domain', ...customPolicies],
    terraform: [
      'aws_elasticsearch_domain',
      'aws_elasticsearch_domain_policy',
      'aws_elasticsearch_domain_saml_options',
      'aws_opensearch_domain',
      'aws_opensearch_domain_policy',
      'aws_opensearch_domain_saml_options',
    ],
  },
  facts: (resource, graph, context) =>
    domains.includes(resource.type)
      ? domainFacts(resource, graph, context)
      : companionPolicyFacts(resource, domains, graph, places),
};

/** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createupdatedomains.html */
function* domainFacts(domain: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: places.noun, subject: domain };
  yield {
    kind: 'storage-at-rest',
    encryption: encryptionBySwitch(
      otherwise(
        property(domain, 'EncryptionAtRestOptions.Enabled', 'encrypt_at_rest.enabled').flag(),
        false,
        'a domain is encrypted only when told to',
      ),
      property(domain, 'EncryptionAtRestOptions.KmsKeyId', 'encrypt_at_rest.kms_key_id'),
      graph,
      { off: 'none', on: 'provider-kms' },
    ),
    ...about,
  };
  yield* transitFacts(domain);
  const inVpc = isInVpc(domain);
  yield { kind: 'public-endpoint', role: 'store', public: map(inVpc, (inside) => !inside), ...about };
  const groups = property(domain, 'VPCOptions.SecurityGroupIds', 'vpc_options.security_group_ids').present();
  const network = property(domain, 'VPCOptions', 'vpc_options').present();
  yield {
    kind: 'network-placement',
    chosen: inVpc,
    ...about,
    ...(!(network.state === 'known' && !network.value) && { groupsNamed: groups }),
  };
  yield fineGrainedFact(about, fineGrained(domain));
  yield* nodeFacts(about);
  yield* upkeepFacts(about, context);
  const refused = anonymousRefused(domain, inVpc);
  yield* resourcePolicyFacts(domain, places.noun, attachedPolicies(domain, graph, places), refused);
  yield* administratorName(
    about,
    property(
      domain,
      'AdvancedSecurityOptions.MasterUserOptions.MasterUserName',
      'advanced_security_options.master_user_options.master_user_name',
    ),
  );
  yield* secretFacts(domain, places.noun, [
    [
      'master password',
      property(
        domain,
        'AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword',
        'advanced_security_options.master_user_options.master_user_password',
      ),
    ],
  ]);
}

/** Between its nodes, and at its endpoint, where HTTPS is always served, and plain HTTP beside it. */
function* transitFacts(domain: Resource): Iterable<Fact> {
  const about = { noun: places.noun, subject: domain };
  const nodes = otherwise(
    property(domain, 'NodeToNodeEncryptionOptions.Enabled', 'node_to_node_encryption.enabled').flag(),
    false,
    'nodes speak plain text with each other unless told otherwise',
  );
  const policy = otherwise(
    property(domain, 'DomainEndpointOptions.TLSSecurityPolicy', 'domain_endpoint_options.tls_security_policy').text(),
    'Policy-Min-TLS-1-0-2019-07',
    'Policy-Min-TLS-1-0-2019-07 by default',
  );
  const oldestTls = chain(policy, (name): Settled<TlsVersion> => {
    const version = /^Policy-Min-TLS-1-([0-3])\b/i.exec(name)?.[1];
    return version === undefined
      ? unknown(`"${name}" is no TLS policy of OpenSearch`, policy.at)
      : known(`1.${version}` as TlsVersion, policy.at, policy.state === 'known' ? policy.because : undefined);
  });
  yield { kind: 'data-in-transit', plaintext: map(nodes, (on) => !on), oldestTls, ...about };
  const enforced = httpsEnforced(domain);
  yield { kind: 'transit-enforcement', enforced, ...about };
  yield* connectionFloor({ plaintext: map(enforced, (on) => !on), oldestTls, ...about });
}

/** Plain HTTP is served too by default; the Terraform provider enforces HTTPS where it finds the block. */
function httpsEnforced(domain: Resource): Settled<boolean> {
  const written = property(domain, 'DomainEndpointOptions.EnforceHTTPS', 'domain_endpoint_options.enforce_https');
  return orElse(written.flag(), () => {
    const block = property(domain, null, 'domain_endpoint_options').present();
    return chain(block, (present) =>
      present
        ? known(true, written.at, 'the provider enforces it where the block says nothing else')
        : known(false, written.at, 'plain HTTP is served too unless told otherwise'),
    );
  });
}

/** A domain without subnets has an endpoint on the internet. */
function isInVpc(domain: Resource): Settled<boolean> {
  const subnets = property(domain, 'VPCOptions.SubnetIds', 'vpc_options.subnet_ids');
  // A parameter that holds subnets holds some: the service refuses a VPC without.
  const list = subnets.list();
  return list.state === 'unknown' && list.source === 'parameter' ? known(true, subnets.at) : subnets.present();
}

/**
 * An open policy lets nobody in from outside the VPC, and nobody without signing in where fine-grained access control
 * is on: AWS recommends an open policy with either.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html (Recommended configurations)
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html (About access policies)
 */
function anonymousRefused(domain: Resource, inVpc: Settled<boolean>): Settled<boolean> {
  const anonymous = otherwise(
    property(
      domain,
      'AdvancedSecurityOptions.AnonymousAuthEnabled',
      'advanced_security_options.anonymous_auth_enabled',
    ).flag(),
    false,
    'anonymous access is off by default',
  );
  return settledTruth(
    any(
      is(inVpc, (inside) => inside, 'in a VPC'),
      all(
        is(fineGrained(domain), (on) => on, 'fine-grained access control'),
        not(is(anonymous, (on) => on, 'anonymous access')),
      ),
    ),
    { id: domain.id, path: [] },
  );
}

const fineGrained = (domain: Resource): Settled<boolean> =>
  otherwise(
    property(domain, 'AdvancedSecurityOptions.Enabled', 'advanced_security_options.enabled').flag(),
    false,
    'fine-grained access control is off by default',
  );
