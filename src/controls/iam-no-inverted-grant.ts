import type { PolicyFact } from '../model/fact';
import type { Element, Statement } from '../model/policy';
import { isConfined, isNarrowed } from '../model/policy-conditions';
import { label } from '../model/policy-patterns';
import { allows, reachesEverything, someStatement, unsaid } from '../model/policy-questions';
import { all, any, not, truth, type Truth } from '../model/truth';
import { control } from './control';

const isNegated = (element: Element | undefined, statement: Statement, key: string): Truth =>
  truth(element?.negated === true, element?.patterns.at ?? statement.at, `${label(statement)} allows by ${key}`);

/** NotAction on resources that an identity policy names is confined by those; nothing confines the others. */
const isInverted = (statement: Statement, role: PolicyFact['role']): Truth =>
  any(
    all(
      isNegated(statement.actions, statement, 'NotAction'),
      role === 'identity' ? reachesEverything(statement) : unsaid(truth(true, statement.at, 'its own resource')),
    ),
    isNegated(statement.resources, statement, 'NotResource'),
    truth(
      statement.principals?.negated === true,
      statement.principals?.members.at ?? statement.at,
      `${label(statement)} allows by NotPrincipal`,
    ),
  );

export const iamNoInvertedGrant = control({
  id: 'iam-no-inverted-grant',
  area: 'identity-access',
  severity: 'high',
  gate: 'block',
  judges: 'policy-document',
  title: 'Nothing is granted by exclusion',
  failure: 'grants everything except what it names',
  why: 'Allow with NotAction, NotResource or NotPrincipal grants all that is not listed, services that do not exist yet included.',
  fix: 'Allow by naming what is needed; use Not* elements in Deny statements only.',
  holds: ({ role, document }) =>
    not(
      someStatement(
        document,
        (statement) =>
          all(
            allows(statement),
            isInverted(statement, role),
            unsaid(not(role === 'identity' ? isNarrowed(statement) : isConfined(statement))),
          ),
        'inverted grant',
      ),
    ),
});
