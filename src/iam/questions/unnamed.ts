import type { Pattern, Policy, PolicySet, Statement } from '../model';
import { isUnknown } from '../text';
import type { Identity } from './subject';

/**
 * Most statements name their resources: a bucket, a queue, by reference or in full. What nobody named, such as "any bucket",
 * is none of them, so questions about all resources of a type need not look at such a statement at all. This is told from
 * the text alone, before anything is compiled.
 */
const remembered = new WeakMap<PolicySet, PolicySet>();

/** A set with only those of its allowing statements that may reach a resource nobody named. What denies stands as it was. */
export function reachingUnnamed(set: PolicySet): PolicySet {
  const known = remembered.get(set);
  if (known) return known;
  const reaching = set.every(({ statements }) => statements.every(mayReach)) ? set : set.map(withoutNamed);
  remembered.set(set, reaching);
  return reaching;
}

/** A principal with only what may reach a resource nobody named. */
export const beyondNamed = ({ policies, boundaries }: Identity): Identity => ({
  policies: reachingUnnamed(policies),
  ...(boundaries && { boundaries: boundaries.map(reachingUnnamed) }),
});

const withoutNamed = (policy: Policy): Policy => ({ ...policy, statements: policy.statements.filter(mayReach) });

const mayReach = ({ effect, resources }: Statement): boolean =>
  effect === 'Deny' ||
  !resources ||
  resources.negated ||
  isUnknown(resources.patterns) ||
  resources.patterns.some((pattern) => isOpen(pattern));

/** What a pattern says of partition, region and account names no resource. */
const isShared = (reference: string): boolean => /^the (?:partition|region|account)$|^account of /.test(reference);

/** A pattern that may match more than one resource: a reference within an ARN is equal to itself alone. */
function isOpen(pattern: Pattern): boolean {
  const [first] = pattern;
  // Nobody knows the shape of such an ARN.
  if (first?.kind === 'reference') return true;
  if (pattern.some((piece) => piece.kind === 'reference' && !isShared(piece.reference))) return false;
  return (
    pattern.some(
      (piece) =>
        piece.kind === 'free' || piece.kind === 'variable' || (piece.kind === 'text' && /[*?]/.test(piece.text)),
    ) || isShort(pattern)
  );
}

/** What is left out of an ARN with too few fields is free. */
const isShort = (pattern: Pattern): boolean =>
  pattern.reduce((colons, piece) => colons + ('text' in piece ? piece.text.split(':').length - 1 : 0), 0) < 5;
