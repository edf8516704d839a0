import type { Settled } from '../value';
import type { Stated } from './stated';

/** What a package of one's own states and judges: `custom:acme/cost-centre`. */
export interface CustomFact extends Stated {
  readonly kind: `custom:${string}`;
  readonly values: Readonly<Record<string, Settled<unknown>>>;
}
