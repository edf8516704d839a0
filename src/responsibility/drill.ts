import type { Accountability } from '../model/accountability';
import type { Area, Severity, Verdict } from '../model/finding';
import type { ResourceGraph } from '../model/graph';
import type { Resource } from '../model/resource';
import { providerOf } from './provider';
import { reachOf, referrersOf } from './reach';
import { sides } from './sides';

/** A control, as far as a drill speaks of it. */
export interface DrilledControl {
  readonly id: string;
  readonly title: string;
  readonly failure: string;
  readonly why: string;
  readonly fix: string;
  readonly area: Area;
  readonly severity: Severity;
}

/** What a drill is about: a resource, and the controls that are to be thought away, the gravest first. */
export interface Scenario {
  readonly resource: Resource;
  readonly noun: string;
  readonly graph: ResourceGraph;
  readonly controls: readonly { readonly control: DrilledControl; readonly verdict: Verdict }[];
}

const listedAtMost = 15;

/**
 * The sheet for a tabletop exercise, in Markdown: what would be exposed if a control did not hold, who is called, what is
 * followed, and where to look.
 */
export function drillSheet({ resource, noun, graph, controls }: Scenario, accountability: Accountability): string {
  const provider = providerOf(resource);
  const areas = [...new Set(controls.map(({ control }) => control.area))];
  return [
    `# Drill: ${noun} ${resource.address}`,
    '',
    `${resource.type} in ${resource.document}${resource.stack === undefined ? '' : `, stack ${resource.stack}`}`,
    '',
    '## What happened',
    '',
    ...controls.map(
      ({ control, verdict }) =>
        `- ${noun} ${resource.address} ${control.failure} (${control.id}, ${control.severity}; ${states[verdict]}). ${control.why}`,
    ),
    '',
    '## What is exposed',
    '',
    ...exposed(resource, graph),
    '',
    '## Who is called',
    '',
    ...areas.flatMap((area) => called(area, resource, provider.id, accountability)),
    `- ${provider.name}: ${sides[areas[0] ?? 'configuration'].provider}; a case with its support where its half is in doubt`,
    '',
    '## What is followed',
    '',
    ...runbooks(areas, accountability),
    '',
    '## Where to look',
    '',
    ...evidence(areas, graph),
    '',
    '## How it ends',
    '',
    ...[...new Set(controls.map(({ control }) => `- ${control.fix}`))],
    '- Run `demarc check` again: the finding is gone, and nothing else came with the repair.',
    '',
  ].join('\n');
}

const states: Readonly<Record<Verdict, string>> = {
  pass: 'today it holds: suppose it did not',
  fail: 'this is so today',
  undecided: 'today nobody can tell',
};

function exposed(resource: Resource, graph: ResourceGraph): readonly string[] {
  const reached = reachOf(resource, graph);
  const users = referrersOf(resource, graph).filter(({ mode }) => mode === 'managed');
  return [
    `- ${resource.address} itself, and what it holds`,
    ...listed(
      reached.filter(({ resource: { mode } }) => mode === 'managed'),
      ({ resource: { address, type }, through }) =>
        `- from there: ${address} (${type})${through.length === 0 ? '' : `, by way of ${through.map((one) => one.address).join(', ')}`}`,
    ),
    ...listed(users, ({ address, type }) => `- relies on it: ${address} (${type})`),
  ];
}

function listed<T>(items: readonly T[], describe: (item: T) => string): readonly string[] {
  const left = items.length - listedAtMost;
  const lines = items.slice(0, listedAtMost).map(describe);
  return left > 0 ? [...lines, `- and ${String(left)} more`] : lines;
}

function called(
  area: Area,
  resource: Resource,
  provider: string,
  { assignmentOf, rolesFor }: Accountability,
): readonly string[] {
  const { owner, verifier } = assignmentOf(resource, area, provider);
  return [
    `- ${area}: owner ${owner ?? 'NOBODY IS NAMED'}, verifier ${verifier ?? 'nobody is named'}`,
    ...rolesFor(area).map(({ name, contact }) => `- ${name}: ${contact}`),
  ].filter((line, index, all) => all.indexOf(line) === index);
}

function runbooks(areas: readonly Area[], { rolesFor }: Accountability): readonly string[] {
  const found = areas.flatMap((area) =>
    rolesFor(area).flatMap(({ name, runbook }) => (runbook === null ? [] : [`- ${name}: ${runbook}`])),
  );
  return found.length > 0 ? [...new Set(found)] : ['- no runbook is on record (`incident:` in the configuration)'];
}

/** Records that show who did what, by area, and those of them that the input itself declares. */
function evidence(areas: readonly Area[], graph: ResourceGraph): readonly string[] {
  const records = graph.resources.filter(({ mode, type }) => mode === 'managed' && isRecord(type));
  return [
    ...new Set(areas.map((area) => `- ${looks[area]}`)),
    ...listed(records, ({ address, type }) => `- declared here: ${address} (${type})`),
    ...(records.length === 0 ? ['- no log, trail or alarm is declared here: find out where they are kept'] : []),
  ];
}

const isRecord = (type: string): boolean =>
  /(?:Trail|FlowLog|LogGroup|EventDataStore|Detector|Alarm)$|cloudtrail|flow_log|log_group|_detector$|_alarm$|diagnostic_setting/u.test(
    type,
  );

const looks: Readonly<Record<Area, string>> = {
  physical: "the provider's report on its facilities",
  'network-infrastructure': "the provider's report on its network",
  host: "the provider's report on its hosts",
  'guest-os': 'the inventory of images and patches; logins and processes on the machine',
  runtime: 'the version that ran, and the advisories on it',
  'network-controls': 'flow logs and access logs: who connected, from where, since when',
  'identity-access': 'the audit trail: which principal used which permission, and what it changed',
  application: 'the logs of the application; the secrets that it held, and where they were used',
  'data-at-rest': 'who could read the disk, snapshot or object: shares, copies, exports in the audit trail',
  'in-transit': 'what was sent in plain text, between whom, and who was on the way',
  'key-management': 'use of the key in the audit trail; grants; pending deletions',
  'logging-audit': 'the last record before the gap, and what else records the same',
  'backup-recovery': 'the last copy that can be restored, and when that was tried',
  configuration: 'when the setting changed, who changed it, and who read what since',
  'client-users': 'sign-ins of the user: places, devices, second factors',
  'incident-response': 'whether the contact was reached, and how long it took',
};
