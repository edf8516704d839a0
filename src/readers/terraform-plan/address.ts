/** An instance key of `count` or `for_each`. */
export type InstanceKey = string | number;

/** A name, or what stands in brackets: no key for a splat or a computed key (`[*]`). */
export type Step = string | { readonly key?: InstanceKey };

/** A call of a module on the way from the root, and the instance's key. */
export interface ModuleStep {
  readonly name: string;
  readonly key?: InstanceKey;
}

/**
 * Splits `module.a["x.y"].aws_s3_bucket.b[0].id` into its names and keys. Quoted keys may hold dots, brackets and
 * escaped quotes.
 */
export function parseSteps(address: string): readonly Step[] {
  const steps: Step[] = [];
  let at = 0;
  while (at < address.length) {
    if (address[at] === '[') {
      const end = endOfKey(address, at);
      steps.push(parseKey(address.slice(at + 1, end)));
      at = end + 1;
    } else {
      const start = at;
      while (at < address.length && address[at] !== '.' && address[at] !== '[') at++;
      if (at > start) steps.push(address.slice(start, at));
    }
    if (address[at] === '.') at++;
  }
  return steps;
}

/** Takes the module calls off the front of an address. */
export function splitModules(steps: readonly Step[]): {
  readonly modules: readonly ModuleStep[];
  readonly rest: readonly Step[];
} {
  const modules: ModuleStep[] = [];
  let at = 0;
  for (let name = steps[1]; steps[at] === 'module' && typeof name === 'string'; name = steps[at + 1]) {
    const next = steps[at + 2];
    at += 2;
    if (typeof next !== 'object') modules.push({ name });
    else {
      modules.push({ name, ...next });
      at++;
    }
  }
  // Copied without the space that a growing list has behind its end: a plan may have thousands of modules.
  return { modules: modules.slice(), rest: steps.slice(at) };
}

/** One spelling for one module instance, however its address was quoted. Empty for the root. */
export const moduleAddress = (modules: readonly ModuleStep[]): string =>
  modules.map(({ name, key }) => `module.${name}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`).join('.');

/** The bracket that closes the key, or the end of a text that was cut off. */
function endOfKey(address: string, open: number): number {
  let quoted = false;
  for (let at = open + 1; at < address.length; at++) {
    if (quoted && address[at] === '\\') at++;
    else if (address[at] === '"') quoted = !quoted;
    else if (!quoted && address[at] === ']') return at;
  }
  return address.length;
}

function parseKey(text: string): Step {
  if (text.startsWith('"')) return { key: unquote(text) };
  return text !== '' && Number.isInteger(Number(text)) ? { key: Number(text) } : {};
}

function unquote(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, text.endsWith('"') ? -1 : undefined);
  }
}
