import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { is, settledTruth, truth, type Truth } from '../../model/truth';
import type { Settled } from '../../model/value';

/** What a detector is called, and whose fault it would be. */
export interface About {
  readonly noun: string;
  readonly subject: Resource;
  readonly related?: readonly Resource[];
}

/** A detector that is on, or off, by a switch. */
export const watching = (about: About, on: Settled<boolean>, whole?: Settled<boolean>): Fact => ({
  kind: 'detector',
  on,
  ...about,
  ...(whole && { whole }),
});

/** A detector that watches whatever is written: only how much is open. */
export const watchingAll = (about: About, whole: Settled<boolean>): Fact => ({ kind: 'detector', whole, ...about });

/** What companions of certain and of possible belonging say, as truths. */
export function companionTruths(
  target: Resource,
  types: readonly string[],
  path: string,
  graph: ResourceGraph,
  say: (companion: Resource) => Truth,
): readonly Truth[] {
  const { certain, possible } = graph.companions(target, types, path);
  return [
    ...certain.map(say),
    ...possible.map(({ resource, why }) => truth(undefined, { id: resource.id, path: [] }, why)),
  ];
}

export const isOn = (value: Settled<boolean>, note: string): Truth => is(value, (on) => on, note);

export const settledHere = (said: Truth, resource: Resource): Settled<boolean> =>
  settledTruth(said, { id: resource.id, path: [] });
