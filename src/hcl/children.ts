import type { Expression, Step, TemplatePart } from './syntax';

/** The expressions directly inside one, in the order they are written. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'variable':
    case 'invalid':
      return [];
    case 'template':
      return partChildren(expression.parts);
    case 'template-wrap':
    case 'parentheses':
      return [expression.expression];
    case 'traversal':
      return [expression.from, ...stepChildren(expression.steps)];
    case 'call':
      return expression.arguments;
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'tuple':
      return expression.items;
    case 'object':
      return expression.items.flatMap(({ key, value }) =>
        key.kind === 'computed-key' ? [key.expression, value] : [value],
      );
    case 'tuple-for':
      return [expression.collection, expression.result, ...present(expression.condition)];
    case 'object-for':
      return [expression.collection, expression.resultKey, expression.result, ...present(expression.condition)];
  }
}

const present = (condition: Expression | undefined): readonly Expression[] => (condition ? [condition] : []);

function stepChildren(steps: readonly Step[]): readonly Expression[] {
  return steps.flatMap((step) => {
    if (step.kind === 'index-step') return [step.key];
    return step.kind === 'splat-step' ? stepChildren(step.each) : [];
  });
}

function partChildren(parts: readonly TemplatePart[]): readonly Expression[] {
  return parts.flatMap((part) => {
    switch (part.kind) {
      case 'text':
        return [];
      case 'interpolation':
        return [part.expression];
      case 'if-directive':
        return [part.condition, ...partChildren(part.whenTrue), ...partChildren(part.whenFalse ?? [])];
      case 'for-directive':
        return [part.collection, ...partChildren(part.body)];
    }
  });
}
