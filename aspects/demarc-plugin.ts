import { dirname, relative, resolve } from 'node:path';
import { controls } from '../src/controls';
import type { Configuration } from '../src/gate/configuration';
import { ownControls } from '../src/gate/own-controls';
import { optimizingLate } from '../src/late-optimization';
import type { ReportedFinding, ReportedInput, ReportedWaiver, Result } from '../src/model/result';
import type { Resource } from '../src/model/resource';
import { stacksIn } from '../src/readers/cdk-assembly/manifest';
import { readStacks } from '../src/readers/cdk-assembly/reader';
import type { Input } from '../src/readers/input';
import { aws } from '../src/services/aws';
import { toolVersion } from '../src/version';
import {
  acknowledge,
  acknowledgementsIn,
  isWithin,
  nagSuppressionsIn,
  waiversOf,
  type Acknowledgement,
} from './acknowledgements';
import { constructAt, mark, pluginMark, type ConstructLike } from './constructs';
import { lendTrace, lineOf } from './creation-line';
import { describe, messageOf, severityOf, spoken } from './describe';
import { inspectOne, type RunOptions } from './settings';

/** What the CDK hands to a plugin. Before version 2.257 there are only the paths. */
export interface ValidationContext {
  readonly templatePaths: readonly string[];
  readonly stackTemplates?: readonly { readonly templatePath: string }[];
  readonly appConstruct?: ConstructLike;
}

export interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly fix?: string;
  readonly severity: 'fatal' | 'error' | 'warning' | 'info';
  readonly ruleMetadata?: Readonly<Record<string, string>>;
  readonly violatingResources: ViolatingResource[];
}

export interface ViolatingResource {
  readonly resourceLogicalId: string;
  readonly templatePath: string;
  readonly constructPath?: string;
  readonly locations: string[];
}

export interface ValidationReport {
  readonly success: boolean;
  readonly violations: Violation[];
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * Inspects the templates of a CDK app when they are synthesized:
 *
 *     Validations.of(app).addPlugins(new DemarcPlugin({ preset: 'strict' }));
 *
 * The configuration has the shape of `demarc.config.yaml`, and is laid over the file that is found. Synthesis fails when
 * the gate is blocked. Whatever goes wrong is a fatal violation: a plugin that throws would let `cdk synth` pass.
 */
export class DemarcPlugin {
  readonly name = 'demarc';
  readonly version = toolVersion();
  readonly ruleIds: string[] = [...controls, ...ownControls].map(({ id }) => id);
  readonly [pluginMark] = true;

  constructor(
    private readonly configuration: Configuration = {},
    private readonly run: RunOptions = {},
  ) {}

  validate(context: ValidationContext): ValidationReport {
    try {
      return optimizingLate(() => this.inspect(context));
    } catch (error) {
      return failed(messageOf(error));
    }
  }

  private inspect({ templatePaths, stackTemplates, appConstruct }: ValidationContext): ValidationReport {
    if (appConstruct) mark(appConstruct);
    const paths = (stackTemplates?.map(({ templatePath }) => templatePath) ?? templatePaths).map((path) =>
      resolve(path),
    );
    const { input, problems } = read(paths);
    const acknowledgements = appConstruct ? acknowledgementsIn(appConstruct) : [];
    const result = inspectOne(input, this.configuration, this.run, {
      waiversIn: ({ after }) => waiversOf(acknowledgements, after.resources),
      suppressionsIn: ({ after }) => (appConstruct ? nagSuppressionsIn(appConstruct, after.resources) : []),
    });
    const [judged] = result.inputs;
    if (!judged) return failed('nothing was judged');
    const faults = judged.error === null ? problems : [...problems, judged.error];
    return {
      success: result.decision === 'open' && faults.length === 0,
      violations: [
        ...faults.map((fault) => internalError(fault, paths[0])),
        ...unjudgedTemplates(input),
        ...spoken(judged.findings).flatMap((finding) => violationsOf(finding, acknowledgements, appConstruct)),
      ],
      metadata: metadataOf(result, judged),
    };
  }
}

/** The stacks of the templates, with what the manifests beside them know. */
function read(paths: readonly string[]): { readonly input: Input; readonly problems: readonly string[] } {
  const wanted = new Set(paths);
  const folders = [...new Set(paths.map(dirname))];
  const contents = folders.map((folder) => stacksIn(relative(process.cwd(), folder) || '.', folder));
  const stacks = contents.flatMap((content) => content.stacks).filter(({ document }) => wanted.has(resolve(document)));
  const found = new Set(stacks.map(({ document }) => resolve(document)));
  const missing = paths.filter((path) => !found.has(path));
  return {
    input: readStacks(stacks, { path: 'cdk.out' }),
    problems: missing.map((path) => `no manifest names the template ${path}, so it was not judged`),
  };
}

function violationsOf(
  finding: ReportedFinding,
  acknowledgements: readonly Acknowledgement[],
  app: ConstructLike | undefined,
): readonly Violation[] {
  const { control, resource, gate, waiver } = finding;
  const violation = {
    ruleName: control,
    description: describe(finding),
    fix: finding.suggestion === null ? finding.fix : `${finding.fix} In the template: ${finding.suggestion}`,
    ruleMetadata: aboutOf(finding),
  };
  if (resource.type === 'waiver' || resource.type === 'area')
    return [{ ...violation, severity: severityOf[gate], violatingResources: [placeOfOwn(finding)] }];
  const path = resource.constructPath;
  const construct = app && path !== null ? constructAt(app, path) : undefined;
  const locations = locationsOf(finding);
  if (construct && !lendTrace(construct, locations)) violation.description += lineOf(construct);
  const isAcknowledged = acknowledgements.some((one) => one.control === control && isWithin(path, one.path));
  // One on a companion (a separate rule of a group) is not seen by the CDK on what the finding is about.
  if (waiver && !(waiver.source === 'acknowledgement' && isAcknowledged)) {
    if (construct) acknowledge(construct, control, reasonOf(waiver));
    else violation.description = `${violation.description} (waived: ${reasonOf(waiver)})`;
  }
  // What the developer acknowledged although the configuration does not let it count: only a fatal violation stands.
  const severity = !waiver && isAcknowledged && gate === 'block' ? 'fatal' : severityOf[gate];
  const place = {
    resourceLogicalId: resource.address,
    templatePath: resolve(resource.document),
    ...(path !== null && { constructPath: path }),
    locations,
  };
  return [{ ...violation, severity, violatingResources: [place] }];
}

const attributes: ReadonlySet<string> = new Set(['DeletionPolicy', 'UpdateReplacePolicy']);

/** The properties that made the verdict: `Properties.SecurityGroupIngress.0.CidrIp`. */
function locationsOf({ witnesses, resource }: ReportedFinding): string[] {
  const paths = witnesses.filter(({ address, path }) => address === resource.address && path.length > 0);
  const locations = paths.map(({ path }) =>
    (attributes.has(String(path[0])) ? path : ['Properties', ...path]).join('.'),
  );
  return locations.length > 0 ? [...new Set(locations)] : ['Properties'];
}

/** A waiver stands in the code (its construct is named), or in the configuration; an area has no place. */
const placeOfOwn = ({ resource }: ReportedFinding): ViolatingResource => ({
  resourceLogicalId: resource.address,
  templatePath: resource.document,
  ...(resource.type === 'waiver' && resource.document !== 'configuration' && { constructPath: resource.address }),
  locations: [],
});

const reasonOf = ({ reason, owner, until, ticket }: ReportedWaiver): string =>
  [reason, owner && `by ${owner}`, until && `until ${until}`, ticket].filter((part) => part).join(', ');

const aboutOf = ({
  area,
  party,
  severity,
  verdict,
  why,
  responsibility,
  resource,
}: ReportedFinding): Readonly<Record<string, string>> => ({
  area,
  party,
  responsibility,
  severity,
  verdict,
  why,
  service: resource.service,
  type: resource.type,
});

/** Types that nobody would judge: they are no infrastructure of their own. */
const neutral: ReadonlySet<string> = new Set([
  'AWS::CDK::Metadata',
  'AWS::CloudFormation::Stack',
  'AWS::CloudFormation::WaitConditionHandle',
]);

export const nothingJudged = 'nothing-judged';

/** Templates with resources of which no service knows any. Silence about them would look like approval. */
function unjudgedTemplates({ after }: Input): readonly Violation[] {
  const known = new Set(aws.flatMap(({ types }) => types.cloudformation ?? []));
  const byDocument = new Map<string, Resource[]>();
  for (const resource of after.resources)
    if (!neutral.has(resource.type))
      byDocument.set(resource.document, [...(byDocument.get(resource.document) ?? []), resource]);
  return [...byDocument].flatMap(([document, resources]): readonly Violation[] => {
    const [first] = resources;
    if (!first || resources.some(({ type }) => known.has(type))) return [];
    const types = [...new Set(resources.map(({ type }) => type))];
    const listed =
      types.length > 5 ? `${types.slice(0, 5).join(', ')} and ${String(types.length - 5)} more` : types.join(', ');
    return [
      {
        ruleName: nothingJudged,
        description: `NOTHING WAS JUDGED in ${document}: no service knows any of its ${String(resources.length)} resources (${listed})`,
        fix: 'Review what you are responsible for in these resources by hand.',
        severity: 'warning',
        violatingResources: [
          {
            resourceLogicalId: first.address,
            templatePath: resolve(document),
            ...(first.constructPath !== undefined && { constructPath: first.constructPath }),
            locations: [],
          },
        ],
      },
    ];
  });
}

function metadataOf(
  { decision, summary }: Result,
  { unclassifiedTypes, notes }: ReportedInput,
): Readonly<Record<string, string>> {
  const types = unclassifiedTypes.map(({ type, count }) => `${type} (${String(count)})`);
  return {
    decision,
    resources: String(summary.resources),
    waived: String(summary.gate.waived),
    ...(types.length > 0 && { notJudged: types.join(', ') }),
    ...(notes.length > 0 && { notes: notes.join('; ') }),
  };
}

/** Nothing can be acknowledged that is fatal, and the gate cannot open. */
const internalError = (message: string, template = 'cdk.out'): Violation => ({
  ruleName: 'could-not-judge',
  description: `Demarc could not judge this app: ${message}`,
  fix: 'Repair the configuration that is named; otherwise please report this.',
  severity: 'fatal',
  violatingResources: [{ resourceLogicalId: '', templatePath: template, locations: [] }],
});

const failed = (message: string): ValidationReport => ({ success: false, violations: [internalError(message)] });
