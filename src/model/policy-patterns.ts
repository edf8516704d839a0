import type { Pattern, Statement } from './policy';
import { isFilled } from './property';
import { is, some, truth, type Truth } from './truth';
import type { Settled } from './value';

/** What the texts of a policy match: its wildcards, and the holes that are filled at deployment. */

export const label = ({ sid }: Statement): string => (sid === undefined || sid === '' ? 'a statement' : `"${sid}"`);

/** What stands for a hole in a text. No name, number or ARN has it. */
const hole = '${...}';

/** A pattern as people read it; holes show as `${...}`. */
export const shown = (pattern: Pattern): string => readAs(pattern, hole);

const readAs = (pattern: Pattern, free: string): string =>
  pattern.map((part) => (typeof part === 'string' ? part : isFilled(part) ? hole : free)).join('');

/** Whether a pattern is known to the letter, but for what a resource or the platform fills. */
export const isPlain = (pattern: Pattern): boolean =>
  pattern.every((part) => typeof part === 'string' || isFilled(part));

/**
 * Tests a pattern's text. A hole that a resource or the platform fills is no wildcard; one that may be anything leaves
 * the answer open where a wildcard and a plain text in its place would answer differently.
 */
function textPasses(pattern: Pattern, test: (text: string) => boolean | undefined): boolean | undefined {
  const plain = test(shown(pattern));
  return isPlain(pattern) || test(readAs(pattern, '*')) === plain ? plain : undefined;
}

function patternPasses(pattern: Settled<Pattern>, test: (text: string) => boolean | undefined, note: string): Truth {
  if (pattern.state === 'unknown' && !pattern.among) return is(pattern, () => true, note);
  const candidates = pattern.state === 'known' ? [pattern.value] : (pattern.among ?? []);
  const outcomes = new Set(candidates.map((one) => textPasses(one, test)));
  const holds = outcomes.size === 1 ? [...outcomes][0] : undefined;
  return truth(holds, pattern.at, `${note} "${candidates.map(shown).join('" or "')}"`);
}

/** Some pattern of a list of patterns passes a test of its text. */
export const somePattern = (
  patterns: Settled<readonly Settled<Pattern>[]>,
  test: (text: string) => boolean | undefined,
  note: string,
): Truth => some(patterns, (pattern) => patternPasses(pattern, test, note), note);

/** Text that matches everything: stars, with or without question marks. */
export const isStar = (text: string): boolean => /^\?*\*[*?]*$/.test(text);

/** Text is a word, in any case. */
export const spells =
  (word: string) =>
  (text: string): boolean =>
    matchesGlob(text.toLowerCase(), word);

/** `service:*`, or anything as wide as that. */
export const isWholeService = (action: string): boolean => isStar(action.slice(action.indexOf(':') + 1));

/** Whether an action pattern (with `*` and `?`, in any case) covers an action. */
export const matchesAction = (pattern: string, action: string): boolean =>
  matchesGlob(pattern.toLowerCase(), action.toLowerCase());

/** Linear in practice and never exponential: backtracks to the last star only. */
export function matchesGlob(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
