import type { Statement } from '../model/policy';
import { isNarrowed } from '../model/policy-conditions';
import { label } from '../model/policy-patterns';
import { allows, reachesServices, someNamed, someStatement, unsaid } from '../model/policy-questions';
import { all, not, truth, type Truth } from '../model/truth';
import { control } from './control';
import { changesNamedThings } from './scopeable-actions';

const changesThings = (statement: Statement): Truth =>
  statement.actions.negated
    ? truth(true, statement.actions.patterns.at, `${label(statement)} allows every action but some`)
    : someNamed(statement.actions, statement, changesNamedThings, 'the changing action');

export const iamNoWildcardResource = control({
  id: 'iam-no-wildcard-resource',
  area: 'identity-access',
  severity: 'medium',
  gate: 'warn',
  judges: 'policy-document',
  title: 'Actions that change things are confined to named resources',
  failure: 'allows actions that change things on every resource',
  why: 'A grant on every resource reaches those that do not exist yet, and those of everybody else in the account.',
  fix: 'Name the ARNs the actions are needed on.',
  yieldsTo: ['iam-no-admin', 'iam-no-wildcard-action', 'iam-no-inverted-grant'],
  holds: ({ role, document }) =>
    role === 'identity'
      ? not(
          someStatement(
            document,
            (statement) =>
              all(
                allows(statement),
                changesThings(statement),
                reachesServices(statement, changesNamedThings),
                unsaid(not(isNarrowed(statement))),
              ),
            'every resource',
          ),
        )
      : undefined,
});
