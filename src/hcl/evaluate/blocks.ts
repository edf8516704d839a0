import type { Block, Body } from '../syntax';
import { forEachBranch } from './choice';
import { argumentOf, attributeOf, blockOf, type Layer } from './declarations';
import { elementsOf } from './elements';
import { attempt, guarded } from './expression';
import { withinItems } from './failure';
import { whyOpen } from './inspect';
import { placeIn, withVariables, type Scope } from './session';
import { listValue, objectValue, unknownValue, type ObjectValue, type Place, type Value } from './value';

/** From the type of a block to its last label: what stands for the whole block. */
export function headerOf({ start, typeSpan, labels }: Block, file: string): Place {
  return { file, start, end: labels.at(-1)?.end ?? typeSpan.end };
}

/** Arguments with their values, and nested blocks as lists of objects. Nothing here throws. */
export function bodyValue(layers: readonly Layer[], scope: Scope, at: Place, ignored: ReadonlySet<string>): ObjectValue {
  const members = new Map<string, Value>();
  for (const name of argumentNames(layers))
    if (!ignored.has(name)) members.set(name, argumentValue(layers, name, scope) ?? unknownValue('settled at apply'));
  for (const type of blockTypes(layers)) {
    if (ignored.has(type)) continue;
    const written = members.get(type);
    const blocks = guarded(scope, at, () => allOf(written, blocksValue(layers, type, scope)));
    members.set(type, blocks);
  }
  return objectValue(members, { at: [at] }, damageOf(layers));
} // prettier-ignore

const allOf = (written: Value | undefined, blocks: Value | undefined): Value =>
  concatenated([written, blocks].filter((value) => value !== undefined));

const damageOf = (layers: readonly Layer[]): string | undefined =>
  layers.some(({ body }) => body.damaged) ? 'the block has a syntax error' : undefined;

const argumentNames = (layers: readonly Layer[]): ReadonlySet<string> =>
  new Set(layers.flatMap(({ body }) => body.items.flatMap((item) => (item.kind === 'attribute' ? [item.name] : []))));

const blockTypes = (layers: readonly Layer[]): ReadonlySet<string> =>
  new Set(layers.flatMap(({ body }) => body.items.flatMap((item) => (item.kind === 'block' ? [typeOf(item)] : []))));

/** A dynamic block is of the type that it makes. */
const typeOf = ({ type, labels }: Block): string => (type === 'dynamic' ? (labels[0]?.value ?? type) : type);

export function argumentValue(layers: readonly Layer[], name: string, scope: Scope): Value | undefined {
  const argument = argumentOf(layers, name);
  return argument && attempt(argument.expression, { ...scope, file: argument.file });
}

/** All blocks of a type as one list; undefined where there is none. The topmost layer that has any replaces the others. */
export function blocksValue(layers: readonly Layer[], type: string, scope: Scope): Value | undefined {
  for (const { file, body } of [...layers].reverse()) {
    const blocks = body.items.filter((item): item is Block => item.kind === 'block' && typeOf(item) === type);
    if (blocks.length > 0) return concatenated(blocks.map((block) => blockValue(block, { ...scope, file })));
  }
  return undefined;
}

const nothing: ReadonlySet<string> = new Set();

function blockValue(block: Block, scope: Scope): Value {
  const header = headerOf(block, scope.file);
  if (block.type !== 'dynamic') return listValue([content(block.body, scope, header)], { at: [header] });
  return guarded(scope, header, () => dynamicBlocks(block, scope, header));
}

function content(body: Body, scope: Scope, at: Place): Value {
  scope.session.enter();
  try {
    return bodyValue([{ file: scope.file, body }], scope, at, nothing);
  } finally {
    scope.session.leave();
  }
}

/** With a collection that is not known there may be any number of blocks. */
function dynamicBlocks({ body, labels, start, end }: Block, scope: Scope, at: Place): Value {
  const forEach = attributeOf(body, 'for_each');
  const inner = blockOf(body, 'content');
  if (!forEach || !inner) return unknownValue('a dynamic block without its parts', { at: [placeIn(scope, { start, end })] });
  const iterator = attributeOf(body, 'iterator')?.expression;
  const name = iterator?.kind === 'variable' ? iterator.name : (labels[0]?.value ?? '');
  return forEachBranch([attempt(forEach.expression, scope)], true, ([collection]) => {
    const over = elementsOf(collection);
    if (over.kind === 'unknown') return listValue([], { at: [at] }, over.why);
    withinItems(over.elements.length);
    const blocks = over.elements.map(({ key, value }) => {
      const bound = objectValue([['key', key], ['value', value]]);
      return content(inner.body, withVariables(scope, [[name, bound]]), at);
    });
    return listValue(blocks, { at: [at] }, over.open);
  });
} // prettier-ignore

function concatenated(lists: readonly Value[]): Value {
  const [only] = lists;
  if (only && lists.length === 1) return only;
  const at = lists.flatMap((list) => list.at.slice(0, 1)).slice(0, 1);
  return forEachBranch(lists, true, (settled) => {
    const open = settled.find((list) => list.kind !== 'list' || list.open !== undefined);
    const items = settled.flatMap((list) => (list.kind === 'list' ? list.items : list.kind === 'object' ? [list] : []));
    return listValue(items, { at }, open && (whyOpen(open) ?? 'settled at apply'));
  });
}
