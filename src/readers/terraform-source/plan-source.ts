import type { ResourceComment } from '../../model/comment';
import type { Location, Resource } from '../../model/resource';
import type { Input } from '../input';
import type { OpenedSource } from './tree';

/** The source that a plan was made of, as a place to point at. */
export interface PlanSource {
  readonly locatorOf: (address: string) => Pick<Resource, 'locate' | 'origins'>;
  /**
   * The plan with the comments of its source, the provider versions that only the source tells (its lock file), and a note
   * on what the source does not hold.
   */
  readonly attachTo: (plan: Input) => Input;
}

/** An address without the keys of instances: what the source writes once. */
const bare = (address: string): string => address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/gu, '');

/**
 * Lets a plan point at its source. What the plan says is judged; the source only says where it was written, and what
 * comments stand there. An instance that the source cannot tell alone (its `for_each` is given at apply) is where its
 * block is, and what a module holds that cannot be read is where the module is called.
 */
export function planSource({ input: source, calls }: OpenedSource): PlanSource {
  const resources = source.after.resources;
  const exact = new Map(resources.map((resource) => [resource.address, resource]));
  const alike = new Map(resources.toReversed().map((resource) => [bare(resource.address), resource]));
  const found = (address: string) => exact.get(address) ?? alike.get(bare(address));
  const callOf = new Map(calls.toReversed().map(({ address, at }) => [bare(address), at]));
  return {
    locatorOf: (address) => {
      const written = found(address);
      return written ? placesOf(written) : callAround(bare(address), callOf);
    },
    attachTo: (plan) => {
      const managed = plan.after.resources.filter(({ mode }) => mode === 'managed');
      const missing = managed.filter(({ address }) => !found(address));
      const note = `${source.path}: ${String(managed.length - missing.length)} of ${String(managed.length)} resources of the plan are written in this source`;
      return {
        ...plan,
        comments: [...(plan.comments ?? []), ...commentsFor(plan, source, found)],
        providerVersions: { ...source.providerVersions, ...plan.providerVersions },
        notes: missing.length > 0 ? [...plan.notes, note] : plan.notes,
      };
    },
  };
}

const placesOf = ({ locate, origins }: Resource): Pick<Resource, 'locate' | 'origins'> => ({
  ...(locate && { locate }),
  ...(origins && { origins }),
});

/** What stands in a module that cannot be read is where the module is called. */
function callAround(address: string, callOf: ReadonlyMap<string, Location | undefined>): Pick<Resource, 'locate'> {
  const calls = [...address.matchAll(/module\.[^.]+\./gu)].map(({ index, 0: call }) =>
    address.slice(0, index + call.length - 1),
  );
  const at = calls
    .toReversed()
    .map((call) => callOf.get(call))
    .find((place) => place !== undefined);
  return at ? { locate: () => at } : {};
}

/** The comments of the source on the resources of the plan that come from what they stand on. */
function commentsFor(
  plan: Input,
  source: Input,
  found: (address: string) => Resource | undefined,
): readonly ResourceComment[] {
  const idsBySource = new Map<string, string[]>();
  for (const { id, address } of plan.after.resources) {
    const written = found(address);
    if (!written) continue;
    const ids = idsBySource.get(written.id);
    if (ids) ids.push(id);
    else idsBySource.set(written.id, [id]);
  }
  return (source.comments ?? []).map((comment) => ({
    ...comment,
    ids: [...new Set(comment.ids.flatMap((id) => idsBySource.get(id) ?? []))],
  }));
}
