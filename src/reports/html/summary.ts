import { markup, type Markup } from '../../html/markup';
import { inputName } from '../../model/input-name';
import type { Result } from '../../model/result';
import { counted } from '../printable';
import { verdictText } from '../summary';
import { unclassifiedText } from '../unjudged';
import type { Entry } from './entries';
import { sign } from './signs';
import { capital, named, shown, standingWords, type Standing } from './words';

const decisionWords = {
  open: 'The gate is open',
  blocked: 'The gate is blocked',
  incomplete: 'Not everything could be judged',
} as const;
const decisionSigns = { open: 'pass', blocked: 'block', incomplete: 'warn' } as const;

/** The decision, and of what. */
export const heading = ({ decision, inputs }: Result): Markup => markup`<header class="top">
<p class="kicker">Demarc</p>
<h1 class="${decision}">${sign(decisionSigns[decision])}<span>${decisionWords[decision]}</span></h1>
<p class="about">${inputs.slice(0, inputsAtMost).map(({ path, dialect }) => markup`<span><code>${named(inputName(path))}</code>${dialect === null ? '' : ` ${dialect}`}</span>`)}${
  inputs.length > inputsAtMost ? markup`<span>and ${inputs.length - inputsAtMost} more</span>` : ''
}</p>
</header>`;

const inputsAtMost = 8;

/** The run in numbers. Each is a link, and the script makes it a filter. */
export function summary(result: Result, entries: readonly Entry[]): Markup {
  const standing = (one: Standing): number => entries.filter((entry) => entry.standing === one).length;
  const undecided = entries.filter(({ finding }) => finding.verdict === 'undecided').length;
  return markup`<section class="summary" aria-label="Summary">
<ul class="tiles">
${tile('fail', standing('block'), 'Blocking', 'standing', 'block')}
${tile('undecided', standing('warn'), 'Warnings', 'standing', 'warn')}
${tile('plain', standing('note'), 'Notes', 'standing', 'note')}
${tile('plain', undecided, 'Of these undecided', 'verdict', 'undecided')}
${tile('plain', standing('waived'), standingWords.waived, 'standing', 'waived')}
${tile('pass', standing('fixed'), 'Fixed by this change', 'standing', 'fixed')}
</ul>
<p class="verdict">${capital(verdictText(result).replace(/^demarc: /u, ''))}.</p>
${asides(result)}
</section>`;
}

const tile = (tone: string, count: number, label: string, filter: string, value: string): Markup =>
  count === 0
    ? markup`<li class="tile zero"><b>0</b><span>${label}</span></li>`
    : markup`<li class="tile ${tone}"><a href="#findings" data-filter="${filter}" data-value="${value}"><b>${count}</b><span>${label}</span></a></li>`;

const saidAtMost = 30;

/** What could not be judged, and what a change moves across the line, is said whatever the verdicts. */
function asides({ inputs }: Result): readonly Markup[] {
  const several = inputs.length > 1;
  const said = (term: string, tone: string, texts: readonly string[]): readonly Markup[] =>
    texts.length === 0
      ? []
      : [
          markup`<div class="aside ${tone}"><h2>${term}</h2><ul>${texts.slice(0, saidAtMost).map((text) => markup`<li>${named(text, 1000)}</li>`)}${
            texts.length > saidAtMost ? markup`<li>and ${texts.length - saidAtMost} more</li>` : ''
          }</ul></div>
`,
        ];
  const from = (path: string, text: string): string => (several ? `${path}: ${text}` : text);
  return [
    ...said(
      'Could not be judged',
      'fail',
      inputs.flatMap(({ error, path }) => (error === null ? [] : [error === '' ? path : from(path, error)])),
    ),
    ...said(
      'Not judged',
      'undecided',
      inputs.flatMap((input) => {
        const text = unclassifiedText(input);
        return text === undefined ? [] : [from(input.path, text)];
      }),
    ),
    ...said(
      'What moves across the line',
      'undecided',
      inputs.flatMap(({ moves }) => moves.map(({ message }) => message)),
    ),
    ...said(
      'Notes on the input',
      'plain',
      inputs.flatMap(({ notes, path }) => notes.map((note) => from(path, note))),
    ),
  ];
}

export const footer = ({ tool, summary: { resources } }: Result): Markup =>
  markup`<footer>Written by ${tool.name} ${shown(tool.version, 40)}: ${counted(resources, 'resource')} read before deployment.</footer>`;
