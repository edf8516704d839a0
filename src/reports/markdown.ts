import type { Result } from '../model/result';
import { alarms, counts, moves, notes, unclassified } from './markdown/facts';
import { choose, sectionsOf, type Item, type Room, type Section } from './markdown/sections';
import { counted } from './printable';
import type { Report, ReportOptions } from './report';
import { decisionWords } from './summary';

/**
 * What a comment holds is 65,536 characters ("body is too long (maximum is 65536 characters)"); the margin is for what a
 * host puts around the report. Units of UTF-16 are never fewer than what GitHub counts.
 *
 * @see https://github.com/orgs/community/discussions/41331
 */
const commentAtMost = 64_000;

/** The comment of an earlier run is found by this line. */
const marker = '<!-- demarc -->';

/** For a comment on a pull request, in GitHub Flavored Markdown: what blocks in the open, the rest folded away. */
export const markdown: Report = (result, options) =>
  within(result, options, { limit: commentAtMost, size: (text) => text.length });

/** The same for a place that counts bytes; `limit` of them. */
export const markdownInBytes = (result: Result, options: ReportOptions, limit: number): string =>
  within(result, options, { limit, size: (text) => Buffer.byteLength(text) });

/** Room for the titles of sections, and for how many findings are left out. */
const frameOfSection = 200;
const frameOfDocument = 500;

function within(result: Result, options: ReportOptions, { limit, size }: Room): string {
  const head = [marker, `## Demarc: ${decisionWords[result.decision]}`, '', ...alarms(result), ...counts(result)];
  const facts = [...unclassified(result), ...moves(result)];
  const tail = options.quiet ? [] : notes(result);
  const sections = sectionsOf(result, options);
  const fixed = size([...head, ...facts, ...tail].join('\n')) + sections.length * frameOfSection + frameOfDocument;
  const chosen = choose(sections, { limit: limit - fixed, size });
  const lines = [
    ...head,
    ...leftOut(sections, chosen),
    ...facts,
    ...sections.flatMap((section) => sectionLines(section, chosen)),
    ...tail,
    `_\`demarc explain CONTROL\` says more of a control. Demarc ${result.tool.version}_`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Said at the top, where somebody sees it who reads no further. */
function leftOut(sections: readonly Section[], chosen: ReadonlyMap<Item, string>): readonly string[] {
  const all = sections.reduce((sum, { items }) => sum + items.length, 0);
  const left = all - chosen.size;
  if (left === 0) return [];
  return [
    `**${String(left)} of ${counted(all, 'finding')} are left out here for want of room**, the least important ones: \`--format json\` lists every one.`,
    '',
  ];
}

function sectionLines({ title, folded, items }: Section, chosen: ReadonlyMap<Item, string>): readonly string[] {
  const shown = items.flatMap((item) => chosen.get(item) ?? []);
  const left = items.length - shown.length;
  const list = [...shown, ...(left > 0 ? [`- and ${String(left)} more, left out here`] : [])];
  const heading = `${title} (${String(items.length)})`;
  return folded
    ? ['<details>', `<summary>${heading}</summary>`, '', ...list, '', '</details>', '']
    : [`### ${heading}`, '', ...list, ''];
}
