import type { Statement } from '../model/policy';
import { isWholeService } from '../model/policy-patterns';
import { allows, someNamed, somePrincipal, someStatement } from '../model/policy-questions';
import { all, not, type Truth } from '../model/truth';
import { control } from './control';

/** A whole account is let in so that its own policies decide, as the key policies of KMS do: that is no wildcard. */
const isAccount = (principal: string): boolean => principal.endsWith(':root');

const letsAccountsInAlone = (statement: Statement): Truth =>
  all(
    somePrincipal(statement, 'AWS', isAccount, 'the account'),
    not(somePrincipal(statement, 'AWS', (principal) => !isAccount(principal), 'the principal')),
  );

export const resourcePolicyActionsNamed = control({
  id: 'resource-policy-actions-named',
  area: 'configuration',
  severity: 'medium',
  gate: 'off',
  judges: 'policy-document',
  title: 'Resource policies name the actions they allow',
  failure: 'allows every action of its service by its policy',
  why: 'Whoever is let in to read may then delete, and change who else is let in.',
  fix: 'Name the actions that the principals of the statement need.',
  holds: ({ role, document }) =>
    role === 'resource'
      ? not(
          someStatement(
            document,
            (statement) =>
              all(
                allows(statement),
                someNamed(statement.actions, statement, isWholeService, 'the action'),
                not(letsAccountsInAlone(statement)),
              ),
            'every action',
          ),
        )
      : undefined,
});
