import type { GateLevel } from '../controls/control';
import type { Area, Finding, Party } from '../model/finding';
import type { ResourceGraph } from '../model/graph';
import type { Resource } from '../model/resource';
import type { Change, ReportedFinding, ReportedWaiver, ReportedWitness } from '../model/result';
import type { Witness } from '../model/truth';
import type { Path } from '../model/value';
import { fingerprintOf, waiverFingerprint } from './fingerprint';
import { compareText, compareWitnesses } from './order';
import type { ControlMetadata } from './own-controls';
import type { Waiver } from './waivers';
import { distinctWitnesses } from './witnesses';

/** What the gate made of a finding. */
export interface Weight {
  readonly gate: Exclude<GateLevel, 'off'>;
  readonly change: Change | null;
  readonly waiver: Waiver | null;
  readonly coveredBy: string | null;
  readonly party: Party;
  readonly responsibility: string;
  readonly supports: readonly string[];
  readonly suggestion: string | null;
}

/** An area that nobody answers for, and the resources that have it. */
export interface Unowned {
  readonly area: Area;
  readonly resources: readonly Resource[];
}

/** A finding as reports show it. `graph` is the one it was judged on. */
export function reportFinding(
  finding: Finding,
  control: ControlMetadata,
  graph: ResourceGraph,
  weight: Weight,
): ReportedFinding {
  const { subject } = finding;
  const witnesses = distinctWitnesses(finding.witnesses)
    .map((witness) => reportWitness(witness, finding, graph))
    .toSorted(compareWitnesses(subject.address));
  return {
    ...about(control),
    verdict: finding.verdict,
    gate: weight.gate,
    party: weight.party,
    responsibility: weight.responsibility,
    supports: weight.supports,
    suggestion: finding.verdict === 'fail' ? weight.suggestion : null,
    message: messageOf(finding, control, witnesses),
    fingerprint: fingerprintOf(control.id, subject),
    resource: {
      address: subject.address,
      type: subject.type,
      service: finding.service,
      constructPath: subject.constructPath ?? null,
      stack: subject.stack ?? null,
      document: subject.document,
    },
    related: [...new Set(finding.related.map(({ address }) => address))].toSorted(compareText),
    change: weight.change,
    witnesses,
    waiver: weight.waiver && reportWaiver(weight.waiver),
    coveredBy: weight.coveredBy,
  };
}

/** A finding that a change repairs, as it was. */
export function reportFixed(
  finding: Finding,
  control: ControlMetadata,
  before: ResourceGraph,
  side: Pick<Weight, 'party' | 'responsibility' | 'supports' | 'suggestion'>,
): ReportedFinding {
  const weight: Weight = { gate: 'note', change: null, waiver: null, coveredBy: null, ...side };
  return {
    ...reportFinding(finding, control, before, weight),
    suggestion: null,
    message: `${finding.noun} ${finding.subject.address} no longer fails: ${control.title}`,
  };
}

/** A finding of the tool's own on a waiver; `fault` completes the sentence "Waiver of … for …". */
export function reportWaiverFinding(
  waiver: Waiver,
  own: ControlMetadata,
  gate: Exclude<GateLevel, 'off'>,
  fault: string,
): ReportedFinding {
  const { control, resource, file, line, column } = waiver;
  return {
    ...about(own),
    verdict: 'fail',
    gate,
    party: 'customer',
    responsibility: 'an exception is yours, and so is its end',
    supports: [],
    suggestion: null,
    message: `Waiver of ${control} for ${resource} ${fault}`,
    fingerprint: waiverFingerprint(own.id, control, resource),
    resource: {
      address: resource,
      type: 'waiver',
      service: 'demarc',
      constructPath: null,
      stack: null,
      document: file ?? 'configuration',
    },
    related: [],
    change: null,
    witnesses: [{ address: resource, path: [], note: fault, file, line, column }],
    waiver: null,
    coveredBy: null,
  };
}

/** A finding of the tool's own on an area that nobody answers for. */
export function reportUnowned(
  { area, resources }: Unowned,
  own: ControlMetadata,
  gate: Exclude<GateLevel, 'off'>,
  document: string,
): ReportedFinding {
  const [first] = resources;
  const more = resources.length - 1;
  const where = first ? ` (${first.address}${more > 0 ? ` and ${String(more)} more` : ''})` : '';
  return {
    ...about(own),
    area,
    verdict: 'fail',
    gate,
    party: 'customer',
    responsibility: 'what lies on your side of the line has somebody who answers for it',
    supports: [],
    suggestion: null,
    message: `The area ${area} ${own.failure}${where}`,
    fingerprint: waiverFingerprint(own.id, area, document),
    resource: { address: area, type: 'area', service: 'demarc', constructPath: null, stack: null, document },
    related: resources.slice(0, relatedAtMost).map(({ address }) => address),
    change: null,
    witnesses: [
      { address: area, path: [], note: 'no entry of `owners` matches', file: null, line: null, column: null },
    ],
    waiver: null,
    coveredBy: null,
  };
}

const relatedAtMost = 20;

const about = ({ id, severity, area, why, fix }: ControlMetadata) => ({ control: id, severity, area, why, fix });

const originsAtMost = 5;

function reportWitness({ at, note }: Witness, { subject }: Finding, graph: ResourceGraph): ReportedWitness {
  const resource = graph.byIdentity(at.id) ?? subject;
  const place = resource.locate?.(at.path) ?? resource.locate?.([]);
  const origins = (resource.origins?.(at.path) ?? []).slice(0, originsAtMost);
  return {
    address: resource.address,
    path: at.path,
    note: isSensitive(resource, at.path) ? 'a sensitive value, which is not shown' : note,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    ...(origins.length > 0 && { givenAt: origins }),
  };
}

/** Notes quote what they speak of: what stands under a sensitive path may not be quoted. */
const isSensitive = ({ properties }: Resource, path: Path): boolean =>
  path.length > 0 && properties.get(...path).sensitive;

function messageOf(
  { verdict, noun, subject }: Finding,
  control: ControlMetadata,
  witnesses: readonly ReportedWitness[],
): string {
  const name = `${noun} ${subject.address}`;
  if (verdict === 'fail') return `${name} ${control.failure}`;
  if (verdict === 'pass') return `${name} passes: ${control.title}`;
  return `${name} cannot be decided: ${witnesses[0]?.note ?? control.title}`;
}

const reportWaiver = ({ reason, owner, until, ticket, source }: Waiver): ReportedWaiver => ({
  reason: reason ?? '',
  owner,
  until,
  ticket,
  source,
});
