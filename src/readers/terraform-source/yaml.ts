import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Document, type Node } from 'yaml';
import type { Value } from '../../hcl';
import { tooDeepAt } from '../../yaml-depth';

/** What one text may come to: an alias repeats what it names. */
const mostNodes = 20_000;
const deepest = 100;

/**
 * The value that `yamldecode` gives a text: one document, with aliases. Where Terraform reads a scalar in the ways of
 * YAML 1.1 (`yes`, dates, octal numbers), or a tag or a merge key says more, that value is unknown.
 *
 * @returns undefined where the text is not one document of YAML.
 * @see https://opentofu.org/docs/language/functions/yamldecode/
 */
export function decodeYaml(text: string): Value | undefined {
  if (tooDeepAt(text) !== undefined) return unknown('more than a configuration has use for');
  const documents = parseAllDocuments(text, { schema: 'failsafe', keepSourceTokens: false, logLevel: 'silent' });
  const [document, ...others] = documents;
  if (!document) return unknown('an empty text');
  if (others.length > 0 || document.errors.length > 0) return undefined;
  let left = mostNodes;
  const take = (): boolean => left-- > 0;
  return document.contents === null ? nothing : valueOf(document.contents, { document, take, depth: 0 });
}

interface Reading {
  readonly document: Document;
  /** Whether there is room for one more. */
  readonly take: () => boolean;
  readonly depth: number;
}

const unknown = (why: string): Value => ({ kind: 'unknown', why: `YAML: ${why}`, at: [] });
const nothing: Value = { kind: 'null', at: [] };

function valueOf(node: unknown, reading: Reading): Value {
  const { document, take, depth } = reading;
  if (!take() || depth > deepest) return unknown('more than a configuration has use for');
  const inner = { ...reading, depth: depth + 1 };
  if (isAlias(node)) {
    const meant = node.resolve(document);
    return meant ? valueOf(meant, inner) : unknown(`nothing is called "${node.source}"`);
  }
  if (isScalar(node)) return node.tag === undefined ? scalarOf(node) : unknown(`a value of type ${node.tag}`);
  if ((isMap(node) || isSeq(node)) && node.tag !== undefined && !structureTags.has(node.tag))
    return unknown(`a value of type ${node.tag}`);
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => valueOf(item, inner)), at: [] };
  if (!isMap(node)) return node === null ? nothing : unknown('a value of no known kind');
  const members = new Map<string, Value>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) && key.tag === undefined ? key.source : undefined;
    if (name === undefined || name === '<<') return unknown('a key that is no plain text');
    members.set(name, valueOf(value, inner));
  }
  return { kind: 'object', members, at: [] };
}

const structureTags: ReadonlySet<string> = new Set(['tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq']);

/** Other numbers than plain ones, dates, and the flags of YAML 1.1. */
const ambiguous =
  /^(?:[-+]?\.?[\d_][\d_.]*(?:e[-+]?[\d_]+)?|[-+]?0[xob].*|\d{4}-\d.*|[-+]?\.?(?:inf|nan)|y|n|yes|no|on|off)$/iu;

/** What both versions of YAML read in the same way. */
function scalarOf({ type, source = '' }: Node & { readonly type?: string; readonly source?: string }): Value {
  if (type !== 'PLAIN') return { kind: 'string', value: source, at: [] };
  if (/^(?:|~|null|Null|NULL)$/u.test(source)) return nothing;
  if (/^(?:true|True|TRUE|false|False|FALSE)$/u.test(source))
    return { kind: 'boolean', value: source.toLowerCase() === 'true', at: [] };
  if (/^[-+]?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/u.test(source))
    return { kind: 'number', value: Number(source), at: [] };
  if (ambiguous.test(source)) return unknown('a scalar that the two versions of YAML read differently');
  return { kind: 'string', value: source, at: [] };
}
