import type { Fact } from '../../model/fact';
import type { PolicyDocument } from '../../model/policy';
import { property, type Resource } from '../../model/resource';
import { chain, known, map, otherwise, type Settled } from '../../model/value';
import type { Statement } from '../../model/policy';
import type { Service } from '../service';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';
import { grantDocument } from './grant';
import { statement } from './policy-document';
import type { PolicyOwner } from './resource-policy';
import { secretFacts } from './secret-facts';

const ownedKey = 'EventBridge always encrypts, with a key of its own unless told otherwise';

const stores: readonly EncryptedStore[] = [
  {
    types: ['AWS::Events::EventBus', 'aws_cloudwatch_event_bus'],
    places: {
      noun: 'event bus',
      inline: ['Policy', null],
      companions: [
        { types: ['aws_cloudwatch_event_bus_policy'], target: [null, 'event_bus_name'], document: [null, 'policy'] },
        {
          types: ['AWS::Events::EventBusPolicy', 'aws_cloudwatch_event_permission'],
          target: ['EventBusName', 'event_bus_name'],
          document: permission,
        },
      ],
    },
    encryption: withKey(['KmsKeyIdentifier', 'kms_key_identifier'], 'provider-key', ownedKey),
  },
  {
    types: ['AWS::Events::Archive', 'aws_cloudwatch_event_archive'],
    places: { noun: 'event archive' },
    encryption: withKey(['KmsKeyIdentifier', 'kms_key_identifier'], 'provider-key', ownedKey),
  },
  {
    types: ['AWS::Events::Connection', 'aws_cloudwatch_event_connection'],
    places: { noun: 'event connection' },
    encryption: withKey(['KmsKeyIdentifier', 'kms_key_identifier'], 'provider-key', ownedKey),
  },
  {
    types: ['AWS::Scheduler::Schedule', 'aws_scheduler_schedule'],
    places: { noun: 'EventBridge schedule' },
    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html
    encryption: withKey(['KmsKeyArn', 'kms_key_arn'], 'provider-key', ownedKey),
  },
];

const others: readonly PolicyOwner[] = [
  {
    types: ['AWS::EventSchemas::Registry', 'aws_schemas_registry'],
    places: {
      noun: 'event schema registry',
      companions: [
        {
          types: ['AWS::EventSchemas::RegistryPolicy', 'aws_schemas_registry_policy'],
          target: ['RegistryName', 'registry_name'],
          document: ['Policy', 'policy'],
        },
      ],
    },
  },
  {
    types: [],
    places: {
      noun: 'event bus',
      companions: [
        { types: ['AWS::EventsV2::ResourcePolicy'], target: ['EventBusArn', null], document: ['PolicyDocument', null] },
      ],
    },
  },
];

/** One statement, whole or by its parts. */
function permission(companion: Resource): PolicyDocument {
  const whole = property(companion, 'Statement', null);
  const parts = grantDocument(companion, {
    action: property(companion, 'Action', 'action'),
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_event_permission (action)
    usualAction: 'events:PutEvents',
    principal: property(companion, 'Principal', 'principal'),
    conditions: [
      {
        operator: 'StringEquals',
        key: 'aws:PrincipalOrgID',
        value: property(companion, 'Condition.Value', 'condition.value'),
      },
    ],
  });
  return {
    at: whole.at,
    statements: chain(whole.present(), (written): Settled<readonly Statement[]> =>
      written ? known([statement(whole)], whole.at) : parts.statements,
    ),
  };
}

export const eventbridge: Service = {
  name: 'eventbridge',
  types: {
    cloudformation: [
      // Destinations, rules and pipes pass events on to what has facts of its own.
      'AWS::Events::ApiDestination',
      'AWS::Events::Archive',
      'AWS::Events::Connection',
      'AWS::Events::Endpoint',
      'AWS::Events::EventBus',
      'AWS::Events::EventBusPolicy',
      'AWS::Events::Rule',
      'AWS::EventSchemas::Discoverer',
      'AWS::EventSchemas::Registry',
      'AWS::EventSchemas::RegistryPolicy',
      'AWS::EventSchemas::Schema',
      'AWS::EventsV2::ResourcePolicy',
      'AWS::Pipes::Pipe',
      'AWS::Scheduler::Schedule',
      'AWS::Scheduler::ScheduleGroup',
    ],
    terraform: [
      'aws_cloudwatch_event_api_destination',
      'aws_cloudwatch_event_archive',
      'aws_cloudwatch_event_bus',
      'aws_cloudwatch_event_bus_policy',
      'aws_cloudwatch_event_connection',
      'aws_cloudwatch_event_endpoint',
      'aws_cloudwatch_event_permission',
      'aws_cloudwatch_event_rule',
      'aws_cloudwatch_event_target',
      'aws_pipes_pipe',
      'aws_scheduler_schedule',
      'aws_scheduler_schedule_group',
      'aws_schemas_discoverer',
      'aws_schemas_registry',
      'aws_schemas_registry_policy',
      'aws_schemas_schema',
    ],
  },
  *facts(resource, graph) {
    yield* encryptedStoreFacts(resource, graph, stores, others);
    yield* secretFacts(resource, 'event connection', connectionSecrets(resource));
    yield* busFacts(resource);
  },
};

/** What a connection signs in with. */
const connectionSecrets = (connection: Resource) =>
  ['AWS::Events::Connection', 'aws_cloudwatch_event_connection'].includes(connection.type)
    ? ([
        ['password', property(connection, 'AuthParameters.BasicAuthParameters.Password', 'auth_parameters.basic.password')],
        ['API key', property(connection, 'AuthParameters.ApiKeyAuthParameters.ApiKeyValue', 'auth_parameters.api_key.value')],
        ['client secret', property(connection, 'AuthParameters.OAuthParameters.ClientParameters.ClientSecret', 'auth_parameters.oauth.client_parameters.client_secret')],
      ] as const) // prettier-ignore
    : [];

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html (off unless told otherwise) */
function* busFacts(bus: Resource): Iterable<Fact> {
  if (!['AWS::Events::EventBus', 'aws_cloudwatch_event_bus'].includes(bus.type)) return;
  const about = { noun: 'event bus', subject: bus };
  const level = otherwise(
    property(bus, 'LogConfig.Level', 'log_config.level').text(),
    'OFF',
    'off unless told otherwise',
  );
  yield { kind: 'audit-log', scope: 'execution', kept: map(level, (name) => name !== 'OFF'), ...about };
  yield {
    kind: 'failed-messages',
    kept: property(bus, 'DeadLetterConfig.Arn', 'dead_letter_config.arn').present(),
    ...about,
  };
}
