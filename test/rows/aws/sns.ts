import { policy, policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';
import { keptStoreTables, merged } from '../../support/store-rows';

const types = { cloudformation: 'AWS::SNS::Topic', terraform: 'aws_sns_topic' };

const beside = {
  cloudformation: (document: unknown) =>
    system(
      {},
      { rules: { type: 'AWS::SNS::TopicPolicy', properties: { Topics: [refer()], PolicyDocument: document } } },
    ),
  terraform: (document: unknown) =>
    system({}, { rules: { type: 'aws_sns_topic_policy', properties: { arn: refer('it', 'arn'), policy: document } } }),
};
const inlinePolicy = (document: unknown) =>
  system({}, { rules: { type: 'AWS::SNS::TopicInlinePolicy', properties: { TopicArn: refer(), PolicyDocument: document } } }); // prettier-ignore

const withoutTls = policy({
  Effect: 'Deny',
  Principal: '*',
  Action: 'sns:Publish',
  Resource: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});
const everyone = policy({ Effect: 'Allow', Principal: '*', Action: 'sns:Publish', Resource: '*' });

export const snsRows: ServiceRows = {
  service: 'sns',
  controls: merged(
    keptStoreTables({
      ...types,
      noun: 'SNS topic',
      inCloudformation: (key) => ({ KmsMasterKeyId: key }),
      inTerraform: (key) => ({ kms_master_key_id: key }),
    }),
    policyTables({
      ...types,
      noun: 'SNS topic',
      action: 'sns:Publish',
      inCloudformation: beside.cloudformation,
      inTerraform: beside.terraform,
      withoutPolicy: [{}, {}],
    }),
    {
      'resource-policy-not-public': {
        'SNS topic with a policy elsewhere': {
          ...types,
          rows: [['fail', 'everyone is let in', inlinePolicy(everyone), { policy: JSON.stringify(everyone) }]],
        },
        'policy of a topic elsewhere': {
          cloudformation: 'AWS::SNS::TopicPolicy',
          terraform: 'aws_sns_topic_policy',
          rows: [
            ['fail', 'everyone is let in', { Topics: ['arn:aws:sns:eu-west-1:111122223333:elsewhere'], PolicyDocument: everyone }, { arn: 'arn:aws:sns:eu-west-1:111122223333:elsewhere', policy: JSON.stringify(everyone) }], // prettier-ignore
          ],
        },
      },
      'transit-enforced': {
        'SNS topic': {
          ...types,
          rows: [
            ['fail', 'no policy is written', {}, {}],
            ['pass', 'publishing without TLS is denied', beside.cloudformation(withoutTls), beside.terraform(JSON.stringify(withoutTls))], // prettier-ignore
            ['fail', 'the policy lets in, and denies nothing', beside.cloudformation(everyone), beside.terraform(JSON.stringify(everyone))], // prettier-ignore
            ['undecided', 'the policy is settled at deployment', beside.cloudformation(unknown), beside.terraform(unknown)], // prettier-ignore
          ],
        },
      },
      'transit-encrypted': {
        'SNS subscription': {
          cloudformation: 'AWS::SNS::Subscription',
          terraform: 'aws_sns_topic_subscription',
          rows: [
            ['fail', 'messages go out by HTTP', { Protocol: 'http', Endpoint: 'http://example.com' }, { protocol: 'http', endpoint: 'http://example.com' }], // prettier-ignore
            ['pass', 'messages go out by HTTPS', { Protocol: 'https' }, { protocol: 'https' }],
            ['pass', 'messages go to a queue', { Protocol: 'sqs' }, { protocol: 'sqs' }],
            ['undecided', 'the protocol is a parameter', { Protocol: unknown }, { protocol: unknown }],
          ],
        },
        'SNS topic': {
          cloudformation: 'AWS::SNS::Topic',
          terraform: null,
          rows: [
            ['fail', 'one of its subscriptions goes by HTTP', { Subscription: [{ Protocol: 'sqs' }, { Protocol: 'http' }] }, null], // prettier-ignore
            ['pass', 'its subscription goes by HTTPS', { Subscription: [{ Protocol: 'https' }] }, null],
            ['undecided', 'its subscriptions are a parameter', { Subscription: unknown }, null],
            ['silent', 'it has no subscription', {}, null],
          ],
        },
      },
      'no-secret-in-clear': {
        'SNS platform application': secretTable({
          cloudformation: null,
          terraform: 'aws_sns_platform_application',
          inTerraform: (secret) => ({ platform_credential: secret }),
        }),
      },
    },
  ),
};
