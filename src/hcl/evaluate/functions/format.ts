import { joinTexts, knownText, numberText, textParts, toNumber } from '../convert';
import { LimitReached, refuse, withinItems } from '../failure';
import { isSettled, unknownFrom, whyOpen } from '../inspect';
import { jsonValue, listValue, stringValue, templateValue, type Value } from '../value';
import { argument, type Arguments, type Functions } from './definition';

export const formatFunctions: Functions = { format, formatlist };

/** What is not known is a hole in the text, as long as nothing has to be counted or padded. */
function format(given: Arguments): Value {
  const pattern = knownText(argument(given, 0));
  if (pattern === undefined) return unknownFrom(given);
  const pieces: Value[] = [];
  const end = readVerbs(pattern, (literal, verb) => {
    pieces.push(stringValue(literal));
    if (verb === undefined) return;
    pieces.push(verb.letter === '%' ? stringValue('%') : fill(verb, given));
  });
  pieces.push(stringValue(pattern.slice(end)));
  return joinTexts(pieces);
}

interface Verb {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly letter: string;
  /** Which argument it takes, from 1. */
  readonly position: number;
}

const verbPattern = /%([-+ #0]*)(\d+)?(?:\.(\d+))?(?:\[(\d+)\])?([a-zA-Z%])/gu;
const widest = 1000;

function readVerbs(pattern: string, piece: (literal: string, verb: Verb | undefined) => void): number {
  let end = 0;
  let next = 1;
  for (const match of pattern.matchAll(verbPattern)) {
    const [whole, flags = '', width = '0', precision, position, letter = ''] = match;
    if (Number(width) > widest || Number(precision ?? 0) > 100) throw new LimitReached('a text that is padded very wide');
    const taken = letter === '%' ? 0 : position === undefined ? next : Number(position);
    if (letter !== '%') next = taken + 1;
    piece(pattern.slice(end, match.index), {
      flags,
      width: Number(width),
      precision: precision === undefined ? undefined : Number(precision),
      letter,
      position: taken,
    });
    end = match.index + whole.length;
  }
  return pattern.slice(end).includes('%') ? refuse('a format verb that is not known') : end;
} // prettier-ignore

function fill(verb: Verb, given: Arguments): Value {
  const value = argument(given, verb.position);
  const isPlain = verb.flags === '' && verb.width === 0 && verb.precision === undefined;
  if (!isSettled(value) && (!isPlain || 'qtdbox'.includes(verb.letter))) return unknownFrom([value]);
  return isSettled(value) ? stringValue(pad(written(verb, value), verb)) : templateValue(partsOf(verb, value));
}

const partsOf = ({ letter }: Verb, value: Value) =>
  letter === 's' || value.kind === 'template' || value.kind === 'unknown' ? textParts(value) : [unknownFrom([value])];

function written({ letter, precision, flags }: Verb, value: Value): string {
  switch (letter) {
    case 's':
      return scalarText(value);
    case 'q':
      return JSON.stringify(scalarText(value));
    case 'v':
      return value.kind === 'string' ? value.value : plainJson(value);
    case 't':
      return value.kind === 'boolean' ? String(value.value) : refuse('a boolean is required');
    case 'd':
      return signed(wholeText(value), flags);
    case 'f':
      return signed(numeric(value).toFixed(precision ?? 6), flags);
    case 'e':
      return exponent(numeric(value), precision);
    case 'g':
      return String(numeric(value));
    case 'b':
      return numeric(value).toString(2);
    case 'o':
      return numeric(value).toString(8);
    case 'x':
      return hexadecimal(value);
    case 'X':
      return hexadecimal(value).toUpperCase();
    default:
      return refuse(`a format verb that is not known: ${letter}`);
  }
}

const scalarText = (value: Value): string => knownText(value) ?? refuse(whyOpen(value) ?? 'a text is not known');
const plainJson = (value: Value): string => knownText(jsonValue(value)) ?? '';

function numeric(value: Value): number {
  const number = toNumber(value);
  return number.kind === 'number' ? number.value : refuse('a number is not known');
}

function wholeText(value: Value): string {
  const number = toNumber(value);
  if (number.kind !== 'number') return refuse('a number is not known');
  return number.text ?? numberText({ value: Math.trunc(number.value) });
}

const exponent = (value: number, precision = 6): string =>
  value.toExponential(precision).replace(/e([+-])(\d)$/u, 'e$10$2');

const hexadecimal = (value: Value): string =>
  value.kind === 'number' ? value.value.toString(16) : Buffer.from(scalarText(value), 'utf8').toString('hex');

const signed = (text: string, flags: string): string =>
  flags.includes('+') && !text.startsWith('-') ? `+${text}` : text;

function pad(text: string, { flags, width, letter }: Verb): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || 'sqvt'.includes(letter)) return text.padStart(width, flags.includes('0') ? '0' : ' ');
  const sign = /^[+-]/u.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

/** One text for each item of the lists among the arguments, which are of one length. */
function formatlist(given: Arguments): Value {
  const lists = given.slice(1).filter((value) => value.kind === 'list');
  if (lists.some(({ open }) => open !== undefined)) return unknownFrom(given);
  if (given.slice(1).some(({ kind }) => kind === 'unknown' || kind === 'instance')) return unknownFrom(given);
  const lengths = new Set(lists.map(({ items }) => items.length));
  if (lengths.size > 1) return refuse('the lists differ in length');
  const [length = 1] = lengths;
  withinItems(length);
  const texts = Array.from({ length }, (_, index) =>
    format(given.map((value, at) => (at > 0 && value.kind === 'list' ? (value.items[index] ?? value) : value))),
  );
  return listValue(texts);
}
