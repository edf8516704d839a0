import { lineStartsOf } from '../lines';
import { attempt, Failure } from '../parse/failure';
import type { Attribute, Block, Body, BodyItem, Label, SourceFile } from '../syntax';
import { expressionOf, named, type Texts } from './expressions';
import { readJson, type JsonMember, type JsonNode, type JsonObject, type JsonText } from './tree';

/**
 * A file of Terraform's JSON syntax (`.tf.json`) as the file of native syntax that says the same. Nothing in JSON tells a
 * nested block from an argument, so only the blocks that Terraform itself knows are blocks; the others are arguments with
 * objects or lists of them. It never throws; with an error nothing is read.
 *
 * @see https://developer.hashicorp.com/terraform/language/syntax/json
 */
export const parseJsonFile = (text: string): SourceFile =>
  fileOf(text, (root) =>
    root.members.flatMap((member) => blocksOf(member, [], labelCounts.get(member.name.value) ?? 0)),
  );

/** A file of values for variables (`.tfvars.json`). */
export const parseJsonVariables = (text: string): SourceFile =>
  fileOf(text, (root) => named(root.members).map((member) => attributeOf(member, 'literal')));

function fileOf(text: string, itemsOf: (root: JsonObject) => readonly BodyItem[]): SourceFile {
  const read = attempt(() => {
    const root = readJson(text);
    if (root.kind !== 'object') throw new Failure('The document should be an object', root.start, root.end);
    return itemsOf(root);
  });
  const span = { start: 0, end: text.length };
  const body: Body = { items: read.ok ? read.value : [], damaged: !read.ok, ...span };
  return { text, body, comments: [], errors: read.ok ? [] : [read.error], lineStarts: lineStartsOf(text) };
}

/** Top-level blocks that have labels. */
const labelCounts: ReadonlyMap<string, number> = new Map([
  ['check', 1],
  ['data', 2],
  ['ephemeral', 2],
  ['module', 1],
  ['output', 1],
  ['provider', 1],
  ['resource', 2],
  ['variable', 1],
]);

/** A member as blocks: its name is the type, the names in it are the labels, and a list stands for several. */
function blocksOf({ name, value }: JsonMember, labels: readonly JsonText[], missing: number): readonly Block[] {
  const type = labels[0] ?? name;
  if (type.value === '//' || (value.kind === 'plain' && value.value === null)) return [];
  if (value.kind === 'text' || value.kind === 'plain')
    throw new Failure(`"${type.value}" should be an object`, value.start, value.end);
  if (value.kind === 'array') {
    const member = (item: JsonNode): JsonMember => ({ name, value: item, start: name.start, end: item.end });
    return value.items.flatMap((item) => blocksOf(member(item), labels, missing));
  }
  const path = labels.length === 0 ? [name] : labels;
  if (missing === 0) return [blockOf(path, value)];
  return value.members
    .filter((member) => member.name.value !== '//')
    .flatMap((member) => blocksOf(member, [...path, member.name], missing - 1));
}

function blockOf([type, ...names]: readonly JsonText[], object: JsonObject): Block {
  const labels = names.map(({ value, start, end }): Label => ({ value, quoted: true, start, end }));
  const words = [type?.value ?? '', ...labels.map(({ value }) => value)];
  const { start, end } = object;
  const last = names.at(-1) ?? type ?? object;
  return {
    kind: 'block',
    type: type?.value ?? '',
    typeSpan: { start: last.start, end: last.end },
    labels,
    openingBrace: start,
    closingBrace: end - 1,
    body: { items: named(object.members).flatMap((member) => itemsOf(member, words)), damaged: false, start, end },
    start: last.start,
    end,
  };
}

function itemsOf(member: JsonMember, block: readonly string[]): readonly BodyItem[] {
  const name = member.name.value;
  const isBlock = member.value.kind === 'object' || member.value.kind === 'array';
  if (!isBlock || !innerBlocks(block).has(name)) return [attributeOf(member, textsIn(block, name))];
  return blocksOf(member, [], name === 'dynamic' ? 1 : 0);
}

const dynamic = 'dynamic';
const ofResource: ReadonlySet<string> = new Set([dynamic]);
const ofDynamic: ReadonlySet<string> = new Set(['content']);
const ofTerraform: ReadonlySet<string> = new Set(['required_providers']);
const ofDocument: ReadonlySet<string> = new Set([dynamic, 'statement', 'principals', 'not_principals', 'condition']);

function innerBlocks([type, label]: readonly string[]): ReadonlySet<string> {
  if (type === dynamic) return ofDynamic;
  if (type === 'terraform') return ofTerraform;
  return (type === 'data' && label === 'aws_iam_policy_document') || type === 'statement' ? ofDocument : ofResource;
}

/** Arguments whose texts are expressions, by the block they stand in. */
const expressions: ReadonlyMap<string, readonly string[]> = new Map([
  ['data', ['depends_on', 'provider']],
  [dynamic, ['iterator']],
  ['module', ['depends_on', 'providers']],
  ['moved', ['from', 'to']],
  ['resource', ['depends_on', 'provider']],
  ['variable', ['type']],
]);

function textsIn([type = '']: readonly string[], name: string): Texts {
  if (expressions.get(type)?.includes(name)) return 'expressions';
  return type === 'required_providers' || (type === 'variable' && name === 'default') ? 'literal' : 'templates';
}

function attributeOf({ name, value, start, end }: JsonMember, texts: Texts): Attribute {
  const nameSpan = { start: name.start, end: name.end };
  return { kind: 'attribute', name: name.value, nameSpan, expression: expressionOf(value, texts), start, end };
}
