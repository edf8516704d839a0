import type { MatrixRow } from '../../matrix';
import { providerName } from '../../provider';
import type { Matrix } from '../format';
import { isOverdue } from '../overview';
import { isWhole } from './groups';
import { markup, type Content, type Markup } from '../../../html/markup';
import { areaWord, counted } from './words';

/** More would be the matrix once again; what is late has a place whatever fails. */
const longest = 12;
const latest = 4;

/** What fails and what is late, for those who read no further. */
export function first(matrix: Matrix): Markup | undefined {
  const failures = matrix.rows.flatMap(failing);
  const delays = matrix.rows.filter((row) => isOverdue(row, matrix)).map(late);
  const items = [
    ...failures.slice(0, longest - Math.min(delays.length, latest)),
    ...delays.slice(0, Math.max(latest, longest - failures.length)),
  ];
  if (items.length === 0) return undefined;
  const left = failures.length + delays.length - items.length;
  return markup`<section class="first" aria-labelledby="first-title">
<h2 id="first-title">To look at first</h2>
<ol>${items}</ol>
${left > 0 ? markup`<p class="more">And ${left} more in the matrix.</p>` : ''}
</section>`;
}

const failing = (row: MatrixRow): readonly Markup[] =>
  row.verified.flatMap(({ control, verdict }) =>
    verdict === 'fail' ? item(markup`<b class="fail">Failing</b> <bdi>${control}</bdi>`, row) : [],
  );

const late = (row: MatrixRow): Markup =>
  item(markup`<b class="late">Overdue</b> since <time datetime="${row.due ?? ''}">${row.due ?? ''}</time>`, row);

const item = (what: Content, row: MatrixRow): Markup =>
  markup`<li>${what}<p class="for">${areaWord(row.area)} of ${subject(row)}, ${
    row.owner === null ? 'nobody named' : markup`owner <bdi>${row.owner}</bdi>`
  }</p></li>
`;

function subject({ resource, resources, type }: MatrixRow): Markup {
  if (resource !== null) return markup`<bdi class="name">${resource}</bdi> (<bdi>${type}</bdi>)`;
  if (type === 'account') return markup`the account`;
  const count = counted(resources, 'resource');
  return isWhole({ type })
    ? markup`${count} on <bdi>${providerName(type)}</bdi>`
    : markup`${count} (<bdi>${type}</bdi>)`;
}
