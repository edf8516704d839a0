import type { Configuration } from '../src/gate/configuration';
import type { ReportedFinding } from '../src/model/result';
import { optimizingLate } from '../src/late-optimization';
import { readStacks } from '../src/readers/cdk-assembly/reader';
import { acknowledgementsIn, isWithin, nagSuppressionsIn, waiversOf } from './acknowledgements';
import { stacksOf } from './app-stacks';
import { constructAt, isMarked, isStage, type ConstructLike } from './constructs';
import { lineOf, nearestTrace } from './creation-line';
import { describe, messageOf, spoken } from './describe';
import { inspectOne, type RunOptions } from './settings';

export interface AspectOptions extends RunOptions {
  /** `warn` (the default) adds warnings only; `error` adds an error for what the gate blocks, so that synthesis fails. */
  readonly mode?: 'warn' | 'error';
}

/**
 * Warnings at synth time on the constructs themselves:
 *
 *     Aspects.of(app).add(new DemarcAspect());
 *
 * It looks when the tree is final, whatever its priority, so overrides and what other Aspects change are seen; it changes
 * nothing. It reaches into the stages of an app, as Aspects do not. Where the plugin is registered it says nothing.
 */
export class DemarcAspect {
  private readonly seen = new WeakSet<ConstructLike>();

  constructor(
    private readonly configuration: Configuration = {},
    private readonly options: AspectOptions = {},
  ) {}

  /** The first construct that is visited is the scope; validation comes after all Aspects. */
  visit(scope: ConstructLike): void {
    if (scope.node.scopes.some((one) => this.seen.has(one))) return;
    this.seen.add(scope);
    scope.node.addValidation({ validate: () => this.validate(scope) });
  }

  private validate(scope: ConstructLike): string[] {
    if (scope.node.scopes.some(hasPlugin)) return [];
    try {
      return optimizingLate(() => this.inspect(scope));
    } catch (error) {
      return [`Demarc could not judge this app: ${messageOf(error)}`];
    }
  }

  private inspect(scope: ConstructLike): string[] {
    const { root } = scope.node;
    const acknowledgements = acknowledgementsIn(root);
    const input = readStacks(stacksOf(scope), { path: scope.node.path || 'the app' });
    const result = inspectOne(input, this.configuration, this.options, {
      waiversIn: ({ after }) => waiversOf(acknowledgements, after.resources),
      suppressionsIn: ({ after }) => nagSuppressionsIn(root, after.resources),
    });
    const findings = result.inputs.flatMap((judged) => spoken(judged.findings)).filter(({ waiver }) => waiver === null);
    return [
      ...result.inputs.flatMap(({ error }) => (error === null ? [] : [`Demarc could not judge this app: ${error}`])),
      ...findings.flatMap((finding) => this.tell(finding, scope)),
    ];
  }

  /** Writes a finding on its construct. @returns what has to fail the synthesis and cannot be written there. */
  private tell(finding: ReportedFinding, scope: ConstructLike): string[] {
    const { resource, gate, control } = finding;
    const isWaiver = resource.type === 'waiver';
    const path = isWaiver ? resource.address : resource.constructPath;
    if (!isWaiver && path !== null && !isWithin(path, scope.node.path)) return [];
    const construct = (path === null ? undefined : constructAt(scope.node.root, path)) ?? scope;
    const level = gate === 'block' && this.options.mode === 'error' ? 'error' : gate === 'note' ? 'info' : 'warning';
    const id = `demarc::${control}`;
    const text = `${describe(finding)}. Fix: ${finding.fix}${lineOf(construct)}`;
    if (level !== 'error' && isAcknowledged(construct, id)) return [];
    if (!isSynthesized(construct, scope))
      annotate(construct, level, level === 'error' ? `${text} (${id})` : `${text} [ack: ${id}]`);
    else if (level === 'error') return [`${construct.node.path}: ${text} (${id})`];
    else process.stderr.write(`[${level} at /${construct.node.path}] ${text} [ack: ${id}]\n`);
    return [];
  }
}

/** A stage is synthesized before what it stands in: what is written on its constructs after that, nobody reads. */
const isSynthesized = (construct: ConstructLike, scope: ConstructLike): boolean =>
  construct.node.scopes.some((one) => isStage(one) && one !== scope && !scope.node.scopes.includes(one));

function annotate({ node }: ConstructLike, level: 'error' | 'warning' | 'info', text: string): void {
  if (node.metadata.some(({ data }) => data === text)) return;
  const trace = nearestTrace({ node });
  node.addMetadata(`aws:cdk:${level}`, text, trace && { stackTraceOverride: [...trace] });
}

/** What `Annotations.of(…).acknowledgeWarning(…)` was told, which is all there is before version 2.257. */
function isAcknowledged({ node }: ConstructLike, id: string): boolean {
  const kept = (node.root as { readonly [acknowledgements]?: { has?(node: unknown, id: string): boolean } })[
    acknowledgements
  ];
  return kept?.has?.({ node }, id) ?? false;
}

const acknowledgements: unique symbol = Symbol.for('@aws-cdk/core.Acknowledgements') as never;

/** Registered on the app or a stage, with this copy of the package or another; older versions keep plugins elsewhere. */
function hasPlugin(construct: ConstructLike): boolean {
  const { _validationPlugins: now, policyValidationBeta1: before } = construct as {
    readonly _validationPlugins?: readonly unknown[];
    readonly policyValidationBeta1?: readonly unknown[];
  };
  return isMarked(construct) || [...(now ?? []), ...(before ?? [])].some(isMarked);
}
