import type { Test } from './compile';
import { conditionTest } from './conditions/condition';
import { variableSymbol } from './globs';
import { codePoints, symbolLetter } from './letters';
import type { Condition, Pattern, Statement } from './model';
import type { Reading } from './reading';
import { isUnknown } from './text';

/**
 * Policy variables. A request chooses the value of each: one that nothing mentions is tried first, then none at all, then
 * those that the patterns beside it suggest: whole texts, parts between separators, beginnings before a wildcard.
 */

/** A value for each variable; `null` where the request has none. */
export type Values = ReadonlyMap<string, string | null>;

const limit = 48;

/** Assignments worth trying beside values that nobody mentions. */
export function* instantiations(statements: readonly Statement[], met: ReadonlySet<string>): Generator<Values> {
  const options = [...met].map((key) => [key, [null, ...suggestions(statements, key)]] as const);
  let tried = 0;
  for (const values of assignments(options)) {
    if (++tried > limit) return;
    yield values;
  }
}

type Options = readonly (readonly [string, readonly (string | null)[]])[];

/** None at all; then one variable at a time, the others being what nobody mentions, or nothing; then several together. */
function* assignments(options: Options): Generator<Values> {
  const none: Values = new Map(options.map(([key]) => [key, null]));
  yield none;
  for (const [key, values] of options) for (const value of values) yield new Map([[key, value]]);
  if (options.length === 1) return;
  for (const [key, values] of options)
    for (const value of values) if (value !== null) yield new Map([...none, [key, value]]);
  yield* together(options, new Map());
}

function* together([head, ...rest]: Options, chosen: Values): Generator<Values> {
  if (!head) {
    if (chosen.size > 1) yield chosen;
    return;
  }
  const [key, values] = head;
  yield* together(rest, chosen);
  for (const value of values) yield* together(rest, new Map(chosen).set(key, value));
}

function suggestions(statements: readonly Statement[], key: string): readonly string[] {
  const found = new Set<string>();
  const fresh = symbolLetter(variableSymbol(key)) ?? '';
  for (const [of, patterns] of patternsByPlace(statements)) {
    const users = patterns.filter((pattern) => pattern.some((piece) => piece.kind === 'variable' && piece.key === key));
    if (users.length === 0 && of !== key) continue;
    found.add('');
    for (const pattern of patterns)
      if (of === key || users.some((user) => user !== pattern && mayMeet(user, pattern)))
        for (const value of partsOf(pattern, fresh)) found.add(value);
  }
  return [...found].slice(0, limit);
}

/** The patterns that are matched against the same part of a request. */
function patternsByPlace(statements: readonly Statement[]): ReadonlyMap<string, readonly Pattern[]> {
  const places = new Map<string, Pattern[]>();
  const add = (place: string, patterns: readonly Pattern[]): void => {
    const all = places.get(place) ?? [];
    all.push(...patterns);
    places.set(place, all);
  };
  for (const { resources, conditions } of statements) {
    if (resources && !isUnknown(resources.patterns)) add('resource', resources.patterns);
    if (!isUnknown(conditions)) for (const { key, values } of conditions) if (!isUnknown(values)) add(key, values);
  }
  return places;
}

/** Patterns whose known beginnings contradict each other suggest nothing; nor does one that names no text of its own. */
function mayMeet(user: Pattern, other: Pattern): boolean {
  const [left, right] = [beginning(user), beginning(other)];
  return !other.some(({ kind }) => kind === 'reference') && (left.startsWith(right) || right.startsWith(left));
}

function beginning([first]: Pattern): string {
  if (first?.kind === 'literal') return first.text;
  return first?.kind === 'text' ? (/^[^*?]*/.exec(first.text)?.[0] ?? '') : '';
}

function* partsOf(pattern: Pattern, fresh: string): Generator<string> {
  for (const piece of pattern) {
    if (piece.kind !== 'text' && piece.kind !== 'literal') continue;
    const text = [...codePoints(piece.text)].map((point) => String.fromCodePoint(point)).join('');
    for (const part of [text, ...text.split(/[:/]/)]) {
      yield part.replace(/[*?]/g, '');
      if (!/[*?]/.test(part)) continue;
      yield part.replace(/[*?]+/g, fresh);
      yield part.replace(/\?/g, 'x').replace(/\*/g, '');
    }
  }
}

/** A variable's value is the value of its key, and has none where the key is missing: the tests that tie the two. */
export function ties(met: ReadonlySet<string>, reading: Reading): readonly Test[] {
  const { variables } = reading;
  if (variables === 'any') return [];
  return [...met].flatMap((key) => {
    if (key === 'aws:principalarn') return [];
    const tie: Condition =
      variables.get(key) === null
        ? { operator: 'Null', key, values: [[{ kind: 'text', text: 'true' }]] }
        : { operator: 'StringEquals', key, values: [[{ kind: 'variable', key }]] };
    const test = conditionTest(tie, reading);
    return typeof test === 'boolean' ? [] : [test];
  });
}
