import type { Expression, ObjectKey, SplatStep, Step, TemplatePart, Traversal } from '../../../src/hcl';
import type { Tree } from './oracle';

/** The shape of an expression as one line of text: what it is made of, without places. */
export function shapeOf(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' ? templateShape([text]) : `=${expression.raw}`;
    case 'template':
      return templateShape(expression.parts.map(partShape));
    case 'template-wrap':
      return node('wrap', [shapeOf(expression.expression)]);
    case 'variable':
      return node('scope', [expression.name]);
    case 'traversal':
      return traversalShape(expression);
    case 'call':
      return node(`call ${expression.name} ${String(expression.expandFinal)}`, expression.arguments.map(shapeOf));
    case 'conditional':
      return node('?', [expression.condition, expression.whenTrue, expression.whenFalse].map(shapeOf));
    case 'unary':
      return node(`unary ${expression.operator}`, [shapeOf(expression.operand)]);
    case 'binary':
      return node(expression.operator, [shapeOf(expression.left), shapeOf(expression.right)]);
    case 'parentheses':
      return node('', [shapeOf(expression.expression)]);
    case 'tuple':
      return node('tuple', expression.items.map(shapeOf));
    case 'object':
      return node(
        'object',
        expression.items.flatMap(({ key, value }) => [keyShape(key), shapeOf(value)]),
      );
    case 'tuple-for':
    case 'object-for': {
      const key = expression.kind === 'object-for' ? [expression.resultKey] : [];
      const grouped = expression.kind === 'object-for' && expression.grouped;
      const condition = expression.condition ? [expression.condition] : [];
      const inner = [expression.collection, ...key, expression.result, ...condition];
      return node(forName(expression.keyName, expression.valueName, grouped), inner.map(shapeOf));
    }
    case 'invalid':
      return 'invalid';
  }
}

const node = (name: string, children: readonly string[]): string => `${name}(${children.join(' ')})`;
/** Texts are compared by value elsewhere: here the other side gives them as they are written. */
const text = '"';
/** How many pieces a text comes in says nothing. */
const templateShape = (parts: readonly string[]): string =>
  node(
    'template',
    parts.filter((part, index) => part !== text || parts[index - 1] !== text),
  );
const forName = (keyName: string | undefined, valueName: string, grouped: boolean): string =>
  `for ${keyName ?? ''},${valueName} ${String(grouped)}`;

function keyShape(key: ObjectKey): string {
  if (key.kind === 'computed-key') return node('', [shapeOf(key.expression)]);
  if (key.quoted) return node('', [templateShape([text])]);
  return /^\d/.test(key.name) ? node('', [`=${key.name}`]) : node('', []);
}

function partShape(part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
      return text;
    case 'interpolation':
      return isPlain(part.expression) ? text : shapeOf(part.expression);
    case 'if-directive': {
      const alternatives = [part.whenTrue, part.whenFalse ?? []].map(innerTemplate);
      return node('?', [shapeOf(part.condition), ...alternatives]);
    }
    case 'for-directive': {
      const body = innerTemplate(part.body);
      return node('join', [node(forName(part.keyName, part.valueName, false), [shapeOf(part.collection), body])]);
    }
  }
}

/** A number in a template is not told from a text there. */
const isPlain = (expression: Expression): boolean =>
  expression.kind === 'literal' && typeof expression.value !== 'string';

const innerTemplate = (parts: readonly TemplatePart[]): string =>
  templateShape(parts.length === 0 ? [text] : parts.map(partShape));

function traversalShape({ from, steps }: Traversal): string {
  return from.kind === 'variable' ? chainShape(`scope(${from.name})`, steps) : chainShape(shapeOf(from), steps);
}

/** Known steps in a row are one traversal; what is computed or a splat is a node around what stands before it. */
function chainShape(start: string, steps: readonly Step[]): string {
  let shape = start;
  let open = start.startsWith('scope(');
  for (const step of steps) {
    const segment = segmentOf(step);
    if (segment !== undefined) {
      shape = open ? `${shape.slice(0, -1)} ${segment})` : node('relative', [shape, segment]);
    } else if (step.kind === 'index-step') shape = node('index', [shape, shapeOf(step.key)]);
    else if (step.kind === 'splat-step') shape = splatShape(shape, step);
    open = segment !== undefined;
  }
  return shape;
}

const splatShape = (source: string, { each }: SplatStep): string => node('splat', [source, chainShape('()', each)]);

function segmentOf(step: Step): string | undefined {
  if (step.kind === 'attribute-step') return step.name;
  if (step.kind === 'splat-step' || step.key.kind !== 'literal') return undefined;
  const { value } = step.key;
  if (typeof value === 'string') return JSON.stringify(value);
  return typeof value === 'number' ? String(value) : 'null';
}

const operators: ReadonlyMap<string, string> = new Map([
  ['logicalOr', '||'],
  ['logicalAnd', '&&'],
  ['equal', '=='],
  ['notEqual', '!='],
  ['lessThan', '<'],
  ['lessThanOrEqual', '<='],
  ['greaterThan', '>'],
  ['greaterThanOrEqual', '>='],
  ['add', '+'],
  ['subtract', '-'],
  ['multiply', '*'],
  ['divide', '/'],
  ['modulo', '%'],
  ['negate', '-'],
  ['logicalNot', '!'],
]);

/** The same line of text for what HashiCorp's parser saw. */
export function shapeOfTree(tree: Tree, parent?: Tree): string {
  const children = tree.children.map((child) => shapeOfTree(child, tree));
  const operator = operators.get(tree.operator ?? '') ?? tree.operator ?? '';
  switch (tree.type) {
    case 'literalValue':
      return parent?.type === 'template' ? text : `=${tree.value ?? ''}`;
    case 'template':
      return templateShape(children);
    case 'templateWrap':
      return node('wrap', children);
    case 'templateJoin':
      return node('join', children);
    case 'scopeTraversal':
      return node('scope', segmentsOf(tree));
    case 'relativeTraversal':
      return node('relative', [...children, ...segmentsOf(tree)]);
    case 'function':
      return node(`call ${tree.name ?? ''} ${String(tree.expandedFinalArgument)}`, children);
    case 'conditional':
      return node('?', children);
    case 'unaryOp':
      return node(`unary ${operator}`, children);
    case 'binaryOp':
      return node(operator, children);
    case 'for':
      return node(forName(tree.keyVar, tree.valVar ?? '', tree.groupedValue ?? false), children);
    default:
      return node(tree.type, children);
  }
}

/** What is neither text nor number has no name there. A text key keeps its quotes. */
const segmentsOf = ({ segments = [] }: Tree): readonly string[] =>
  segments.map((segment: string | null) =>
    segment?.startsWith('"') ? JSON.stringify(segment.slice(1, -1)) : String(segment),
  );
