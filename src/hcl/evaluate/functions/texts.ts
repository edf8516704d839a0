import { charactersOf } from '../characters';
import { joinTexts } from '../convert';
import { refuse, withinItems, withinText } from '../failure';
import { unknownFrom } from '../inspect';
import { booleanValue, stringValue, type Value } from '../value';
import { allStrict, argument, list, text, textAt, wholeAt, type Arguments, type Functions } from './definition';
import { isPattern, replaceMatches } from './patterns';

const change = (compute: (subject: string) => string) => (given: Arguments) => text(compute(textAt(given, 0)));

const test = (compute: (subject: string, part: string) => boolean) => (given: Arguments) =>
  booleanValue(compute(textAt(given, 0), textAt(given, 1)));

export const textFunctions: Functions = {
  ...allStrict({
    chomp: change((subject) => subject.replace(/(?:\r?\n|\r)+$/u, '')),
    endswith: test((subject, part) => subject.endsWith(part)),
    indent: (given) => indent(wholeAt(given, 0), textAt(given, 1)),
    lower: change((subject) => subject.toLowerCase()),
    replace: (given) => replace(textAt(given, 0), textAt(given, 1), textAt(given, 2)),
    split: (given) => split(textAt(given, 0), textAt(given, 1)),
    startswith: test((subject, part) => subject.startsWith(part)),
    strcontains: test((subject, part) => subject.includes(part)),
    strrev: change((subject) => charactersOf(subject).toReversed().join('')),
    substr: (given) => substring(textAt(given, 0), wholeAt(given, 1), wholeAt(given, 2)),
    title: change((subject) => subject.replace(/(^|[^\p{L}\p{N}_'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())),
    trim: (given) => text(trim(textAt(given, 0), new Set(textAt(given, 1)))),
    trimprefix: (given) => text(withoutPrefix(textAt(given, 0), textAt(given, 1))),
    trimspace: change((subject) => subject.trim()),
    trimsuffix: (given) => text(withoutSuffix(textAt(given, 0), textAt(given, 1))),
    upper: change((subject) => subject.toUpperCase()),
  }),
  join,
}; // prettier-ignore

/** Of a list that may have more items the text is not known at all; items that are not known are holes in it. */
function join(given: Arguments): Value {
  const separator = argument(given, 0);
  const items: Value[] = [];
  for (const one of given.slice(1)) {
    if (one.kind !== 'list') return one.kind === 'unknown' || one.kind === 'instance' ? unknownFrom(given) : refuse('join needs lists');
    if (one.open !== undefined) return unknownFrom(given);
    items.push(...one.items);
  }
  withinItems(items.length);
  return joinTexts(items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])));
} // prettier-ignore

function indent(spaces: number, subject: string): Value {
  const lines = subject.split('\n');
  withinText(subject.length + lines.length * Math.max(spaces, 0));
  return text(lines.join(`\n${' '.repeat(Math.max(spaces, 0))}`));
}

/** A text between slashes is a pattern. */
function replace(subject: string, what: string, replacement: string): Value {
  if (isPattern(what)) return replaceMatches(subject, what.slice(1, -1), replacement);
  const parts = what === '' ? ['', ...charactersOf(subject), ''] : subject.split(what);
  withinText(subject.length + parts.length * replacement.length);
  return text(parts.join(replacement));
}

function split(separator: string, subject: string): Value {
  if (subject === '') return list(separator === '' ? [] : [stringValue('')]);
  const parts = separator === '' ? charactersOf(subject) : subject.split(separator);
  return list(parts.map((part) => stringValue(part)));
}

/** Counts characters as people see them; a length of -1 is the rest. */
function substring(subject: string, offset: number, length: number): Value {
  const characters = charactersOf(subject);
  const start = offset < 0 ? Math.max(characters.length + offset, 0) : offset;
  return text(characters.slice(start, length < 0 ? undefined : start + length).join(''));
}

function trim(subject: string, unwanted: ReadonlySet<string>): string {
  const characters = charactersOf(subject);
  let start = 0;
  let end = characters.length;
  while (start < end && unwanted.has(characters[start] ?? '')) start++;
  while (end > start && unwanted.has(characters[end - 1] ?? '')) end--;
  return characters.slice(start, end).join('');
}

const withoutPrefix = (subject: string, prefix: string): string =>
  subject.startsWith(prefix) ? subject.slice(prefix.length) : subject;

const withoutSuffix = (subject: string, suffix: string): string =>
  suffix !== '' && subject.endsWith(suffix) ? subject.slice(0, -suffix.length) : subject;
