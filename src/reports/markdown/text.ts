import { clip } from '../clip';
import { printable } from '../printable';

/**
 * Text of the inspected files, made harmless in Markdown that a host renders.
 *
 * Escaping does not do: a host looks for mentions, issues, commits, trackers of its own and commands in the *rendered*
 * text, where a backslash and an entity are gone. It looks into no code, so whatever is not a plain word becomes code.
 *
 * @see https://github.github.com/gfm/#code-spans
 * @see https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 * @see https://docs.gitlab.com/user/markdown/#gitlab-specific-references
 */

const nameAtMost = 300;
const proseAtMost = 600;

/** A name as a code span. The caller puts a space or punctuation around it, never a backtick. */
export function code(name: string): string {
  const text = shown(name, nameAtMost);
  return text === '' ? '(no name)' : span(text);
}

/**
 * A fence that is no run of the text. A text may begin or end in a backtick or a space, since a renderer takes one space off
 * both ends of what is not all spaces.
 */
function span(text: string): string {
  const runs = new Set(Array.from(text.matchAll(/`+/gu), ([run]) => run.length));
  let length = 1;
  while (runs.has(length)) length++;
  const fence = '`'.repeat(length);
  const space = /^[` ]|[` ]$/u.test(text) && /[^ ]/u.test(text) ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/** A sentence whose plain words stay words and whose rest, and what it quotes in backticks, is code. It must not begin a line. */
export function prose(sentence: string): string {
  const parts: Part[] = [];
  for (const [word] of shown(sentence, proseAtMost).matchAll(wordOrQuote)) {
    const part = partOf(word);
    const last = parts.at(-1);
    if (last?.kind === 'code' && part.kind === 'code' && last.close === '' && part.open === '')
      parts[parts.length - 1] = { ...last, core: `${last.core} ${part.core}`, close: part.close };
    else parts.push(part);
  }
  return parts.map(({ kind, open, core, close }) => `${open}${kind === 'plain' ? core : span(core)}${close}`).join(' ');
}

/** A command that a message quotes holds spaces. */
const wordOrQuote = /(?<=^| )["'(]*`[^`]+`[)"'.,;:!?]*(?= |$)|[^ ]+/gu;

/** Longer addresses cost the room of other findings. */
const addressAtMost = 1000;

/** A code span that leads somewhere, or only the code span where there is no address to lead to. */
export function linked(name: string, address = ''): string {
  const isAddress = address.length <= addressAtMost && /^https?:\/\/[\w.~:/?#@!$&*+,;=%-]+$/u.test(address);
  return isAddress ? `[${code(name)}](${address})` : code(name);
}

/** A word or a quote, and the punctuation around it. */
interface Part {
  readonly kind: 'plain' | 'code' | 'quote';
  readonly open: string;
  readonly core: string;
  readonly close: string;
}

function partOf(word: string): Part {
  const [, open = '', core = '', close = ''] = /^(["'(]*)(.*?)([)"'.,;:!?]*)$/u.exec(word) ?? [];
  const [, quoted] = /^`([^`]+)`$/u.exec(core) ?? [];
  if (quoted !== undefined) return { kind: 'quote', open, core: quoted, close };
  const isPlain = core === '' || plainWord(core) || /^(?:\d{1,4}|[-–—=+&/…])$/u.test(core);
  return { kind: isPlain ? 'plain' : 'code', open, core, close };
}

/** Letters with hyphens and apostrophes among them; nothing that might be the number of a ticket or the hash of a commit. */
const plainWord = (text: string): boolean =>
  /^(?:\p{L}+(?:['’-]\p{L}+)*|S3|EC2|IPv4|IPv6)$/u.test(text) && !/[\da-f]{7}/iu.test(text);

const shown = (text: string, limit: number): string => clip(printable(text.slice(0, limit + 1)), limit);
