import type { ObjectValue } from '../value';

/**
 * Data sources that say where the deployment goes. Two that ask for nothing in particular give one value.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/caller_identity
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/region
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/partition
 */
const symbols: ReadonlyMap<string, string> = new Map([
  ['aws_caller_identity.account_id', 'account'],
  ['aws_caller_identity.id', 'account'],
  ['aws_partition.id', 'partition'],
  ['aws_partition.partition', 'partition'],
  ['aws_region.id', 'region'],
  ['aws_region.name', 'region'],
  ['aws_region.region', 'region'],
]);

/** A region that is asked for by name or endpoint is written, and may be another; other credentials are of another account. */
export function platformSymbol(
  type: string,
  attribute: string,
  { members, open }: ObjectValue,
  credentials: string | undefined,
): string | undefined {
  const symbol = members.size === 0 && open === undefined ? symbols.get(`${type}.${attribute}`) : undefined;
  return symbol === 'account' && credentials !== undefined ? `account of ${credentials}` : symbol;
}
