import { isDate, type Waiver } from './waivers';

/** A waiver in a comment, as far as it is written, and what is wrong with it. */
export interface CommentWaiver extends Pick<Waiver, 'control' | 'reason' | 'owner' | 'until'> {
  /** For people; empty where all is there. */
  readonly problems: readonly string[];
}

const grammar = 'demarc: allow <control> until <date> by <owner> because <reason>';

/** What may follow the control, in this order. */
const parts = ['until', 'by', 'because'] as const;
type Part = (typeof parts)[number];
type Written = Readonly<Record<Part, string | undefined>>;

/** Longer lines are no waivers. */
const longest = 2000;

/**
 * The waivers in the text of one comment, with or without its marks (`#`, `//`), one on a line:
 *
 *     # demarc: allow storage-encrypted until 2027-03-31 by data-platform because scratch data, rebuilt nightly
 *
 * One that lacks something is a waiver all the same: it does not count, and a finding says so.
 */
export const commentWaivers = (text: string): readonly CommentWaiver[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [, written] = /^[\s#/*]*demarc:\s*(.*?)[\s*/]*$/i.exec(line.slice(0, longest)) ?? [];
    return written === undefined ? [] : [waiverOf(written)];
  });

/** A waiver in a comment as one of its resource. */
export const waiverBeside = (
  { control, reason, owner, until }: CommentWaiver,
  place: Pick<Waiver, 'resource' | 'file' | 'line' | 'column'> & { readonly ids: readonly string[] },
): Waiver => ({ control, reason, owner, until, ticket: null, source: 'comment', ...place });

function waiverOf(written: string): CommentWaiver {
  const [, control = '', rest = ''] = /^allow\s+(\S+)(.*)$/i.exec(written) ?? [];
  if (control === '' || isPart(control))
    return {
      control: '',
      reason: null,
      owner: null,
      until: null,
      problems: [`names no control: it reads "${grammar}"`],
    };
  const found = partsIn(rest);
  return {
    control,
    until: textOf(found.until),
    owner: textOf(found.by),
    reason: textOf(found.because),
    problems: problemsOf(rest, found),
  };
}

const isPart = (word: string): boolean => parts.some((part) => part === word);

const textOf = (value = ''): string | null => (value === '' ? null : value);

/** Each part runs up to the next; the reason to the end of the line, whatever words it holds. */
function partsIn(rest: string): Written {
  let left = rest;
  const found: Record<Part, string | undefined> = { until: undefined, by: undefined, because: undefined };
  for (const [position, part] of parts.entries()) {
    const [whole, value = ''] = patternOf(part, parts.slice(position + 1)).exec(left) ?? [];
    if (whole === undefined) continue;
    found[part] = value.trim();
    left = left.slice(whole.length);
  }
  return found;
}

/** A part with its value, up to one of the parts that may follow. */
const patternOf = (part: Part, following: readonly Part[]): RegExp =>
  new RegExp(
    following.length > 0 ? `^\\s+${part}\\b(.*?)(?=\\s(?:${following.join('|')})(?:\\s|$)|$)` : `^\\s+${part}\\b(.*)$`,
  );

const lacks: Readonly<Record<Part, string>> = {
  until: 'the day on which it ends (until <date>)',
  by: 'who answers for it (by <owner>)',
  because: 'the reason (because <reason>)',
};

function problemsOf(rest: string, written: Written): readonly string[] {
  const { until, because } = written;
  const missing = parts.filter((part) => textOf(written[part]) === null).map((part) => lacks[part]);
  const misplaced = parts.filter((part) => written[part] === undefined && mentions(rest, part, because));
  return [
    ...(missing.length > 0 ? [`lacks ${missing.join(', ')}`] : []),
    ...(misplaced.length > 0 ? [`${misplaced.join(' and ')} stands out of order: it reads "${grammar}"`] : []),
    ...(until && !isDate(until) ? [`ends on "${until}", which is no date (YYYY-MM-DD)`] : []),
  ];
}

/** Whether a part is written somewhere before the reason, where words mean nothing. */
const mentions = (rest: string, part: Part, reason: string | undefined): boolean =>
  new RegExp(`\\s${part}(?:\\s|$)`).test(reason === undefined ? rest : rest.slice(0, rest.length - reason.length));
