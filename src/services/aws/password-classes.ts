import type { CharacterClass } from '../../model/fact';
import { all, is, settledTruth } from '../../model/truth';
import type { Place, Settled } from '../../model/value';

/** Whether every class of characters is required. */
export const everyClass = (classes: Readonly<Record<CharacterClass, Settled<boolean>>>, at: Place): Settled<boolean> =>
  settledTruth(all(...Object.entries(classes).map(([name, required]) => is(required, (on) => on, name))), at);
