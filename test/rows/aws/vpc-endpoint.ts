import { policy } from '../../support/policy-rows';
import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';

const types = { cloudformation: 'AWS::EC2::VPCEndpoint', terraform: 'aws_vpc_endpoint' };
const statement = (more: object): object =>
  policy({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', ...more });
const ruled = (more: object) =>
  [{ PolicyDocument: statement(more) }, { policy: JSON.stringify(statement(more)) }] as const;
const named = (PrivateDnsEnabled: unknown, more: Properties = {}, terraform: Properties = {}) =>
  [
    { VpcEndpointType: 'Interface', PrivateDnsEnabled, ...more },
    { vpc_endpoint_type: 'Interface', private_dns_enabled: PrivateDnsEnabled, ...terraform },
  ] as const;
const [inCloudformation, inTerraform] = named(true, { VpcId: refer('net') }, { vpc_id: refer('net') });
const within = (support: unknown) =>
  [
    system(inCloudformation, { net: { type: 'AWS::EC2::VPC', properties: { EnableDnsSupport: support } } }),
    system(inTerraform, { net: { type: 'aws_vpc', properties: { enable_dns_support: support } } }),
  ] as const;

const tabled = (endpoint: unknown) =>
  system(
    {},
    {
      way: {
        type: 'aws_vpc_endpoint_route_table_association',
        properties: { vpc_endpoint_id: endpoint, route_table_id: 'rtb-1' },
      },
    },
  );

export const vpcEndpointRows: ServiceRows = {
  service: 'vpc-endpoint',
  controls: {
    'put-to-use': {
      'VPC endpoint': {
        ...types,
        rows: [
          ['fail', 'no route table leads to it', {}, {}],
          ['pass', 'route tables are named', { RouteTableIds: ['rtb-1'] }, { route_table_ids: ['rtb-1'] }],
          ['undecided', 'they are a parameter', { RouteTableIds: unknown }, { route_table_ids: unknown }],
          ['pass', 'a route table is associated', null, tabled(refer())],
          ['undecided', 'a route table may be', null, tabled(unknown)],
          ['silent', 'it is an interface', { VpcEndpointType: 'Interface' }, { vpc_endpoint_type: 'Interface' }],
        ],
      },
    },
    'endpoint-policy-confined': {
      'VPC endpoint': {
        ...types,
        rows: [
          ['fail', 'nothing is said: the default policy lets everything through', {}, {}],
          ['fail', 'everything is written', ...ruled({})],
          ['pass', 'actions are named', ...ruled({ Action: 's3:GetObject' })],
          ['pass', 'a resource is named', ...ruled({ Resource: 'arn:aws:s3:::ours/*' })],
          ['pass', 'a principal is named', ...ruled({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } })],
          [
            'pass',
            'a condition confines it',
            ...ruled({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
          ],
          ['undecided', 'the policy is a parameter', { PolicyDocument: unknown }, { policy: unknown }],
          ['undecided', 'the action is a parameter', { PolicyDocument: statement({ Action: unknown }) }, null],
          [
            'pass',
            'a policy beside it names actions',
            null,
            system(
              {},
              {
                rules: {
                  type: 'aws_vpc_endpoint_policy',
                  properties: {
                    vpc_endpoint_id: refer(),
                    policy: JSON.stringify(statement({ Action: 's3:GetObject' })),
                  },
                },
              },
            ),
          ],
          [
            'silent',
            'it has no policies',
            { VpcEndpointType: 'GatewayLoadBalancer' },
            { vpc_endpoint_type: 'GatewayLoadBalancer' },
          ],
        ],
      },
    },
    'endpoint-names-private': {
      'VPC endpoint': {
        ...types,
        rows: [
          ['silent', 'a gateway needs no names', {}, {}],
          ['fail', 'an interface says nothing', { VpcEndpointType: 'Interface' }, { vpc_endpoint_type: 'Interface' }],
          ['pass', 'private DNS is on', ...named(true)],
          ['fail', 'private DNS is off', ...named(false)],
          ['undecided', 'private DNS is a parameter', ...named(unknown)],
          ['pass', 'the network resolves names', ...within(true)],
          ['fail', 'the network resolves no names', ...within(false)],
          ['undecided', 'whether the network does is a parameter', ...within(unknown)],
          [
            'silent',
            'the service is of somebody',
            ...named(
              false,
              { ServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1' },
              { service_name: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1' },
            ),
          ],
          [
            'pass',
            'private DNS is on beside it',
            null,
            system(
              { vpc_endpoint_type: 'Interface' },
              {
                names: {
                  type: 'aws_vpc_endpoint_private_dns',
                  properties: { vpc_endpoint_id: refer(), private_dns_enabled: true },
                },
              },
            ),
          ],
        ],
      },
    },
  },
};
