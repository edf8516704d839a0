import type { ReportedFinding, Result } from '../../model/result';
import { fold, groups } from '../fold';
import { openFindings, sorted, type Placed } from '../order';
import type { ReportOptions } from '../report';
import { asideFinding, fullFinding, shortFinding, waiverText } from './finding';

/** A finding in a list. Its text is made only when there is room for it. */
export interface Item {
  readonly text: () => string;
  /** The first of its kind, which is told in full and kept before a second of any kind. */
  readonly first: boolean;
}

export interface Section {
  readonly title: string;
  /** Folded away until somebody wants to see it. */
  readonly folded: boolean;
  /** The most important first. */
  readonly items: readonly Item[];
}

/** What blocks, what warns, what is noted, and what needs nobody to act; the most important section first. */
export function sectionsOf(result: Result, options: ReportOptions): readonly Section[] {
  const all = sorted(result);
  const { spoken, covered } = fold(openFindings(result));
  const explained = new Set<string>();
  const items = (gate: ReportedFinding['gate']): readonly Item[] =>
    groups(spoken.filter(({ finding }) => finding.gate === gate)).flatMap((group) =>
      group.map((placed, i) => {
        const { control } = placed.finding;
        const telling = { also: covered.get(placed.finding) ?? [], explain: !explained.has(control), options };
        explained.add(control);
        return { first: i === 0, text: () => (i === 0 ? fullFinding : shortFinding)(placed, telling) };
      }),
    );
  const blocks: Section = { title: 'Blocks', folded: false, items: items('block') };
  if (options.quiet) return [blocks].filter(isFilled);
  const fixed = result.inputs.flatMap((input) => input.fixed);
  return [
    blocks,
    { title: 'Warnings', folded: true, items: items('warn') },
    { title: 'Notes', folded: true, items: items('note') },
    { title: 'Waived', folded: true, items: asides(all, ({ waiver }) => waiver !== null, waiverText) },
    { title: 'Fixed by this change', folded: true, items: fixed.map((finding) => aside(finding)) },
    { title: 'Passed', folded: true, items: asides(all, ({ verdict, waiver }) => verdict === 'pass' && !waiver) },
  ].filter(isFilled);
}

const isFilled = ({ items }: Section): boolean => items.length > 0;

const aside = (finding: ReportedFinding, more?: string): Item => ({
  first: false,
  text: () => asideFinding(finding, more),
});

const asides = (
  findings: readonly Placed[],
  wanted: (finding: ReportedFinding) => boolean,
  more: (finding: ReportedFinding) => string = () => '',
): readonly Item[] => findings.flatMap(({ finding }) => (wanted(finding) ? [aside(finding, more(finding))] : []));

/** How much room there is, and how it is measured: hosts count characters or bytes. */
export interface Room {
  readonly limit: number;
  readonly size: (text: string) => number;
}

/**
 * The items that there is room for, with their texts: section by section, the first of each kind before the others.
 * With the first that does not fit everything less important is left out, too.
 */
export function choose(sections: readonly Section[], { limit, size }: Room): ReadonlyMap<Item, string> {
  const chosen = new Map<Item, string>();
  let left = limit;
  const byImportance = sections.flatMap(({ items }) => [
    ...items.filter(({ first }) => first),
    ...items.filter(({ first }) => !first),
  ]);
  for (const item of byImportance) {
    const text = item.text();
    left -= size(text) + 1;
    if (left < 0) break;
    chosen.set(item, text);
  }
  return chosen;
}
