/**
 * Texts of OSCAL. Names come from what is inspected and may hold anything; a text of OSCAL is one line, starts and ends
 * with something that can be seen, and where it is Markdown, a name in it is no markup.
 */

/** A `StringDatatype`: one line, without space around it. */
export const plain = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim() || '(nothing that can be shown)';

/** Markdown of one line that shows the text as it is: no markup, no HTML, no parameter of OSCAL is inserted by it. */
export const markup = (text: string): string =>
  plain(text)
    .replace(/[\\`*<>&[\]{}|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^[#+\-=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** Texts that differ, joined to one. */
export const joined = (texts: readonly string[]): string => [...new Set(texts)].join('; ');
