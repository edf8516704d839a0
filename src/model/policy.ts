import type { Hole } from './raw';
import { map, type Place, type Settled } from './value';

/**
 * A policy text with holes. `*` and `?` in literal text are wildcards; a hole that a resource or the platform fills
 * never is one, any other may be anything.
 */
export type Pattern = readonly (string | Hole)[];

export interface PolicyDocument {
  /** The version of the language, as written: without `2012-10-17` there are no policy variables. */
  readonly version?: string;
  /** A document that cannot be read is one unknown statement: `statements` is then unknown. */
  readonly statements: Settled<readonly Statement[]>;
  readonly at: Place;
}

/** A policy of AWS's own, whose text stands in no input: its path and name, `service-role/AWSLambdaBasicExecutionRole`. */
export interface ManagedPolicy {
  readonly managed: string;
  readonly at: Place;
}

/** Policies of which a condition picks some. */
export interface PolicyChoice {
  readonly among: readonly (readonly HeldPolicy[])[];
  readonly why: string;
  readonly at: Place;
}

/** A policy that a principal has, or may have. */
export type HeldPolicy = PolicyDocument | ManagedPolicy | PolicyChoice;

export interface Statement {
  readonly at: Place;
  readonly sid?: string;
  readonly effect: Settled<'Allow' | 'Deny'>;
  /** `Action` or `NotAction`. */
  readonly actions: Element;
  /** `Resource` or `NotResource`; in a trust policy neither is written. */
  readonly resources?: Element;
  /** `Principal` or `NotPrincipal`; absent in identity policies. */
  readonly principals?: Principals;
  readonly conditions: Settled<readonly Condition[]>;
}

/** The patterns of an element, or of everything but them. */
export interface Element {
  readonly negated: boolean;
  readonly patterns: Settled<readonly Settled<Pattern>[]>;
}

export interface Principals {
  readonly negated: boolean;
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`; `"*"` alone stands as `AWS` with `*`. */
  readonly members: Settled<
    readonly { readonly kind: string; readonly patterns: Settled<readonly Settled<Pattern>[]> }[]
  >;
}

export interface Condition {
  /** As written, with its `ForAnyValue:` prefix and `IfExists` suffix. */
  readonly operator: string;
  readonly key: string;
  readonly values: Settled<readonly Settled<Pattern>[]>;
  readonly at: Place;
}

type Patterns = Settled<readonly Settled<Pattern>[]>;

/** The document with each pattern of its resources, principals and conditions seen another way. */
export function mapPatterns(document: PolicyDocument, to: (pattern: Pattern) => Pattern): PolicyDocument {
  const each = (patterns: Patterns): Patterns => map(patterns, (list) => list.map((pattern) => map(pattern, to)));
  const inStatement = (statement: Statement): Statement => ({
    ...statement,
    ...(statement.resources && { resources: { ...statement.resources, patterns: each(statement.resources.patterns) } }),
    ...(statement.principals && {
      principals: {
        ...statement.principals,
        members: map(statement.principals.members, (members) =>
          members.map((member) => ({ ...member, patterns: each(member.patterns) })),
        ),
      },
    }),
    conditions: map(statement.conditions, (conditions) =>
      conditions.map((condition) => ({ ...condition, values: each(condition.values) })),
    ),
  });
  return { ...document, statements: map(document.statements, (statements) => statements.map(inStatement)) };
}
