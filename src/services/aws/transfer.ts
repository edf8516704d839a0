import type { Fact } from '../../model/fact';
import { property, type Resource } from '../../model/resource';
import { is, settledTruth, some } from '../../model/truth';
import { chain, known, map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { eitherWay } from './key-custody';
import { secretFacts } from './secret-facts';

const servers = ['AWS::Transfer::Server', 'aws_transfer_server'];
const certificates = ['AWS::Transfer::Certificate', 'aws_transfer_certificate'];

export const transfer: Service = {
  name: 'transfer',
  types: {
    cloudformation: [
      // Partners, people and what happens to files.
      'AWS::Transfer::Agreement',
      'AWS::Transfer::Certificate',
      'AWS::Transfer::Connector',
      'AWS::Transfer::Profile',
      'AWS::Transfer::Server',
      'AWS::Transfer::User',
      'AWS::Transfer::WebApp',
      'AWS::Transfer::Workflow',
    ],
    terraform: [
      'aws_transfer_access',
      'aws_transfer_agreement',
      'aws_transfer_certificate',
      'aws_transfer_connector',
      'aws_transfer_host_key',
      'aws_transfer_profile',
      'aws_transfer_server',
      'aws_transfer_ssh_key',
      'aws_transfer_tag',
      'aws_transfer_user',
      'aws_transfer_web_app',
      'aws_transfer_workflow',
    ],
  },
  *facts(resource) {
    if (servers.includes(resource.type)) yield* serverFacts(resource);
    if (certificates.includes(resource.type))
      yield* secretFacts(resource, 'Transfer certificate', [
        ['private key', property(resource, 'PrivateKey', 'private_key')],
      ]);
    if (resource.type === 'aws_transfer_host_key')
      yield* secretFacts(resource, 'Transfer host key', [
        ['private key', resource.properties.get('host_key_body')],
        ['private key', resource.properties.get('host_key_body_wo')],
      ]);
  },
};

/** @see https://docs.aws.amazon.com/transfer/latest/APIReference/API_CreateServer.html */
function* serverFacts(server: Resource): Iterable<Fact> {
  const about = { noun: 'Transfer server', subject: server };
  const protocols = property(server, 'Protocols', 'protocols');
  const because = 'servers speak SFTP only unless told otherwise';
  const spoken = otherwise(protocols.texts(), [known('SFTP', protocols.at, because)], because);
  yield {
    ...about,
    kind: 'data-in-transit',
    plaintext: settledTruth(
      some(spoken, (protocol) => is(protocol, (name) => name === 'FTP', 'protocol'), 'protocols'),
      protocols.at,
    ),
  };
  yield { ...about, kind: 'public-endpoint', role: 'store', public: isPublic(server) };
  yield* secretFacts(server, about.noun, [['private host key', property(server, null, 'host_key')]]);
}

/** Public unless told otherwise; inside a network, public by an elastic address. */
function isPublic(server: Resource): Settled<boolean> {
  const type = otherwise(property(server, 'EndpointType', 'endpoint_type').text(), 'PUBLIC', 'servers are public unless told otherwise'); // prettier-ignore
  const addresses = property(server, 'EndpointDetails.AddressAllocationIds', 'endpoint_details.address_allocation_ids');
  return chain(
    type,
    (name): Settled<boolean> =>
      name === 'PUBLIC' ? known(true, type.at, type.state === 'known' ? type.because : undefined) : map(eitherWay(addresses.present()), (elastic) => elastic),
  ); // prettier-ignore
}
