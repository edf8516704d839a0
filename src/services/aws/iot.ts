import type { Element, Pattern, PolicyDocument } from '../../model/policy';
import { property } from '../../model/resource';
import { map, type Settled } from '../../model/value';
import type { Service } from '../service';
import { withArns } from './arn-shapes';
import { policyDocument } from './policy-document';

const policies = ['AWS::IoT::Policy', 'aws_iot_policy'];

export const iot: Service = {
  name: 'iot',
  types: {
    cloudformation: [
      // Things, what they are made from, and what happens to their messages.
      'AWS::IoT::BillingGroup',
      'AWS::IoT::Certificate',
      'AWS::IoT::Dimension',
      'AWS::IoT::FleetMetric',
      'AWS::IoT::JobTemplate',
      'AWS::IoT::Logging',
      'AWS::IoT::Policy',
      'AWS::IoT::PolicyPrincipalAttachment',
      'AWS::IoT::ProvisioningTemplate',
      'AWS::IoT::RoleAlias',
      'AWS::IoT::Thing',
      'AWS::IoT::ThingGroup',
      'AWS::IoT::ThingPrincipalAttachment',
      'AWS::IoT::ThingType',
      'AWS::IoT::TopicRule',
      'AWS::IoT::TopicRuleDestination',
    ],
    terraform: [
      'aws_iot_billing_group',
      'aws_iot_certificate',
      'aws_iot_event_configurations',
      'aws_iot_logging_options',
      'aws_iot_policy',
      'aws_iot_policy_attachment',
      'aws_iot_provisioning_template',
      'aws_iot_role_alias',
      'aws_iot_thing',
      'aws_iot_thing_group',
      'aws_iot_thing_group_membership',
      'aws_iot_thing_principal_attachment',
      'aws_iot_thing_type',
      'aws_iot_topic_rule',
      'aws_iot_topic_rule_destination',
    ],
  },
  *facts(resource, graph) {
    if (!policies.includes(resource.type)) return;
    const document = policyDocument(property(resource, 'PolicyDocument', 'policy'));
    if (!document) return;
    const about = { noun: 'IoT policy', subject: resource };
    yield { kind: 'permissions', policies: [withArns(ofDevices(document), graph)], ...about };
    yield { kind: 'written-policy', document, ...about };
  },
};

/**
 * Devices can do nothing but what IoT offers, whatever their policy allows: `*` is `iot:*` there.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
 */
const ofDevices = ({ statements, ...document }: PolicyDocument): PolicyDocument => ({
  statements: map(statements, (list) =>
    list.map((statement) => ({ ...statement, actions: narrowed(statement.actions) })),
  ),
  ...document,
});

const narrowed = ({ negated, patterns }: Element): Element => ({
  negated,
  patterns: map(
    patterns,
    (list): readonly Settled<Pattern>[] =>
      list.map((pattern) => map(pattern, (parts): Pattern => (parts.length === 1 && parts[0] === '*' ? ['iot:*'] : parts))),
  ),
}); // prettier-ignore
