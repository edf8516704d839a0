import { counterexample, type Answer } from '../decide';
import type { Pattern, PolicySet } from '../model';
import { showPattern } from '../pattern';
import { holes, isUnknown, type Part } from '../text';
import type { ExposureOptions } from './exposure';
import { claimsOf } from './outsiders';
import { letsAccountsIn } from './principals';
import { scope } from './scope';
import { undecided, type Judgement } from './subject';

/** Calls of somebody who signed in without a second factor. */
const withoutFactor = scope({
  conditions: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' }, Null: { 'aws:MultiFactorAuthAge': 'true' } },
});

/**
 * Does a policy let in another account as a whole, so that its administrators decide who comes? A role that the policy
 * names is not the whole account, nor is whoever knows an external id or comes with a second factor.
 *
 * Without the own account's number (`account`), nobody can say whether a number that is written is another one.
 */
export function isOpenToAccount(
  policies: PolicySet,
  { account, trustedAccounts = [], ...options }: ExposureOptions = {},
): Judgement<{
  /** Its number, or `anybody` where every account is let in. */
  readonly account: string;
}> {
  if (!letsAccountsIn(policies)) return { answer: 'no' };
  const missing: string[] = [];
  const claims = scope({ conditions: claimsOf({ signed: true, knowsSecrets: false, named: true }, policies) });
  const others = accountsIn(policies).filter((other) => other !== account && !trustedAccounts.includes(other));
  const answerFor = (number: Part): Answer => {
    const somebody = scope({
      principals: { AWS: holes('arn:*:iam::', number, ':role/', { reference: 'a role that nobody names' }) },
    });
    return counterexample([policies, somebody, claims, withoutFactor], [], { withPrincipals: true, ...options });
  };
  for (const other of [...others, undefined]) {
    const answer = answerFor(other ?? { reference: 'an account that nobody names' });
    if (answer.answer === 'yes')
      return {
        answer: 'yes',
        witness: answer.witness,
        statements: answer.allowedBy.slice(0, 1),
        account: other ?? 'anybody',
      };
    if (answer.answer === 'undecided') missing.push(...answer.missing);
  }
  for (const reference of namedAccountsIn(policies))
    if (answerFor({ reference }).answer !== 'no') missing.push(`whether the ${reference} is another one`);
  return missing.length > 0 ? undecided(missing) : { answer: 'no' };
}

/** Accounts of other credentials, of which nobody knows the number: they may be one and the same. */
const namedAccountsIn = (policies: PolicySet): readonly string[] => [
  ...new Set(
    patternsIn(policies).flatMap((pattern) =>
      pattern.flatMap((piece) =>
        piece.kind === 'reference' && piece.reference.startsWith('account of ') ? [piece.reference] : [],
      ),
    ),
  ),
];

/** Accounts that principals name by number. */
const accountsIn = (policies: PolicySet): readonly string[] => [
  ...new Set(patternsIn(policies).flatMap((pattern) => showPattern(pattern).match(/\b\d{12}\b/g) ?? [])),
];

/** Whom the statements that allow something name. */
const patternsIn = (policies: PolicySet): readonly Pattern[] =>
  policies.flatMap(({ statements }) =>
    statements.flatMap(({ effect, principals }) =>
      effect === 'Deny' || !principals || isUnknown(principals.patterns)
        ? []
        : principals.patterns.map(({ pattern }) => pattern),
    ),
  );
