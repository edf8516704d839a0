import { counterexample, type PolicySet } from '../iam';
import type { Fact } from '../model/fact';
import { documentReadings, identitiesOf } from './permissions';
import type { ReadPolicies } from './policy-set';

/**
 * Whether policies allow a request that they did not allow before: decided by exact inclusion, not by their text.
 *
 * @returns undefined where it depends on what is not known, or where the facts are not one policy set before and one after.
 */
export function allowsMore(before: readonly Fact[], after: readonly Fact[]): boolean | undefined {
  const was = setsOf(before);
  const is = setsOf(after);
  if (!was || !is) return undefined;
  const { answer } = counterexample(is, was);
  return answer === 'undecided' ? undefined : answer === 'yes';
}

/** Whether facts speak of policies. */
export const speakOfPolicies = (facts: readonly Fact[]): boolean =>
  facts.length > 0 && facts.every(({ kind }) => kind === 'permissions' || kind === 'policy-document');

/** What is allowed is what all of the sets allow: a principal's policies, and its boundary. */
function setsOf([fact, ...others]: readonly Fact[]): readonly PolicySet[] | undefined {
  if (!fact || others.length > 0) return undefined;
  if (fact.kind === 'permissions') {
    const reading = onlyOf(identitiesOf(fact));
    return reading && [reading.sets.policies, ...(reading.sets.boundaries ?? [])];
  }
  const reading = fact.kind === 'policy-document' ? onlyOf(documentReadings(fact)) : undefined;
  return reading && [reading.sets];
}

function onlyOf<Sets>([reading, ...others]: readonly ReadPolicies<Sets>[]): ReadPolicies<Sets> | undefined {
  return reading && others.length === 0 && !reading.unread ? reading : undefined;
}
