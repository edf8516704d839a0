import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { chain, known, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { eitherWay, keyCustody } from './key-custody';
import { secretFacts } from './secret-facts';

const noun = 'Amazon MQ broker';

export const mq: Service = {
  name: 'mq',
  types: {
    cloudformation: [
      'AWS::AmazonMQ::Broker',
      // Settings of the broker's software, as a text of its own language.
      'AWS::AmazonMQ::Configuration',
      'AWS::AmazonMQ::ConfigurationAssociation',
    ],
    terraform: ['aws_mq_broker', 'aws_mq_configuration'],
  },
  facts: (resource, graph) => (/broker$/i.test(resource.type) ? brokerFacts(resource, graph) : []),
};

function* brokerFacts(broker: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun, subject: broker };
  yield { ...about, kind: 'storage-at-rest', encryption: encryption(broker, graph) };
  yield {
    ...about,
    kind: 'public-endpoint',
    role: 'store',
    public: otherwise(
      property(broker, 'PubliclyAccessible', 'publicly_accessible').flag(),
      false,
      'private unless told otherwise',
    ),
  };
  yield* secretFacts(broker, noun, [
    ...passwords(broker),
    ['password of the directory account', property(broker, 'LdapServerMetadata.ServiceAccountPassword', 'ldap_server_metadata.service_account_password')],
  ]); // prettier-ignore
}

/**
 * Always encrypted: with AWS's own key, unless told to use one of the account.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html
 */
function encryption(broker: Resource, graph: ResourceGraph): Settled<EncryptionState> {
  const owned = otherwise(
    property(broker, 'EncryptionOptions.UseAwsOwnedKey', 'encryption_options.use_aws_owned_key').flag(),
    true,
    "Amazon MQ encrypts with AWS's own key unless told otherwise",
  );
  const key = property(broker, 'EncryptionOptions.KmsKeyId', 'encryption_options.kms_key_id');
  const because = owned.state === 'known' ? owned.because : undefined;
  return chain(eitherWay(owned), (aws) =>
    aws ? known('provider-key', owned.at, because) : keyCustody(key, graph, known('provider-kms', owned.at)),
  );
}

function passwords(broker: Resource) {
  const users = property(broker, 'Users', 'user');
  const list = users.list();
  const key = broker.vocabulary === 'cloudformation' ? 'Password' : 'password';
  if (list.state === 'absent') return [];
  const each = list.state === 'known' ? list.value : [users];
  return each.map((user) => ['password of a user', user.get(key)] as const);
}
