/**
 * A comparison of values that are ordered, or few. Between the points it names nothing changes, so a handful of
 * candidates stands for all values.
 */
export interface Points {
  readonly holds: (value: string) => boolean;
  readonly candidates: readonly string[];
}
