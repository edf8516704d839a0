import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { member, property, type Resource } from '../../model/resource';
import { is, settledTruth, some } from '../../model/truth';
import { otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { servedCertificate } from './served-certificate';

const endpoints = ['AWS::EC2::ClientVpnEndpoint', 'aws_ec2_client_vpn_endpoint'];

/** Authorization rules and routes say what a client reaches: they name networks, which are judged themselves. */
export const clientVpn: Service = {
  name: 'client-vpn',
  types: {
    cloudformation: [
      'AWS::EC2::ClientVpnAuthorizationRule',
      'AWS::EC2::ClientVpnEndpoint',
      'AWS::EC2::ClientVpnRoute',
      'AWS::EC2::ClientVpnTargetNetworkAssociation',
    ],
    terraform: [
      'aws_ec2_client_vpn_authorization_rule',
      'aws_ec2_client_vpn_endpoint',
      'aws_ec2_client_vpn_network_association',
      'aws_ec2_client_vpn_route',
    ],
  },
  *facts(endpoint, graph) {
    if (endpoints.includes(endpoint.type)) yield* endpointFacts(endpoint, graph);
  },
};

/** Both blocks are required: what is not written cannot be deployed, and is not known. */
function* endpointFacts(endpoint: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'client VPN endpoint', subject: endpoint };
  const log = property(endpoint, 'ConnectionLogOptions.Enabled', 'connection_log_options.enabled').flag();
  const kept: Settled<boolean> = log.state === 'absent' ? unknown('nothing is said', log.at) : log;
  yield { kind: 'audit-log', scope: 'access', kept, ...about };
  yield* servedCertificate(about, property(endpoint, 'ServerCertificateArn', 'server_certificate_arn'), graph);
  const options = property(endpoint, 'AuthenticationOptions', 'authentication_options');
  yield {
    kind: 'local-auth',
    cloudIdentity: settledTruth(
      some(
        otherwise(options.list(), [], 'no way to sign in is named'),
        (option) => {
          const type = member(option, endpoint.vocabulary, 'Type', 'type').text();
          return is(
            otherwise(type, '', 'no way to sign in is named'),
            (name) => name !== '' && name !== 'certificate-authentication',
            'way to sign in',
          );
        },
        'ways to sign in',
      ),
      options.at,
    ),
    ...about,
  };
}
