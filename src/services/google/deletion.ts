import type { Property } from '../../model/property';
import { any, is, settledTruth } from '../../model/truth';
import { otherwise, type Settled } from '../../model/value';

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
