import type { Expression, FunctionCall } from '../syntax';
import { choiceValue, forEachBranch } from './choice';
import { toList } from './convert';
import { evaluate } from './expression';
import { Failure, refuse, withinItems } from './failure';
import { functionNamed } from './functions';
import { unknownFrom } from './inspect';
import { placeIn, type Scope } from './session';
import { convertTo } from './types';
import { booleanValue, seenFrom, type Value } from './value';

export function evaluateCall(call: FunctionCall, scope: Scope): Value {
  const place = placeIn(scope, call);
  const name = call.name.startsWith('core::') ? call.name.slice('core::'.length) : call.name;
  if (name === 'try') return seenFrom(firstThatHolds(call.arguments, scope), place);
  if (name === 'can') return { ...holds(call.arguments, scope), at: [place] };
  if (name === 'convert') return seenFrom(converted(call.arguments, scope), place);
  return seenFrom(apply(name, argumentsOf(call, scope), scope), place);
}

function apply(name: string, given: readonly Value[], scope: Scope): Value {
  const implementation = functionNamed(name);
  if (!implementation) return { ...unknownFrom(given, `${name}() is not evaluated`), at: [] };
  // What one branch would be refused for, another would not: the refused one stays in as unknown.
  return forEachBranch(given, true, (settled) => {
    scope.session.spend(settled.reduce((work, value) => work + breadthOf(value), 0));
    return implementation(settled, scope);
  });
}

/** Texts are gone through much faster than lists. */
function breadthOf(value: Value): number {
  if (value.kind === 'list') return value.items.length;
  if (value.kind === 'object') return value.members.size;
  return value.kind === 'string' ? value.value.length / 100 : 1;
}

function argumentsOf({ arguments: expressions, expandFinal }: FunctionCall, scope: Scope): readonly Value[] {
  const given = expressions.map((expression) => evaluate(expression, scope));
  const last = expandFinal ? given.pop() : undefined;
  if (!last) return given;
  const expanded = toList(last);
  if (expanded.kind === 'unknown') return [...given, expanded];
  withinItems(expanded.items.length);
  // How many more there are is not known: one that is unknown says so.
  const more = expanded.open === undefined ? [] : [unknownFrom([expanded], expanded.open)];
  return [...given, ...expanded.items, ...more];
}

/**
 * `try`: the first expression that Terraform would not refuse. One that is unknown may still be refused at apply; then
 * its result is one of what follows.
 */
function firstThatHolds(expressions: readonly Expression[], scope: Scope): Value {
  let failure: Failure | undefined;
  for (const expression of expressions)
    try {
      return scope.session.tolerating(() => evaluate(expression, scope));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failure = error;
    }
  return refuse(failure ? `no argument of try holds: ${failure.message}` : 'try has no arguments');
}

/** OpenTofu's `convert`: its second argument is a type constraint, as of a variable. */
function converted([expression, type]: readonly Expression[], scope: Scope): Value {
  if (!expression || !type) return refuse('convert needs a value and a type');
  return convertTo(evaluate(expression, scope), type, scope);
}

function holds([expression]: readonly Expression[], scope: Scope): Value {
  if (!expression) return refuse('can has no argument');
  try {
    const value = scope.session.tolerating(() => evaluate(expression, scope));
    return value.kind === 'unknown' || value.kind === 'choice'
      ? choiceValue(value.why, [booleanValue(true), booleanValue(false)])
      : booleanValue(true);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return booleanValue(false);
  }
}
