import type { Description } from '../../model/fact';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import { itemsOf } from './items';

/** What Terraform writes where nobody does. */
const placeholder = 'Managed by Terraform';

const noDescription = 'no description is written';

/** Whether a group and each of its rules say what they are for. */
export function* groupDescriptions(group: Resource, apart: readonly Resource[]): Iterable<Description> {
  const noun = 'security group';
  const written = property(group, 'GroupDescription', 'description').text();
  if (group.type !== 'aws_default_security_group')
    yield {
      kind: 'description',
      noun,
      subject: group,
      given: map(otherwise(written, '', noDescription), (text) => text !== '' && text !== placeholder),
    };
  for (const direction of ['SecurityGroupIngress', 'SecurityGroupEgress'] as const) {
    const terraform = direction === 'SecurityGroupIngress' ? 'ingress' : 'egress';
    for (const rule of itemsOf(property(group, direction, terraform))) yield ruleDescription(noun, group, rule, group);
  }
  for (const rule of apart) yield ruleDescription(noun, group, rule.properties, rule);
}

export const ruleDescription = (noun: string, subject: Resource, rule: Property, holder: Resource): Description => ({
  kind: 'description',
  noun,
  subject,
  given: map(
    otherwise(member(rule, holder.vocabulary, 'Description', 'description').text(), '', noDescription),
    (text) => text !== '',
  ),
  ...(holder !== subject && { related: [holder] }),
});
