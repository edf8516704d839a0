import type { Pattern, PolicySet, StatementReference } from '../model';
import { isUnknown, type Unknown } from '../text';

export interface UnknownPart {
  readonly statement: StatementReference;
  readonly element: 'statement' | 'action' | 'resource' | 'principal' | 'condition';
  /** What is not known. */
  readonly what: string;
}

/** Everything in the policies that is not known, whether or not it matters to a question. */
export function unknownParts(set: PolicySet): readonly UnknownPart[] {
  return set.flatMap(({ name, statements }, policy) =>
    statements.flatMap((statement) => {
      const { index, sid, effect, actions, resources, principals, conditions } = statement;
      const reference = {
        policy,
        index,
        ...(name !== undefined && { policyName: name }),
        ...(sid !== undefined && { sid }),
      };
      const part = (element: UnknownPart['element'], what: readonly string[]): readonly UnknownPart[] =>
        what.map((one) => ({ statement: reference, element, what: one }));
      if (isUnknown(effect)) return part('statement', [effect.why]);
      return [
        ...part('action', holesIn(actions.patterns)),
        ...part('resource', resources ? holesIn(resources.patterns) : []),
        ...part('principal', principals ? holesOfPrincipals(principals.patterns) : []),
        ...part(
          'condition',
          isUnknown(conditions) ? [conditions.why] : conditions.flatMap(({ values }) => holesIn(values)),
        ),
      ];
    }),
  );
}

const holesIn = (patterns: readonly Pattern[] | Unknown): readonly string[] =>
  isUnknown(patterns)
    ? [patterns.why]
    : patterns.flatMap((pattern) => pattern.flatMap((piece) => (piece.kind === 'free' ? [piece.free] : [])));

const holesOfPrincipals = (patterns: readonly { readonly pattern: Pattern }[] | Unknown): readonly string[] =>
  holesIn(isUnknown(patterns) ? patterns : patterns.map(({ pattern }) => pattern));
