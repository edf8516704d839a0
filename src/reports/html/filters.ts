import { choice, filterForm, type Choice } from '../../html/filters';
import { markup, type Markup } from '../../html/markup';
import { areas, severities } from '../../model/finding';
import { counted } from '../printable';
import type { Entry } from './entries';
import type { Subjects } from './subjects';
import { areaWord, capital, changeWords, shown, standings, standingWords } from './words';

/** Each offers what occurs; where there is no before and after, there is no change to filter by. */
export function filters(entries: readonly Entry[], subjects: Subjects): Markup {
  const occurs = (holds: (entry: Entry) => boolean): boolean => entries.some(holds);
  const count = counted(entries.length, 'finding');
  const choices = [
    choice('severity', 'Severity', chosen([...severities].reverse(), capital, (one) => occurs(({ finding }) => finding.severity === one))), // prettier-ignore
    choice(
      'area',
      'Area',
      chosen(areas, areaWord, (one) => occurs(({ finding }) => finding.area === one)),
    ),
    choice('standing', 'Gate', chosen(standings, (one) => standingWords[one], (one) => occurs(({ standing }) => standing === one))), // prettier-ignore
    ...(occurs(({ change }) => change !== null) ? [choice('change', 'Change', changeChoices(occurs))] : []),
    choice('verdict', 'Verdict', chosen(['fail', 'undecided', 'pass'] as const, (one) => verdictWords[one], (one) => occurs(({ finding }) => finding.verdict === one))), // prettier-ignore
    ...(subjects.places.length > 1 ? [choice('place', 'Where', placeChoices(subjects))] : []),
  ];
  return markup`${filterForm('Filter the findings', 'Resource, type, text …', choices)}
<p id="chosen" hidden>Only <b></b> <button type="button">Show all resources</button></p>
<p id="count" role="status" data-all="${count}">${count}</p>`;
}

const verdictWords = { fail: 'Fails', undecided: 'Undecided', pass: 'Passes' } as const;

const chosen = <T extends string>(
  values: readonly T[],
  wordOf: (value: T) => string,
  occurs: (value: T) => boolean,
): readonly Choice[] => values.filter(occurs).map((value) => [value, wordOf(value)]);

const changeChoices = (occurs: (holds: (entry: Entry) => boolean) => boolean): readonly Choice[] =>
  chosen(
    ['introduced', 'worsened', 'existing', 'fixed'] as const,
    (one) => changeWords[one],
    (one) => occurs(({ change }) => change === one),
  );

const placeChoices = ({ places }: Subjects): readonly Choice[] =>
  places.map(({ name }, position): Choice => [String(position), shown(name, 100)]).toSorted(byLabel);

const byLabel = ([, one]: Choice, [, other]: Choice): number => (one < other ? -1 : one > other ? 1 : 0);
