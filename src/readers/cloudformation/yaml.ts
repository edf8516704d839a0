import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml';
import { tooDeepAt } from '../../yaml-depth';
import type { Data } from './data';
import type { Breakage, Parsed } from './json';

/**
 * CloudFormation takes 1 MB. A tree with places needs a hundred times the memory of its text.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const largestText = 1 << 22;

/** Aliases may not make a document more than this many nodes larger than it is written. */
const maximumExpansion = 250_000;

/**
 * Reads YAML as CloudFormation does: by the 1.1 rules for what is a boolean, with dates left as text, and with every
 * short form (`!Sub`) turned into its long form (`Fn::Sub`), known or not. Beyond CloudFormation, aliases and merge keys are
 * followed, because `aws cloudformation package` and the SAM and CDK tools resolve them before deployment.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 *
 * @returns each document of the stream that is not empty.
 */
export function parseYaml(text: string): readonly Parsed[] | Breakage {
  if (text.length > largestText) return { offset: 0, message: 'larger than any template that CloudFormation takes' };
  const deep = tooDeepAt(text);
  if (deep !== undefined) return { offset: deep, message: 'nested too deeply for a template' };
  // The failsafe schema leaves every scalar a text, and unknown tags on their nodes: what they mean is decided here.
  const documents: readonly Document.Parsed[] = parseAllDocuments(text, {
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const [error] = documents.flatMap(({ errors }) => errors);
  if (error) return { offset: error.pos[0], message: explain(error) };
  try {
    return documents.flatMap(({ contents }) => (contents && !isEmpty(contents) ? [parsedDocument(contents)] : []));
  } catch (broken) {
    if (broken instanceof BrokenNode) return broken;
    throw broken;
  }
}

const isEmpty = (node: Node): boolean => isScalar(node) && node.value === '';

function parsedDocument(root: Node): Parsed {
  const reading: Reading = { targets: new Map(), anchors: new Map(), open: new Set(), replayed: 0, duplicates: [] };
  return {
    data: toData(root, reading, false),
    find: finder(root, reading.targets),
    duplicates: reading.duplicates,
  };
}

/**
 * The parser's words are about itself where its call stack ends, and quote the text where it may be a password that nobody
 * put into quotation marks: `Password: |secret`.
 */
const explain = ({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): string =>
  code === 'RESOURCE_EXHAUSTION' ? 'nested too deeply for a template' : message.replace(/(?<=\S): .*/su, '');

class BrokenNode extends Error implements Breakage {
  readonly offset: number;
  constructor(node: unknown, message: string) {
    super(message);
    this.offset = offsetOfNode(node);
  }
}

interface Reading {
  /** What each alias means: the last node before it that had its anchor. */
  readonly targets: Map<Alias, Node>;
  readonly anchors: Map<string, Node>;
  readonly open: Set<Node>;
  replayed: number;
  readonly duplicates: { readonly key: string; readonly offset: number }[];
}

function toData(node: unknown, reading: Reading, replay: boolean): Data {
  if (replay && ++reading.replayed > maximumExpansion)
    throw new BrokenNode(node, `aliases expand to more than ${String(maximumExpansion)} values`);
  if (isAlias(node)) return toData(targetOf(node, reading), reading, true);
  if (!isNode(node)) return null;
  if ('anchor' in node && typeof node.anchor === 'string' && !replay) reading.anchors.set(node.anchor, node);
  if (reading.open.has(node)) throw new BrokenNode(node, 'an alias contains itself');
  reading.open.add(node);
  const name = functionOf(node);
  const data = contentOf(node, reading, replay, name !== undefined);
  reading.open.delete(node);
  return name === undefined ? data : { [name]: data };
}

const isNode = (node: unknown): node is Node => isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);

function targetOf(alias: Alias, reading: Reading): Node {
  const target = reading.targets.get(alias) ?? reading.anchors.get(alias.source);
  if (!target) throw new BrokenNode(alias, 'no anchor of its name stands before this alias');
  reading.targets.set(alias, target);
  return target;
}

/** The long form of a node's tag. */
function functionOf(node: Node): string | undefined {
  const { tag } = node;
  if (!tag?.startsWith('!') || tag === '!') return undefined;
  const name = tag.slice(1);
  return name === 'Ref' || name === 'Condition' || name.startsWith('Fn::') ? name : `Fn::${name}`;
}

function contentOf(node: Node, reading: Reading, replay: boolean, tagged: boolean): Data {
  if (isSeq(node)) return node.items.map((item) => toData(item, reading, replay));
  if (isMap(node)) return mapOf(node, reading, replay);
  if (!isScalar(node)) return null;
  const text = String(node.value);
  return node.type === 'PLAIN' && !tagged && !isExplicitText(node.tag) ? plainScalar(text) : text;
}

const isExplicitText = (tag: string | undefined): boolean => tag === '!' || tag === 'tag:yaml.org,2002:str';

function mapOf(map: YAMLMap, reading: Reading, replay: boolean): Data {
  const entries = new Map<string, Data>();
  const merged: Data[] = [];
  for (const pair of map.items) {
    const key = keyOf(pair, reading.targets, reading);
    const value = toData(pair.value, reading, replay);
    if (key === '<<') merged.push(...(Array.isArray(value) ? (value as readonly Data[]) : [value]));
    else {
      if (entries.has(key) && !replay) reading.duplicates.push({ key, offset: offsetOfNode(pair.key) });
      // The last of equal keys counts, and stands where it is written.
      entries.delete(key);
      entries.set(key, value);
    }
  }
  for (const source of merged)
    if (typeof source === 'object' && source !== null && !Array.isArray(source))
      for (const [key, value] of Object.entries(source)) if (!entries.has(key)) entries.set(key, value);
  return Object.fromEntries(entries);
}

function keyOf(pair: Pair, targets: ReadonlyMap<Alias, Node>, reading?: Reading): string {
  const key = isAlias(pair.key) ? (reading ? targetOf(pair.key, reading) : targets.get(pair.key)) : pair.key;
  if (isScalar(key)) {
    if (reading && key.anchor !== undefined) reading.anchors.set(key.anchor, key);
    return String(key.value);
  }
  if (key === null || key === undefined) return '';
  throw new BrokenNode(key, 'a key must be a text');
}

/**
 * Booleans by YAML 1.1. A number is one only where it says exactly what it means: leading zeros (an account id), 1.10 (a
 * version), base 60 (a port mapping) and dates stay the text they are, and the accessors turn it into a number where one
 * is wanted.
 */
function plainScalar(text: string): Data {
  if (text === '' || text === '~' || /^(?:null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|True|TRUE|yes|Yes|YES|on|On|ON)$/.test(text)) return true;
  if (/^(?:false|False|FALSE|no|No|NO|off|Off|OFF)$/.test(text)) return false;
  const number = Number(text);
  return Number.isFinite(number) && String(number) === text ? number : text;
}

/** The document is known to be readable: every alias has its target. */
function finder(root: Node, targets: ReadonlyMap<Alias, Node>): Parsed['find'] {
  const index = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairsOf = (map: YAMLMap) => {
    const found = index.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair, targets), pair]));
    index.set(map, found);
    return found;
  };
  const pairIn = (node: unknown, key: string): Pair | undefined => {
    const target = isAlias(node) ? targets.get(node) : node;
    if (isSeq(target)) return target.items.map((item) => pairIn(item, key)).find((pair) => pair !== undefined);
    if (!isMap(target)) return undefined;
    const merge = pairsOf(target).get('<<');
    return pairsOf(target).get(key) ?? (merge && pairIn(merge.value, key));
  };
  return (path) => {
    let node: unknown = root;
    let offset = offsetOfNode(root);
    let untagged = false;
    for (const [depth, key] of path.entries()) {
      const target: unknown = isAlias(node) ? targets.get(node) : node;
      if (isNode(target) && !untagged && functionOf(target) === key) {
        untagged = true;
        continue;
      }
      const next: unknown =
        typeof key === 'number'
          ? isSeq(target)
            ? target.items[key]
            : undefined
          : isMap(target) && pairIn(target, key);
      if (!next) return { offset, depth };
      offset = offsetOfNode(isPair(next) ? next.key : next);
      node = isPair(next) ? next.value : next;
      untagged = false;
    }
    return { offset, depth: path.length };
  };
}

const offsetOfNode = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
