import { isJsonList, isJsonObject, member, sameValue, type Json, type JsonObject } from './json';

/** What the configuration writes for an argument: a literal, or only the names of what it refers to. */
export interface Expression {
  /** Absent where it is no literal. A literal `null` is there, and means that nothing is set. */
  readonly constant?: Json;
  readonly references: readonly string[];
}

/** What the configuration says of a value. */
export type Said =
  /** Nothing: whatever stands there, the provider chose it. */
  | { readonly kind: 'nothing' }
  /** One expression, or those of several blocks of which one it is; `inside` where it writes more than this value. */
  | { readonly kind: 'expressions'; readonly expressions: readonly Expression[]; readonly inside?: true }
  /** One block or list of blocks; several candidates where it cannot be told which block became which. */
  | { readonly kind: 'blocks'; readonly blocks: readonly JsonObject[] }
  /** Nobody can say. */
  | { readonly kind: 'hidden'; readonly why: string };

const nothing: Said = { kind: 'nothing' };
const someBlock: Said = { kind: 'hidden', why: 'settled at apply, and several blocks could have set it' };
const dynamicBlock: Said = {
  kind: 'hidden',
  why: 'settled at apply: it may come from a dynamic block, which a plan does not show',
};

/**
 * Block types of which Terraform keeps the order of the source. All others may be sets, which it sorts in its own way:
 * a plan does not tell the two apart.
 */
const ordered: ReadonlySet<string> = new Set(['statement']);

/** Reads an expression. A nested block is none, and neither is a list of blocks. */
export function expressionOf(json: Json | undefined): Expression | undefined {
  if (!isJsonObject(json)) return undefined;
  const references = member(json, 'references');
  if (isJsonList(references)) return { references: references.filter((reference) => typeof reference === 'string') };
  if (Object.hasOwn(json, 'constant_value')) {
    const constant = member(json, 'constant_value');
    // An attribute of a block may have that name; then its expression is an object.
    if (expressionOf(constant) === undefined || Object.keys(json).length === 1)
      return { references: [], ...(constant !== undefined && { constant }) };
  }
  // A function call over literals, whose text is lost. An empty block looks the same.
  return Object.keys(json).length === 0 ? { references: [] } : undefined;
}

/** What an argument or block of that name in a configuration says. */
function saidIn(block: JsonObject, key: string): Said {
  const written = member(block, key);
  if (written === undefined) return nothing;
  const expression = expressionOf(written);
  if (expression) return { kind: 'expressions', expressions: [expression] };
  const blocks = isJsonList(written) ? written.filter(isJsonObject) : isJsonObject(written) ? [written] : [];
  return { kind: 'blocks', blocks };
}

/** Steps from an object to one of its members. */
export function sayOfMember(said: Said, key: string): Said {
  if (said.kind === 'nothing') return dynamicBlock;
  if (said.kind !== 'blocks') return said.kind === 'expressions' ? { ...said, inside: true } : said;
  const all = said.blocks.map((block) => saidIn(block, key));
  const [first, ...others] = all;
  if (!first) return dynamicBlock;
  if (others.length === 0) return first;
  if (all.every(({ kind }) => kind === 'nothing')) return nothing;
  if (all.every((one) => one.kind === 'expressions'))
    return { kind: 'expressions', expressions: all.flatMap(({ expressions }) => expressions) };
  if (all.every((one) => one.kind === 'blocks')) return { kind: 'blocks', blocks: all.flatMap(({ blocks }) => blocks) };
  return someBlock;
}

/**
 * Steps from a list to one of its elements. Which of several blocks an element comes from is told by the literals they
 * write; where that leaves several, all of them may have set it. More elements than blocks betray a dynamic block.
 */
export function sayOfElement(said: Said, key: string, elements: readonly (Json | undefined)[], index: number): Said {
  if (said.kind === 'nothing') return dynamicBlock;
  if (said.kind !== 'blocks') return said.kind === 'expressions' ? { ...said, inside: true } : said;
  if (elements.length > said.blocks.length) return dynamicBlock;
  const own = said.blocks[index];
  if (own && ordered.has(key) && elements.length === said.blocks.length) return { kind: 'blocks', blocks: [own] };
  const fitting = said.blocks.filter((block) => fits(block, elements[index]));
  return { kind: 'blocks', blocks: fitting.length > 0 ? fitting : said.blocks };
}

/** Whether nothing that the block writes as a literal contradicts the element. */
const fits = (block: JsonObject, element: Json | undefined): boolean =>
  Object.keys(block).every((key) => {
    const constant = expressionOf(block[key])?.constant;
    const value = member(element, key);
    if (constant === undefined || constant === null || value === undefined) return true;
    return isJsonList(constant) || isJsonObject(constant) || sameValue(constant, value);
  });

/** The arguments of a block as the two trees of a plan: literals have a value, all others are unknown. */
export function writtenTrees(block: JsonObject): { readonly value: JsonObject; readonly unknown: JsonObject } {
  const value: [string, Json][] = [];
  const unknown: [string, Json][] = [];
  for (const [key, written] of Object.entries(block)) {
    const expression = expressionOf(written);
    if (expression?.constant !== undefined) value.push([key, expression.constant]);
    else if (expression) unknown.push([key, true]);
    else {
      const trees = (isJsonList(written) ? written : [written]).filter(isJsonObject).map(writtenTrees);
      value.push([key, trees.map((tree) => tree.value)]);
      unknown.push([key, trees.map((tree) => tree.unknown)]);
    }
  }
  return { value: Object.fromEntries(value), unknown: Object.fromEntries(unknown) };
}

/** References without the prefixes that Terraform lists behind each (`a.b.id`, `a.b`), and each only once. */
export function subjectsOf(references: readonly string[]): readonly string[] {
  const subjects = new Set<string>();
  let last = '';
  for (const reference of references) {
    const next = last.charAt(reference.length);
    if (last.startsWith(reference) && (next === '.' || next === '[')) continue;
    subjects.add(reference);
    last = reference;
  }
  return [...subjects];
}
