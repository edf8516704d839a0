import { isConfined } from '../model/policy-conditions';
import { allows, includesEveryone, someStatement } from '../model/policy-questions';
import { all, is, not, type Truth } from '../model/truth';
import { control } from './control';

const always: Truth = { holds: true, because: [] };

export const resourcePolicyNotPublic = control({
  id: 'resource-policy-not-public',
  area: 'configuration',
  severity: 'critical',
  gate: 'block',
  judges: 'policy-document',
  title: 'No resource policy grants anything to everyone',
  failure: 'grants access to everyone by its policy',
  why: 'Principal * without a confining condition is every AWS account, and often everyone without one. Who gets in is yours to say.',
  fix: 'Name the principals, or confine the statement by condition (organization, account, source ARN, VPC endpoint).',
  holds: ({ role, document, publicRefused }) =>
    role === 'resource'
      ? not(
          all(
            someStatement(
              document,
              (statement) => all(allows(statement), includesEveryone(statement), not(isConfined(statement))),
              'grants to everyone',
            ),
            publicRefused ? not(is(publicRefused, (refused) => refused, 'guard against public policies')) : always,
          ),
        )
      : undefined,
});
