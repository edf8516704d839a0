import type { Condition, PolicyDocument, Principals, Statement } from '../../model/policy';
import { shown } from '../../model/policy-patterns';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, map, unknown, type Settled } from '../../model/value';
import { patterns } from './policy-document';

/** A statement that is written as properties of a resource. */
export interface Grant {
  readonly action: Property;
  readonly principal: Property;
  readonly conditions: readonly GrantCondition[];
}

interface GrantCondition {
  readonly operator: string;
  readonly key: string;
  readonly value: Property;
}

/** The policy that a grant comes to. */
export function grantDocument(resource: Resource, grant: Grant): PolicyDocument {
  const at = { id: resource.id, path: [] };
  const statement: Statement = {
    at,
    effect: known('Allow', at),
    actions: { negated: false, patterns: patterns(grant.action) ?? known([], grant.action.at) },
    principals: { negated: false, members: membersOf(grant.principal) },
    conditions: conditionsOf(grant.conditions, grant.principal),
  };
  return { at, statements: known([statement], at) };
}

/** `*`, an account, an ARN, or the name of a service. */
function membersOf(principal: Property): Principals['members'] {
  const parts = principal.parts();
  if (parts.state === 'absent') return known([], principal.at, 'no principal');
  return map(parts, (pattern) => [
    {
      kind: isService(shown(pattern)) ? 'Service' : 'AWS',
      patterns: known([known(pattern, principal.at)], principal.at),
    },
  ]);
}

/** The domain of the partition may be settled at deployment: `events.${AWS::URLSuffix}`. */
const isService = (text: string): boolean => /\.(amazonaws\.com(\.cn)?|\$\{\.\.\.\})$/.test(text);

/** The conditions that are written; unknown where one may be or not be. */
function conditionsOf(conditions: readonly GrantCondition[], principal: Property): Settled<readonly Condition[]> {
  const written: Condition[] = [];
  for (const { operator, key, value } of conditions) {
    const present = value.present();
    if (present.state === 'unknown') return unknown(present.why, present.at);
    if (present.value) written.push({ operator, key, values: patterns(value) ?? known([], value.at), at: value.at });
  }
  return known(written, principal.at);
}
