import { refer, system, unknown, type ServiceRows } from '../../support/row';

const topic = 'arn:aws:sns:eu-west-1:111122223333:people';
const types = { cloudformation: 'AWS::CloudWatch::Alarm', terraform: 'aws_cloudwatch_metric_alarm' };

export const cloudwatchAlarmRows: ServiceRows = {
  service: 'cloudwatch-alarm',
  controls: {
    'alarm-reaches-someone': {
      'CloudWatch alarm': {
        ...types,
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'it tells a topic', { AlarmActions: [topic] }, { alarm_actions: [topic] }],
          ['pass', 'it tells a topic when numbers stay away', { InsufficientDataActions: [topic] }, { insufficient_data_actions: [topic] }],
          ['pass', 'it tells a topic when all is well again', { OKActions: [topic] }, { ok_actions: [topic] }],
          ['pass', 'the topic is made beside it', system({ AlarmActions: [refer('people')] }, { people: { type: 'AWS::SNS::Topic', properties: {} } }), system({ alarm_actions: [refer('people', 'arn')] }, { people: { type: 'aws_sns_topic', properties: {} } })],
          ['fail', 'the list is empty', { AlarmActions: [] }, { alarm_actions: [] }],
          ['fail', 'its actions are switched off', { AlarmActions: [topic], ActionsEnabled: false }, { alarm_actions: [topic], actions_enabled: false }],
          ['undecided', 'whether they are is a parameter', { AlarmActions: [topic], ActionsEnabled: unknown }, { alarm_actions: [topic], actions_enabled: unknown }],
          ['undecided', 'its actions are a parameter', { AlarmActions: unknown }, { alarm_actions: unknown }],
          ['undecided', 'another alarm may be made up of it', system({}, { both: { type: 'AWS::CloudWatch::CompositeAlarm', properties: { AlarmRule: unknown } } }), system({}, { both: { type: 'aws_cloudwatch_composite_alarm', properties: { alarm_rule: unknown } } })],
          ['pass', 'another alarm is made up of it', system({}, { both: { type: 'AWS::CloudWatch::CompositeAlarm', properties: { AlarmRule: refer(), AlarmActions: [topic] } } }), system({}, { both: { type: 'aws_cloudwatch_composite_alarm', properties: { alarm_rule: refer('it', 'alarm_name'), alarm_actions: [topic] } } })],
        ],
      },
      'composite alarm': {
        cloudformation: 'AWS::CloudWatch::CompositeAlarm',
        terraform: 'aws_cloudwatch_composite_alarm',
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'it tells a topic', { AlarmActions: [topic] }, { alarm_actions: [topic] }],
        ],
      },
    },
  },
};
