import { inputName } from '../../model/input-name';
import type { ReportedFinding, Result } from '../../model/result';
import { fold } from '../fold';
import { openFindings } from '../order';
import { counted } from '../printable';
import { placedError, unclassifiedTypes } from '../unjudged';
import { code, prose } from './text';

/**
 * What is said of a result beside its findings. All of it is bounded: only findings may be left out for want of room, and
 * what could not be judged is never among what is left out.
 */

const errorsAtMost = 10;
const movesAtMost = 10;
const notesAtMost = 5;
const typesAtMost = 20;

/** Inputs that could not be judged, and inputs of which nothing could: said first, and loudly. */
export function alarms({ inputs, summary: { resources, unclassified } }: Result): readonly string[] {
  const failed = inputs.flatMap(({ path, error }) => (error === null ? [] : [placedError(path, error)]));
  const lines = failed.map(({ place, text }) => `- ${code(place)}: ${prose(text)}`);
  return [
    ...(failed.length > 0
      ? alert('CAUTION', [
          `**${counted(failed.length, 'input')} could not be judged, or not wholly.** What is said below does not speak for that.`,
          '',
          ...shortened(lines, errorsAtMost, 'more inputs'),
        ])
      : []),
    ...(resources > 0 && resources === unclassified
      ? alert('CAUTION', ['**Nothing was judged**: no service knows any resource of this input.'])
      : []),
  ];
}

const alert = (kind: string, lines: readonly string[]): readonly string[] => [
  `> [!${kind}]`,
  ...lines.map((line) => `> ${line}`.trimEnd()),
  '',
];

/** How many findings of what weight, and what the change did to them. */
export function counts(result: Result): readonly string[] {
  const open = openFindings(result);
  const findings = open.map(({ finding }) => finding);
  const changes = findings.some(({ change }) => change !== null)
    ? (['introduced', 'worsened', 'existing'] as const)
    : [];
  const row = (title: string, own: readonly ReportedFinding[]) => [
    title,
    String(own.length),
    ...changes.map((change) => String(own.filter((finding) => finding.change === change).length)),
    String(own.filter(({ verdict }) => verdict === 'undecided').length),
  ];
  const of = (gate: ReportedFinding['gate']) => findings.filter((finding) => finding.gate === gate);
  const head = ['', 'findings', ...changes, 'undecided'];
  return [
    head,
    head.map((_, i) => (i === 0 ? ':---' : '---:')),
    row('blocks', of('block')),
    row('warns', of('warn')),
    row('notes', of('note')),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .concat('', totals(result, open.length - fold(open).spoken.length), '');
}

function totals({ inputs, summary: { resources, unclassified, verdict, gate } }: Result, covered: number): string {
  const fixed = inputs.reduce((sum, input) => sum + input.fixed.length, 0);
  const parts = [
    counted(resources, 'resource'),
    `${String(unclassified)} unclassified`,
    `${String(gate.waived)} waived`,
    ...(fixed > 0 ? [`${String(fixed)} fixed`] : []),
  ];
  const undecided = verdict.undecided > 0 ? ' _Undecided_ is no pass, and no fault: the input does not settle it.' : '';
  const also = covered > 0 ? ` Behind _also_ ${counted(covered, 'finding')} more, covered by a more specific one.` : '';
  return `${parts.join(', ')}.${undecided}${also}`;
}

/** The types that no service knows: never hidden. */
export function unclassified({ inputs, summary }: Result): readonly string[] {
  if (summary.unclassified === 0) return [];
  const names = unclassifiedTypes(inputs).map(([type, count]) =>
    count === 1 ? code(type) : `${code(type)} (${String(count)})`,
  );
  const left = names.length - typesAtMost;
  const shown = left > 1 ? [...names.slice(0, typesAtMost), `and ${String(left)} more types`] : names;
  const subject = `${counted(summary.unclassified, 'resource')} of types that no service knows`;
  return [`**Not judged**: ${subject}: ${shown.join(', ')}.`, ''];
}

/** What the change moves across the line, whatever the verdicts. */
export function moves({ inputs }: Result): readonly string[] {
  const lines = inputs.flatMap((input) => input.moves).map(({ area, message }) => `- ${code(area)}: ${prose(message)}`);
  return lines.length === 0
    ? []
    : ['### Moves across the line', '', ...shortened(lines, movesAtMost, 'more areas'), ''];
}

/** What the readers had to assume. */
export function notes({ inputs }: Result): readonly string[] {
  const lines = inputs.flatMap(({ path, notes: own }) =>
    own.map((note) => `- ${code(inputName(path))}: ${prose(note)}`),
  );
  return lines.length === 0 ? [] : ['### Remarks', '', ...shortened(lines, notesAtMost, 'more remarks'), ''];
}

function shortened(lines: readonly string[], limit: number, rest: string): readonly string[] {
  const left = lines.length - limit;
  return left > 1 ? [...lines.slice(0, limit), `- and ${String(left)} ${rest}: \`--format json\` has them`] : lines;
}
