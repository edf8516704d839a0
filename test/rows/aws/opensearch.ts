import { policy, policyTables } from '../../support/policy-rows';
import { secretTable } from '../../support/secret-rows';
import { merged } from '../../support/store-rows';
import { refer, system, unknown, type Row, type ServiceRows, type Table } from '../../support/row';
import { opensearchUpkeep } from './opensearch-upkeep';

const noun = 'OpenSearch domain';
const domain = { cloudformation: 'AWS::OpenSearchService::Domain', terraform: 'aws_opensearch_domain' };
const elasticsearch = { cloudformation: 'AWS::Elasticsearch::Domain', terraform: 'aws_elasticsearch_domain' };

/** Both names of the service read the same rows. */
const ofBoth = (rows: readonly Row[]): Readonly<Record<string, Table>> => ({
  [noun]: { ...domain, rows },
  'Elasticsearch domain': { ...elasticsearch, rows },
});

const open = policy({ Effect: 'Allow', Principal: '*', Action: 'es:*', Resource: '*' });
const subnets = { VPCOptions: { SubnetIds: ['subnet-1'] } };
const fineGrained = { Enabled: true, InternalUserDatabaseEnabled: true };

const call = (parameters: object) =>
  JSON.stringify({ service: 'OpenSearch', action: 'updateDomainConfig', parameters });
/** A custom resource that names its domain in the text of its call. */
const called = (parameters: object) => {
  const [before, after] = call({ DomainName: '|', ...parameters }).split('|');
  const written = { 'Fn::Join': ['', [before, refer(), after]] };
  return system({}, { custom: { type: 'Custom::OpenSearchAccessPolicy', properties: { Create: written } } });
};
const named = policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/ours' }, Action: 'es:*', Resource: '*' }); // prettier-ignore

export const opensearchRows: ServiceRows = {
  service: 'opensearch',
  controls: merged(
    opensearchUpkeep,
    {
      // prettier-ignore
      'storage-encrypted': ofBoth([
        ['fail',      'nothing is said', {}, {}],
        ['fail',      'it is switched off', { EncryptionAtRestOptions: { Enabled: false } }, { encrypt_at_rest: [{ enabled: false }] }],
        ['pass',      'it is switched on', { EncryptionAtRestOptions: { Enabled: true } }, { encrypt_at_rest: [{ enabled: true }] }],
        ['undecided', 'it is a parameter', { EncryptionAtRestOptions: { Enabled: unknown } }, { encrypt_at_rest: [{ enabled: unknown }] }],
        ['fail',      'a key is named, and the switch is not', { EncryptionAtRestOptions: { KmsKeyId: 'alias/ours' } }, { encrypt_at_rest: [{ kms_key_id: 'alias/ours' }] }],
      ]),
      // prettier-ignore
      'customer-managed-key': ofBoth([
        ['fail', 'no key is named', { EncryptionAtRestOptions: { Enabled: true } }, { encrypt_at_rest: [{ enabled: true }] }],
        ['pass', 'a key is named', { EncryptionAtRestOptions: { Enabled: true, KmsKeyId: 'alias/ours' } }, { encrypt_at_rest: [{ enabled: true, kms_key_id: 'alias/ours' }] }],
      ]),
      // prettier-ignore
      'transit-encrypted': ofBoth([
        ['fail',      'nothing is said of the nodes', {}, {}],
        ['fail',      'the nodes speak plain text', { NodeToNodeEncryptionOptions: { Enabled: false } }, { node_to_node_encryption: [{ enabled: false }] }],
        ['pass',      'the nodes speak TLS', { NodeToNodeEncryptionOptions: { Enabled: true } }, { node_to_node_encryption: [{ enabled: true }] }],
        ['undecided', 'it is a parameter', { NodeToNodeEncryptionOptions: { Enabled: unknown } }, { node_to_node_encryption: [{ enabled: unknown }] }],
      ]),
      // prettier-ignore
      'transit-enforced': ofBoth([
        ['fail',      'nothing is said', {}, {}],
        ['fail',      'other things are said of the endpoint', { DomainEndpointOptions: { CustomEndpointEnabled: false } }, null],
        ['pass',      'other things are said of the endpoint: the provider enforces it', null, { domain_endpoint_options: [{ custom_endpoint_enabled: false }] }],
        ['fail',      'HTTPS is not enforced', { DomainEndpointOptions: { EnforceHTTPS: false } }, { domain_endpoint_options: [{ enforce_https: false }] }],
        ['pass',      'HTTPS is enforced', { DomainEndpointOptions: { EnforceHTTPS: true } }, { domain_endpoint_options: [{ enforce_https: true }] }],
        ['undecided', 'it is a parameter', { DomainEndpointOptions: { EnforceHTTPS: unknown } }, { domain_endpoint_options: [{ enforce_https: unknown }] }],
      ]),
      // prettier-ignore
      'tls-modern': ofBoth([
        ['fail',      'nothing is said', {}, {}],
        ['fail',      'the policy begins with TLS 1.0', { DomainEndpointOptions: { TLSSecurityPolicy: 'Policy-Min-TLS-1-0-2019-07' } }, { domain_endpoint_options: [{ tls_security_policy: 'Policy-Min-TLS-1-0-2019-07' }] }],
        ['pass',      'the policy begins with TLS 1.2', { DomainEndpointOptions: { TLSSecurityPolicy: 'Policy-Min-TLS-1-2-2019-07' } }, { domain_endpoint_options: [{ tls_security_policy: 'Policy-Min-TLS-1-2-2019-07' }] }],
        ['pass',      'so does a later one', { DomainEndpointOptions: { TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' } }, { domain_endpoint_options: [{ tls_security_policy: 'Policy-Min-TLS-1-2-PFS-2023-10' }] }],
        ['undecided', 'the policy is not one of the service', { DomainEndpointOptions: { TLSSecurityPolicy: 'Ours' } }, { domain_endpoint_options: [{ tls_security_policy: 'Ours' }] }],
        ['undecided', 'it is a parameter', { DomainEndpointOptions: { TLSSecurityPolicy: unknown } }, { domain_endpoint_options: [{ tls_security_policy: unknown }] }],
      ]),
      // prettier-ignore
      'endpoint-not-public': ofBoth([
        ['fail',      'it is in no VPC', {}, {}],
        ['pass',      'it is in subnets', subnets, { vpc_options: [{ subnet_ids: ['subnet-1'] }] }],
        ['pass',      'it is in a subnet created beside it', system({ VPCOptions: { SubnetIds: [refer('net')] } }, { net: { type: 'AWS::EC2::Subnet', properties: {} } }), system({ vpc_options: [{ subnet_ids: [refer('net')] }] }, { net: { type: 'aws_subnet', properties: {} } })],
        ['fail',      'the list of subnets is empty', { VPCOptions: { SubnetIds: [] } }, { vpc_options: [{ subnet_ids: [] }] }],
        ['pass',      'the subnets are a parameter', { VPCOptions: { SubnetIds: unknown } }, null],
        ['undecided', 'whether there are subnets is a variable', null, { vpc_options: [{ subnet_ids: unknown }] }],
      ]),
    },
    policyTables({
      noun,
      ...domain,
      action: 'es:ESHttpGet',
      inCloudformation: (document) => ({ AccessPolicies: document }),
      inTerraform: (document) => ({ access_policies: document }),
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      noun: 'OpenSearch domain, by its policy',
      cloudformation: null,
      terraform: domain.terraform,
      action: 'es:ESHttpGet',
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_opensearch_domain_policy', properties: { domain_name: refer('it', 'domain_name'), access_policies: document } } }), // prettier-ignore
    }),
    {
      'resource-policy-not-public': {
        'OpenSearch domain that keeps others out': {
          ...domain,
          // prettier-ignore
          rows: [
            ['pass',      'the policy is open, inside a VPC', { ...subnets, AccessPolicies: open }, { vpc_options: [{ subnet_ids: ['subnet-1'] }], access_policies: JSON.stringify(open) }],
            ['pass',      'the policy is open, and users sign in', { AccessPolicies: open, AdvancedSecurityOptions: fineGrained }, { access_policies: JSON.stringify(open), advanced_security_options: [{ enabled: true, internal_user_database_enabled: true }] }],
            ['fail',      'the policy is open, and anonymous users are let in', { AccessPolicies: open, AdvancedSecurityOptions: { ...fineGrained, AnonymousAuthEnabled: true } }, { access_policies: JSON.stringify(open), advanced_security_options: [{ enabled: true, anonymous_auth_enabled: true }] }],
            ['undecided', 'the policy is open, and whether users sign in is a parameter', { AccessPolicies: open, AdvancedSecurityOptions: { Enabled: unknown } }, { access_policies: JSON.stringify(open), advanced_security_options: [{ enabled: unknown }] }],
            ['pass',      'the policy lets an address in', { AccessPolicies: policy({ Effect: 'Allow', Principal: '*', Action: 'es:*', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } }) }, null],
            ['fail',      'the policy lets every address in', { AccessPolicies: policy({ Effect: 'Allow', Principal: '*', Action: 'es:*', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': ['0.0.0.0/0'] } } }) }, null],
          ],
        },
        'OpenSearch domain whose policy the CDK sets': {
          cloudformation: domain.cloudformation,
          terraform: null,
          rows: [
            ['fail', 'the policy is open', called({ AccessPolicies: JSON.stringify(open) }), null],
            ['pass', 'the policy names a role', called({ AccessPolicies: JSON.stringify(named) }), null],
            ['undecided', 'the policy is a parameter', called({ AccessPolicies: 1 }), null],
          ],
        },
        'policy that the CDK sets': {
          cloudformation: 'Custom::OpenSearchAccessPolicy',
          terraform: null,
          rows: [
            ['fail', 'its domain is not here', { Create: call({ DomainName: 'main', AccessPolicies: JSON.stringify(open) }) }, null], // prettier-ignore
            ['undecided', 'the call is a parameter', { Create: unknown }, null],
          ],
        },
        'policy that the CDK sets for Elasticsearch': {
          cloudformation: 'Custom::ElasticsearchAccessPolicy',
          terraform: null,
          rows: [['fail', 'its domain is not here', { Create: call({ DomainName: 'main', AccessPolicies: JSON.stringify(open) }) }, null]], // prettier-ignore
        },
        'Elasticsearch domain policy': {
          cloudformation: null,
          terraform: 'aws_elasticsearch_domain_policy',
          rows: [['fail', 'its domain is not here', null, { domain_name: 'main', access_policies: JSON.stringify(open) }]], // prettier-ignore
        },
      },
      'no-secret-in-clear': {
        [noun]: secretTable({
          ...domain,
          inCloudformation: (secret) => ({ AdvancedSecurityOptions: { Enabled: true, MasterUserOptions: { MasterUserPassword: secret } } }), // prettier-ignore
          inTerraform: (secret) => ({ advanced_security_options: [{ enabled: true, master_user_options: [{ master_user_password: secret }] }] }), // prettier-ignore
        }),
      },
    },
  ),
};
