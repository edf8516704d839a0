import type { Hole } from './raw';
import type { Place, Settled } from './value';

/**
 * A policy text with holes. `*` and `?` in literal text are wildcards; a hole that a resource or the platform fills
 * never is one, any other may be anything.
 */
export type Pattern = readonly (string | Hole)[];

export interface PolicyDocument {
  /** A document that cannot be read is one unknown statement: `statements` is then unknown. */
  readonly statements: Settled<readonly Statement[]>;
  readonly at: Place;
}

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
