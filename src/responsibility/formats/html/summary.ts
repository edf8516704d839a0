import type { Matrix } from '../format';
import { overviewOf, type Overview } from '../overview';
import { markup, type Markup } from '../../../html/markup';
import { counted, outcomeWords, partyWords } from './words';

/** The matrix in numbers. Each is a link, and the script makes it a filter. */
export function summary(matrix: Matrix): Markup {
  const overview = overviewOf(matrix);
  return markup`<section class="summary" aria-label="Summary">
${line(overview)}
${tiles(overview)}
${unclassified(overview)}
</section>`;
}

const sides = ['customer', 'shared', 'provider', 'unclassified'] as const;

function line({ parties, lines }: Overview): Markup {
  const present = sides.filter((party) => parties[party] > 0);
  return markup`<div class="line">
<h2>Where the line runs</h2>
${bar(present.map((party) => [party, parties[party] / lines]))}
<ul class="parties">${present.map(
    (party) =>
      markup`<li><a href="#matrix" data-filter="party" data-value="${party}"><span class="key ${party}"></span><b>${parties[party]}</b> ${partyWords[party]}</a></li>`,
  )}</ul>
<p class="note">Areas of responsibility. One that several resources share counts once.</p>
</div>`;
}

/** Drawn with attributes: the policy of the page allows no style of an element. */
function bar(shares: readonly (readonly [party: string, share: number])[]): Markup {
  let start = 0;
  const parts = shares.map(([party, share]) => {
    const x = start;
    start += share * 100;
    return markup`<rect class="${party}" x="${x.toFixed(2)}%" width="${(share * 100).toFixed(2)}%" height="100%"/>`;
  });
  return markup`<svg class="bar" width="100%" height="14" aria-hidden="true" focusable="false">${parts}</svg>`;
}

function tiles({ outcomes, overdue, unowned, parties }: Overview): Markup {
  const { fail, undecided, pass, unverified } = outcomes;
  return markup`<ul class="tiles">
${tile('fail', fail, outcomeWords.fail, 'outcome', 'fail')}
${tile('undecided', undecided, outcomeWords.undecided, 'outcome', 'undecided')}
${tile('pass', pass, outcomeWords.pass, 'outcome', 'pass')}
${tile('plain', unverified, outcomeWords.unverified, 'outcome', 'unverified')}
${tile('fail', overdue, 'Overdue', 'overdue', 'on')}
${tile('undecided', unowned, 'Without owner', 'owner', '-')}
${tile('undecided', parties.unclassified, counted(parties.unclassified, 'Unclassified type').replace(/^\d+ /, ''), 'party', 'unclassified')}
</ul>`;
}

const tile = (tone: string, count: number, label: string, filter: string, value: string): Markup =>
  count === 0
    ? markup`<li class="tile zero"><b>0</b><span>${label}</span></li>`
    : markup`<li class="tile ${tone}"><a href="#matrix" data-filter="${filter}" data-value="${value}"><b>${count}</b><span>${label}</span></a></li>`;

const unclassified = ({ unclassifiedTypes }: Overview): Markup | undefined =>
  unclassifiedTypes.length === 0
    ? undefined
    : markup`<p class="unclassified-types">Nobody’s side is claimed of ${unclassifiedTypes.map(
        (type, index) => markup`${index > 0 ? ', ' : ''}<code><bdi>${type}</bdi></code>`,
      )}.</p>`;

export const legend = markup`<section class="legend" aria-labelledby="legend-title">
<h2 id="legend-title">How to read this</h2>
<dl>
<div><dt><span class="party customer">${partyWords.customer}</span></dt><dd>You configure it, so you answer for it.</dd></div>
<div><dt><span class="party shared">${partyWords.shared}</span></dt><dd>Each side answers for a half; the reason says which.</dd></div>
<div><dt><span class="party provider">${partyWords.provider}</span></dt><dd>Shown by a report of the provider, not by your templates.</dd></div>
<div><dt><b class="fail">${outcomeWords.fail}</b></dt><dd>The configuration does not meet a control.</dd></div>
<div><dt><b class="undecided">${outcomeWords.undecided}</b></dt><dd>A value that is settled only at deployment keeps the question open.</dd></div>
<div><dt><b class="pass">${outcomeWords.pass}</b></dt><dd>The configuration meets every control that was judged.</dd></div>
<div><dt>Elsewhere</dt><dd>What no template can show, and what does: a record, or a report.</dd></div>
<div><dt>Due</dt><dd>The day on which it has to be looked at again. None: nobody has looked yet.</dd></div>
</dl>
</section>`;
