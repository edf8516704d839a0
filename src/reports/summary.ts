import { severities } from '../model/finding';
import { inputName } from '../model/input-name';
import type { ReportedFinding, Result } from '../model/result';
import { compareText, gates } from './order';
import { gateStyle, type Paint } from './paint';
import { counted, printable, wrap } from './printable';
import type { ReportOptions } from './report';
import { placedError, unclassifiedTypes } from './unjudged';

/** Controls that have rows of their own; the rest is counted in one line. */
const rowsAtMost = 12;
const waiversAtMost = 5;
const notesAtMost = 5;
const movesAtMost = 10;
const typesAtMost = 20;

/**
 * About twenty lines: the decision, counts by control (the worst first), and all that was not judged.
 *
 * The word that a policy runner takes for a refusal (`fail`) never stands in it: an open gate must read as one.
 */
export function summary(result: Result, options: ReportOptions, paint: Paint): readonly string[] {
  const verdict = verdictLine(result, paint);
  const problems = result.inputs.flatMap(({ path, error }) => (error === null ? [] : inputError(path, error, paint)));
  if (options.quiet) return [...problems, verdict];
  const table = controlTable(result, paint);
  const asides = [
    ...unjudged(result, options.width, paint),
    ...waived(result, options.width, paint),
    ...fixed(result, paint),
    ...moved(result, options.width, paint),
  ];
  const notes = inputNotes(result, options.width, paint);
  const parts = [table, [...asides, ...problems, ...notes], [verdict]];
  return parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : ['', ...part]));
}

export const decisionWords = {
  open: 'gate open',
  blocked: 'gate blocked',
  incomplete: 'could not judge everything',
} as const;

const verdictStyles = { open: 'good', blocked: 'error', incomplete: 'error' } as const;

const verdictLine = (result: Result, paint: Paint): string => {
  const head = `demarc: ${decisionWords[result.decision]}`;
  return `${paint(verdictStyles[result.decision], head)}${verdictText(result).slice(head.length)}`;
};

/** The decision and all counts in one line. */
export function verdictText({ decision, summary: { resources, unclassified, verdict, gate } }: Result): string {
  const counts = [
    `${String(gate.block)} blocking`,
    counted(gate.warn, 'warning'),
    counted(gate.note, 'note'),
    `${String(gate.waived)} waived`,
  ];
  const judged = [
    counted(resources, 'resource'),
    `${String(verdict.undecided)} undecided`,
    `${String(unclassified)} unclassified`,
  ];
  return `demarc: ${decisionWords[decision]}: ${counts.join(', ')} (${judged.join(', ')})`;
}

interface Row {
  readonly control: string;
  readonly severity: ReportedFinding['severity'];
  readonly count: { block: number; warn: number; note: number; undecided: number };
}

function controlTable({ inputs }: Result, paint: Paint): readonly string[] {
  const rows = new Map<string, Row>();
  for (const { control, severity, verdict, gate, waiver } of inputs.flatMap(({ findings }) => findings)) {
    if (verdict === 'pass' || waiver) continue;
    const row = rows.get(control) ?? { control, severity, count: { block: 0, warn: 0, note: 0, undecided: 0 } };
    rows.set(control, row);
    row.count[gate]++;
    if (verdict === 'undecided') row.count.undecided++;
  }
  if (rows.size === 0) return [];
  const ordered = [...rows.values()].sort(worstRowFirst);
  const shown = ordered.length > rowsAtMost + 1 ? ordered.slice(0, rowsAtMost) : ordered;
  const width = Math.max(...shown.map(({ control }) => printable(control).length));
  const left = ordered.length - shown.length;
  return [
    paint('strong', `${'severity'.padEnd(9)} ${'control'.padEnd(width)}  block   warn   note  of these undecided`),
    ...shown.map((row) => tableRow(row, width, paint)),
    ...(left > 0 ? [`and ${counted(left, 'more control')}`] : []),
  ];
}

function worstRowFirst(one: Row, other: Row): number {
  for (const gate of gates) {
    const difference = Number(other.count[gate] > 0) - Number(one.count[gate] > 0);
    if (difference !== 0) return difference;
  }
  return (
    severities.indexOf(other.severity) - severities.indexOf(one.severity) || compareText(one.control, other.control)
  );
}

function tableRow({ control, severity, count }: Row, width: number, paint: Paint): string {
  const cells = gates.map((gate) => {
    const cell = (count[gate] === 0 ? '-' : String(count[gate])).padStart(5);
    return count[gate] === 0 ? cell : paint(gateStyle[gate], cell);
  });
  const undecided = count.undecided === 0 ? '' : String(count.undecided).padStart(6);
  return `${severity.padEnd(9)} ${printable(control).padEnd(width)}  ${[...cells, undecided].join('  ')}`.trimEnd();
}

/** What was not judged, and why: never hidden. */
function unjudged({ inputs, summary: { resources, unclassified, verdict } }: Result, width: number, paint: Paint) {
  const list = unclassifiedTypes(inputs).map(([type, count]) => (count === 1 ? type : `${type} (${String(count)})`));
  const left = list.length - typesAtMost;
  const named = left > 1 ? [...list.slice(0, typesAtMost), `and ${String(left)} more types`] : list;
  const warning = (text: string) => paint('warning', text);
  return [
    ...(verdict.undecided > 0
      ? aside(
          'undecided',
          `${counted(verdict.undecided, 'finding')} that the input does not settle; no pass, and no fault`,
          width,
          warning,
        )
      : []),
    ...(unclassified > 0
      ? aside(
          'unclassified',
          `${counted(unclassified, 'resource')} of types that no service knows, not judged: ${named.join(', ')}`,
          width,
          warning,
        )
      : []),
    ...(resources > 0 && resources === unclassified
      ? aside('attention', 'NOTHING WAS JUDGED: no service knows any resource of this input', width, warning)
      : []),
  ];
}

function waived({ inputs }: Result, width: number, paint: Paint): readonly string[] {
  const all = inputs.flatMap(({ findings }) => findings.filter(({ waiver }) => waiver));
  const left = all.length - waiversAtMost;
  const lines = all.slice(0, waiversAtMost).flatMap(({ control, resource, waiver }) => {
    const terms = [
      waiver?.until ? ` until ${waiver.until}` : '',
      waiver?.owner ? ` by ${waiver.owner}` : '',
      waiver?.reason ? ` because ${waiver.reason}` : '',
    ];
    return aside('waived', `${control} of ${resource.address}${terms.join('')}`, width, (text) => paint('note', text));
  });
  return left > 0
    ? [...lines, ...aside('waived', `and ${String(left)} more`, width, (text) => paint('note', text))]
    : lines;
}

function fixed({ inputs }: Result, paint: Paint): readonly string[] {
  const count = inputs.reduce((sum, { fixed: gone }) => sum + gone.length, 0);
  return count === 0
    ? []
    : aside('fixed', `${counted(count, 'finding')} by this change`, 100, (text) => paint('good', text));
}

/** What a change moves across the line is said whatever the verdicts. */
function moved({ inputs }: Result, width: number, paint: Paint): readonly string[] {
  const moves = inputs.flatMap((input) => input.moves);
  const left = moves.length - movesAtMost;
  const texts = moves.slice(0, left > 1 ? movesAtMost : moves.length).map(({ message }) => message);
  return [...texts, ...(left > 1 ? [`and ${String(left)} more areas`] : [])].flatMap((text) =>
    aside('line', text, width, (label) => paint('warning', label)),
  );
}

function inputNotes({ inputs }: Result, width: number, paint: Paint): readonly string[] {
  const notes = inputs.flatMap(({ path, notes: own }) =>
    own.map((note) => (inputs.length > 1 ? `${inputName(path)}: ${note}` : note)),
  );
  const left = notes.length - notesAtMost;
  const shown = left > 1 ? [...notes.slice(0, notesAtMost), `and ${String(left)} more notes`] : notes;
  return shown.flatMap((note) => aside('note', note, width, (text) => paint('note', text)));
}

/** Errors hold commands to copy, and are not wrapped. */
function inputError(path: string, error: string, paint: Paint): readonly string[] {
  const { place, text } = placedError(path, error);
  return aside(place, text, Infinity, (shown) => paint('error', shown));
}

/** `label: text`, wrapped below itself. */
function aside(label: string, text: string, width: number, paint: (text: string) => string): readonly string[] {
  const start = printable(label);
  const [first = '', ...rest] = wrap(printable(text), Math.max(width - start.length - 2, 40));
  return [`${paint(start)}: ${first}`, ...rest.map((line) => `  ${line}`)];
}
