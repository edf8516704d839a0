import type { ForDirective, Template, TemplatePart } from '../syntax';
import { forEachBranch } from './choice';
import { joinTexts, toBoolean } from './convert';
import { elementsOf } from './elements';
import { evaluate } from './expression';
import { placeIn, withVariables, type Scope } from './session';
import { stringValue, unknownValue, type Value } from './value';

/** A text with what it interpolates. Where one of those is one of several, the text is one of several. */
export function evaluateTemplate(template: Template, scope: Scope): Value {
  const at = [placeIn(scope, template)];
  const value = joined(evaluateParts(template.parts, scope), scope);
  return value.kind === 'unknown' ? { ...value, at: [...at, ...value.at] } : { ...value, at };
}

const joined = (values: readonly Value[], scope: Scope): Value =>
  forEachBranch(values, scope.session.tolerant, joinTexts);

function evaluateParts(parts: readonly TemplatePart[], scope: Scope): readonly Value[] {
  return parts.flatMap((part) => evaluatePart(part, scope));
}

function evaluatePart(part: TemplatePart, scope: Scope): readonly Value[] {
  switch (part.kind) {
    case 'text':
      return [stringValue(part.value)];
    case 'interpolation':
      return [evaluate(part.expression, scope)];
    case 'if-directive': {
      const test = toBoolean(evaluate(part.condition, scope));
      if (test.kind === 'unknown') return [test];
      return evaluateParts(test.value ? part.whenTrue : (part.whenFalse ?? []), scope);
    }
    case 'for-directive':
      return repeated(part, scope);
  }
}

function repeated({ keyName, valueName, collection, body }: ForDirective, scope: Scope): readonly Value[] {
  const over = elementsOf(evaluate(collection, scope));
  if (over.kind === 'unknown') return [over];
  const texts = over.elements.flatMap(({ key, value }) => {
    const bound: readonly (readonly [string, Value])[] = [[valueName, value]];
    return evaluateParts(body, withVariables(scope, keyName === undefined ? bound : [...bound, [keyName, key]]));
  });
  return over.open === undefined ? texts : [...texts, unknownValue(over.open)];
}
