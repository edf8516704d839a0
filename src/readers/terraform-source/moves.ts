import type { Evaluation } from '../../hcl';

/**
 * What a resource was called before, by the `moved` blocks: of the resource itself, of one of its instances, or of a
 * module around it. Of several in a row the last step counts.
 *
 * @see https://developer.hashicorp.com/terraform/language/moved
 */
export function previousAddresses({ moves }: Pick<Evaluation, 'moves'>): (address: string) => string | undefined {
  if (moves.length === 0) return () => undefined;
  // The longest name is the most particular one: an instance before its resource, a resource before its module.
  const ordered = moves.toSorted((one, other) => other.to.length - one.to.length);
  return (address) => {
    const move = ordered.find(
      ({ to }) => address === to || address.startsWith(`${to}.`) || address.startsWith(`${to}[`),
    );
    return move && `${move.from}${address.slice(move.to.length)}`;
  };
}
