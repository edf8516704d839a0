import type { Area } from '../../model/finding';
import { clip } from '../clip';
import { printable } from '../printable';
import { markup, type Markup } from '../../html/markup';

/** How a finding stands: what the gate makes of it, or why it counts for nothing. */
export const standings = ['block', 'warn', 'note', 'fixed', 'waived', 'pass'] as const;
export type Standing = (typeof standings)[number];

export const standingWords: Readonly<Record<Standing, string>> = {
  block: 'Blocks',
  warn: 'Warns',
  note: 'Notes',
  fixed: 'Fixed',
  waived: 'Waived',
  pass: 'Passes',
};

export const changeWords = {
  introduced: 'Introduced',
  worsened: 'Worsened',
  existing: 'Was so before',
  fixed: 'Fixed',
} as const;

/** `Data at rest`. */
export const areaWord = (area: Area): string => `${area.charAt(0).toUpperCase()}${area.slice(1)}`.replaceAll('-', ' ');

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const longest = 300;

/** A text from what was inspected, with nothing in it that could be acted upon, and of a length that can be read. */
export const shown = (text: string, limit = longest): string => clip(printable(text.slice(0, limit + 1)), limit);

/** The same as a name of its own, whatever the direction of its writing. */
export const named = (text: string, limit = longest): Markup => markup`<bdi>${shown(text, limit)}</bdi>`;
