/** No text that people write comes near it, whatever stands in its comments and quotes. */
const deepest = 1_000;

/**
 * Where a YAML text nests deeper than anybody writes, if it does. The parser's time and memory grow with the depth, and its
 * only limit is the call stack, so this is asked first. It counts brackets and leading indicators (`- - -`) without regard to
 * quotes, which may say too much, and never too little.
 */
export function tooDeepAt(text: string): number | undefined {
  let brackets = 0;
  let indicators = 0;
  let leading = true;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') {
      indicators = 0;
      leading = true;
    } else if (character === '[' || character === '{') brackets++;
    else if (character === ']' || character === '}') brackets = Math.max(brackets - 1, 0);
    if (leading && (character === '-' || character === '?' || character === ':')) indicators++;
    else if (character !== ' ' && character !== '\t' && character !== '\n') leading = false;
    if (brackets > deepest || indicators > deepest) return at;
  }
  return undefined;
}
