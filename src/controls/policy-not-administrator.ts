import { isStar } from '../model/policy-patterns';
import { allows, someNamed, someStatement } from '../model/policy-questions';
import { all, not } from '../model/truth';
import { control } from './control';
import { isEveryAction } from './policy-actions-named';

export const policyNotAdministrator = control({
  id: 'policy-not-administrator',
  area: 'identity-access',
  severity: 'high',
  gate: 'off',
  judges: 'written-policy',
  title: 'No single statement of a policy allows everything',
  failure: 'has a statement that allows everything',
  why: 'Whoever the policy is attached to, now or later, is an administrator, unless something else takes it back.',
  fix: 'Name the actions and resources that are needed.',
  holds: ({ document }) =>
    not(
      someStatement(
        document,
        (statement) =>
          all(
            allows(statement),
            someNamed(statement.actions, statement, isEveryAction, 'the action'),
            someNamed(statement.resources, statement, isStar, 'the resource'),
          ),
        'everything',
      ),
    ),
});
