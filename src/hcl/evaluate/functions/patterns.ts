import { refuse, withinItems, withinText } from '../failure';
import { listValue, nullValue, objectValue, stringValue, unknownValue, type Value } from '../value';
import { allStrict, list, text, textAt, type Arguments, type Functions } from './definition';

export const patternFunctions: Functions = allStrict({
  regex: (given) => withPattern(given, (expression, subject) => {
    const match = expression.exec(subject);
    return match ? valueOf(match) : refuse('the pattern does not match');
  }),
  regexall: (given) => withPattern(given, (expression, subject) => list(matchesOf(expression, subject).map(valueOf))),
}); // prettier-ignore

function withPattern(given: Arguments, use: (expression: RegExp, subject: string) => Value): Value {
  const [pattern, subject] = [textAt(given, 0), textAt(given, 1)];
  const expression = compile(pattern, subject.length);
  return expression ? use(expression, subject) : notTold;
}

const notTold: Value = unknownValue('a pattern that is not evaluated');

function matchesOf(expression: RegExp, subject: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  for (const match of subject.matchAll(expression)) withinItems(matches.push(match));
  return matches;
}

/** Named groups are an object, other groups a list, and a pattern without groups is the text it matches. */
function valueOf(match: RegExpExecArray): Value {
  const group = (one: string | undefined) => (one === undefined ? nullValue() : stringValue(one));
  if (match.groups) return objectValue(Object.entries(match.groups).map(([name, one]) => [name, group(one)] as const));
  return match.length > 1 ? listValue(match.slice(1).map(group)) : stringValue(match[0]);
}

export const isPattern = (what: string): boolean => what.length > 1 && what.startsWith('/') && what.endsWith('/');

/** In the replacement `$1`, `${1}` and `${name}` stand for groups, as Go writes them. */
export function replaceMatches(subject: string, pattern: string, replacement: string): Value {
  const expression = compile(pattern, subject.length);
  if (!expression) return notTold;
  let length = subject.length;
  const replaced = subject.replace(expression, (...found: readonly unknown[]) => {
    const named = typeof found.at(-1) === 'object' ? (found.at(-1) as Readonly<Record<string, string | undefined>>) : {};
    const filled = fill(replacement, (name) => (/^\d+$/u.test(name) ? groupAt(found, Number(name)) : (named[name] ?? '')));
    withinText((length += filled.length));
    return filled;
  });
  return text(replaced);
} // prettier-ignore

const groupAt = (found: readonly unknown[], index: number): string => {
  const group = found[index];
  return typeof group === 'string' && index < found.findIndex((one) => typeof one === 'number') ? group : '';
};

const fill = (replacement: string, group: (name: string) => string): string =>
  replacement.replace(/\$(?:\$|\{(\w+)\}|(\w+))/gu, (whole, braced?: string, bare?: string) =>
    whole === '$$' ? '$' : group(braced ?? bare ?? ''),
  );

/**
 * A pattern of Go as one of JavaScript. Go's engine takes time in proportion to the text, JavaScript's goes back and
 * forth: only patterns of which the work can be foreseen are run. Undefined for the others.
 */
function compile(pattern: string, subjectLength: number): RegExp | undefined {
  if (pattern.length > longestPattern) return undefined;
  const inline = /^\(\?([ims]+)\)/u.exec(pattern);
  const bare = inline ? pattern.slice(inline[0].length) : pattern;
  const repetitions = countRepetitions(bare);
  if (repetitions === undefined || (subjectLength + 1) ** (repetitions + 1) > mostWork) return undefined;
  const source = bare.replaceAll('(?P<', '(?<').replaceAll(/\\([Az])/gu, (_, end: string) => (end === 'A' ? '^' : '$'));
  if (/\[\[:|\\[QEC]|\(\?[ims-]/u.test(source)) return undefined;
  try {
    return new RegExp(source, `gu${inline?.[1] ?? ''}`);
  } catch {
    return lenient(source, inline?.[1] ?? '');
  }
}

/** Go allows escapes that mean nothing (`\_`), which JavaScript allows only without Unicode. */
function lenient(source: string, flags: string): RegExp | undefined {
  if (/\\p|[^\0-\x7f]/u.test(source)) return undefined;
  try {
    return new RegExp(source, `g${flags}`);
  } catch {
    return undefined;
  }
}

const longestPattern = 500;
const mostWork = 20_000_000;

/**
 * How many repetitions a pattern has, each of which may multiply the work by the length of the text. Undefined where a
 * repeated group holds another repetition or alternatives: there the work may double with every character.
 */
function countRepetitions(pattern: string): number | undefined {
  let repetitions = 0;
  const groups: { risky: boolean }[] = [{ risky: false }];
  let closed: { risky: boolean } | undefined;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    const group = closed;
    closed = undefined;
    if (character === '\\') at++;
    else if (character === '[') at = endOfClass(pattern, at);
    else if (character === '(') groups.push({ risky: false });
    else if (character === ')') {
      closed = groups.pop();
      const outer = groups.at(-1);
      if (!closed || !outer) return undefined;
      outer.risky ||= closed.risky;
    } else if (character === '|') markRisky(groups);
    else if (isRepetition(pattern, at)) {
      if (group?.risky) return undefined;
      repetitions++;
      markRisky(groups);
    }
  }
  return repetitions;
}

function markRisky(groups: readonly { risky: boolean }[]): void {
  const innermost = groups.at(-1);
  if (innermost) innermost.risky = true;
}

function endOfClass(pattern: string, start: number): number {
  let at = start + (pattern.startsWith('[^', start) ? 2 : 1);
  if (pattern.charAt(at) === ']') at++;
  while (at < pattern.length && pattern.charAt(at) !== ']') at += pattern.charAt(at) === '\\' ? 2 : 1;
  return at;
}

/** `*`, `+`, and counts in braces; `?` decides only once. */
function isRepetition(pattern: string, at: number): boolean {
  const character = pattern.charAt(at);
  return character === '*' || character === '+' || (character === '{' && /^\{\d+(?:,\d*)?\}/u.test(pattern.slice(at, at + 20)));
} // prettier-ignore
