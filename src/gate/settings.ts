import type { Control } from '../controls/control';
import type { Accountability } from '../model/accountability';
import type { Resource } from '../model/resource';
import { accountabilityOf, accountabilityProblems } from './accountability';
import { accountValues } from './account-values';
import type { ConfiguredWaiver, EnvironmentConfiguration, IamConfiguration } from './configuration';
import { ConfigurationError, type Problem } from './configuration-error';
import { environmentMatcher, type Target } from './environments';
import type { LoadedConfiguration } from './load-configuration';
import { judgingControls, ownControls, type ControlMetadata } from './own-controls';
import { mayBeOn, policyOf, type Policy, type PolicyOptions } from './policy';
import { selectionProblem, type Selection } from './selection';
import { didYouMean } from './suggestion';
import type { Waiver, WaiverSettings } from './waivers';

/** What the caller (a command line, a program) says; it wins over every configuration. */
export interface GateOptions extends PolicyOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The environment to take, whatever its `match` says. */
  readonly environment?: string | undefined;
  /** Takes the place of the configuration's. */
  readonly only?: readonly string[] | undefined;
  /** Joins the configuration's. */
  readonly skip?: readonly string[] | undefined;
  readonly includePass?: boolean | undefined;
  /** Lets an input count that shows only a part of what will be deployed. */
  readonly allowIncomplete?: boolean | undefined;
  /** Where a resource will be deployed, where the caller knows better than the input. */
  readonly targetOf?: ((resource: Resource) => Target) | undefined;
}

/** Everything that decides about findings, resolved. */
export interface Settings {
  readonly today: string;
  /** The file that the configuration's waivers stand in. */
  readonly file: string | null;
  /** Every control there is, but for the tool's own. */
  readonly controls: readonly ControlMetadata[];
  readonly includePass: boolean;
  readonly allowIncomplete: boolean;
  /** Facts of the account, for the services. */
  readonly assume: Readonly<Record<string, boolean>>;
  /** What policies are held against. */
  readonly iam: { readonly reference?: object; readonly account?: string; readonly trustedAccounts: readonly string[] };
  readonly waivers: WaiverSettings;
  /** Who answers, who looks, who is called. */
  readonly accountability: Accountability;
  /** The policy of a resource; without one, that of the run as a whole. */
  readonly policyFor: (resource?: Resource) => Policy;
  /** Every policy that some resource may have. */
  readonly policies: readonly Policy[];
}

/**
 * Resolves a configuration.
 *
 * @param controls every control there is (the tool's own need not be among them).
 * @throws ConfigurationError where something that does not exist is named: a control, an area, an environment.
 */
export function settingsOf(
  loaded: LoadedConfiguration,
  options: GateOptions,
  controls: readonly ControlMetadata[],
): Settings {
  const { configuration, file } = loaded;
  refuseUnknownNames(loaded, options, controls);
  const chosen = options.environment === undefined ? undefined : configuration.environments?.[options.environment];
  const selection: Selection = {
    only: options.only?.length ? options.only : (configuration.only ?? []),
    skip: [...(configuration.skip ?? []), ...(options.skip ?? [])],
  };
  const assume = { ...configuration.assume, ...definedOnly(chosen?.assume ?? {}) };
  const policyWith = (environment: EnvironmentConfiguration): Policy =>
    policyOf(configuration, environment, options, selection);
  const whole = policyWith(chosen ?? {});
  const matched = chosen ? [] : matchedEnvironments(configuration.environments, policyWith);
  const targetOf = options.targetOf ?? ((resource: Resource) => resource);
  return {
    today: options.today,
    file,
    controls,
    includePass: options.includePass ?? false,
    allowIncomplete: options.allowIncomplete ?? false,
    assume: accountValues(assume),
    iam: iamSettings(configuration.iam ?? {}),
    waivers: waiverSettings(loaded),
    accountability: accountabilityOf({ ...configuration, assume }),
    policyFor: (resource) =>
      (resource && matched.find(({ matches }) => matches(resource, targetOf(resource)))?.policy) ?? whole,
    policies: [whole, ...matched.map(({ policy }) => policy)],
  };
}

const iamSettings = ({ reference, account, trustedAccounts = [] }: IamConfiguration): Settings['iam'] => ({
  ...(typeof reference === 'object' && { reference }),
  ...(account !== undefined && { account }),
  trustedAccounts,
});

/** The controls that can be on for some resource. The others need not be judged. */
export const activeControls = (controls: readonly Control[], { policies }: Settings): readonly Control[] =>
  controls.filter((control) => policies.some((policy) => mayBeOn(control, policy)));

function matchedEnvironments(
  environments: Readonly<Record<string, EnvironmentConfiguration>> | undefined,
  policyWith: (environment: EnvironmentConfiguration) => Policy,
) {
  return Object.values(environments ?? {}).flatMap((environment) =>
    environment.match ? [{ matches: environmentMatcher(environment.match), policy: policyWith(environment) }] : [],
  );
}

function waiverSettings({ configuration, file, locate }: LoadedConfiguration): WaiverSettings {
  const written = configuration.waivers ?? [];
  const { inline, never, honour, list } = Array.isArray(written) ? { list: written } : written;
  const base = Array.isArray(written) ? ['waivers'] : ['waivers', 'list'];
  return {
    inline: inline ?? true,
    never: never ?? [],
    honour: honour ?? [],
    list: (list ?? []).map((waiver, index) => configuredWaiver(waiver, file, locate([...base, index]))),
  };
}

const configuredWaiver = (
  { control, resource, reason, owner, until, ticket }: ConfiguredWaiver,
  file: string | null,
  place: { readonly line: number; readonly column: number } | undefined,
): Waiver => ({
  control,
  resource,
  reason,
  owner,
  until,
  ticket: ticket ?? null,
  source: 'config',
  file: place ? file : null,
  line: place?.line ?? null,
  column: place?.column ?? null,
});

const definedOnly = <T extends object>(record: T): Partial<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<T>;

function refuseUnknownNames(
  { configuration, file, locate }: LoadedConfiguration,
  options: GateOptions,
  controls: readonly ControlMetadata[],
): void {
  const judging = judgingControls(controls);
  const all = [...judging, ...ownControls];
  const { environments = {}, waivers = [], only = [], skip = [] } = configuration;
  const rules = Array.isArray(waivers) ? { list: waivers } : waivers;
  const waived = (rules.list ?? []).map(({ control }) => control);
  const base = Array.isArray(waivers) ? ['waivers'] : ['waivers', 'list'];
  const problems: readonly (Problem | undefined)[] = [
    ...Object.keys(configuration.controls ?? {}).map((id) => unknownControl(id, all, ['controls', id])),
    ...Object.entries(environments).flatMap(([name, { controls: settings = {} }]) =>
      Object.keys(settings).map((id) => unknownControl(id, all, ['environments', name, 'controls', id])),
    ),
    ...waived.map((id, index) => unknownControl(id, judging, [...base, index, 'control'])),
    ...(rules.never ?? []).map((id, index) => unknownControl(id, judging, ['waivers', 'never', index])),
    ...only.map((pattern, index) => unknownPattern(pattern, all, ['only', index])),
    ...skip.map((pattern, index) => unknownPattern(pattern, all, ['skip', index])),
    ...accountabilityProblems(configuration),
  ];
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0)
    throw new ConfigurationError(
      file,
      found.map((problem) => ({ ...problem, ...locate(problem.path) })),
    );
  refuseUnknownOptions(options, Object.keys(environments), all);
}

function refuseUnknownOptions(
  { environment, only = [], skip = [] }: GateOptions,
  environments: readonly string[],
  controls: readonly ControlMetadata[],
): void {
  const problems = [
    ...only.map((pattern) => unknownPattern(pattern, controls, ['--only'])),
    ...skip.map((pattern) => unknownPattern(pattern, controls, ['--skip'])),
    environment === undefined || environments.includes(environment)
      ? undefined
      : { path: ['--environment'], message: unknownEnvironment(environment, environments) },
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new ConfigurationError(null, problems);
}

function unknownEnvironment(name: string, environments: readonly string[]): string {
  const none = 'the configuration has no environments';
  const meant = didYouMean(name, environments) || `; known: ${environments.join(', ')}`;
  return `unknown environment "${name}"${environments.length === 0 ? `; ${none}` : meant}`;
}

function unknownControl(id: string, controls: readonly ControlMetadata[], path: Problem['path']): Problem | undefined {
  const known = controls.map((control) => control.id);
  return known.includes(id) ? undefined : { path, message: `unknown control "${id}"${didYouMean(id, known)}` };
}

function unknownPattern(
  pattern: string,
  controls: readonly ControlMetadata[],
  path: Problem['path'],
): Problem | undefined {
  const message = selectionProblem(pattern, controls);
  return message === undefined ? undefined : { path, message };
}
