import type { Fact, TransitEnforcement } from '../../model/fact';
import type { Condition, Statement } from '../../model/policy';
import { matchesAction, somePattern } from '../../model/policy-patterns';
import { includesEveryone, someNamed, someStatement } from '../../model/policy-questions';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import type { Place, Settled } from '../../model/value';
import type { AttachedPolicies } from './resource-policy';

/** A request that must be refused without TLS: its action, and which resource patterns reach what it is asked of. */
export interface PlaintextRequest {
  readonly action: string;
  /** Undefined where it cannot be told. */
  readonly reaches?: (pattern: string) => boolean | undefined;
}

/**
 * Whether policies refuse requests without TLS: each of these, by one statement or another. A policy that may belong to
 * the resource keeps the answer open.
 */
export function transitEnforcedByPolicy(
  attached: AttachedPolicies,
  at: Place,
  ...requests: readonly PlaintextRequest[]
): Settled<boolean> {
  const possible = attached.possible.map(({ resource, why }) =>
    truth(undefined, { id: resource.id, path: [] }, `may hold a policy that refuses plain text: ${why}`),
  );
  const refused = requests.map((request) =>
    any(
      truth(false, at, `no policy refuses ${request.action} without TLS`),
      ...attached.policies.map(({ document }) =>
        someStatement(document, (statement) => refusesPlaintext(statement, request), 'a Deny without TLS'),
      ),
      ...possible,
    ),
  );
  return settledTruth(all(...refused), at);
}

/** States whether the policies of a resource refuse requests without TLS. */
export const transitEnforcement = (
  owner: Resource,
  noun: string,
  attached: AttachedPolicies,
  ...requests: readonly PlaintextRequest[]
): TransitEnforcement => ({
  kind: 'transit-enforcement',
  noun,
  subject: owner,
  enforced: transitEnforcedByPolicy(attached, { id: owner.id, path: [] }, ...requests),
  related: attached.policies.flatMap(({ companion }) => companion ?? []),
});

/** What a policy says for itself, where the resource it protects is not in sight: its enforcement of TLS included. */
export function* withTransitEnforcement(
  facts: Iterable<Fact>,
  ...requests: readonly PlaintextRequest[]
): Iterable<Fact> {
  for (const fact of facts) {
    yield fact;
    if (fact.kind !== 'policy-document') continue;
    const { document, noun, subject } = fact;
    const alone: AttachedPolicies = { policies: [{ document }], possible: [] };
    const enforced = transitEnforcedByPolicy(alone, document.at, ...requests);
    yield { kind: 'transit-enforcement', noun, subject, enforced };
  }
}

/** Deny for everyone of the action, when `aws:SecureTransport` is false, and under no narrower condition. */
const refusesPlaintext = (statement: Statement, { action, reaches }: PlaintextRequest): Truth =>
  all(
    is(statement.effect, (effect) => effect === 'Deny', 'effect'),
    coversAction(statement, action),
    reaches ? coversResource(statement, reaches) : truth(true, statement.at, 'the resource'),
    // NotPrincipal leaves somebody out, who may then do without TLS.
    statement.principals?.negated
      ? truth(false, statement.principals.members.at, 'denies everyone but some')
      : includesEveryone(statement),
    some(statement.conditions, testsTransport, 'no condition on aws:SecureTransport'),
    not(some(statement.conditions, narrows, 'further conditions')),
  );

function coversAction({ actions, ...statement }: Statement, action: string): Truth {
  const covers = (pattern: string) => matchesAction(pattern, action);
  return actions.negated
    ? not(somePattern(actions.patterns, covers, 'leaves out the action'))
    : someNamed(actions, { actions, ...statement }, covers, 'the action');
}

function coversResource(statement: Statement, reaches: (pattern: string) => boolean | undefined): Truth {
  const { resources } = statement;
  return resources?.negated
    ? truth(undefined, resources.patterns.at, 'names its resources by exclusion')
    : someNamed(resources, statement, reaches, 'the resource');
}

const isTransportKey = (key: string): boolean => /^aws:securetransport$/i.test(key);
const isVersionKey = (key: string): boolean => /^s3:tlsversion$/i.test(key);

/** Exceptions for AWS's own services, whose calls on the customer's behalf use TLS. */
const isServiceKey = (key: string): boolean => /^aws:(principalisawsservice|viaawsservice)$/i.test(key);

/** The condition is met by a request in plain text. */
const testsTransport = ({ operator, key, values, at }: Condition): Truth =>
  any(
    all(
      // Operators for texts are not documented for this key.
      truth(isTransportKey(key) && (isBoolean(operator) || undefined), at, `${operator} on ${key}`),
      somePattern(values, (text) => text.toLowerCase() === 'false', `${operator} on ${key}`),
    ),
    all(
      truth(isVersionKey(key) && /^NumericLessThan(Equals)?(IfExists)?$/i.test(operator), at, `${operator} on ${key}`),
      somePattern(values, (text) => Number(text) > 1, `${operator} on ${key}`),
    ),
  );

const isBoolean = (operator: string): boolean => /^(For(AnyValue|AllValues):)?Bool(IfExists)?$/i.test(operator);

/** The condition lets some requests in plain text through. The TLS version of a request without TLS is not documented. */
const narrows = ({ operator, key, at }: Condition): Truth =>
  truth(
    isVersionKey(key) && !/IfExists$/i.test(operator) ? undefined : ![isTransportKey, isVersionKey, isServiceKey].some((known) => known(key)), // prettier-ignore
    at,
    `condition ${operator} on ${key}`,
  );
