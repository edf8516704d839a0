/** A pattern of file names, taken apart: each alternative as the parts between its slashes. */
export interface Glob {
  readonly alternatives: readonly (readonly string[])[];
}

const mostAlternatives = 64;

/**
 * A pattern of `fileset`: `*`, `?`, classes, alternatives in braces, and `**` for any number of folders. Undefined where
 * it holds what the documentation does not tell.
 *
 * @see https://opentofu.org/docs/language/functions/fileset/
 */
export function globOf(pattern: string): Glob | undefined {
  if (pattern.length > 1000 || pattern.includes('\\')) return undefined;
  const alternatives = withoutBraces(pattern);
  const isKnown = alternatives?.every((one) => !/[{}]/u.test(one) && hasWholeClasses(one)) ?? false;
  return alternatives && isKnown ? { alternatives: alternatives.map((one) => one.split('/')) } : undefined;
}

function withoutBraces(pattern: string): readonly string[] | undefined {
  let written: readonly string[] = [pattern];
  for (;;) {
    const next = written.flatMap((one) => {
      const [whole, before = '', choices = '', after = ''] = /^([^{}]*)\{([^{}]*)\}(.*)$/u.exec(one) ?? [];
      return whole === undefined ? [one] : choices.split(',').map((choice) => before + choice + after);
    });
    if (next.length > mostAlternatives) return undefined;
    if (next.length === written.length && next.every((one, index) => one === written[index])) return next;
    written = next;
  }
}

const hasWholeClasses = (pattern: string): boolean =>
  !/[[\]]/u.test(pattern.replaceAll(/\[\^?(?:[^[\]^/-](?:-[^[\]^/-])?)+\]/gu, ''));

/** How many folders deep a name may lie; undefined where any number. */
export const depthOf = ({ alternatives }: Glob): number | undefined =>
  alternatives.some((parts) => parts.includes('**'))
    ? undefined
    : Math.max(...alternatives.map((parts) => parts.length));

/** Whether a name, with slashes between folders, follows a pattern. */
export const matchesGlob = ({ alternatives }: Glob, name: string): boolean => {
  const folders = name.split('/');
  return alternatives.some((parts) => follows(parts, folders, matchesPart, '**'));
};

const characterPattern = /\[(\^?)([^\]]+)\]|[^]/gu;

/** A part as what each of its characters may be. */
const tokensOf = (part: string): readonly string[] => part.match(characterPattern) ?? [];

const matchesPart = (part: string, name: string): boolean =>
  follows(tokensOf(part.replaceAll(/\*+/gu, '*')), Array.from(name), matchesCharacter, '*');

function matchesCharacter(token: string, character: string): boolean {
  if (token === '?' || token === character) return true;
  const [, negated, members] = /^\[(\^?)([^\]]+)\]$/u.exec(token) ?? [];
  return members !== undefined && isAmong(members, character) !== (negated === '^');
}

const isAmong = (members: string, character: string): boolean =>
  [...members.matchAll(/(.)(?:-(.))?/gu)].some(([, from = '', to = from]) => character >= from && character <= to);

/** In time that grows with pattern times text: a wildcard goes back to the last of its kind alone. */
function follows(
  pattern: readonly string[],
  text: readonly string[],
  matches: (part: string, piece: string) => boolean,
  wildcard: string,
): boolean {
  let [at, next] = [0, 0];
  let [resumeAt, resumeNext] = [-1, -1];
  while (at < text.length) {
    const part = pattern[next];
    if (part === wildcard) {
      resumeNext = ++next;
      resumeAt = at;
    } else if (part !== undefined && matches(part, text[at] ?? '')) {
      at++;
      next++;
    } else if (resumeNext !== -1) {
      at = ++resumeAt;
      next = resumeNext;
    } else return false;
  }
  return pattern.slice(next).every((part) => part === wildcard);
}
