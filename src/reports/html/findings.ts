import { markup, type Markup } from '../../html/markup';
import { counted } from '../printable';
import type { ReportOptions } from '../report';
import { sectionsOf, type Entry, type Section } from './entries';
import { filters } from './filters';
import { item, partyWords } from './finding';
import { sign } from './signs';
import type { Subject, Subjects } from './subjects';
import { areaWord, capital, named, shown, standingWords } from './words';

/** A page stays one that can be opened: what is beyond this is counted, and the machine-readable reports have it. */
const listedAtMost = 2000;
const codesAtMost = 500;

export interface FindingsSetting {
  readonly subjects: Subjects;
  readonly options: ReportOptions;
  /** Where the map shows a resource. */
  readonly targetOf: (subject: Subject) => string;
}

/** Every finding, worst first, by control: what it is about is said once. */
export function findings(entries: readonly Entry[], setting: FindingsSetting): Markup {
  const listed = entries.slice(0, listedAtMost);
  const left = entries.length - listed.length;
  const withCode = new Set(listed.slice(0, codesAtMost));
  return markup`<section id="findings" aria-labelledby="findings-title" tabindex="-1">
<h2 id="findings-title">Findings</h2>
${entries.length === 0 ? markup`<p class="none-found">Nothing was found.</p>` : filters(listed, setting.subjects)}
${left > 0 ? markup`<p class="left-out" role="note">${counted(left, 'finding')} of the lowest rank ${left === 1 ? 'is' : 'are'} not listed on this page; --format json lists every one.</p>` : ''}
${listed.length > codesAtMost ? markup`<p class="left-out" role="note">Lines of code are shown for the first ${codesAtMost} findings.</p>` : ''}
${sectionsOf(listed).map((one, i) => section(one, i, withCode, setting))}
<p id="nothing" hidden>No finding matches these filters.</p>
</section>`;
}

function section(
  { control, standing, entries }: Section,
  position: number,
  withCode: ReadonlySet<Entry>,
  { subjects, options, targetOf }: FindingsSetting,
): Markup {
  const [first] = entries;
  if (!first) return markup``;
  const { severity, area, why, fix, responsibility, party } = first.finding;
  const isSideSaid = entries.every(
    ({ finding }) => finding.responsibility === responsibility && finding.party === party,
  );
  const supports = [...new Set(entries.flatMap(({ finding }) => finding.supports))];
  const title = options.controls.find(({ id }) => id === control)?.title ?? control;
  const id = `control-${String(position)}`;
  return markup`<section class="control is-${standing}" aria-labelledby="${id}">
<div class="about-control">
<h3 id="${id}">${sign(standing)}<span><span class="standing">${standingWords[standing]}<span class="unseen">:</span></span> ${named(title)}</span></h3>
<p class="facts"><code>${named(control)}</code> <span class="severity ${severity}">${capital(severity)}</span> <span>${areaWord(area)}</span> <span>${counted(entries.length, 'finding')}</span></p>
${
  standing === 'fixed'
    ? ''
    : markup`<dl class="advice">
${advice('Why', why)}${isSideSaid ? advice(partyWords[party], capital(responsibility)) : ''}${advice('To do', fix)}${
        supports.length > 0 ? advice('Supports', supports.slice(0, supportsAtMost).join('; ')) : ''
      }</dl>`
}
</div>
<ol>${entries.map((entry) => {
    const subject = subjects.of(entry);
    const target = subject ? targetOf(subject) : '';
    return item(entry, { subject, target, options, isSideSaid, hasCode: withCode.has(entry) });
  })}</ol>
</section>
`;
}

const supportsAtMost = 12;

const advice = (term: string, text: string): Markup | undefined =>
  text === ''
    ? undefined
    : markup`<div><dt>${term}</dt><dd><bdi>${shown(text, 1000)}</bdi></dd></div>
`;
