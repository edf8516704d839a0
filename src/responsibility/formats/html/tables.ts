import type { MatrixRow, Verified } from '../../matrix';
import type { Matrix } from '../format';
import { isOverdue, isUnowned, outcomeOf } from '../overview';
import { isWhole, type ProviderGroup, type TypeGroup } from './groups';
import { markup, type Content, type Markup } from '../../../html/markup';
import { areaWord, counted, outcomeWords, partyWords } from './words';

const headings = ['Resource', 'Area', 'Who answers', 'Why', 'Verified before deployment', 'Owner', 'Due'] as const;

/** A table a provider. The roles keep them tables for screen readers where the style lays rows out as cards. */
export const tables = (providers: readonly ProviderGroup[], matrix: Matrix): Markup =>
  markup`${providers.map((provider) => table(provider, matrix))}
<p id="nothing" hidden>Nothing matches these filters.</p>`;

const table = ({ name, types }: ProviderGroup, matrix: Matrix): Markup => markup`<section class="whose">
<h3><bdi>${name}</bdi></h3>
<table role="table">
<caption class="unseen">Who answers for what: ${name}</caption>
<thead role="rowgroup"><tr role="row">${headings.map(
  (heading) => markup`<th role="columnheader" scope="col">${heading}</th>`,
)}</tr></thead>
${types.map((type) => body(type, name, matrix))}
</table>
</section>
`;

const body = (group: TypeGroup, provider: string, matrix: Matrix): Markup => markup`<tbody role="rowgroup">
<tr role="row" class="type"><th role="rowheader" scope="rowgroup" colspan="${headings.length}">${heading(group, provider)}</th></tr>
${group.rows.map((row) => line(row, provider, matrix))}</tbody>
`;

function heading(group: TypeGroup, provider: string): Markup {
  if (group.type === 'account') return markup`As the configuration states`;
  if (isWhole(group)) return markup`Everything on ${provider}`;
  const { type, service } = group;
  return markup`<bdi>${type}</bdi>${service === undefined ? '' : markup` <span class="service">${service}</span>`}`;
}

function line(row: MatrixRow, provider: string, matrix: Matrix): Markup {
  const late = isOverdue(row, matrix);
  return markup`<tr role="row" data-party="${row.party}" data-area="${row.area}" data-owner="${ownerKey(row)}" data-outcome="${outcomeOf(row)}"${late ? markup` data-overdue` : ''}>
${cell('Resource', name(row))}${cell('Area', areaWord(row.area))}${cell('Who answers', party(row, provider))}${cell('Why', why(row))}${cell('Verified', verified(row))}${cell('Owner', owner(row))}${cell('Due', due(row, late))}
</tr>
`;
}

const cell = (label: string, content: Content): Markup =>
  markup`<td role="cell" data-label="${label}"><div>${content}</div></td>`;

/** What the owner filter goes by. A name has a sign in front, so that none is taken for nobody. */
export const ownerKey = (row: MatrixRow): string =>
  row.owner === null ? (isUnowned(row) ? '-' : '') : `=${row.owner}`;

const name = ({ resource, resources, type }: MatrixRow): Markup =>
  resource === null
    ? markup`<span class="all">${type === 'account' ? 'The account' : counted(resources, 'resource')}</span>`
    : markup`<bdi class="name">${resource}</bdi>`;

const party = (row: MatrixRow, provider: string): Markup =>
  markup`<span class="party ${row.party}"><bdi>${row.party === 'provider' ? provider : partyWords[row.party]}</bdi></span>`;

const why = ({ because }: MatrixRow): Markup => markup`<p class="why"><bdi>${because}</bdi></p>`;

function verified({ verified: findings, evidence, published }: MatrixRow): Markup {
  const items = (['fail', 'undecided', 'pass'] as const).flatMap((verdict) => {
    const found = findings.filter((one) => one.verdict === verdict);
    return found.length === 0 ? [] : [verdictItem(verdict, found)];
  });
  return markup`${items.length > 0 ? markup`<ul class="verdicts">${items}</ul>` : ''}${
    evidence === null ? '' : markup`<p class="evidence"><b>Elsewhere:</b> <bdi>${evidence}</bdi></p>`
  }${published.length === 0 ? '' : markup`<p class="evidence"><b>Published:</b> <bdi>${published.join('; ')}</bdi></p>`}${items.length === 0 && evidence === null ? markup`<span class="none">Nothing to verify</span>` : ''}`;
}

const verdictItem = (verdict: Verified['verdict'], found: readonly Verified[]): Markup =>
  markup`<li class="${verdict}"><b>${outcomeWords[verdict]}</b> ${found.map(
    ({ control, covered }, index) =>
      markup`${index > 0 ? ', ' : ''}<bdi>${control}</bdi>${covered === null ? '' : markup` <span class="covered">(<bdi>${covered}</bdi>)</span>`}`,
  )}</li>`;

function owner(row: MatrixRow): Markup {
  const { owner: who, verifier } = row;
  if (who === null && verifier === null)
    return isUnowned(row) ? markup`<span class="missing">Nobody named</span>` : markup`<span class="none">–</span>`;
  return markup`<bdi>${who ?? '–'}</bdi>${
    verifier === null ? '' : markup`<p class="verifier">verified by <bdi>${verifier}</bdi></p>`
  }`;
}

const due = ({ due: day }: MatrixRow, late: boolean): Markup =>
  day === null
    ? markup`<span class="none">–</span>`
    : markup`<time datetime="${day}">${day}</time>${late ? markup` <b class="late">Overdue</b>` : ''}`;
