import { createHash } from 'node:crypto';
import type { ReportedFinding, ReportedInput, Result } from '../model/result';
import { clip, countWithin } from './clip';
import { sorted, type Placed } from './order';
import { documentOf, spotOf } from './place';
import { reasons } from './pretty';
import { counted, printable, printableJson } from './printable';
import type { Report, ReportOptions } from './report';
import { unclassifiedText } from './unjudged';

/**
 * The Code Quality report of GitLab: an array of entries, the worst first, without a byte order mark. Waived findings
 * and passes are no entries.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlab: Report = (result, options) => `[${entries(result, options).map(line).join(',')}\n]\n`;

/** GitLab's words, the worst first. */
type Severity = 'blocker' | 'critical' | 'major' | 'minor' | 'info';

interface Entry {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: Severity;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/**
 * What a merge request shows of a report is stored in 10 MB, or not at all.
 *
 * @see https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/models/ci/pipeline_artifact.rb (FILE_SIZE_LIMIT)
 */
const bytesAtMost = 10 * 1024 * 1024;
/** For the entries that say what could not be judged and what was left out. */
const bytesReserved = 1024 * 1024;
const textAtMost = 2000;

const line = (entry: Entry): string => `\n${printableJson(JSON.stringify(entry))}`;

function entries(result: Result, options: ReportOptions): readonly Entry[] {
  const shown = sorted(result).filter(({ finding }) => finding.verdict !== 'pass' && finding.waiver === null);
  const found = distinct(shown.map((placed) => entryOf(placed, options)));
  const unjudged = distinct(unjudgedIn(result, options));
  const heard = unjudged.slice(0, countWithin(unjudged.map(line), bytesReserved));
  const kept = shown.slice(0, countWithin(found.map(line), bytesAtMost - 2 * bytesReserved));
  const dropped = shown.slice(kept.length).map(({ finding }) => finding);
  return [
    ...heard.filter(({ severity }) => severity === 'blocker'),
    ...leftOut(dropped, unjudged.length - heard.length, options),
    ...found.slice(0, kept.length),
    ...heard.filter(({ severity }) => severity !== 'blocker'),
  ];
}

function entryOf({ finding, input }: Placed, options: ReportOptions): Entry {
  const { file, line: begin } = spotOf(finding, input);
  const identity = [finding.fingerprint, stable(documentOf(finding, input), options)];
  return entry(finding.control, severityOf(finding), descriptionOf(finding), { file, begin, identity }, options);
}

/** The gate's decision first: what blocks, and nothing else a finding says, is `critical` or worse. */
function severityOf({ gate, severity }: ReportedFinding): Severity {
  const isGrave = severity === 'critical' || severity === 'high';
  if (gate === 'block') return severity === 'critical' ? 'blocker' : 'critical';
  if (gate === 'warn') return isGrave ? 'major' : 'minor';
  return 'info';
}

function descriptionOf(finding: ReportedFinding): string {
  const { address, type } = finding.resource;
  const because = reasons(finding.witnesses, finding).join('; ');
  const sentences = [finding.message || address || type, because, finding.fix];
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => sentence.replace(/\.$/u, ''))
    .join('. ');
}

/** What could not be judged is said as loudly as what is wrong: an empty report reads as clean. */
function unjudgedIn({ inputs }: Result, options: ReportOptions): readonly Entry[] {
  const about = ({ path }: ReportedInput, name: string, severity: Severity, text: string): Entry =>
    entry(name, severity, text, { file: path, begin: 1, identity: [name, stable(path, options), text] }, options);
  const all = inputs.flatMap((input) => {
    const unclassified = unclassifiedText(input);
    return [
      ...(input.error === null
        ? []
        : [about(input, 'not-judged', 'blocker', input.error || 'this input could not be judged')]),
      ...(unclassified === undefined ? [] : [about(input, 'unclassified', 'info', unclassified)]),
      ...input.moves.map(({ message }) => about(input, 'line-moved', 'info', message)),
    ];
  });
  const nothing = 'nothing was inspected';
  return inputs.length > 0
    ? all
    : [entry('not-judged', 'blocker', nothing, { file: '.', begin: 1, identity: [nothing] }, options)];
}

function leftOut(dropped: readonly ReportedFinding[], unheard: number, options: ReportOptions): readonly Entry[] {
  const count = dropped.length + unheard;
  if (count === 0) return [];
  const blocking = dropped.filter(({ gate }) => gate === 'block').length;
  const text = `${counted(count, 'entry', 'entries')} of the lowest rank left out, ${String(blocking)} of them blocking: GitLab shows 10 MB`;
  const severity = blocking > 0 || unheard > 0 ? 'blocker' : 'info';
  return [entry('left-out', severity, text, { file: '.', begin: 1, identity: ['left-out'] }, options)];
}

function entry(
  name: string,
  severity: Severity,
  description: string,
  at: { readonly file: string; readonly begin: number; readonly identity: readonly string[] },
  { fromRoot }: ReportOptions,
): Entry {
  return {
    description: clip(printable(description), textAtMost),
    check_name: name,
    fingerprint: hash(at.identity),
    severity,
    location: { path: pathOf(at.file, fromRoot), lines: { begin: at.begin } },
  };
}

const pathOf = (file: string, fromRoot: (file: string) => string): string =>
  file === '-' ? 'stdin' : fromRoot(file).replace(/\p{Cs}/gu, '\ufffd') || '.';

/** What a document is called in the next run too: a folder outside the repository may have another name by then. */
function stable(document: string, { fromRoot }: ReportOptions): string {
  const path = pathOf(document, fromRoot);
  return /^(?:\/|[A-Za-z]:)/u.test(path) ? path.slice(path.lastIndexOf('/') + 1) : path;
}

/** GitLab keeps one entry of a fingerprint, and compares branches by it. */
function distinct(all: readonly Entry[]): readonly Entry[] {
  const seen = new Map<string, number>();
  return all.map((one) => {
    const count = (seen.get(one.fingerprint) ?? 0) + 1;
    seen.set(one.fingerprint, count);
    return count === 1 ? one : { ...one, fingerprint: hash([one.fingerprint, String(count)]) };
  });
}

const hash = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
