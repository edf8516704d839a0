import type { Finding } from '../model/finding';
import type { ResourceGraph } from '../model/graph';
import type { Resource } from '../model/resource';
import { standingOf, waiverMatcher, type Standing, type Waiver, type WaiverSettings } from './waivers';

/** A waiver at work: whether it counts, and what it did. */
export interface RegisteredWaiver {
  readonly waiver: Waiver;
  readonly standing: Standing;
  /** How many findings it is for, whether or not it counts and whether or not another waiver came first. */
  readonly findings: number;
  /** Position of the first input that holds a resource it is for and on which its control is on. */
  readonly inspectedIn: number | undefined;
}

/** Looks up waivers, and remembers what became of each. */
export interface WaiverRegister {
  readonly entries: readonly RegisteredWaiver[];
  /** The waiver of a finding: the first that counts, in the order they were given. */
  readonly waiverOf: (finding: Finding, input: number) => Waiver | null;
  /** Takes note of an input that was inspected. Ask for the waivers of its findings first. */
  readonly inspect: (
    graph: ResourceGraph,
    input: number,
    isOn: (control: string, resource: Resource) => boolean,
  ) => void;
}

interface Entry extends RegisteredWaiver {
  readonly matches: (resource: Resource) => boolean;
  findings: number;
  inspectedIn: number | undefined;
}

export function registerWaivers(
  waivers: readonly Waiver[],
  rules: Pick<WaiverSettings, 'never'> & { readonly today: string; readonly controls: ReadonlySet<string> },
): WaiverRegister {
  const entries = waivers.map((waiver): Entry => ({
    waiver,
    standing: standingOf(waiver, rules),
    matches: waiverMatcher(waiver),
    findings: 0,
    inspectedIn: undefined,
  }));
  const index = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const key of keysOf(entry.waiver)) {
      const listed = index.get(key);
      if (listed) listed.push(entry);
      else index.set(key, [entry]);
    }
  return {
    entries,
    waiverOf(finding, input) {
      const { control, subject } = finding;
      const keys = [null, subject.id, ...evidenceOf(finding)].map((id) => keyOf(control, id));
      const listed = [...new Set(keys)].flatMap((key) => index.get(key) ?? []);
      const matching = [...new Set(listed)].filter((entry) => entry.matches(subject) || holdsEvidence(entry, finding));
      for (const entry of matching) {
        entry.findings++;
        entry.inspectedIn ??= input;
      }
      return matching.find(({ standing }) => standing.state === 'valid')?.waiver ?? null;
    },
    inspect(graph, input, isOn) {
      for (const entry of entries) {
        if (entry.inspectedIn !== undefined) continue;
        const { control, ids } = entry.waiver;
        const possible = ids ? ids.flatMap((id) => graph.byIdentity(id) ?? []) : graph.resources;
        const isCovered = (resource: Resource): boolean =>
          resource.mode === 'managed' && entry.matches(resource) && isOn(control, resource);
        if (possible.some(isCovered)) entry.inspectedIn = input;
      }
    },
  };
}

/** What became of the same waivers in all shares of a run. */
export const joinRegistered = (shares: readonly (readonly RegisteredWaiver[])[]): readonly RegisteredWaiver[] =>
  (shares[0] ?? []).map((entry, index) => {
    const same = shares.flatMap((registered) => registered[index] ?? []);
    const positions = same.flatMap(({ inspectedIn }) => inspectedIn ?? []);
    return {
      ...entry,
      findings: same.reduce((sum, { findings }) => sum + findings, 0),
      inspectedIn: positions.length === 0 ? undefined : Math.min(...positions),
    };
  });

/** The resources that a finding's evidence stands in: that on a security group may stand in a rule of its own. */
const evidenceOf = ({ witnesses }: Finding): readonly string[] => witnesses.map(({ at }) => at.id);

/**
 * Whether all that was found stands in what a waiver beside the code is for. Whoever wrote it beside a rule of a
 * security group has accepted what that rule opens, and nothing that the others do.
 */
function holdsEvidence({ waiver: { ids } }: Entry, finding: Finding): boolean {
  const places = evidenceOf(finding);
  return ids !== undefined && places.every((id) => ids.includes(id));
}

/** Waivers beside the code may be as many as resources, so they are looked up by the resource. */
const keysOf = ({ control, ids }: Waiver): readonly string[] =>
  ids ? ids.map((id) => keyOf(control, id)) : [keyOf(control, null)];

const keyOf = (control: string, id: string | null): string => JSON.stringify([control, id]);
