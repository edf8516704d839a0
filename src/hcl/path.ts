import { parseExpression } from './parse';
import type { Expression, Step } from './syntax';

/** A step of an address or of the path to an attribute: a name, or the key in brackets behind one. */
export type PathStep =
  { readonly kind: 'name'; readonly name: string } | { readonly kind: 'key'; readonly key: string | number };

/**
 * A resource address (`module.data["eu.west"].aws_s3_bucket.logs[0]`) or the path to an attribute (`rule[0].id`) as Terraform
 * writes it. Both are traversals with known keys, so that quotes, dots and brackets in keys are safe; what is none gives
 * undefined.
 */
export function parsePath(text: string): readonly PathStep[] | undefined {
  const parsed = parseExpression(text);
  return parsed.ok ? pathOf(parsed.value) : undefined;
}

/** The same for an expression that was read already: a reference without computed keys or splats. */
export function pathOf(expression: Expression): readonly PathStep[] | undefined {
  const from = expression.kind === 'traversal' ? expression.from : expression;
  const steps = expression.kind === 'traversal' ? expression.steps : [];
  if (from.kind !== 'variable') return undefined;
  const path = [{ kind: 'name' as const, name: from.name }, ...steps.map(pathStep)];
  return path.every((step) => step !== undefined) ? path : undefined;
}

function pathStep(step: Step): PathStep | undefined {
  if (step.kind === 'attribute-step') return { kind: 'name', name: step.name };
  if (step.kind === 'splat-step' || step.key.kind !== 'literal') return undefined;
  const key = step.key.value;
  return typeof key === 'string' || typeof key === 'number' ? { kind: 'key', key } : undefined;
}
