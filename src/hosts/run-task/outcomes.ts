import type { Severity } from '../../model/finding';
import type { ReportedFinding, ReportedWitness, Result } from '../../model/result';
import { sorted } from '../../reports/order';
import { counted, printable } from '../../reports/printable';
import type { Outcome, Tag } from './task-result';

/** HCP Terraform advises to stay below 1 MB and takes 5 MB at most; a page with more findings is read by nobody. */
const outcomesAtMost = 100;
const bytesAtMost = 1_000_000;
const witnessesAtMost = 20;
const lineAtMost = 300;

/**
 * The findings of a result as outcomes, the worst first; what has no room is counted in the last one.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run-tasks/run-tasks-integration#outcomes-payload-body
 */
export function outcomesOf(result: Result): readonly Outcome[] {
  const findings = sorted(result)
    .map(({ finding }) => finding)
    .filter(({ verdict, coveredBy }) => verdict !== 'pass' && coveredBy === null);
  const outcomes: Outcome[] = [];
  let bytes = 0;
  for (const finding of findings.slice(0, outcomesAtMost)) {
    const outcome = outcomeOf(finding);
    bytes += Buffer.byteLength(JSON.stringify(outcome));
    if (bytes > bytesAtMost) break;
    outcomes.push(outcome);
  }
  const left = findings.length - outcomes.length;
  return left > 0 ? [...outcomes, remainder(left)] : outcomes;
}

function outcomeOf(finding: ReportedFinding): Outcome {
  const { control, fingerprint, message } = finding;
  return {
    type: 'task-result-outcomes',
    attributes: {
      'outcome-id': `${control}-${fingerprint}`,
      description: line(message),
      tags: tagsOf(finding),
      body: bodyOf(finding),
    },
  };
}

const remainder = (left: number): Outcome => ({
  type: 'task-result-outcomes',
  attributes: {
    'outcome-id': 'more-findings',
    description: `and ${counted(left, 'more finding')}`,
    tags: {},
    body: 'There is no room for all findings here. `demarc check plan.json` lists them.',
  },
});

const gateTags: Readonly<Record<ReportedFinding['gate'], Tag>> = {
  block: { label: 'Blocks', level: 'error' },
  warn: { label: 'Warning', level: 'warning' },
  note: { label: 'Note', level: 'info' },
};

const severityLevels: Readonly<Record<Severity, Tag['level']>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'info',
};

/** HCP Terraform shows the tags `Status` and `Severity` in the list of outcomes. */
function tagsOf({
  gate,
  verdict,
  severity,
  area,
  party,
  change,
  waiver,
}: ReportedFinding): Outcome['attributes']['tags'] {
  const plain = (label: string): readonly Tag[] => [{ label, level: 'none' }];
  return {
    Status: [
      gateTags[gate],
      ...(verdict === 'undecided' ? [{ label: 'Undecided', level: 'none' } as const] : []),
      ...(waiver ? [{ label: 'Waived', level: 'none' } as const] : []),
    ],
    Severity: [{ label: capital(severity), level: severityLevels[severity] }],
    Area: plain(area),
    Responsible: plain(party),
    ...(change && { Change: plain(change) }),
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function bodyOf({ resource, message, why, fix, suggestion, witnesses, waiver }: ReportedFinding): string {
  const left = witnesses.length - witnessesAtMost;
  return [
    `**${prose(message)}**`,
    `${code(resource.address)} (${code(resource.type)})`,
    [
      ...witnesses.slice(0, witnessesAtMost).map((witness) => `- ${witnessText(witness)}`),
      ...(left > 0 ? [`- and ${String(left)} more`] : []),
    ].join('\n'),
    `**Why it matters**: ${prose(why)}`,
    `**What to do**: ${prose(fix)}`,
    ...(suggestion === null ? [] : [`Write ${code(suggestion)}`]),
    ...(waiver
      ? [`**Waived**${waiver.until === null ? '' : ` until ${prose(waiver.until)}`}: ${prose(waiver.reason)}`]
      : []),
  ].join('\n\n');
}

function witnessText({ address, path, note }: ReportedWitness): string {
  const place = path.length === 0 ? address : `${address}: ${path.join('.')}`;
  return `${code(place)}: ${prose(note)}`;
}

/** What stands in a plan may hold anything: no line end, no escape, and no more than fits. */
export function line(text: string): string {
  const shown = printable(text);
  return shown.length > lineAtMost ? `${shown.slice(0, lineAtMost)}…` : shown;
}

/**
 * Text that Markdown takes for nothing else: any ASCII punctuation may stand behind a backslash.
 *
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
const prose = (text: string): string => line(text).replace(/[!-/:-@[-`{-~]/gu, '\\$&');

/** A code span, whose fence is longer than any in the text. */
function code(text: string): string {
  const shown = line(text);
  const fence = '`'.repeat(Math.max(0, ...[...shown.matchAll(/`+/gu)].map(([ticks]) => ticks.length)) + 1);
  return `${fence} ${shown} ${fence}`;
}
