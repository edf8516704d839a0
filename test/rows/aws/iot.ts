import { policy } from '../../support/policy-rows';
import { unknown, type ServiceRows, type Table } from '../../support/row';

const iotPolicy = (rows: Table['rows']): Record<string, Table> => ({
  'IoT policy': { cloudformation: 'AWS::IoT::Policy', terraform: 'aws_iot_policy', rows },
});
const allowing = (Action: unknown, Resource: unknown = '*', Effect = 'Allow') => {
  const document = policy({ Effect, Action, Resource });
  return [{ PolicyDocument: document }, { policy: JSON.stringify(document) }] as const;
};
const topic = 'arn:aws:iot:eu-west-1:111122223333:topic/ours';
const notKnown = ['undecided', 'it is a parameter', { PolicyDocument: unknown }, { policy: unknown }] as const;

export const iotRows: ServiceRows = {
  service: 'iot',
  controls: {
    'iam-no-wildcard-action': iotPolicy([
      ['fail', 'every action of IoT is allowed', ...allowing('iot:*')],
      ['fail', 'every action is, which is every action of IoT', ...allowing('*')],
      ['fail', 'it is, in a list', ...allowing(['iot:Connect', '*'])],
      ['pass', 'single actions are allowed', ...allowing(['iot:Connect', 'iot:Publish'])],
      ['pass', 'every action is allowed on one topic', ...allowing('iot:*', topic)],
      ['pass', 'every action is denied', ...allowing('*', '*', 'Deny')],
      notKnown,
    ]),
    'policy-actions-named': iotPolicy([
      ['fail', 'every action is allowed on one thing', ...allowing('*', topic)],
      ['fail', 'it is, in a list', ...allowing(['iot:Connect', '*'], topic)],
      ['pass', 'every action of IoT is', ...allowing('iot:*', topic)],
      ['pass', 'every action is denied', ...allowing('*', topic, 'Deny')],
      notKnown,
    ]),
    'policy-grants-narrow': iotPolicy([
      ['fail', 'every action of IoT is allowed', ...allowing('iot:*', topic)],
      ['pass', 'one is, on one topic', ...allowing('iot:Publish', topic)],
      notKnown,
    ]),
    'iam-no-admin': iotPolicy([['pass', 'devices have nothing but IoT', ...allowing('*')]]),
    'iam-no-privilege-escalation': iotPolicy([['pass', 'devices cannot reach IAM', ...allowing('*')]]),
    'iam-no-wildcard-resource': iotPolicy([
      ['fail', 'devices may publish anywhere', ...allowing('iot:Publish')],
      ['pass', 'devices may publish to one topic', ...allowing('iot:Publish', topic)],
      notKnown,
    ]),
  },
};
