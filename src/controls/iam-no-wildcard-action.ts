import { isNarrowed } from '../model/policy-conditions';
import { isWholeService } from '../model/policy-patterns';
import { allows, reachesServices, serviceOf, someNamed, someStatement, unsaid } from '../model/policy-questions';
import { all, not } from '../model/truth';
import { control } from './control';

/**
 * Services all of whose actions read.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html (2026-09)
 */
const readOnly: readonly string[] = [
  'consolidatedbilling', 'controlcatalog', 'geo-maps', 'geo-places', 'geo-routes', 'managedblockchain-query',
  'pricing', 'resource-explorer', 'sustainability',
]; // prettier-ignore

const isWildcard = (action: string): boolean => isWholeService(action) && !readOnly.includes(serviceOf(action));

export const iamNoWildcardAction = control({
  id: 'iam-no-wildcard-action',
  area: 'identity-access',
  severity: 'high',
  gate: 'block',
  judges: 'policy-document',
  title: 'No policy allows every action of a service on all its resources',
  failure: 'allows every action of a service on all its resources',
  why: 'A wildcard grants what the service can do today and all it will ever learn, deletion and permission changes included.',
  fix: 'Name the actions that are needed, or the resources they are needed on.',
  yieldsTo: ['iam-no-admin'],
  holds: ({ role, document }) =>
    role === 'identity'
      ? not(
          someStatement(
            document,
            (statement) =>
              all(
                allows(statement),
                someNamed(statement.actions, statement, isWildcard, 'the action'),
                reachesServices(statement, isWildcard),
                unsaid(not(isNarrowed(statement))),
              ),
            'a whole service',
          ),
        )
      : undefined,
});
