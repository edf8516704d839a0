import {
  choiceLeaf,
  isLeaf,
  notedLeaf,
  templateLeaf,
  unknownLeaf,
  type NotedLeaf,
  type Raw,
  type Reference,
  type UnknownLeaf,
} from '../../model/raw';

export type Note = Omit<NotedLeaf, 'leaf' | 'value'>;

/** The same value with a note; what is absent stays absent. */
export const annotate = (value: Raw, note: Note): Raw => (value === undefined ? undefined : notedLeaf(value, note));

/** Applies a function to each value that a raw value may be; notes and conditions around it are carried along. */
export function lift(raw: Raw, to: (plain: Raw) => Raw): Raw {
  if (!isLeaf(raw)) return to(raw);
  if (raw.leaf === 'noted') return annotate(lift(raw.value, to), noteOf(raw));
  if (raw.leaf === 'choice')
    return choiceLeaf(
      raw.why,
      raw.branches.map((branch) => lift(branch, to)),
    );
  return to(raw);
}

function noteOf({ because, sensitive, source, references }: NotedLeaf): Note {
  return {
    ...(because !== undefined && { because }),
    ...(sensitive && { sensitive }),
    ...(source && { source }),
    ...(references && { references }),
  };
}

/** Why a raw value is not settled, and what it refers to, as one unknown of another shape. */
export function unknownFrom(raw: Raw, fallback: string): UnknownLeaf & Raw {
  if (isLeaf(raw)) {
    if (raw.leaf === 'unknown') return unknownLeaf(raw.why, raw.references, raw.source ? { source: raw.source } : {});
    if (raw.leaf === 'template') {
      const holes = raw.parts.filter((part) => typeof part !== 'string');
      return unknownLeaf(
        holes[0]?.why ?? fallback,
        holes.flatMap((hole) => hole.references),
      );
    }
    if (raw.leaf === 'noted') return unknownFrom(raw.value, fallback);
    if (raw.leaf === 'choice') return unknownLeaf(raw.why, referencesOf(raw));
    return unknownLeaf(raw.why);
  }
  return unknownLeaf(fallback);
}

function referencesOf(raw: Raw): readonly Reference[] {
  if (!isLeaf(raw)) return [];
  if (raw.leaf === 'choice') return raw.branches.flatMap(referencesOf);
  if (raw.leaf === 'noted') return referencesOf(raw.value);
  return unknownFrom(raw, '').references;
}

/** A text in the making: one of the texts that a composition may turn out to be. */
interface Draft {
  readonly parts: (string | UnknownLeaf)[];
  readonly notes: Note[];
  /** All of the text comes from parameters. */
  borrowed: boolean;
}

/** Conditions inside one text multiply; beyond this many texts a condition is a hole. */
const maximumDrafts = 16;

/**
 * Joins values into one text: `Fn::Join`, `Fn::Sub`. Unknown values become its holes; conditions inside it make it a
 * choice of texts; what is said about a part (a parameter's default, a secret) is said about the whole.
 */
export function joinText(items: readonly Raw[], delimiter: string): Raw {
  let drafts: Draft[] = [{ parts: [], notes: [], borrowed: true }];
  let why = '';
  for (const item of items) {
    const possible = draftsOf(item);
    const fitting =
      possible.length * drafts.length > maximumDrafts ? [hole(unknownFrom(item, 'not settled'))] : possible;
    if (fitting.length > 1 && isLeaf(item) && item.leaf === 'choice') why ||= item.why;
    if (fitting.length > 1) drafts = fitting.flatMap(() => drafts.map(copy));
    const each = drafts.length / fitting.length;
    for (const [n, draft] of drafts.entries()) append(draft, fitting[Math.floor(n / each)], delimiter);
  }
  return choiceLeaf(why, drafts.map(finish));
}

/** The texts a value may be; undefined stands for none at all (`AWS::NoValue`). */
function draftsOf(raw: Raw): readonly (Draft | undefined)[] {
  if (raw === undefined || raw === null) return [undefined];
  if (!isLeaf(raw))
    return typeof raw === 'object'
      ? [hole(unknownLeaf('a structure where a text is expected'))]
      : // Nothing takes nothing away from a text that is all a parameter's.
        [{ parts: [String(raw)], notes: [], borrowed: raw === '' }];
  switch (raw.leaf) {
    case 'noted':
      return draftsOf(raw.value).map(
        (draft) =>
          draft && { ...draft, notes: [...draft.notes, noteOf(raw)], borrowed: draft.borrowed || Boolean(raw.source) },
      );
    case 'choice':
      return raw.branches.flatMap(draftsOf);
    case 'template':
      return [{ parts: [...raw.parts], notes: [], borrowed: false }];
    case 'unknown':
      return [hole(raw)];
    case 'partial':
      return [hole(unknownLeaf(raw.why))];
  }
}

const hole = (leaf: UnknownLeaf): Draft => ({ parts: [leaf], notes: [], borrowed: false });

const copy = ({ parts, notes, borrowed }: Draft): Draft => ({ parts: [...parts], notes: [...notes], borrowed });

/** In place: a text may have very many parts. */
function append(draft: Draft, next: Draft | undefined, delimiter: string): void {
  if (!next) return;
  const between = draft.parts.length > 0 && delimiter !== '';
  if (between) draft.parts.push(delimiter);
  for (const part of next.parts) draft.parts.push(part);
  for (const note of next.notes) draft.notes.push(note);
  draft.borrowed &&= next.borrowed && !between;
}

function finish({ parts, notes, borrowed }: Draft): Raw {
  const text = templateLeaf(parts);
  if (notes.length === 0) return text;
  const because = [...new Set(notes.flatMap((note) => note.because ?? []))].join(' and ');
  const sensitive = notes.some((note) => note.sensitive);
  const source = notes.find((note) => note.source === 'secret-parameter')?.source ?? notes[0]?.source;
  const references = notes.flatMap((note) => note.references ?? []);
  return annotate(text, {
    ...(because && { because }),
    ...(sensitive && { sensitive }),
    // A text that is only partly a parameter's is written here.
    ...(borrowed && source && { source }),
    ...(references.length > 0 && { references }),
  });
}
