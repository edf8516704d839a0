import type { Condition } from '../model/policy';
import { isConfined } from '../model/policy-conditions';
import { isStar, somePattern, spells } from '../model/policy-patterns';
import { allows, somePrincipal, someStatement } from '../model/policy-questions';
import { all, any, not, some, truth, type Truth } from '../model/truth';
import { control } from './control';

/** A whole account, by its number; a parameter in the number's place may be any. */
const wholeAccount = /^(?:arn:[^:]*:iam::)?(\d{12}|\*)(?::root)?$/;

/** Whether a principal is a whole account, and not the role's own. */
const isAnotherAccount = (principal: string, own: string | undefined): boolean => {
  const number = wholeAccount.exec(principal)?.[1];
  return number !== undefined && number !== own;
};

/** An external id says which customer a third party acts for; a second factor, that a person is there. */
const vouches = ({ operator, key, values, at }: Condition): Truth =>
  any(
    all(
      truth(/^String(Equals|EqualsIgnoreCase|Like)$/i.test(operator) && /^sts:externalid$/i.test(key), at, `condition on ${key}`),
      /Like$/i.test(operator) ? not(somePattern(values, isStar, `condition on ${key} accepts`)) : truth(true, at, `condition on ${key}`),
    ),
    truth(/^Numeric/i.test(operator) && /^aws:multifactorauthage$/i.test(key) && !/IfExists$/i.test(operator), at, `condition on ${key}`),
    all(
      truth(/^Bool$/i.test(operator) && /^aws:multifactorauthpresent$/i.test(key), at, `condition ${operator} on ${key}`),
      somePattern(values, spells('true'), `condition on ${key}`),
    ),
  ); // prettier-ignore

export const crossAccountConfined = control({
  id: 'cross-account-confined',
  area: 'configuration',
  severity: 'medium',
  gate: 'warn',
  judges: 'policy-document',
  title: 'Other accounts are let in by name and condition',
  failure: 'lets a whole other account in',
  why: 'A whole account is everyone its administrators let in, today and later. An external id or organization says whom you mean.',
  fix: 'Name roles instead of the account, or add a condition: sts:ExternalId for third parties, aws:PrincipalOrgID for your own.',
  holds: ({ role, document, account }) =>
    role === 'trust'
      ? not(
          someStatement(
            document,
            (statement) =>
              all(
                allows(statement),
                somePrincipal(statement, 'AWS', (text) => isAnotherAccount(text, account), 'the account'),
                not(isConfined(statement)),
                not(some(statement.conditions, vouches, 'no external id')),
              ),
            'trusts a whole account',
          ),
        )
      : undefined,
});
