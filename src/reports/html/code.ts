import { markup, type Markup } from '../../html/markup';
import type { ReportedFinding, ReportedWitness } from '../../model/result';
import { frameLines, type FrameLine } from '../frame';
import { wrap } from '../printable';
import { shown } from './words';

const linesAtMost = 4;

/** Lines of one file that decided a finding, as a picture, and the witnesses that it shows. */
export interface Picture {
  readonly lines: readonly FrameLine[];
  readonly shown: ReadonlySet<ReportedWitness>;
}

export const noPicture: Picture = { lines: [], shown: new Set() };

/** What stands in `file`, masked as the terminal masks it. */
export function pictureOf(
  { witnesses, control }: ReportedFinding,
  file: string,
  source: (file: string) => string | undefined,
): Picture {
  const text = source(file);
  if (text === undefined) return noPicture;
  const here = witnesses.filter((witness) => witness.file === file);
  return frameLines(here, text, { secret: control.includes('secret'), limit: linesAtMost });
}

/** Browsers let the keyboard reach a block that scrolls: it needs no place in the order of the page. */
export const drawnCode = ({ lines }: Picture): Markup | undefined =>
  lines.length === 0
    ? undefined
    : markup`<pre class="code"><code>${lines.map(
        (line, i) => markup`${isApart(line, lines[i - 1]) ? markup`<span class="gap">⋮</span>` : ''}${row(line)}`,
      )}</code></pre>`;

const isApart = ({ line }: FrameLine, previous: FrameLine | undefined): boolean =>
  previous !== undefined && line > previous.line + 1;

const row = ({ line, text, start, length, labels }: FrameLine): Markup =>
  markup`<span class="row"><span class="number">${line}</span><span class="text">${text.slice(0, start)}<mark>${text.slice(start, start + length)}</mark>${text.slice(start + length)}</span></span>${labels
    .filter((label) => label !== '')
    .map((label) => labelLines(label, start))}`;

/** A note below what it is about. Its distance is of spaces: the policy of the page lets no element have a style. */
const labelLines = (label: string, start: number): readonly Markup[] =>
  wrap(shown(label), Math.max(84 - start, 40)).map(
    (line, i) =>
      markup`<span class="row label"><span class="number"></span>${' '.repeat(start)}${i === 0 ? '↑ ' : '  '}${line}</span>`,
  );
