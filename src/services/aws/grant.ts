import type { Condition, Element, Pattern, PolicyDocument, Principals, Statement } from '../../model/policy';
import { shown } from '../../model/policy-patterns';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { chain, known, map, unknown, type Place, type Settled } from '../../model/value';
import { patterns } from './policy-document';

/** A statement that is written as properties of a resource. */
export interface Grant {
  readonly action: Property;
  /** The service of the actions, where they are written without. */
  readonly service?: string;
  /** What is granted where no action is written. */
  readonly usualAction?: string;
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
    actions: { negated: false, patterns: actionsOf(grant) },
    principals: { negated: false, members: membersOf(grant.principal) },
    conditions: conditionsOf(grant.conditions, grant.principal),
  };
  return { at, statements: known([statement], at) };
}

function actionsOf({ action, service, usualAction }: Grant): Element['patterns'] {
  const usual: readonly Settled<Pattern>[] = usualAction === undefined ? [] : [known([usualAction], action.at)];
  const named = patterns(action) ?? known(usual, action.at);
  if (service === undefined) return named;
  return map(named, (list) => list.map((one) => map(one, (pattern): Pattern => [`${service}:`, ...pattern])));
}

/** `*`, an account, an ARN, or the name of a service; or several of them. */
export function membersOf(principal: Property): Principals['members'] {
  const listed = patterns(principal) ?? known([], principal.at, 'no principal');
  return chain(listed, (list) =>
    list.reduce<Principals['members']>(
      (members, one) => chain(members, (before) => map(one, (pattern) => [...before, member(pattern, principal.at)])),
      known([], principal.at),
    ),
  );
}

const member = (pattern: Pattern, at: Place) => ({
  kind: isService(shown(pattern)) ? 'Service' : 'AWS',
  patterns: known([known(pattern, at)], at),
});

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
