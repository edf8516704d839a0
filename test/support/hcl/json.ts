import type { Block, Body, Expression, ObjectKey, SourceFile, TemplatePart, UnaryOperation } from '../../../src/hcl';

type Json = Record<string, unknown>;

/** A file as `hcl2json` writes it, so that the two can be compared. */
export const fileAsJson = ({ body, text }: SourceFile): unknown => bodyAsJson(body, text);

function bodyAsJson(body: Body, text: string): Json {
  const out: Json = {};
  for (const item of body.items) if (item.kind === 'block') addBlock(out, item, text);
  for (const item of body.items) if (item.kind === 'attribute') out[item.name] = valueOf(item.expression, text);
  return out;
}

/** Blocks of one type and label become a list. */
function addBlock(out: Json, block: Block, text: string): void {
  const names = [block.type, ...block.labels.map(({ value }) => value)];
  const last = names.pop() ?? '';
  let place = out;
  for (const name of names) place = (place[name] ??= {}) as Json;
  const siblings = (place[last] ??= []);
  if (Array.isArray(siblings)) siblings.push(bodyAsJson(block.body, text));
}

function valueOf(expression: Expression, text: string): unknown {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' ? escaped(expression.value) : expression.value;
    case 'unary':
      return constantOf(expression) ?? wrapped(expression, text);
    case 'template':
      return expression.parts.map((part) => partText(part, text)).join('');
    case 'template-wrap':
      return valueOf(expression.expression, text);
    case 'tuple':
      return expression.items.map((item) => valueOf(item, text));
    case 'object':
      return Object.fromEntries(expression.items.map(({ key, value }) => [keyText(key, text), valueOf(value, text)]));
    default:
      return wrapped(expression, text);
  }
}

/** `-1` and `!true` are worked out. */
function constantOf({ operator, operand }: UnaryOperation): unknown {
  const value = operand.kind === 'literal' ? operand.value : undefined;
  if (operator === '-') return typeof value === 'number' ? -value || 0 : undefined;
  return typeof value === 'boolean' ? !value : undefined;
}

const wrapped = (expression: Expression, text: string): string => `\${${text.slice(expression.start, expression.end)}}`;

const escaped = (text: string): string =>
  text.replaceAll(/[$%]\{/g, (introduction) => introduction.charAt(0) + introduction);

function keyText(key: ObjectKey, text: string): string {
  if (key.kind === 'named-key') return key.quoted ? escaped(key.name) : key.name;
  const { expression } = key;
  return expression.kind === 'traversal' && expression.from.kind === 'variable'
    ? text.slice(expression.start, expression.end)
    : stringPart(expression, text);
}

/** An expression inside a template. */
function stringPart(expression: Expression, text: string): string {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' ? escaped(expression.value) : String(expression.value);
    case 'template':
      return expression.parts.map((part) => partText(part, text)).join('');
    case 'template-wrap':
      return stringPart(expression.expression, text);
    case 'conditional':
      return conditionalText(
        text.slice(expression.condition.start, expression.condition.end),
        stringPart(expression.whenTrue, text),
        stringPart(expression.whenFalse, text),
      );
    default:
      return wrapped(expression, text);
  }
}

function partText(part: TemplatePart, text: string): string {
  const source = ({ start, end }: Expression) => text.slice(start, end);
  const joined = (parts: readonly TemplatePart[]) => parts.map((inner) => partText(inner, text)).join('');
  switch (part.kind) {
    case 'text':
      return escaped(part.value);
    case 'interpolation':
      return stringPart(part.expression, text);
    case 'if-directive':
      return conditionalText(source(part.condition), joined(part.whenTrue), joined(part.whenFalse ?? []));
    case 'for-directive': {
      const names = part.keyName === undefined ? part.valueName : `${part.keyName}, ${part.valueName}`;
      return `%{for ${names} in ${source(part.collection)}}${joined(part.body)}%{endfor}`;
    }
  }
}

const conditionalText = (condition: string, whenTrue: string, whenFalse: string): string =>
  `%{if ${condition}}${whenTrue}${whenFalse === '' ? '' : `%{else}${whenFalse}`}%{endif}`;
