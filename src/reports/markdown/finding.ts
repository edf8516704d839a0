import { inputName } from '../../model/input-name';
import type { ReportedFinding, ReportedWitness } from '../../model/result';
import type { Placed } from '../order';
import { findingPlace } from '../place';
import { reasons } from '../pretty';
import type { ReportOptions } from '../report';
import { traitsOf } from '../traits';
import { code, linked, prose } from './text';

export interface Telling {
  /** The controls that a finding speaks for beside its own. */
  readonly also: readonly string[];
  /** Whether why it matters has to be said, or was said of the same control already. */
  readonly explain: boolean;
  readonly options: ReportOptions;
}

/** A finding in at most five lines of a list: what, where, because of what, why it matters, how to mend it. */
export function fullFinding(placed: Placed, { also, explain, options }: Telling): string {
  const { finding } = placed;
  const because = [...reasons(finding.witnesses, finding).map(prose), ...givenAt(finding.witnesses, options)].join(
    '; ',
  );
  const lines = [
    `- ${headline(finding, also)}`,
    `  - ${placeText(placed, options)}`,
    ...(because === '' ? [] : [`  - because: ${because}`]),
    ...(explain ? [`  - why: ${why(finding)}`] : []),
    `  - fix: ${mending(finding)}`,
  ];
  return lines.join('\n');
}

/** A finding in one line, where one of its kind was told in full. */
export const shortFinding = (placed: Placed, { also, options }: Telling): string =>
  `- ${headline(placed.finding, also)}, ${placeText(placed, options)}.${written(placed.finding)}`;

/** One line for what needs nobody to act: mended, waived or passed. */
export const asideFinding = ({ control, message }: ReportedFinding, more = ''): string =>
  `- **${code(control)}**: ${prose(message)}${more}`;

/** Until when, by whom and why a finding is waived. */
export function waiverText({ waiver }: ReportedFinding): string {
  if (!waiver) return '';
  const { until, owner, reason, ticket } = waiver;
  const terms = [
    until === null ? '' : ` until ${code(until)}`,
    owner === null ? '' : ` by ${code(owner)}`,
    ticket === null ? '' : `, ticket ${code(ticket)}`,
    reason === '' ? ', no reason given' : `, because ${prose(reason)}`,
  ];
  return `; waived${terms.join('')}`;
}

function headline(finding: ReportedFinding, also: readonly string[]): string {
  const more = also.length === 0 ? '' : ` (also ${also.map(code).join(', ')})`;
  return `**${code(finding.control)}** (${traitsOf(finding)}): ${prose(finding.message)}${more}`;
}

/** Begins with a preposition. The name of the resource is left out where the message says it. */
function placeText(placed: Placed, options: ReportOptions): string {
  const { name, document, at } = findingPlace(placed);
  const isNamed = placed.finding.message.includes(name);
  if (at === null) return `${isNamed ? '' : `of ${code(name)} `}in ${code(inputName(document))}`;
  const position = [at.file, at.line, at.column].filter((part) => part !== null).join(':');
  return `at ${linked(position, options.link?.(at.file, at.line))}${isNamed ? '' : `, ${code(name)}`}`;
}

/** The argument of a module or the default that a value comes from. */
function givenAt(witnesses: readonly ReportedWitness[], options: ReportOptions): readonly string[] {
  const [place] = witnesses.flatMap(({ givenAt: places = [] }) => places.slice(-1));
  if (!place) return [];
  return [`given at ${linked(`${place.file}:${String(place.line)}`, options.link?.(place.file, place.line))}`];
}

function why({ why: text, party, responsibility, supports }: ReportedFinding): string {
  const side = `${party === 'shared' ? 'Shared' : 'Yours'}: ${prose(responsibility)}`;
  return [prose(text), side, ...(supports.length === 0 ? [] : [`Supports ${supports.map(code).join(', ')}`])]
    .map((sentence) => (/[.!?]$/u.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
}

const mending = (finding: ReportedFinding): string => `${prose(finding.fix)}${written(finding)}`;

const written = ({ suggestion }: ReportedFinding): string => (suggestion === null ? '' : ` Write ${code(suggestion)}`);
