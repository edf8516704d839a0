import type { Fact } from '../../model/fact';
import { property, type Resource } from '../../model/resource';
import { any, is, settledTruth, some } from '../../model/truth';
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
    kind: 'data-in-transit',
    plaintext: settledTruth(
      some(spoken, (protocol) => is(protocol, (name) => name === 'FTP', 'protocol'), 'protocols'),
      protocols.at,
    ),
    ...about,
  };
  yield { kind: 'public-endpoint', role: 'store', public: isPublic(server), ...about };
  yield { kind: 'data-in-transit', algorithmsCurrent: isCurrent(server), ...about };
  yield { kind: 'audit-log', scope: 'access', kept: isLogged(server), ...about };
  yield {
    kind: 'user-store',
    central: map(
      otherwise(
        property(server, 'IdentityProviderType', 'identity_provider_type').text(),
        'SERVICE_MANAGED',
        'users and their keys are kept in the service unless told otherwise',
      ),
      (type) => type !== 'SERVICE_MANAGED',
    ),
    ...about,
  };
  yield* secretFacts(server, about.noun, [['private host key', property(server, null, 'host_key')]]);
}

/**
 * AWS recommends its latest policies; what CloudFormation and Terraform name where nobody does is the oldest.
 *
 * @see https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html
 */
const isCurrent = (server: Resource): Settled<boolean> =>
  map(
    otherwise(
      property(server, 'SecurityPolicyName', 'security_policy_name').text(),
      'TransferSecurityPolicy-2018-11',
      'TransferSecurityPolicy-2018-11 where no policy is named',
    ),
    (name) => Number(/-(20\d\d)-\d\d$/.exec(name)?.[1] ?? 0) >= 2024,
  );

/** Structured logs go to a log group; the older kind is written by a role. */
const isLogged = (server: Resource): Settled<boolean> => {
  const groups = property(server, 'StructuredLogDestinations', 'structured_log_destinations').list();
  const role = property(server, 'LoggingRole', 'logging_role').present();
  return settledTruth(
    any(
      is(
        map(otherwise(groups, [], 'no log group'), (items) => items.length > 0),
        (some) => some,
        'structured logs',
      ),
      is(role, (named) => named, 'logging role'),
    ),
    { id: server.id, path: [] },
  );
};

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
