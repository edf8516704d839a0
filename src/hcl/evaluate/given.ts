import { parseExpression } from '../parse';
import type { Expression } from '../syntax';
import { attributeOf } from './declarations';
import { attempt } from './expression';
import { refuse } from './failure';
import type { EvaluationInput } from './module';
import type { Names, Scope, Session } from './session';
import { stringValue, unknownValue, type Value } from './value';

/** The value that somebody gives for a variable of the root module. */
export type Given = (name: string, type: Expression | undefined) => Value | undefined;

export function givenVariables({ variableFiles = [], environment = {} }: EvaluationInput, session: Session): Given {
  const strongestFirst = [...variableFiles].reverse();
  return (name, type) => {
    for (const { path, source } of strongestFirst) {
      const attribute = attributeOf(source.body, name);
      if (attribute) return attempt(attribute.expression, scopeOf(path, session));
    }
    const key = `TF_VAR_${name}`;
    const text = Object.hasOwn(environment, key) ? environment[key] : undefined;
    return text === undefined ? undefined : fromEnvironment(name, text, type, session);
  };
}

const scopeOf = (file: string, session: Session): Scope => ({ file, session, names: noNames, variables: new Map() });

const noNames: Names = { resolve: (name) => refuse(`"${name}" is named where only literal values are allowed`) };

const textTypes: ReadonlySet<string> = new Set(['bool', 'number', 'string']);

/** Of a variable that is no text the environment has an expression. */
function fromEnvironment(name: string, text: string, type: Expression | undefined, session: Session): Value {
  if (!type || (type.kind === 'variable' && textTypes.has(type.name))) return stringValue(text);
  const parsed = parseExpression(text);
  if (parsed.ok) return withoutPlaces(attempt(parsed.value, scopeOf(`TF_VAR_${name}`, session)));
  return unknownValue(`TF_VAR_${name} is no expression`);
}

const withoutPlaces = (value: Value): Value => ({ ...value, at: [] });
