import type { Resource } from '../model/resource';

/** Where `*` stops. `none`: nowhere. In an address a dot inside a quoted key (`b["a.b"]`) is no border. */
export type Border = '.' | '/' | ':' | 'none';

/**
 * Compiles a pattern whose only wildcards are `*` (any text up to the next border) and `**` (any text). Everything
 * else is literal, brackets and question marks too. A `**` that stands for whole segments may stand for none:
 * `Stack/**` + `/Bucket` also matches `Stack/Bucket`.
 *
 * The matcher runs all alternatives side by side, so its time is at most text times pattern, however hostile they are.
 */
export function glob(pattern: string, border: Border): (text: string) => boolean {
  const tokens = tokensOf(pattern);
  const wildcard = pattern.indexOf('*');
  if (wildcard < 0) return (text) => text === pattern;
  const prefix = pattern.slice(0, wildcard);
  const part = longestPart(pattern, border);
  return (text) => text.startsWith(prefix) && text.includes(part) && run(tokens, text, border);
}

/** Literal text that whatever matches must contain. Borders at its ends may fall away with a `**` beside them. */
function longestPart(pattern: string, border: Border): string {
  const parts = pattern
    .split('*')
    .map((part) => part.slice(part.startsWith(border) ? 1 : 0, part.endsWith(border) ? -1 : undefined));
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/**
 * Whether a pattern means a resource: by its address (`module.db.*`; borders are dots), its construct path
 * (`Prod/Data/**`; slashes) or its type (`AWS::S3::*`; colons). A construct path may be given as people write it,
 * without the `/Resource` or `/Default` that the CDK adds for the resource inside a construct.
 */
export function resourceMatcher(pattern: string): (resource: Resource) => boolean {
  const address = glob(pattern, '.');
  const path = glob(pattern, '/');
  const type = glob(pattern, ':');
  return (resource) =>
    address(resource.address) ||
    type(resource.type) ||
    (resource.constructPath !== undefined &&
      (path(resource.constructPath) || path(resource.constructPath.replace(/\/(?:Resource|Default)$/, ''))));
}

/** Single characters, `*` and `**`. */
function tokensOf(pattern: string): readonly string[] {
  const tokens: string[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern.charAt(i);
    if (character !== '*') tokens.push(character);
    else if (tokens.at(-1) === '*' || tokens.at(-1) === '**') tokens[tokens.length - 1] = '**';
    else tokens.push('*');
  }
  return tokens;
}

function run(tokens: readonly string[], text: string, border: Border): boolean {
  let active = new Set<number>();
  enter(active, 0, tokens, border);
  let quoted = false;
  let escaped = false;
  for (let i = 0; i < text.length && active.size > 0; i++) {
    const character = text.charAt(i);
    if (border === '.' && character === '"' && !escaped) quoted = !quoted;
    escaped = character === '\\' && !escaped;
    const stops = character === border && !quoted;
    const next = new Set<number>();
    for (const state of active) {
      const token = tokens[state];
      if (token === '**' || (token === '*' && !stops)) {
        next.add(state);
        enter(next, state + 1, tokens, border);
      } else if (token === character) enter(next, state + 1, tokens, border);
    }
    active = next;
  }
  return active.has(tokens.length);
}

/** A wildcard may stand for nothing, so whoever comes to it also comes to what follows. */
function enter(states: Set<number>, first: number, tokens: readonly string[], border: Border): void {
  const pending = [first];
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    const token = tokens[state];
    states.add(state);
    if (token !== '*' && token !== '**') continue;
    pending.push(state + 1);
    const segments = token === '**' && tokens[state + 1] === border && (state === 0 || tokens[state - 1] === border);
    if (segments) pending.push(state + 2);
  }
}
