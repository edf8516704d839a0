import type { Free, Unknown } from './text';

/** One piece of a pattern. Whether `*` in it is a wildcard depends on where the pattern stands. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** Text whose `*` and `?` mean themselves: `${*}` in a policy. */
  | { readonly kind: 'literal'; readonly text: string }
  /** A policy variable: the value of a condition key of the request. */
  | { readonly kind: 'variable'; readonly key: string }
  /** One text that is not known, equal to itself and to no other. */
  | { readonly kind: 'reference'; readonly reference: string }
  | ({ readonly kind: 'free' } & Free);

export type Pattern = readonly Piece[];

/** The patterns of an element, or of everything but them. */
export interface Element<P = Pattern> {
  readonly negated: boolean;
  readonly patterns: readonly P[] | Unknown;
}

export type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser' | 'Any' | 'Anonymous';

/** `Any` with `*` is a bare `"*"`. `Anonymous` stands in no policy: it is a request that nobody signed. */
export interface PrincipalPattern {
  readonly kind: PrincipalKind;
  readonly pattern: Pattern;
}

export interface Condition {
  /** As written, with its `ForAnyValue:` prefix and `IfExists` suffix. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Pattern[] | Unknown;
}

export interface Statement {
  /** Place in the document, from 0. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny' | Unknown;
  readonly actions: Element;
  /** Absent in trust policies and wherever else the element does not apply. */
  readonly resources?: Element;
  /** Absent in identity policies. */
  readonly principals?: Element<PrincipalPattern>;
  readonly conditions: readonly Condition[] | Unknown;
}

export interface Policy {
  /** What a person calls it: its name, or where it stands. */
  readonly name?: string;
  readonly statements: readonly Statement[];
}

/** What is attached together: a request is allowed when some statement allows it and none denies it. */
export type PolicySet = readonly Policy[];

/** A statement as findings name it. */
export interface StatementReference {
  /** Place of the policy in its set, from 0. */
  readonly policy: number;
  readonly policyName?: string;
  readonly index: number;
  readonly sid?: string;
}
