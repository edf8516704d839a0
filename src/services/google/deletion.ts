import type { Property } from '../../model/property';
import { any, is, settledTruth } from '../../model/truth';
import { otherwise, type Settled } from '../../model/value';
import type { Context } from '../service';

/**
 * Whether something is kept from being deleted: by the provider, which refuses to delete it until told otherwise, or by
 * the service itself, which must be told to refuse.
 */
export const deletionRefused = (byProvider: Property, ...byService: readonly Property[]): Settled<boolean> =>
  settledTruth(
    any(
      is(
        otherwise(byProvider.flag(), true, 'the provider refuses to delete it by default'),
        (on) => on,
        'deletion protection of the provider',
      ),
      ...byService.map((property) =>
        is(
          otherwise(property.flag(), false, 'the service lets it be deleted by default'),
          (on) => on,
          'deletion protection of the service',
        ),
      ),
    ),
    byProvider.at,
  );

/**
 * Whether the provider refuses to delete something unless told otherwise, as it does since a version of its own: before,
 * it had no such switch, and deleted what it was told to.
 *
 * @param since the major version of the provider that brought the switch.
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_5_upgrade
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_6_upgrade
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_7_upgrade
 */
export function guardedSince(since: number, flag: Property, context: Context): Settled<boolean> {
  const version = context.providerVersion('google');
  return version !== undefined && version < since
    ? otherwise(flag.flag(), false, `the provider protects it only since its version ${since}`)
    : otherwise(flag.flag(), true, 'the provider refuses to delete it by default');
}
