import { property, type Resource } from '../../model/resource';
import { all, is, settledTruth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';

const gateways = ['AWS::EC2::TransitGateway', 'aws_ec2_transit_gateway'];

export const transitGateway: Service = {
  name: 'transit-gateway',
  types: {
    // What is connected, and where its packets go.
    cloudformation: [
      'AWS::EC2::TransitGateway',
      'AWS::EC2::TransitGatewayAttachment',
      'AWS::EC2::TransitGatewayPeeringAttachment',
      'AWS::EC2::TransitGatewayRoute',
      'AWS::EC2::TransitGatewayRouteTable',
      'AWS::EC2::TransitGatewayRouteTableAssociation',
      'AWS::EC2::TransitGatewayRouteTablePropagation',
      'AWS::EC2::TransitGatewayVpcAttachment',
    ],
    terraform: [
      'aws_ec2_transit_gateway',
      'aws_ec2_transit_gateway_peering_attachment',
      'aws_ec2_transit_gateway_peering_attachment_accepter',
      'aws_ec2_transit_gateway_route',
      'aws_ec2_transit_gateway_route_table',
      'aws_ec2_transit_gateway_route_table_association',
      'aws_ec2_transit_gateway_route_table_propagation',
      'aws_ec2_transit_gateway_vpc_attachment',
      'aws_ec2_transit_gateway_vpc_attachment_accepter',
    ],
  },
  *facts(resource) {
    if (!gateways.includes(resource.type)) return;
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRequestOptions.html
    const automatic = otherwise(
      property(resource, 'AutoAcceptSharedAttachments', 'auto_accept_shared_attachments').text(),
      'disable',
      'requests are accepted by hand unless told otherwise',
    );
    yield {
      kind: 'acceptance',
      noun: 'transit gateway',
      subject: resource,
      required: map(automatic, (text) => text !== 'enable'),
    };
    yield {
      kind: 'network-path',
      noun: 'transit gateway',
      subject: resource,
      path: 'mesh',
      open: joinsAll(resource),
    };
  },
};

/** What is associated with the default table, and propagates its routes there, reaches everything else that does. */
function joinsAll(gateway: Resource): Settled<boolean> {
  const because = 'on unless told otherwise';
  const association = property(gateway, 'DefaultRouteTableAssociation', 'default_route_table_association').text();
  const propagation = property(gateway, 'DefaultRouteTablePropagation', 'default_route_table_propagation').text();
  return settledTruth(
    all(
      is(otherwise(association, 'enable', because), (text) => text === 'enable', 'default association'),
      is(otherwise(propagation, 'enable', because), (text) => text === 'enable', 'default propagation'),
    ),
    { id: gateway.id, path: [] },
  );
}
