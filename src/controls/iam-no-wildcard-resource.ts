import { unscopedActions } from '../iam';
import { control } from './control';
import { mayDoOrAll, mayNot } from './permissions';
import { byStatement } from './unscoped-actions';

export const iamNoWildcardResource = control({
  id: 'iam-no-wildcard-resource',
  area: 'identity-access',
  severity: 'medium',
  gate: 'warn',
  judges: 'permissions',
  title: 'Actions that change things are confined to named resources',
  failure: 'allows actions that change things on every resource',
  why: 'A grant on every resource reaches those that do not exist yet, and those of everybody else in the account.',
  fix: 'Name the ARNs the actions are needed on.',
  yieldsTo: ['iam-no-admin', 'iam-no-wildcard-action', 'iam-no-inverted-grant'],
  holds: (fact) =>
    mayNot(
      mayDoOrAll(
        fact,
        (identity) => unscopedActions(identity),
        ({ actions }) => byStatement(actions),
      ),
    ),
});
