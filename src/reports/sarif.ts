import { isAbsolute } from 'node:path';
import type {
  Location,
  Log,
  Notification,
  PhysicalLocation,
  ReportingDescriptor,
  Result as SarifResult,
  Suppression,
} from 'sarif';
import type { Severity } from '../model/finding';
import type { ReportedFinding, ReportedWaiver, ReportedWitness, Result } from '../model/result';
import { compareText, sorted, type Placed } from './order';
import { counted, printableJson } from './printable';
import type { ControlText, Report, ReportOptions } from './report';

/**
 * SARIF 2.1.0, within what GitHub code scanning takes:
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const sarif: Report = (result, options) => `${printableJson(JSON.stringify(log(result, options), null, 1))}\n`;

/** GitHub refuses more results in a run, and keeps the first 5,000: what is worst has to come first. */
const resultsAtMost = 25_000;
const relatedAtMost = 100;
const ruleTextAtMost = 1024;
const messageAtMost = 2000;
const nameAtMost = 1000;

const levels = { block: 'error', warn: 'warning', note: 'note' } as const;

/** GitHub's bands: critical above 9.0, high from 7.0, medium from 4.0. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
};
const defaultLevels = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;

function log(result: Result, options: ReportOptions): Log {
  const all = sorted(result).filter(({ finding }) => finding.verdict !== 'pass');
  const kept = all.slice(0, resultsAtMost);
  const rules = rulesOf(kept, options.controls);
  const index = new Map(rules.map(({ id }, i) => [id, i]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Demarc', semanticVersion: result.tool.version, rules: [...rules] } },
        automationDetails: { id: 'demarc/' },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: result.decision !== 'incomplete',
            toolExecutionNotifications: [...notifications(result, all.length - kept.length, options)],
          },
        ],
        results: kept.map((placed) => resultOf(placed, index.get(placed.finding.control) ?? -1, options)),
        properties: { decision: result.decision },
      },
    ],
  };
}

function rulesOf(findings: readonly Placed[], controls: readonly ControlText[]): readonly ReportingDescriptor[] {
  const texts = new Map(controls.map((control) => [control.id, control]));
  const used = new Map<string, ControlText>();
  for (const { finding } of findings)
    if (!used.has(finding.control)) {
      const { control: id, why, fix, severity, area } = finding;
      used.set(id, texts.get(id) ?? { id, title: id, why, fix, severity, area });
    }
  return [...used.values()].sort((one, other) => compareText(one.id, other.id)).map(rule);
}

function rule({ id, title, why, fix, severity, area }: ControlText): ReportingDescriptor {
  const text = (...parts: readonly string[]) =>
    plain(parts.filter((part) => part !== '').join(' ') || id, ruleTextAtMost);
  return {
    id,
    shortDescription: { text: text(title) },
    fullDescription: { text: text(why) },
    help: {
      text: text(why, fix),
      markdown: clip(
        `**${title}**\n\n${why}\n\n**Fix:** ${fix}\n\n\`demarc explain ${id}\` says more.`,
        ruleTextAtMost,
      ),
    },
    defaultConfiguration: { level: defaultLevels[severity] },
    properties: { tags: ['security', area], precision: 'high', 'security-severity': securitySeverity[severity] },
  };
}

function resultOf({ finding, input }: Placed, ruleIndex: number, options: ReportOptions): SarifResult {
  const { control, verdict, gate, area, party, responsibility, supports } = finding;
  const { change, coveredBy, fingerprint, waiver, witnesses } = finding;
  const main = witnesses.find(hasPlace);
  const related = [...witnesses.filter((witness) => witness !== main), ...witnesses.flatMap(givenAt)].slice(
    0,
    relatedAtMost,
  );
  return {
    ruleId: control,
    ruleIndex,
    // A result that is no failure has the level `none` (SARIF 2.1.0, 3.27.10). GitHub shows it all the same.
    ...(verdict === 'fail' ? { kind: 'fail', level: levels[gate] } : { kind: 'review', level: 'none' }),
    message: { text: message(finding) },
    locations: [
      { physicalLocation: placeOf(main, finding, input, options), logicalLocations: [logicalLocation(finding)] },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((witness, i) => relatedLocation(witness, i + 1, finding, input, options)),
    }),
    // GitHub tells alerts apart by the first alone, else by the text of the line: a whole plan has but one.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'demarc/v1': fingerprint },
    ...(waiver && { suppressions: [suppression(waiver)] }),
    properties: {
      verdict,
      gate,
      area,
      party,
      responsibility,
      ...(supports.length > 0 && { supports }),
      ...(change && { change }),
      ...(coveredBy !== null && { coveredBy }),
    },
  };
}

/** What is wrong, and why it is thought so. */
function message({ message: text, witnesses, resource }: ReportedFinding): string {
  const notes = [...new Set(witnesses.map(({ note }) => note))]
    .filter((note) => note !== '' && !text.endsWith(note))
    .slice(0, 3);
  const sentence = text === '' ? resource.address || resource.type : text;
  const full = notes.length === 0 ? sentence : `${sentence.replace(/\.$/u, '')}. ${notes.join('; ')}`;
  return plain(full, messageAtMost);
}

/** What gave a value is a place of its own: the argument of a module's caller, a default. */
const givenAt = (witness: ReportedWitness): readonly ReportedWitness[] =>
  (witness.givenAt ?? []).map((place) => ({ ...witness, ...place, note: 'the value comes from here' }));

const hasPlace = ({ file, line }: ReportedWitness): boolean => file !== null && line !== null;

function placeOf(
  witness: ReportedWitness | undefined,
  { resource }: ReportedFinding,
  input: string,
  { fromRoot }: ReportOptions,
): PhysicalLocation {
  const { file = null, line = null, column = null } = witness ?? {};
  if (file === null || line === null) {
    // The second plan of a stream is called `plan.json#2`.
    const isPart = resource.document === '' || resource.document.startsWith(`${input}#`);
    return { artifactLocation: { uri: uri(isPart ? input : resource.document, fromRoot) }, region: { startLine: 1 } };
  }
  return {
    artifactLocation: { uri: uri(file, fromRoot) },
    region: { startLine: line, ...(column !== null && { startColumn: column }) },
  };
}

function relatedLocation(
  witness: ReportedWitness,
  id: number,
  finding: ReportedFinding,
  input: string,
  options: ReportOptions,
): Location {
  const path = witness.path.join('.');
  const text = [[witness.address, path].filter((part) => part !== '').join(' '), witness.note].filter(
    (part) => part !== '',
  );
  return {
    id,
    physicalLocation: placeOf(witness, finding, input, options),
    message: { text: plain(text.join(': ') || finding.control, messageAtMost) },
  };
}

function logicalLocation({ resource: { address, constructPath, type } }: ReportedFinding) {
  const name = clip(address === '' ? type : address, nameAtMost);
  return {
    name,
    fullyQualifiedName: constructPath === null ? name : clip(constructPath, nameAtMost),
    kind: 'resource',
  };
}

function suppression({ reason, source }: ReportedWaiver): Suppression {
  return {
    kind: source === 'config' ? 'external' : 'inSource',
    status: 'accepted',
    justification: plain(reason, messageAtMost) || 'no reason given',
  };
}

/** Inputs that could not be judged, and what was left out: a document that is silent about them reads as clean. */
function notifications(result: Result, dropped: number, { fromRoot }: ReportOptions): readonly Notification[] {
  const about = (path: string, level: Notification['level'], text: string): Notification => ({
    level,
    message: { text: plain(text, messageAtMost) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uri(path, fromRoot) } } }],
  });
  return [
    ...result.inputs.flatMap(({ path, error, notes, moves, unclassified, unclassifiedTypes }) => [
      ...(error === null ? [] : [about(path, 'error', error || 'could not be judged')]),
      ...(unclassified.length === 0
        ? []
        : [
            about(
              path,
              'warning',
              unclassifiedText(
                unclassified.length,
                unclassifiedTypes.map(({ type }) => type),
              ),
            ),
          ]),
      ...moves.map((move) => about(path, 'warning', move.message)),
      ...notes.filter((note) => note !== '').map((note) => about(path, 'note', note)),
    ]),
    ...(dropped > 0
      ? [
          {
            level: 'warning',
            message: { text: `${counted(dropped, 'result')} of the lowest rank left out: a run holds 25,000` },
          } as const,
        ]
      : []),
  ];
}

const unclassifiedText = (count: number, types: readonly string[]): string =>
  `${counted(count, 'resource')} of types that no service knows, not judged: ${types.join(', ')}`;

/** Relative to the root of the repository and percent-encoded; a file elsewhere keeps its absolute path. */
function uri(path: string, fromRoot: (path: string) => string): string {
  if (path === '-') return 'stdin';
  const place = fromRoot(path).replace(/\p{Cs}/gu, '\ufffd');
  const segments = place.split('/').map(encodeURIComponent).join('/');
  return isAbsolute(place) ? `file://${segments}` : segments === '' ? '.' : segments;
}

/** A text for people: what stands in brackets in it must not read as a link (3.11.6). */
const plain = (text: string, limit: number): string => clip(text.replaceAll('](', '] ('), limit);

/** Cuts a text at a limit, never through a character. Halves of characters are not UTF-8, and parsers refuse them. */
function clip(text: string, limit: number): string {
  const cut = text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
  return cut.replace(/\p{Cs}/gu, '\ufffd');
}
