import { catalogueWith, type Catalogue } from './catalogue';
import type { Configuration } from './gate/configuration';
import { suggestionOf } from './fixes';
import { spokenIn } from './gate/comments';
import type { Baseline } from './gate/baseline';
import { ConfigurationError } from './gate/configuration-error';
import { assemble, decide } from './gate/decision';
import { usingConfiguration, type LoadedConfiguration } from './gate/load-configuration';
import { activeControls, settingsOf, type GateOptions, type Settings } from './gate/settings';
import type { Suppression } from './gate/foreign-suppressions';
import { openShare, type Share } from './gate/share';
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
  const { add, refuse, share } = openInspection(settings, options);
  const step = stepper(inputs, options.onJudged);
  for (const [position, input] of inputs.entries()) add(input, position, step);
  for (const [index, error] of (options.errors ?? []).entries()) refuse(error, inputs.length + index);
  return joinShares([share()], settings, options);
}

/** Inputs that are inspected one after the other. Nothing of them is kept but what they report. */
export interface Inspection {
  /** @param position among all inputs of the run, whoever inspects the others */
  readonly add: (input: Input, position: number, onJudged?: OnJudged) => void;
  /** Says of an argument that it could not be read. */
  readonly refuse: (error: InputError, position: number) => void;
  readonly share: () => Share;
}

/** Inspects a share of a run: all of it, or what one of several threads takes of it. */
export function openInspection(
  settings: Settings,
  { plugins, baseline, ...beside }: Pick<InspectOptions, 'plugins' | 'baseline' | 'waiversIn' | 'suppressionsIn'>,
): Inspection {
  const { controls } = catalogueWith(plugins);
  const active = activeCatalogue(plugins, settings);
  const passes = settings.includePass ? 'whole' : 'verdict';
  const { add, share } = openShare(controls, settings, { line, suggestionOf, baseline });
  return {
    add: (input, position, onJudged) => {
      add(judgeInput(input, active, settings, passes, { ...beside, onJudged }), position);
    },
    refuse: (error, position) => {
      add(refused(error), position);
    },
    share,
  };
}

/** What all shares of a run come to. */
export const joinShares = (
  shares: readonly Share[],
  settings: Settings,
  { version = toolVersion(), plugins }: Pick<InspectOptions, 'version' | 'plugins'>,
): Result => assemble(shares, catalogueWith(plugins).controls, settings, { version });

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

type JudgingOptions = Pick<InspectOptions, 'errors' | 'plugins' | 'waiversIn' | 'suppressionsIn'>;

/** Every input judged, before anything is decided; what could not be read stands beside it. */
export function judgeAll(
  inputs: readonly Input[],
  { errors = [], plugins, ...beside }: JudgingOptions,
  settings: Settings,
): readonly JudgedInput[] {
  const active = activeCatalogue(plugins, settings);
  return [
    ...inputs.map((input) => judgeInput(input, active, settings, 'whole', { ...beside, onJudged: undefined })),
    ...errors.map(refused),
  ];
}

/** Every control that may be on, and the services. */
function activeCatalogue(plugins: InspectOptions['plugins'], settings: Settings): Catalogue {
  const { servicesFor, controls } = catalogueWith(plugins);
  return { servicesFor, controls: activeControls(controls, settings) };
}

const refused = ({ path, message }: InputError): JudgedInput => ({ path, dialect: null, notes: [], error: message });

/** Counts the resources of all inputs as they are judged. */
function stepper(inputs: readonly Input[], onJudged: InspectOptions['onJudged']): OnJudged | undefined {
  const of = inputs.reduce((sum, { after }) => sum + after.resources.length, 0);
  let done = 0;
  return onJudged && (() => { onJudged(++done, of); }); // prettier-ignore
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
