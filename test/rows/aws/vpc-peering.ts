import { refer, system, unknown, type ServiceRows } from '../../support/row';

const owner = (id: unknown) =>
  [
    { PeerOwnerId: id, PeerVpcId: 'vpc-1' },
    { peer_owner_id: id, peer_vpc_id: 'vpc-1' },
  ] as const;

export const vpcPeeringRows: ServiceRows = {
  service: 'vpc-peering',
  controls: {
    'network-account-confined': {
      'VPC peering connection': {
        cloudformation: 'AWS::EC2::VPCPeeringConnection',
        terraform: 'aws_vpc_peering_connection',
        rows: [
          ['pass', 'no owner is named', { PeerVpcId: 'vpc-1' }, { peer_vpc_id: 'vpc-1' }],
          ['fail', 'another account is named', ...owner('444455556666')],
          ['undecided', 'the owner is a parameter', ...owner(unknown)],
          ['pass', 'it accepts itself', null, { peer_owner_id: unknown, peer_vpc_id: 'vpc-1', auto_accept: true }],
          [
            'pass',
            'the other network is made beside it',
            system(
              { PeerOwnerId: unknown, PeerVpcId: refer('net') },
              { net: { type: 'AWS::EC2::VPC', properties: {} } },
            ),
            system({ peer_owner_id: unknown, peer_vpc_id: refer('net') }, { net: { type: 'aws_vpc', properties: {} } }),
          ],
        ],
      },
    },
  },
};
