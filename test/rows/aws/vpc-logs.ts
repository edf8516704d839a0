import { refer, system, unknown, type Table } from '../../support/row';

const types = { cloudformation: 'AWS::EC2::VPC', terraform: 'aws_vpc' };
const log = (watched: string, type: unknown, name = 'it') => ({
  cloudformation: { type: 'AWS::EC2::FlowLog', properties: { ResourceId: refer(name), ResourceType: watched, TrafficType: type } },
  terraform: { type: 'aws_flow_log', properties: { [watched === 'VPC' ? 'vpc_id' : 'subnet_id']: refer(name), traffic_type: type } },
}); // prettier-ignore
const part = {
  cloudformation: { type: 'AWS::EC2::Subnet', properties: { VpcId: refer() } },
  terraform: { type: 'aws_subnet', properties: { vpc_id: refer() } },
};
const of = (type: unknown) => [
  system({}, { log: log('VPC', type).cloudformation }),
  system({}, { log: log('VPC', type).terraform }),
] as const; // prettier-ignore
const adopted = (group: object, owner: unknown = refer()) =>
  system({}, { group: { type: 'aws_default_security_group', properties: { vpc_id: owner, ...group } } });

export const vpcLogs: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'flow-logs-on': {
    VPC: {
      ...types,
      rows: [
        ['fail', 'there is no flow log', {}, {}],
        ['pass', 'everything is recorded', ...of('ALL')],
        ['pass', 'what is refused is recorded', ...of('REJECT')],
        ['fail', 'what is let in alone is recorded', ...of('ACCEPT')],
        ['undecided', 'what is recorded is a parameter', ...of(unknown)],
        [
          'pass',
          'its subnet has one',
          system({}, { part: part.cloudformation, log: log('Subnet', 'ALL', 'part').cloudformation }),
          system({}, { part: part.terraform, log: log('Subnet', 'ALL', 'part').terraform }),
        ],
        [
          'fail',
          'one of its subnets has one',
          system(
            {},
            { part: part.cloudformation, more: part.cloudformation, log: log('Subnet', 'ALL', 'part').cloudformation },
          ),
          system({}, { part: part.terraform, more: part.terraform, log: log('Subnet', 'ALL', 'part').terraform }),
        ],
        [
          'undecided',
          'a flow log watches something',
          system({}, { log: { type: 'AWS::EC2::FlowLog', properties: { ResourceId: unknown, TrafficType: 'ALL' } } }),
          system({}, { log: { type: 'aws_flow_log', properties: { vpc_id: unknown, traffic_type: 'ALL' } } }),
        ],
      ],
    },
    'default VPC': {
      cloudformation: null,
      terraform: 'aws_default_vpc',
      rows: [['fail', 'there is no flow log', null, {}]],
    },
    'flow log of a network elsewhere': {
      cloudformation: 'AWS::EC2::FlowLog',
      terraform: 'aws_flow_log',
      rows: [
        [
          'pass',
          'everything is recorded',
          { ResourceId: 'vpc-1', TrafficType: 'ALL' },
          { vpc_id: 'vpc-1', traffic_type: 'ALL' },
        ],
        ['pass', 'it watches an interface', { ResourceId: 'eni-1' }, { eni_id: 'eni-1' }],
        [
          'fail',
          'what is let in alone is recorded',
          { ResourceId: 'vpc-1', TrafficType: 'ACCEPT' },
          { vpc_id: 'vpc-1', traffic_type: 'ACCEPT' },
        ],
      ],
    },
  },
  'default-group-closed': {
    VPC: {
      ...types,
      rows: [
        ['fail', 'its default group keeps its rules', {}, {}],
        ['pass', 'its default group is adopted', null, adopted({})],
        ['undecided', 'a default group is adopted', null, adopted({}, unknown)],
        [
          'pass',
          'the CDK takes the rules away',
          system(
            {},
            {
              rules: {
                type: 'Custom::VpcRestrictDefaultSG',
                properties: { DefaultSecurityGroupId: refer('it', 'id', 'DefaultSecurityGroup') },
              },
            },
          ),
          null,
        ],
      ],
    },
  },
};
