import { parseExpression, parseTemplate, type Parsed } from '../parse';
import { Failure } from '../parse/failure';
import type { Expression, Literal, ObjectItem } from '../syntax';
import type { JsonMember, JsonNode, JsonText } from './tree';

/** How the texts in a value are meant. */
export type Texts =
  /** As templates: `"${var.name}"`. */
  | 'templates'
  /** As they stand: in files of values, and in the default of a variable. */
  | 'literal'
  /** As expressions: references and types. */
  | 'expressions';

/**
 * The expression that a JSON value stands for.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/json/spec.md#expressions
 */
export function expressionOf(node: JsonNode, texts: Texts): Expression {
  const { start, end } = node;
  switch (node.kind) {
    case 'plain':
      return { kind: 'literal', value: node.value, raw: node.raw, start, end };
    case 'text':
      return textOf(node, texts);
    case 'array':
      return { kind: 'tuple', items: node.items.map((item) => expressionOf(item, texts)), start, end };
    case 'object':
      return { kind: 'object', items: named(node.members).map((member) => itemOf(member, texts)), start, end };
  }
}

/** Members without comments; throws a `Failure` where a name stands twice. */
export function named(members: readonly JsonMember[]): readonly JsonMember[] {
  const seen = new Set<string>();
  for (const { name } of members) {
    if (seen.has(name.value)) throw new Failure(`"${name.value}" is already set`, name.start, name.end);
    seen.add(name.value);
  }
  return members.filter(({ name }) => name.value !== '//');
}

function itemOf({ name, value, start, end }: JsonMember, texts: Texts): ObjectItem {
  const key = texts === 'templates' ? textOf(name, texts) : literalOf(name);
  const span = { start: name.start, end: name.end };
  return {
    key:
      key.kind === 'literal' && typeof key.value === 'string'
        ? { kind: 'named-key', name: key.value, quoted: true, ...span }
        : { kind: 'computed-key', expression: key, ...span },
    value: expressionOf(value, texts),
    start,
    end,
  };
}

const literalOf = ({ value, start, end }: JsonText): Literal => ({ kind: 'literal', value, raw: value, start, end });

function textOf(text: JsonText, texts: Texts): Expression {
  if (texts === 'literal') return literalOf(text);
  const parsed: Parsed<Expression> = texts === 'templates' ? parseTemplate(text.value) : parseExpression(text.value);
  if (!parsed.ok) throw new Failure(parsed.error.message, text.start, text.end);
  return placed(parsed.value, text);
}

/** A tree that was read from the text between quotes, put where it stands. Behind an escape no offset is exact. */
function placed<T>(tree: T, text: JsonText): T {
  const isPlain = text.value.length === text.end - text.start - 2;
  const offset = (name: 'start' | 'end', value: number) => (isPlain ? text.start + 1 + value : text[name]);
  const move = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(move);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, value]) => [
        name,
        (name === 'start' || name === 'end') && typeof value === 'number' ? offset(name, value) : move(value),
      ]),
    );
  };
  return move(tree) as T;
}
