import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth } from '../../model/truth';
import { otherwise } from '../../model/value';
import type { Service } from '../service';

const alarms = ['AWS::CloudWatch::Alarm', 'aws_cloudwatch_metric_alarm'];
const composites = ['AWS::CloudWatch::CompositeAlarm', 'aws_cloudwatch_composite_alarm'];

export const cloudwatchAlarm: Service = {
  name: 'cloudwatch-alarm',
  types: {
    cloudformation: [
      'AWS::CloudWatch::Alarm',
      'AWS::CloudWatch::CompositeAlarm',
      // Pages, streams of numbers and rules that find contributors: nothing of the concerns.
      'AWS::CloudWatch::AnomalyDetector',
      'AWS::CloudWatch::Dashboard',
      'AWS::CloudWatch::InsightRule',
      'AWS::CloudWatch::MetricStream',
    ],
    terraform: [
      'aws_cloudwatch_composite_alarm',
      'aws_cloudwatch_contributor_insight_rule',
      'aws_cloudwatch_contributor_managed_insight_rule',
      'aws_cloudwatch_dashboard',
      'aws_cloudwatch_metric_alarm',
      'aws_cloudwatch_metric_stream',
    ],
  },
  *facts(resource, graph) {
    if (alarms.includes(resource.type) || composites.includes(resource.type)) yield alarmFact(resource, graph);
  },
};

/**
 * Whether anybody hears of an alarm: by an action of its own, in whatever state, or by an alarm that is made up of it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
function alarmFact(alarm: Resource, graph: ResourceGraph): Fact {
  const enabled = otherwise(property(alarm, 'ActionsEnabled', 'actions_enabled').flag(), true, 'on unless told otherwise');
  const actions = [
    property(alarm, 'AlarmActions', 'alarm_actions'),
    property(alarm, 'OKActions', 'ok_actions'),
    property(alarm, 'InsufficientDataActions', 'insufficient_data_actions'),
  ];
  const others = graph.ofType(...composites).filter((composite) => composite !== alarm);
  const rules = others.filter((composite) => names(composite, alarm));
  const open = others.filter(mayNameAnything);
  const reaches = any(
    all(
      is(enabled, (on) => on, 'actions enabled'),
      any(...actions.map((list) => is(list.present(), (set) => set, 'actions'))),
    ),
    ...rules.map(({ id }) => truth(true, { id, path: [] }, 'an alarm is made up of it')),
    ...open.map((composite) => truth(undefined, ruleOf(composite).at, 'an alarm may be made up of it')),
  );
  return {
    kind: 'alarm',
    noun: 'CloudWatch alarm',
    subject: alarm,
    ...(rules.length > 0 && { related: rules }),
    reachesSomeone: settledTruth(reaches, enabled.at),
  };
} // prettier-ignore

const ruleOf = (composite: Resource): Property => property(composite, 'AlarmRule', 'alarm_rule');

const names = (composite: Resource, alarm: Resource): boolean =>
  ruleOf(composite)
    .references()
    .some(({ id }) => id === alarm.id);

const mayNameAnything = (composite: Resource): boolean =>
  ruleOf(composite).text().state === 'unknown' && ruleOf(composite).references().length === 0;
