import { choice, filterForm, type Choice } from '../../../html/filters';
import { markup, type Markup } from '../../../html/markup';
import { areas } from '../../../model/finding';
import type { MatrixRow } from '../../matrix';
import type { Matrix } from '../format';
import { isOverdue, outcomeOf, outcomes } from '../overview';
import { ownerKey } from './tables';
import { areaWord, counted, outcomeWords, partyWords } from './words';

/** Each offers what occurs. */
export function filters(matrix: Matrix): Markup {
  const { rows } = matrix;
  const choices = [
    choice('party', 'Who answers', parties(rows)),
    choice('area', 'Area', areaChoices(rows)),
    choice('owner', 'Owner', owners(rows)),
    choice('outcome', 'Verified', outcomeChoices(rows)),
    rows.some((row) => isOverdue(row, matrix)) ? overdue : '',
  ];
  return markup`${filterForm('Filter the matrix', 'Resource, type, control, person …', choices)}
<p id="count" role="status" data-all="${counted(rows.length, 'line')}">${counted(rows.length, 'line')}</p>`;
}

const overdue = markup`<label class="tick"><input type="checkbox" name="overdue"><span>Overdue only</span></label>`;

const parties = (rows: readonly MatrixRow[]): readonly Choice[] =>
  (['customer', 'shared', 'provider', 'unclassified'] as const)
    .filter((party) => rows.some((row) => row.party === party))
    .map((party) => [party, partyWords[party]]);

const areaChoices = (rows: readonly MatrixRow[]): readonly Choice[] =>
  ([...areas, 'unclassified'] as const)
    .filter((area) => rows.some((row) => row.area === area))
    .map((area) => [area, areaWord(area)]);

const outcomeChoices = (rows: readonly MatrixRow[]): readonly Choice[] =>
  outcomes
    .filter((outcome) => rows.some((row) => outcomeOf(row) === outcome))
    .map((outcome) => [outcome, outcomeWords[outcome]]);

/** Nobody first, where somebody should be named. */
const owners = (rows: readonly MatrixRow[]): readonly Choice[] =>
  [...new Set(rows.map(ownerKey))]
    .filter((key) => key !== '')
    .toSorted()
    .map((key) => [key, key === '-' ? 'Nobody named' : key.slice(1)]);
