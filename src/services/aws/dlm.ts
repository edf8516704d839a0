import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import type { Context, Service } from '../service';
import { known, map, orElse, unknown, type Settled } from '../../model/value';
import { encryptedByDefault } from './ebs';
import { itemsOf } from './items';
import { encryptionBySwitch } from './key-custody';

export const dlm: Service = {
  name: 'dlm',
  types: { cloudformation: ['AWS::DLM::LifecyclePolicy'], terraform: ['aws_dlm_lifecycle_policy'] },
  *facts(resource, graph, context) {
    yield* copyFacts(resource, graph, context);
    yield stateFact(resource);
  },
};

/**
 * Copies for other regions are encrypted when they are told to be, or when the account encrypts all new volumes.
 *
 * @see https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html
 */
function* copyFacts(policy: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  for (const copy of copiesOf(policy)) {
    const encrypted = member(copy, policy.vocabulary, 'Encrypted', 'encrypted');
    yield {
      kind: 'storage-at-rest',
      noun: 'DLM lifecycle policy',
      subject: policy,
      encryption: encryptionBySwitch(
        encryptedByDefault(encrypted.flag(), graph, context, encrypted.at),
        member(copy, policy.vocabulary, 'CmkArn', 'cmk_arn'),
        graph,
        { off: 'none', on: 'provider-kms' },
      ),
    };
  }
}

/**
 * A policy that is switched off makes no copies. Terraform switches it on unless told otherwise; AWS wants it said, and
 * documents no default.
 *
 * @see https://docs.aws.amazon.com/dlm/latest/APIReference/API_CreateLifecyclePolicy.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dlm_lifecycle_policy
 */
const stateFact = (policy: Resource): Fact => ({
  kind: 'backup',
  noun: 'DLM lifecycle policy',
  subject: policy,
  kept: map(
    orElse(property(policy, 'State', 'state').text(), () => stateByDefault(policy)),
    (state) => state === 'ENABLED',
  ),
});

function stateByDefault(policy: Resource): Settled<string> {
  const { at } = property(policy, 'State', 'state');
  return policy.vocabulary === 'terraform'
    ? known('ENABLED', at, 'on unless told otherwise')
    : unknown('no default of its state is documented', at);
}

/** The copies that an event starts, and those that a schedule does. */
function copiesOf(policy: Resource): readonly Property[] {
  const details = property(policy, 'PolicyDetails', 'policy_details');
  const nested = (parent: Property, cloudformation: string, terraform: string): readonly Property[] =>
    itemsOf(member(parent, policy.vocabulary, cloudformation, terraform));
  return [
    ...nested(details, 'Actions', 'action')
      .flatMap((action) => nested(action, 'CrossRegionCopy', 'cross_region_copy'))
      .map((copy) => member(copy, policy.vocabulary, 'EncryptionConfiguration', 'encryption_configuration')),
    ...nested(details, 'Schedules', 'schedule').flatMap((schedule) =>
      nested(schedule, 'CrossRegionCopyRules', 'cross_region_copy_rule'),
    ),
  ];
}
