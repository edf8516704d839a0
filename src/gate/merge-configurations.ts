import type {
  Configuration,
  ControlConfiguration,
  EnvironmentConfiguration,
  IamConfiguration,
  WaiversConfiguration,
} from './configuration';

/**
 * Lays configurations over one another, such as a company's and a repository's.
 *
 * What the later one says wins; maps are merged member by member; lists (`skip`, plugins, overrides, waivers, `never`,
 * `honour`, trusted accounts) are joined, and a later `only` takes the place of an earlier one.
 */
export const mergeConfigurations = (...configurations: readonly Configuration[]): Configuration =>
  configurations.reduce(mergeTwo, {});

function mergeTwo(base: Configuration, over: Configuration): Configuration {
  const skip = [...(base.skip ?? []), ...(over.skip ?? [])];
  const plugins = union(base.plugins, over.plugins);
  const waivers = mergeWaivers(base.waivers, over.waivers);
  return {
    ...mergeEnvironments(base, over),
    ...(skip.length > 0 && { skip }),
    ...(plugins.length > 0 && { plugins }),
    ...((base.environments ?? over.environments) && {
      environments: mergeMaps(base.environments, over.environments, mergeEnvironments),
    }),
    ...((base.iam ?? over.iam) && { iam: mergeIam(base.iam ?? {}, over.iam ?? {}) }),
    ...mergeResponsibility(base, over),
    ...(waivers && { waivers }),
  };
}

/** Of owners the first that matches counts, so the later configuration's come first. */
const mergeResponsibility = (base: Configuration, over: Configuration): Configuration => ({
  ...((base.owners ?? over.owners) && { owners: [...(over.owners ?? []), ...(base.owners ?? [])] }),
  ...((base.attestations ?? over.attestations) && {
    attestations: [...(base.attestations ?? []), ...(over.attestations ?? [])],
  }),
  ...((base.verifications ?? over.verifications) && {
    verifications: [...(base.verifications ?? []), ...(over.verifications ?? [])],
  }),
  ...((base.incident ?? over.incident) && { incident: { ...base.incident, ...over.incident } }),
  ...((base.review ?? over.review) && { review: { ...base.review, ...withoutUndefined(over.review ?? {}) } }),
});

const mergeIam = (base: IamConfiguration, over: IamConfiguration): IamConfiguration => ({
  ...base,
  ...withoutUndefined(over),
  ...((base.trustedAccounts ?? over.trustedAccounts) && {
    trustedAccounts: union(base.trustedAccounts, over.trustedAccounts),
  }),
});

/** The part that an environment shares with the whole. */
function mergeEnvironments<T extends Pick<EnvironmentConfiguration, 'controls' | 'assume'>>(base: T, over: T): T {
  return {
    ...base,
    ...withoutUndefined(over),
    ...((base.controls ?? over.controls) && { controls: mergeMaps(base.controls, over.controls, mergeControl) }),
    ...((base.assume ?? over.assume) && { assume: { ...base.assume, ...withoutUndefined(over.assume ?? {}) } }),
  };
}

/** A level alone replaces the level and keeps the overrides. */
export function mergeControl(base: ControlConfiguration, over: ControlConfiguration): ControlConfiguration {
  const [below, above] = [base, over].map((setting) => (typeof setting === 'string' ? { gate: setting } : setting));
  const gate = above?.gate ?? below?.gate;
  const overrides = [...(below?.overrides ?? []), ...(above?.overrides ?? [])];
  if (overrides.length === 0 && gate !== undefined) return gate;
  return { ...(gate !== undefined && { gate }), overrides };
}

function mergeWaivers(
  base: WaiversConfiguration | undefined,
  over: WaiversConfiguration | undefined,
): WaiversConfiguration | undefined {
  if (!base || !over) return over ?? base;
  const below = Array.isArray(base) ? { list: base } : base;
  const above = Array.isArray(over) ? { list: over } : over;
  const inline = above.inline ?? below.inline;
  return {
    ...(inline !== undefined && { inline }),
    never: union(below.never, above.never),
    honour: union(below.honour, above.honour),
    list: [...(below.list ?? []), ...(above.list ?? [])],
  };
}

const union = <T>(one: readonly T[] | undefined, other: readonly T[] | undefined): T[] => [
  ...new Set([...(one ?? []), ...(other ?? [])]),
];

function mergeMaps<T>(
  base: Readonly<Record<string, T>> | undefined,
  over: Readonly<Record<string, T>> | undefined,
  merge: (base: T, over: T) => T,
): Record<string, T> {
  const merged = new Map(Object.entries(base ?? {}));
  for (const [key, value] of Object.entries(over ?? {})) {
    const below = merged.get(key);
    merged.set(key, below === undefined ? value : merge(below, value));
  }
  return Object.fromEntries(merged);
}

const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
