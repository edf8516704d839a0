import { isAbsolute } from 'node:path';
import { gzipSync } from 'node:zlib';
import type {
  Fix,
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
import { clip } from './clip';
import { holdsSecret } from './mask';
import { compareText, sorted, type Placed } from './order';
import { documentOf, hasPlace } from './place';
import { counted, printableJson } from './printable';
import type { ControlText, ProposedEdit, Report, ReportOptions } from './report';
import { unclassifiedText } from './unjudged';

/**
 * SARIF 2.1.0, within what GitHub code scanning takes:
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const sarif: Report = (result, options) => {
  const all = sorted(result).filter(({ finding }) => finding.verdict !== 'pass');
  return textWithin(result, all, Math.min(all.length, resultsAtMost), options);
};

/** GitHub refuses more results in a run, and keeps the first 5,000: what is worst has to come first. */
const resultsAtMost = 25_000;
/** GitHub takes no larger file; compressed, as it is sent. */
const compressedAtMost = 10_000_000;
/** Far below the longest text that can be made, whatever stands in the results. */
const charactersAtMost = 1 << 26;
/** Of one result; and of all together, so that many results keep their places and lose those beside them. */
const relatedAtMost = 100;
const relatedInAll = 100_000;
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

/** The worst results as a document. Half as many are tried where they are too much. */
function textWithin(result: Result, all: readonly Placed[], count: number, options: ReportOptions): string {
  const { log, kept } = logOf(result, all, count, options);
  const text = `${printableJson(JSON.stringify(log, null, 1))}\n`;
  const fits = Buffer.byteLength(text) <= compressedAtMost || gzipSync(text).length <= compressedAtMost;
  return fits || kept === 0 ? text : textWithin(result, all, Math.floor(kept / 2), options);
}

function logOf(result: Result, all: readonly Placed[], count: number, options: ReportOptions) {
  const rules = rulesOf(all.slice(0, count), options.controls);
  const index = new Map(rules.map(({ id }, i) => [id, i]));
  const related = Math.min(relatedAtMost, Math.floor(relatedInAll / Math.max(count, 1)));
  const results = resultsWithin(all.slice(0, count), (placed) =>
    resultOf(placed, index.get(placed.finding.control) ?? -1, related, options),
  );
  const log: Log = {
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
            toolExecutionNotifications: [...notifications(result, all.length - results.length, options)],
          },
        ],
        results: [...results],
        properties: { decision: result.decision },
      },
    ],
  };
  return { log, kept: results.length };
}

function resultsWithin(findings: readonly Placed[], toResult: (placed: Placed) => SarifResult): readonly SarifResult[] {
  const results: SarifResult[] = [];
  let left = charactersAtMost;
  for (const placed of findings) {
    const one = toResult(placed);
    left -= JSON.stringify(one).length;
    if (left < 0) break;
    results.push(one);
  }
  return results;
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

/** An edit that sets lines in a row again repeats them. Where a secret stands in them, it is left out: it could not be made without. */
function withoutSecret(edit: ProposedEdit | undefined, { source }: ReportOptions): ProposedEdit | undefined {
  if (!edit) return undefined;
  const { file, start, end, text } = edit;
  const repeats = start.line !== end.line || start.column !== end.column;
  const written = repeats ? (source(file) ?? '').split('\n').slice(start.line - 1, end.line) : [];
  return [...written, ...text.split('\n')].some(holdsSecret) ? undefined : edit;
}

function resultOf({ finding, input }: Placed, ruleIndex: number, limit: number, options: ReportOptions): SarifResult {
  const { control, verdict, gate, area, party, responsibility, supports } = finding;
  const { change, coveredBy, fingerprint, waiver, witnesses } = finding;
  const main = witnesses.find(hasPlace);
  const others = [...witnesses.filter((witness) => witness !== main), ...witnesses.flatMap(givenAt)];
  const related = others.slice(0, limit);
  const edit = withoutSecret(options.edit?.(finding), options);
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
    ...(edit && { fixes: [fixOf(edit, finding, options)] }),
    properties: {
      verdict,
      gate,
      area,
      party,
      responsibility: clip(responsibility, messageAtMost),
      ...(supports.length > 0 && { supports }),
      ...(change && { change }),
      ...(coveredBy !== null && { coveredBy }),
    },
  };
}

/** An empty region is the place where something is inserted (3.57.3). */
function fixOf({ file, start, end, text }: ProposedEdit, finding: ReportedFinding, { fromRoot }: ReportOptions): Fix {
  const { line: startLine, column: startColumn } = start;
  const { line: endLine, column: endColumn } = end;
  const replacement = {
    deletedRegion: { startLine, startColumn, endLine, endColumn },
    insertedContent: { text },
  };
  return {
    description: {
      text: plain(finding.suggestion === null ? finding.fix : `Write ${finding.suggestion}`, messageAtMost),
    },
    artifactChanges: [{ artifactLocation: { uri: uri(file, fromRoot) }, replacements: [replacement] }],
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

function placeOf(
  witness: ReportedWitness | undefined,
  finding: ReportedFinding,
  input: string,
  { fromRoot }: ReportOptions,
): PhysicalLocation {
  const { file = null, line = null, column = null } = witness ?? {};
  if (file === null || line === null)
    return { artifactLocation: { uri: uri(documentOf(finding, input), fromRoot) }, region: { startLine: 1 } };
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
    ...result.inputs.flatMap((input) => {
      const { path, error, notes, moves } = input;
      const unclassified = unclassifiedText(input);
      return [
        ...(error === null ? [] : [about(path, 'error', error || 'could not be judged')]),
        ...(unclassified === undefined ? [] : [about(path, 'warning', unclassified)]),
        ...moves.map((move) => about(path, 'warning', move.message)),
        ...notes.filter((note) => note !== '').map((note) => about(path, 'note', note)),
      ];
    }),
    ...(dropped > 0
      ? [
          {
            level: 'warning',
            message: {
              text: `${counted(dropped, 'result')} of the lowest rank left out: GitHub takes 25,000 in a run, and 10 MB compressed`,
            },
          } as const,
        ]
      : []),
  ];
}

/** Relative to the root of the repository and percent-encoded; a file elsewhere keeps its absolute path. */
function uri(path: string, fromRoot: (path: string) => string): string {
  if (path === '-') return 'stdin';
  const place = fromRoot(path).replace(/\p{Cs}/gu, '\ufffd');
  const segments = place.split('/').map(encodeURIComponent).join('/');
  return isAbsolute(place) ? `file://${segments}` : segments === '' ? '.' : segments;
}

/** A text for people: nothing in it may read as a placeholder (3.11.5) or as a link (3.11.6). */
const plain = (text: string, limit: number): string =>
  clip(text.replaceAll('](', '] (').replace(/\{(?=\d+\})/gu, '{ '), limit);
