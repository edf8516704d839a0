import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { requestedBy } from './encryption-request';
import { supported } from './end-of-support';
import { eitherWay, keyCustody } from './key-custody';
import { storedSecretFact } from './managed-secret';
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
  *facts(resource, graph, context) {
    if (/Configuration$|_configuration$/.test(resource.type))
      yield* runtimeFacts(resource, 'Amazon MQ configuration', context);
    if (!/broker$/i.test(resource.type)) return;
    yield* brokerFacts(resource, graph);
    yield* runtimeFacts(resource, noun, context);
    yield* operationFacts(resource);
  },
};

function* brokerFacts(broker: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun, subject: broker };
  yield {
    kind: 'storage-at-rest',
    encryption: encryption(broker, graph),
    requested: requestedBy(property(broker, 'EncryptionOptions', 'encryption_options')),
    ...about,
  };
  yield {
    kind: 'public-endpoint',
    role: 'store',
    public: otherwise(
      property(broker, 'PubliclyAccessible', 'publicly_accessible').flag(),
      false,
      'private unless told otherwise',
    ),
    ...about,
  };
  for (const [, password] of passwords(broker)) yield storedSecretFact(about, [password], graph);
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

/** Which engine it runs; ActiveMQ and RabbitMQ differ in what they can be told. */
function engineOf(broker: Resource): Settled<'activemq' | 'rabbitmq'> {
  const engine = property(broker, 'EngineType', 'engine_type');
  const name = otherwise(engine.text(), '', 'no engine is written');
  return chain(name, (text): Settled<'activemq' | 'rabbitmq'> => {
    const lower = text.toLowerCase();
    return lower === 'activemq' || lower === 'rabbitmq'
      ? known(lower, engine.at)
      : unknown('the engine is not known', engine.at);
  });
}

/** A broker that names no version gets the newest. */
function* runtimeFacts(subject: Resource, name: string, { today }: Context): Iterable<Fact> {
  const version = property(subject, 'EngineVersion', 'engine_version').text();
  yield {
    kind: 'runtime',
    noun: name,
    subject,
    supported:
      version.state === 'absent'
        ? known(true, version.at, 'the newest version unless told otherwise')
        : chain(engineOf(subject), (engine) => supported(engine, version, today)),
  };
}

/** @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html (always from ActiveMQ 5.18 and RabbitMQ 3.13 on, whose numbers do not overlap) */
const alwaysUpgraded = /^(3\.(1[3-9]|[2-9]\d)|4\.|5\.(1[89]|[2-9]\d)|[6-9]\.)/;

/** What a broker records, whether patches come by themselves, and where its users are kept. */
function* operationFacts(broker: Resource): Iterable<Fact> {
  const about = { noun, subject: broker };
  const engine = engineOf(broker);
  const general = otherwise(
    property(broker, 'Logs.General', 'logs.general').flag(),
    false,
    'off unless told otherwise',
  );
  const audit = otherwise(property(broker, 'Logs.Audit', 'logs.audit').flag(), false, 'off unless told otherwise');
  // https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/configure-logging-monitoring-rabbitmq.html (no audit log)
  const kept = all(
    is(general, (on) => on, 'general log'),
    any(
      is(audit, (on) => on, 'audit log'),
      is(engine, (name) => name === 'rabbitmq', 'RabbitMQ, which has no audit log'),
    ),
  );
  yield { kind: 'audit-log', scope: 'access', kept: settledTruth(kept, general.at), ...about };
  const version = property(broker, 'EngineVersion', 'engine_version').text();
  const forced = is(
    otherwise(version, '6.0', 'the newest version unless told otherwise'),
    (name) => alwaysUpgraded.test(name),
    'version that is always upgraded',
  );
  const byDefault = broker.vocabulary === 'cloudformation';
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amazonmq-broker.html
  const asked = otherwise(
    property(broker, 'AutoMinorVersionUpgrade', 'auto_minor_version_upgrade').flag(),
    byDefault,
    byDefault ? 'on unless told otherwise' : 'Terraform asks for it only when told to',
  );
  const automatic = any(
    is(asked, (on) => on, 'automatic upgrades'),
    forced,
  );
  yield { kind: 'patching', of: 'engine', automatic: settledTruth(automatic, asked.at), ...about };
  const strategy = otherwise(
    property(broker, 'AuthenticationStrategy', 'authentication_strategy').text(),
    'SIMPLE',
    'users of its own unless told otherwise',
  );
  yield { kind: 'user-store', central: map(strategy, (name) => name.toUpperCase() !== 'SIMPLE'), ...about };
}
