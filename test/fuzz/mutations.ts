import fc from 'fast-check';
import { hostileNames } from '../support/hostile';

/** What breaks programs that were written for what people write. */
const hostileValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  2 ** 53,
  '9007199254740993',
  1e308,
  '',
  '*',
  '**',
  '${',
  '${var.x}',
  '%{ if',
  '{{resolve:ssm:x}}',
  '\u0000',
  '\u001b[2J',
  '\ud800',
  '\u202e\u2028',
  '__proto__',
  'constructor',
  '0.0.0.0/0',
  '::/0',
  '999.1.2.3/99',
  'arn:aws:iam::*:role/*',
  'a'.repeat(5_000),
  [],
  {},
  [[[[]]]],
  [null],
  { Ref: 'AWS::NoValue' },
  { Ref: '__proto__' },
  { 'Fn::Sub': ['${a}', { a: { Ref: 'b' } }] },
  { 'Fn::If': ['c', {}, []] },
  { 'Fn::GetAtt': [] },
  { references: ['module.x', 'each.value', 'x.y[0].z'] },
  { constant_value: null },
  JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":{}},"toString":1}') as unknown,
  '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  '{"Statement":',
];

const hostileTexts: readonly string[] = [
  '\u0000', '\ufeff', '\r', '\n', '\t', '"', "'", '`', '\\', '\\u0000', '{', '}', '[', ']', '${', '%{', '<<EOT\n', '#', '/*', '*/',
  '//', '---\n', '&a', '*a', '<<: *a', '!Sub', '!!binary', '? ', '- ', ': ', '__proto__', '1e400', '-', '0x', 'null', 'true',
  '\u001b[2J', '\u{10ffff}', 'for x in y : ', '...', '[*]', '.*.', '(', ')', '=>', '?', '"__proto__": ', '{"Fn::If": [', 'count = ',
]; // prettier-ignore

/** One change of a text, by its bytes. Numbers are taken modulo what there is. */
export type ByteEdit =
  | { readonly kind: 'flip' | 'remove' | 'cut' | 'repeat'; readonly at: number; readonly size: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'splice'; readonly at: number; readonly from: number; readonly size: number };

/** One change of a JSON document, by its nodes. */
export type NodeEdit =
  | { readonly kind: 'set'; readonly at: number; readonly value: unknown }
  | { readonly kind: 'delete' | 'wrap' | 'nest'; readonly at: number }
  | { readonly kind: 'rename'; readonly at: number; readonly name: string }
  | { readonly kind: 'copy'; readonly at: number; readonly from: number };

const place = fc.nat(1 << 20);

export const byteEdit: fc.Arbitrary<ByteEdit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('flip', 'remove', 'cut', 'repeat'), at: place, size: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('insert'), at: place, text: fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ maxLength: 4, unit: 'binary' })) }),
  fc.record({ kind: fc.constant('splice'), at: place, from: place, size: fc.integer({ min: 1, max: 200 }) }),
); // prettier-ignore

const names = [
  '__proto__',
  'constructor',
  'toString',
  'Ref',
  'Fn::If',
  'Fn::ForEach::X',
  'count',
  'for_each',
  'dynamic',
  '',
  '0',
  'a.b[0]',
  '//',
];

export const nodeEdit: fc.Arbitrary<NodeEdit> = fc.oneof(
  fc.record({ kind: fc.constant('set'), at: place, value: fc.oneof(fc.constantFrom(...hostileValues), fc.jsonValue({ maxDepth: 2 })) }),
  fc.record({ kind: fc.constantFrom('delete', 'wrap', 'nest'), at: place }),
  fc.record({ kind: fc.constant('rename'), at: place, name: fc.constantFrom(...names) }),
  fc.record({ kind: fc.constant('copy'), at: place, from: place }),
); // prettier-ignore

/** One text that somebody chose, exchanged for another. */
export interface TextEdit {
  readonly at: number;
  readonly text: string;
}

export const textEdit: fc.Arbitrary<TextEdit> = fc.record({
  at: place,
  text: fc.oneof(fc.constantFrom(...hostileNames, ...hostileTexts), fc.string({ unit: 'binary', maxLength: 30 })),
});

/** Members of a result that hold what the inspected files say, and not words of the tool's own. */
const chosen: ReadonlySet<string> = new Set([
  'address', 'type', 'constructPath', 'stack', 'document', 'path', 'file', 'message', 'note', 'why', 'fix', 'reason', 'owner',
  'ticket', 'error', 'service', 'responsibility', 'fingerprint',
]); // prettier-ignore
const lists: ReadonlySet<string> = new Set(['notes', 'related', 'unclassified']);

/** A copy of a result whose inputs chose other texts. */
export function withTextsChanged(document: unknown, edits: readonly TextEdit[]): unknown {
  const root = { document: structuredClone(document) };
  const slots = slotsOf(root).filter((slot) => {
    const value = get(slot);
    if (typeof slot.key === 'string' && lists.has(slot.key) && Array.isArray(value)) value.push('x');
    return typeof value === 'string' && (typeof slot.key === 'number' || chosen.has(slot.key));
  });
  for (const { at, text } of edits) {
    const slot = slots[at % slots.length];
    if (slot) set(slot, text);
  }
  return root.document;
}

/** The bytes after the changes. */
export function withBytesChanged(bytes: Buffer, edits: readonly ByteEdit[], other: Buffer): Buffer {
  return edits.reduce((now, edit) => changed(now, edit, other), bytes);
}

function changed(bytes: Buffer, edit: ByteEdit, other: Buffer): Buffer {
  const at = edit.at % (bytes.length + 1);
  const before = bytes.subarray(0, at);
  switch (edit.kind) {
    case 'flip': {
      const copy = Buffer.from(bytes);
      if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << (edit.size % 8));
      return copy;
    }
    case 'remove':
      return Buffer.concat([before, bytes.subarray(at + edit.size)]);
    case 'cut':
      return before;
    case 'repeat':
      return Buffer.concat([before, bytes.subarray(at, at + edit.size), bytes.subarray(at)]);
    case 'insert':
      return Buffer.concat([before, Buffer.from(edit.text), bytes.subarray(at)]);
    case 'splice': {
      const from = edit.from % (other.length + 1);
      return Buffer.concat([before, other.subarray(from, from + edit.size), bytes.subarray(at)]);
    }
  }
}

interface Slot {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

/** A copy of a document after the changes. */
export function withNodesChanged(document: unknown, edits: readonly NodeEdit[]): unknown {
  const root = { document: structuredClone(document) };
  for (const edit of edits) {
    const slots = slotsOf(root);
    const slot = slots[edit.at % slots.length];
    if (slot) apply(edit, slot, slots);
  }
  return root.document;
}

function slotsOf(root: Record<string, unknown>): readonly Slot[] {
  const slots: Slot[] = [];
  const pending: Slot['holder'][] = [root];
  for (let holder = pending.pop(); holder; holder = pending.pop())
    for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
      slots.push({ holder, key });
      const value = get({ holder, key });
      if (typeof value === 'object' && value !== null) pending.push(value as Slot['holder']);
    }
  return slots;
}

const get = ({ holder, key }: Slot): unknown => Object.getOwnPropertyDescriptor(holder, key)?.value as unknown;

function set({ holder, key }: Slot, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function apply(edit: NodeEdit, slot: Slot, slots: readonly Slot[]): void {
  const { holder, key } = slot;
  const value = get(slot);
  switch (edit.kind) {
    case 'set':
      set(slot, structuredClone(edit.value));
      break;
    case 'delete':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
      break;
    case 'wrap':
      set(slot, [value]);
      break;
    case 'nest':
      set(slot, { [String(key)]: value });
      break;
    case 'rename':
      if (Array.isArray(holder)) break;
      Reflect.deleteProperty(holder, key);
      set({ holder, key: edit.name }, value);
      break;
    case 'copy': {
      const source = slots[edit.from % slots.length];
      if (source) set(slot, structuredClone(get(source)));
    }
  }
}
