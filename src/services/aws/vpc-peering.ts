import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { known, map, otherwise, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { vpcs } from './flow-log';

const connections = ['AWS::EC2::VPCPeeringConnection', 'aws_vpc_peering_connection'];

/** Who accepts a connection, and what names are resolved over it, opens nothing that routes and groups do not. */
export const vpcPeering: Service = {
  name: 'vpc-peering',
  types: {
    cloudformation: ['AWS::EC2::VPCPeeringConnection'],
    terraform: [
      'aws_vpc_peering_connection',
      'aws_vpc_peering_connection_accepter',
      'aws_vpc_peering_connection_options',
    ],
  },
  *facts(connection, graph, context) {
    if (!connections.includes(connection.type)) return;
    yield {
      kind: 'network-path',
      noun: 'VPC peering connection',
      subject: connection,
      path: 'foreign',
      open: isForeign(connection, graph, context),
    };
  },
};

/**
 * An owner is named where it is another account, save for those that the configuration calls one's own. A connection that
 * accepts itself is within the account, and so is one to a network that is made here.
 */
function isForeign(connection: Resource, graph: ResourceGraph, { iam }: Context): Settled<boolean> {
  const automatic = property(connection, null, 'auto_accept').flag();
  const peer = graph.follow(property(connection, 'PeerVpcId', 'peer_vpc_id'), vpcs);
  if (automatic.state === 'known' && automatic.value)
    return known(false, automatic.at, 'a connection accepts itself only within an account');
  if (peer.state === 'linked' && peer.resource.mode === 'managed')
    return known(false, property(connection, 'PeerVpcId', 'peer_vpc_id').at, 'the other network is made here');
  const owner = property(connection, 'PeerOwnerId', 'peer_owner_id').text();
  const own = [connection.account, iam?.account, ...(iam?.trustedAccounts ?? [])];
  return map(
    otherwise(owner, '', 'the account itself unless another is named'),
    (id) => id !== '' && !own.includes(id),
  );
}
