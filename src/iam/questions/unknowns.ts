import type { Element, Pattern, PolicySet, Statement, StatementReference } from '../model';
import { referenceTo } from '../reference';
import { isUnknown, type Unknown } from '../text';
import { undecided, type Identity } from './subject';

export interface UnknownPart {
  readonly statement: StatementReference;
  readonly element: 'statement' | 'action' | 'resource' | 'principal' | 'condition';
  /** What is not known. */
  readonly what: string;
}

/** Everything in the policies that is not known, whether or not it matters to a question. */
export function unknownParts(set: PolicySet): readonly UnknownPart[] {
  return set.flatMap((policy, place) =>
    policy.statements.flatMap((statement) => {
      const { effect, actions, resources, principals, conditions } = statement;
      const reference = referenceTo(statement, policy, place);
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

type Undecided = ReturnType<typeof undecided>;

const remembered = new WeakMap<PolicySet, Undecided | undefined>();

/**
 * The answer to whatever may be asked of a principal that holds a policy of which nothing is known: that one may allow
 * what is asked for, and may deny it. `undefined` where it holds none, and where something else has a say: a denial, a
 * boundary, another part that is not known.
 */
export function whollyOpen({ policies, boundaries = [] }: Identity): Undecided | undefined {
  if (boundaries.length > 0) return undefined;
  if (!remembered.has(policies)) remembered.set(policies, openAsAWhole(policies));
  return remembered.get(policies);
}

function openAsAWhole(policies: PolicySet): Undecided | undefined {
  const missing: string[] = [];
  for (const { statements } of policies)
    for (const statement of statements) {
      if (isUnknown(statement.effect) && nothingIsKnown(statement)) missing.push(statement.effect.why);
      else if (!allowsKnown(statement)) return undefined;
    }
  return missing.length > 0 ? undecided(missing) : undefined;
}

const nothingIsKnown = ({ actions, resources, conditions }: Statement): boolean =>
  isUnknown(actions.patterns) && isUnknown(conditions) && (!resources || isUnknown(resources.patterns));

/** An allowing statement that means the same however it is read. */
const allowsKnown = ({ effect, actions, resources, conditions }: Statement): boolean =>
  effect === 'Allow' &&
  isSettled(actions) &&
  (!resources || isSettled(resources)) &&
  !isUnknown(conditions) &&
  conditions.length === 0;

const isSettled = ({ patterns }: Element): boolean =>
  !isUnknown(patterns) &&
  patterns.every((pattern) =>
    // A reference that comes first has a shape that nobody knows.
    pattern.every(({ kind }, index) => kind === 'text' || kind === 'literal' || (kind === 'reference' && index > 0)),
  );
