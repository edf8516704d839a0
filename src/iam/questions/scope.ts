import type { PolicySet } from '../model';
import { parsePolicy } from '../parse';
import { isUnknown, type Holes } from '../text';

type Texts = readonly (string | Holes)[];

/** A part of all requests, written as a policy that allows nothing else. */
export interface Scope {
  readonly actions?: readonly string[];
  readonly resources?: Texts;
  readonly notResources?: Texts;
  readonly principals?: unknown;
  readonly notPrincipals?: unknown;
  readonly conditions?: Readonly<Record<string, unknown>>;
}

export function scope({
  actions = ['*'],
  resources,
  notResources,
  principals,
  notPrincipals,
  conditions,
}: Scope): PolicySet {
  const statement = {
    Effect: 'Allow',
    Action: actions,
    ...(notResources ? { NotResource: notResources } : { Resource: resources ?? '*' }),
    ...(principals !== undefined && { Principal: principals }),
    ...(notPrincipals !== undefined && { NotPrincipal: notPrincipals }),
    ...(conditions && { Condition: conditions }),
  };
  return [parsePolicy({ Version: '2012-10-17', Statement: statement })];
}

/** The resource of actions that have none. */
export const noResource = '${*}';

const actionScopes = new Map<string, PolicySet>();
const actionLimit = 30_000;

/** Requests for one action. */
export function forAction(action: string): PolicySet {
  const known = actionScopes.get(action) ?? scope({ actions: [action] });
  if (actionScopes.size >= actionLimit) actionScopes.clear();
  actionScopes.set(action, known);
  return known;
}

const resourceScopes = new WeakMap<Holes, PolicySet>();

/** Requests for one resource. */
export function onResource(resource: Holes): PolicySet {
  const known = resourceScopes.get(resource) ?? scope({ resources: [resource] });
  resourceScopes.set(resource, known);
  return known;
}

let context: { readonly now: number; readonly set: PolicySet } | undefined;

/**
 * Ordinary requests: over TLS, in some region, by somebody who signed in just now with a
 * second factor, not through another service.
 * Conditions that ask no more than this confine nothing.
 */
export function ordinaryRequests(now: number): PolicySet {
  if (context?.now === now) return context.set;
  const time = new Date(now).toISOString();
  const set = scope({
    conditions: {
      Bool: { 'aws:SecureTransport': 'true', 'aws:MultiFactorAuthPresent': 'true', 'aws:ViaAWSService': 'false' },
      DateEquals: { 'aws:CurrentTime': time, 'aws:EpochTime': time, 'aws:TokenIssueTime': time },
      NumericEquals: { 'aws:MultiFactorAuthAge': '1' },
      Null: { 'aws:RequestedRegion': 'false' },
    },
  });
  context = { now, set };
  return set;
}

const ordinaryKeys = new Set([
  'aws:securetransport', 'aws:multifactorauthpresent', 'aws:viaawsservice', 'aws:currenttime', 'aws:epochtime',
  'aws:tokenissuetime', 'aws:multifactorauthage', 'aws:requestedregion',
  'aws:userid',
]); // prettier-ignore

const bare = new WeakMap<PolicySet, PolicySet>();

/** Requests that say nothing of what the policies ask about: whatever is allowed unconditionally allows some of these. */
export function bareRequests(policies: PolicySet): PolicySet {
  const known = bare.get(policies);
  if (known) return known;
  const keys = [...conditionKeys(policies)].filter((key) => !ordinaryKeys.has(key));
  const set = scope({ conditions: { Null: Object.fromEntries(keys.map((key) => [key, 'true'])) } });
  bare.set(policies, set);
  return set;
}

/** The condition keys that policies test. */
export const conditionKeys = (policies: PolicySet): ReadonlySet<string> =>
  new Set(
    policies.flatMap(({ statements }) =>
      statements.flatMap(({ conditions }) => (isUnknown(conditions) ? [] : conditions.map(({ key }) => key))),
    ),
  );

/** The keys that policies test, or fill into texts. */
export function keysMet(policies: PolicySet): ReadonlySet<string> {
  const keys = new Set(conditionKeys(policies));
  for (const { statements } of policies)
    for (const { resources, conditions } of statements) {
      const lists = [resources?.patterns, ...(isUnknown(conditions) ? [] : conditions.map(({ values }) => values))];
      for (const list of lists)
        for (const piece of list && !isUnknown(list) ? list.flat() : [])
          if (piece.kind === 'variable') keys.add(piece.key);
    }
  return keys;
}
