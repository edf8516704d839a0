import { counterexample, parsePolicy, type Identity, type Judgement, type PolicySet } from '../iam';
import { control } from './control';
import { mayDo, mayNot, withDuties } from './permissions';

const references = new WeakMap<object, PolicySet>();

/** The reference as the engine reads it, once. */
function setOf(reference: object): PolicySet {
  const known = references.get(reference) ?? [parsePolicy(reference)];
  references.set(reference, known);
  return known;
}

function beyond({ policies, boundaries = [] }: Identity, reference: PolicySet): Judgement {
  const answer = counterexample([policies, ...boundaries], [reference]);
  return answer.answer === 'yes'
    ? { answer: 'yes', witness: answer.witness, statements: answer.allowedBy.slice(0, 1) }
    : answer;
}

export const iamWithinReference = control({
  id: 'iam-within-reference',
  area: 'identity-access',
  severity: 'high',
  gate: 'block',
  judges: 'permissions',
  title: 'Identity policies stay within the reference policy',
  failure: 'may do more than the reference policy allows',
  why: 'The reference says what anybody here may be given at the most. What goes beyond it was agreed with nobody.',
  fix: 'Take the access away, or have the reference policy (iam.reference in the configuration) changed by those who keep it.',
  holds: (fact) => {
    const { reference } = fact;
    return reference && mayNot(mayDo(withDuties(fact), (identity) => beyond(identity, setOf(reference))));
  },
});
