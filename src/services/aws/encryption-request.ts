import type { Property } from '../../model/property';
import { any, is, settledTruth } from '../../model/truth';
import { orElse, otherwise, type Settled, type Value } from '../../model/value';

/**
 * Whether somebody asked for encryption by a switch that is on. Where the switch says nothing, a key that is named asks
 * for it; where it is off, a key is a contradiction that the platform refuses.
 */
export const requested = (on: Value<boolean>, key: Property): Settled<boolean> => orElse(on, () => key.present());

/** Whether somebody asked for encryption by naming any of these: an algorithm, a key, a configuration. */
export const requestedBy = (first: Property, ...more: readonly Property[]): Settled<boolean> =>
  settledTruth(any(...[first, ...more].map(isNamed)), first.at);

/** Whether somebody asked for encryption in either of two ways that exclude each other: by a switch, or by a key. */
export const requestedEither = (on: Value<boolean>, key: Property): Settled<boolean> =>
  settledTruth(
    any(
      is(otherwise(on, false, 'nothing is written'), (switched) => switched, asked),
      isNamed(key),
    ),
    key.at,
  );

const asked = 'encryption asked for';

const isNamed = (property: Property) => is(property.present(), (present) => present, asked);
