import { isStar } from '../model/policy-patterns';
import { allows, someNamed, someStatement } from '../model/policy-questions';
import { all, not } from '../model/truth';
import { control } from './control';

/** Every action of every service. */
export const isEveryAction = (action: string): boolean => action.split(':').every(isStar);

export const policyActionsNamed = control({
  id: 'policy-actions-named',
  area: 'identity-access',
  severity: 'medium',
  gate: 'off',
  judges: 'written-policy',
  title: 'Policies name the services whose actions they allow',
  failure: 'allows every action of every service',
  why: 'Whatever confines the statement today, its actions confine nothing: it allows services that nobody has thought of.',
  fix: 'Name the actions that are needed.',
  holds: ({ document }) =>
    not(
      someStatement(
        document,
        (statement) => all(allows(statement), someNamed(statement.actions, statement, isEveryAction, 'the action')),
        'every action',
      ),
    ),
});
