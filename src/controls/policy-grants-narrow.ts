import { isStar, isWholeService } from '../model/policy-patterns';
import { allows, someNamed, someStatement } from '../model/policy-questions';
import { all, any, not } from '../model/truth';
import { control } from './control';

export const policyGrantsNarrow = control({
  id: 'policy-grants-narrow',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'written-policy',
  title: 'Policies allow neither a whole service nor every resource',
  failure: 'allows a whole service, or every resource',
  why: 'Least privilege begins with names: of the actions that are needed, and of what they are needed on.',
  fix: 'Name actions and resources. Where an action knows no resources, keep it in a statement of its own.',
  holds: ({ document }) =>
    not(
      someStatement(
        document,
        (statement) =>
          all(
            allows(statement),
            any(
              someNamed(statement.actions, statement, isWholeService, 'the action'),
              someNamed(statement.resources, statement, isStar, 'the resource'),
            ),
          ),
        'a whole service or every resource',
      ),
    ),
});
