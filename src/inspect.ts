import { catalogueWith, type Catalogue } from './catalogue';
import type { Configuration } from './gate/configuration';
import { suggestionOf } from './fixes';
import { spokenIn } from './gate/comments';
import type { Baseline } from './gate/baseline';
import { ConfigurationError } from './gate/configuration-error';
import { decide } from './gate/decision';
import { usingConfiguration, type LoadedConfiguration } from './gate/load-configuration';
import { activeControls, settingsOf, type GateOptions, type Settings } from './gate/settings';
import type { Suppression } from './gate/foreign-suppressions';
import type { Waiver } from './gate/waivers';
import type { JudgedInput } from './gate/weigh';
import { judge, judgeChange, type OnJudged } from './judge';
import type { Judgement, KeptPasses } from './judgement';
import type { ResourceGraph } from './model/graph';
import type { Result } from './model/result';
import { movesBetween, sideOf, unownedAreas } from './responsibility/line';
import type { Input } from './readers/input';
import type { Plugin } from './plugin';
import { comparable } from './revision';
import { providerVersions } from './services/provider-versions';
import type { Context } from './services/service';
import { toolVersion } from './version';

/** An argument that could not be read. */
export interface InputError {
  readonly path: string;
  readonly message: string;
}

export interface InspectOptions extends GateOptions {
  /** Made by a program, or loaded from a file. */
  readonly configuration?: Configuration | LoadedConfiguration | undefined;
  /** The version that the result names; else this package's. */
  readonly version?: string | undefined;
  /** Services and controls of one's own. Those that the configuration names, whoever calls has loaded. */
  readonly plugins?: readonly Plugin[] | undefined;
  /** What a committed baseline knows already: it is not introduced. */
  readonly baseline?: Baseline | undefined;
  /** Arguments that could not be read: the result says so, and is never an open gate. */
  readonly errors?: readonly InputError[] | undefined;
  /** Hears, after each resource, how many of all were judged. */
  readonly onJudged?: ((done: number, of: number) => void) | undefined;
  /** Waivers beside the code that whoever made the input knows of. */
  readonly waiversIn?: ((input: Input) => readonly Waiver[]) | undefined;
  /** What other tools were told beside the code to pass over, where whoever made the input knows of it. */
  readonly suppressionsIn?: ((input: Input) => readonly Suppression[]) | undefined;
}

/**
 * Inputs in, a decision with its evidence out. Reads no file and asks nobody.
 *
 * @throws ConfigurationError where the configuration names what does not exist.
 */
export function inspect(inputs: readonly Input[], options: InspectOptions): Result {
  const settings = settingsFor(options);
  const passes = settings.includePass ? 'whole' : 'verdict';
  return decideOn(judgeAll(inputs, options, settings, passes), settings, options);
}

/** What was judged, decided. */
export const decideOn = (
  judged: readonly JudgedInput[],
  settings: Settings,
  { version = toolVersion(), baseline, plugins }: Pick<InspectOptions, 'version' | 'baseline' | 'plugins'> = {},
): Result => decide(judged, catalogueWith(plugins).controls, settings, { version, line, suggestionOf, baseline });

/**
 * The configuration and the options, resolved.
 *
 * @throws ConfigurationError where the configuration names what does not exist, or plugins that nobody has loaded.
 */
export function settingsFor(options: InspectOptions): Settings {
  const { configuration = {}, plugins } = options;
  const loaded = loadedFrom(configuration);
  if (plugins === undefined && (loaded.configuration.plugins ?? []).length > 0)
    throw new ConfigurationError(loaded.file, [
      {
        path: ['plugins'],
        message: 'plugins are code, and nobody has loaded them here',
        ...loaded.locate(['plugins']),
      },
    ]);
  return settingsOf(loaded, options, catalogueWith(plugins).controls);
}

const line = { sideOf, movesBetween, unownedAreas };

/** A configuration that a program made is one that stands in no file. */
export const loadedFrom = (configuration: Configuration | LoadedConfiguration): LoadedConfiguration =>
  'locate' in configuration ? configuration : usingConfiguration(configuration);

type JudgingOptions = Pick<InspectOptions, 'errors' | 'onJudged' | 'plugins' | 'waiversIn' | 'suppressionsIn'>;

/** Every input judged, before anything is decided; what could not be read stands beside it. */
export function judgeAll(
  inputs: readonly Input[],
  { errors = [], plugins, onJudged, ...beside }: JudgingOptions,
  settings: Settings,
  passes: KeptPasses = 'whole',
): readonly JudgedInput[] {
  const { servicesFor, controls } = catalogueWith(plugins);
  const active = { servicesFor, controls: activeControls(controls, settings) };
  const of = inputs.reduce((sum, { after }) => sum + after.resources.length, 0);
  let done = 0;
  const step = onJudged && (() => { onJudged(++done, of); }); // prettier-ignore
  return [
    ...inputs.map((input) => judgeInput(input, active, settings, passes, { ...beside, onJudged: step })),
    ...errors.map(({ path, message }) => ({ path, dialect: null, notes: [], error: message })),
  ];
}

function judgeInput(
  input: Input,
  { servicesFor, controls }: Catalogue,
  settings: Settings,
  passes: KeptPasses,
  {
    waiversIn = () => [],
    suppressionsIn = () => [],
    onJudged,
  }: Pick<InspectOptions, 'waiversIn' | 'suppressionsIn'> & { readonly onJudged: OnJudged | undefined },
): JudgedInput {
  const { path, dialect, incomplete } = input;
  const { after, before, correspondence } = comparable(input);
  const versions = providerVersions(input.providerVersions);
  const spoken = spokenIn(input.comments ?? []);
  const context: Context = {
    today: settings.today,
    assume: settings.assume,
    iam: settings.iam,
    providerVersion: versions.of,
  };
  const judged = judgeGraphs({ before, after }, { servicesFor, controls }, context, passes, onJudged);
  const broken = [...judged.after.errors, ...(judged.before?.errors ?? [])];
  return {
    path,
    dialect,
    notes: [
      ...(input.unchanged ? ['nothing is going to change'] : []),
      ...input.notes,
      ...versions.assumed(),
      ...spoken.notes,
    ],
    ...(incomplete !== undefined && { incomplete }),
    ...(broken.length > 0 && { error: describeBroken(broken) }),
    waivers: [...waiversIn(input), ...spoken.waivers],
    suppressions: [...suppressionsIn(input), ...spoken.suppressions],
    after: { graph: after, ...judged.after },
    ...(before && judged.before && { before: { graph: before, ...judged.before } }),
    ...(correspondence && { correspondence }),
  };
}

/** What is judged of a graph, and of the graph before it. What passed before is compared, and never shown. */
function judgeGraphs(
  { before, after }: { readonly before?: ResourceGraph | undefined; readonly after: ResourceGraph },
  { servicesFor, controls }: Catalogue,
  context: Context,
  passes: KeptPasses,
  onJudged: OnJudged | undefined,
): { readonly before?: Judgement; readonly after: Judgement } {
  if (!before) return { after: judge(after, servicesFor(after.resources), controls, context, passes, onJudged) };
  const services = servicesFor([...before.resources, ...after.resources]);
  return judgeChange({ before, after }, services, controls, context, passes, onJudged);
}

/** What a service or control that broke would have said is missing, so the input is not judged. */
function describeBroken(errors: Judgement['errors']): string {
  const texts = errors.map(({ resource, by, message }) => `internal error in ${by} on ${resource.address}: ${message}`);
  return [...new Set(texts)].join('; ');
}
