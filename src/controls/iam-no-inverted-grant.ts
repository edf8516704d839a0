import { invertedAccess, invertedGrants } from '../iam';
import { not } from '../model/truth';
import { control } from './control';
import { letsIn, mayDo, mayNot, spelled } from './permissions';

export const iamNoInvertedGrant = control({
  id: 'iam-no-inverted-grant',
  area: 'identity-access',
  severity: 'high',
  gate: 'block',
  judges: ['permissions', 'policy-document'],
  title: 'Nothing is granted by exclusion',
  failure: 'grants everything except what it names',
  why: 'Allow with NotAction, NotResource or NotPrincipal grants all that is not listed, services that do not exist yet included.',
  fix: 'Allow by naming what is needed; use Not* elements in Deny statements only.',
  holds: (fact) =>
    fact.kind === 'permissions'
      ? mayNot(
          mayDo(
            fact,
            (identity) => invertedGrants(identity),
            ({ grants }) =>
              grants.map(({ statement, element, actions }) => ({
                statement,
                note: (label) => `${label} allows by ${element}, ${actions[0] ?? 'anything'} among the rest`,
              })),
          ),
        )
      : not(
          letsIn(
            fact,
            (policies) => invertedAccess(policies),
            ({ element, witness }) =>
              (label) =>
                `${label} allows by ${element}, ${spelled(witness.action)} among the rest`,
          ),
        ),
});
