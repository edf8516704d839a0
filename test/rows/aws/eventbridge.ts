import { policy, policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';
import { keptStoreTables, merged } from '../../support/store-rows';

const types = { cloudformation: 'AWS::Events::EventBus', terraform: 'aws_cloudwatch_event_bus' };
const connection = { cloudformation: 'AWS::Events::Connection', terraform: 'aws_cloudwatch_event_connection' };
const key = {
  inCloudformation: (name: unknown) => ({ KmsKeyIdentifier: name }),
  inTerraform: (name: unknown) => ({ kms_key_identifier: name }),
};

/** One statement beside the bus, by its parts. */
const permitted = (principal: unknown, organization?: unknown) =>
  [
    system({ Name: 'orders' }, { permission: { type: 'AWS::Events::EventBusPolicy', properties: { StatementId: 'all', EventBusName: refer(), Action: 'events:PutEvents', Principal: principal, ...(organization !== undefined && { Condition: { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: organization } }) } } }),
    system({ name: 'orders' }, { permission: { type: 'aws_cloudwatch_event_permission', properties: { statement_id: 'all', event_bus_name: refer('it', 'name'), action: 'events:PutEvents', principal, ...(organization !== undefined && { condition: [{ type: 'StringEquals', key: 'aws:PrincipalOrgID', value: organization }] }) } } }),
  ] as const; // prettier-ignore
const everyone = { Effect: 'Allow', Principal: '*', Action: 'events:PutEvents', Resource: '*' };

const registryWith = (document: unknown) =>
  [
    system({ RegistryName: 'ours' }, { rules: { type: 'AWS::EventSchemas::RegistryPolicy', properties: { RegistryName: refer('it', 'name', 'RegistryName'), Policy: document } } }),
    system({ name: 'ours' }, { rules: { type: 'aws_schemas_registry_policy', properties: { registry_name: refer('it', 'name'), policy: document } } }),
  ] as const; // prettier-ignore

export const eventbridgeRows: ServiceRows = {
  service: 'eventbridge',
  controls: merged(
    keptStoreTables({ ...types, noun: 'event bus', ...key }),
    keptStoreTables({
      noun: 'event archive',
      cloudformation: 'AWS::Events::Archive',
      terraform: 'aws_cloudwatch_event_archive',
      ...key,
    }),
    keptStoreTables({
      noun: 'EventBridge schedule',
      cloudformation: 'AWS::Scheduler::Schedule',
      terraform: 'aws_scheduler_schedule',
      inCloudformation: (name) => ({ KmsKeyArn: name }),
      inTerraform: (name) => ({ kms_key_arn: name }),
    }),
    keptStoreTables({ ...connection, noun: 'event connection', ...key }),
    policyTables({
      ...types,
      noun: 'event bus',
      action: 'events:PutEvents',
      inCloudformation: (document) => ({ Name: 'orders', Policy: document }),
      inTerraform: (document) =>
        system({ name: 'orders' }, { rules: { type: 'aws_cloudwatch_event_bus_policy', properties: { event_bus_name: refer('it', 'name'), policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    {
      'resource-policy-not-public': {
        'event bus with permissions': {
          ...types,
          rows: [
            ['fail', 'everyone is permitted', ...permitted('*')],
            ['pass', 'an account is permitted', ...permitted('111122223333')],
            ['pass', 'everyone of an organization is permitted', ...permitted('*', 'o-1234567890')],
            ['undecided', 'the principal is a parameter', ...permitted(unknown)],
            ['undecided', 'the organization is a parameter', ...permitted('*', unknown)],
            ['fail', 'a whole statement lets everyone in', system({ Name: 'orders' }, { permission: { type: 'AWS::Events::EventBusPolicy', properties: { StatementId: 'all', EventBusName: refer(), Statement: everyone } } }), null], // prettier-ignore
          ],
        },
        'policy of the default event bus': {
          cloudformation: 'AWS::Events::EventBusPolicy',
          terraform: 'aws_cloudwatch_event_permission',
          rows: [
            ['fail', 'everyone is permitted', { StatementId: 'all', Action: 'events:PutEvents', Principal: '*' }, { statement_id: 'all', principal: '*' }], // prettier-ignore
            ['pass', 'an account is permitted', { StatementId: 'one', Action: 'events:PutEvents', Principal: '111122223333' }, { statement_id: 'one', principal: '111122223333' }], // prettier-ignore
          ],
        },
        'event schema registry': {
          cloudformation: 'AWS::EventSchemas::Registry',
          terraform: 'aws_schemas_registry',
          rows: [
            ['fail', 'everyone is let in', ...registryWith(policy(everyone))],
            ['undecided', 'the policy is a parameter', ...registryWith(unknown)],
          ],
        },
        'policy of an event bus of the second version': {
          cloudformation: 'AWS::EventsV2::ResourcePolicy',
          terraform: null,
          rows: [
            ['fail', 'everyone is let in', { EventBusArn: 'elsewhere', PolicyDocument: policy(everyone) }, null],
            ['undecided', 'the policy is a parameter', { EventBusArn: 'elsewhere', PolicyDocument: unknown }, null],
          ],
        },
        'policy of an event schema registry elsewhere': {
          cloudformation: 'AWS::EventSchemas::RegistryPolicy',
          terraform: 'aws_schemas_registry_policy',
          rows: [
            ['fail', 'everyone is let in', { RegistryName: 'ours', Policy: { Statement: everyone } }, { registry_name: 'ours', policy: JSON.stringify({ Statement: everyone }) }], // prettier-ignore
            ['undecided', 'the policy is a parameter', { RegistryName: 'ours', Policy: unknown }, { registry_name: 'ours', policy: unknown }], // prettier-ignore
          ],
        },
      },
      'no-secret-in-clear': {
        'password of a connection': secretTable({
          ...connection,
          inCloudformation: (secret) => ({ AuthParameters: { BasicAuthParameters: { Username: 'ours', Password: secret } } }), // prettier-ignore
          inTerraform: (secret) => ({ auth_parameters: [{ basic: [{ username: 'ours', password: secret }] }] }),
        }),
        'API key of a connection': secretTable({
          ...connection,
          inCloudformation: (secret) => ({ AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'ours', ApiKeyValue: secret } } }), // prettier-ignore
          inTerraform: (secret) => ({ auth_parameters: [{ api_key: [{ key: 'ours', value: secret }] }] }),
        }),
      },
    },
  ),
};
