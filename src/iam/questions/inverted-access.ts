import { counterexample } from '../decide';
import type { PolicySet, Statement } from '../model';
import { isUnknown } from '../text';
import { isPublic } from './exposure';
import { undecided, type Judgement, type QuestionOptions } from './subject';

/** What a statement of a resource policy leaves out rather than names, the most telling first. */
export type Excluding = 'NotPrincipal' | 'NotAction' | 'NotResource';

function excludes({ principals, actions, resources }: Statement): Excluding | undefined {
  if (principals?.negated) return 'NotPrincipal';
  if (actions.negated) return 'NotAction';
  return resources?.negated ? 'NotResource' : undefined;
}

/** Does the policy of a resource let in everyone but some, or allow somebody all but some? */
export function invertedAccess(
  policies: PolicySet,
  options: QuestionOptions = {},
): Judgement<{ readonly element: Excluding }> {
  const missing: string[] = [];
  for (const { statements } of policies)
    for (const statement of statements) {
      const { effect, actions } = statement;
      if (effect === 'Deny') continue;
      if (isUnknown(effect) && isUnknown(actions.patterns)) missing.push(effect.why);
      const element = excludes(statement);
      if (!element) continue;
      const alone = policies.map((policy) => ({
        ...policy,
        statements: policy.statements.filter((one) => one === statement || one.effect !== 'Allow'),
      }));
      const found = element === 'NotPrincipal' ? isPublic(alone, options) : anything(alone, options);
      if (found.answer === 'yes') return { element, ...found };
      if (found.answer === 'undecided') missing.push(...found.missing);
    }
  return missing.length > 0 ? undecided(missing) : { answer: 'no' };
}

function anything(policies: PolicySet, options: QuestionOptions): Judgement {
  const answer = counterexample([policies], [], options);
  return answer.answer === 'yes' ? { answer: 'yes', witness: answer.witness, statements: answer.allowedBy } : answer;
}
