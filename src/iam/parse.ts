import { missingPhrases } from './missing';
import type { Condition, Element, Policy, PrincipalKind, PrincipalPattern, Statement } from './model';
import { toPattern, type Dialect } from './pattern';
import { isHoles, isUnknown, unknown, type Unknown } from './text';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a policy document in any legal shape: JSON text or structure, one statement or several, single values or
 * lists, with `holes(...)` and `unknown(...)` wherever they may stand. Never throws: what cannot be read becomes an
 * unknown statement or element, of which nothing is claimed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(document: unknown, name?: string): Policy {
  return { statements: statementsOf(document), ...(name !== undefined && { name }) };
}

function statementsOf(document: unknown): readonly Statement[] {
  if (typeof document === 'string') return statementsOfText(document);
  if (isUnknown(document)) return [unknownStatement(document.why)];
  if (!isFields(document)) return [unknownStatement(missingPhrases.noPolicy)];
  const version = document['Version'];
  if (version !== undefined && typeof version !== 'string') return [unknownStatement(missingPhrases.version)];
  // Without a version the policy is read as 2008-10-17.
  const dialect = { variables: version === '2012-10-17' };
  const written = document['Statement'];
  if (written === undefined) return [unknownStatement(missingPhrases.noStatement)];
  if (isUnknown(written)) return [unknownStatement(written.why)];
  return listOf(written).map((statement, index) => statementOf(statement, index, dialect));
}

function statementsOfText(text: string): readonly Statement[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return [unknownStatement(missingPhrases.noJson)];
  }
  return typeof document === 'string' ? [unknownStatement(missingPhrases.noPolicy)] : statementsOf(document);
}

/** A statement of which nothing is known, not even whether it allows or denies. */
export function unknownStatement(why: string, index = 0): Statement {
  const everything = unknown(why);
  const element = { negated: false, patterns: everything };
  return {
    index,
    effect: everything,
    actions: element,
    resources: element,
    principals: element,
    conditions: everything,
  };
}

function statementOf(written: unknown, index: number, dialect: Dialect): Statement {
  if (isUnknown(written)) return unknownStatement(written.why, index);
  if (!isFields(written)) return unknownStatement(missingPhrases.statementNoObject, index);
  const sid = written['Sid'];
  const resources = element(written, 'Resource', dialect);
  const principals = principalElement(written, dialect);
  return {
    index,
    ...(typeof sid === 'string' && sid !== '' && { sid }),
    effect: effectOf(written['Effect']),
    actions: element(written, 'Action', { variables: false }) ?? {
      negated: false,
      patterns: unknown(missingPhrases.noAction),
    },
    ...(resources && { resources }),
    ...(principals && { principals }),
    conditions: conditionsOf(written['Condition'], dialect),
  };
}

function effectOf(effect: unknown): 'Allow' | 'Deny' | Unknown {
  if (effect === 'Allow' || effect === 'Deny') return effect;
  if (isUnknown(effect)) return effect;
  return unknown(effect === undefined ? missingPhrases.noEffect : missingPhrases.effect);
}

/** `Action` or `NotAction`, `Resource` or `NotResource`; both together are no policy. */
function written(fields: Fields, name: string): { negated: boolean; value: unknown } | Unknown | undefined {
  const plain = fields[name];
  const inverted = fields[`Not${name}`];
  if (plain !== undefined && inverted !== undefined) return unknown(missingPhrases.both(name));
  if (plain === undefined && inverted === undefined) return undefined;
  return plain === undefined ? { negated: true, value: inverted } : { negated: false, value: plain };
}

function element(fields: Fields, name: string, dialect: Dialect): Element | undefined {
  const found = written(fields, name);
  if (!found) return undefined;
  if (isUnknown(found)) return { negated: false, patterns: found };
  const { negated, value } = found;
  if (isUnknown(value)) return { negated, patterns: value };
  return { negated, patterns: listOf(value).map((one) => toPattern(one, dialect)) };
}

const principalKinds: readonly PrincipalKind[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

function principalElement(fields: Fields, dialect: Dialect): Element<PrincipalPattern> | undefined {
  const found = written(fields, 'Principal');
  if (!found) return undefined;
  if (isUnknown(found)) return { negated: false, patterns: found };
  const { negated, value } = found;
  if (isUnknown(value)) return { negated, patterns: value };
  if (value === '*') return { negated, patterns: [{ kind: 'Any', pattern: [{ kind: 'text', text: '*' }] }] };
  // Anything but "*" and a map of kinds is malformed; terraform and templates write account texts all the same.
  const members: Fields = isFields(value) && !isHoles(value) ? value : { AWS: value };
  const patterns: PrincipalPattern[] = [];
  for (const [name, values] of Object.entries(members)) {
    const kind = principalKinds.find((one) => one === name);
    if (!kind) return { negated, patterns: unknown(missingPhrases.principalKind(name)) };
    if (isUnknown(values)) return { negated, patterns: values };
    for (const one of listOf(values))
      patterns.push({ kind, pattern: toPattern(one, { ...dialect, variables: false }) });
  }
  return { negated, patterns };
}

function conditionsOf(block: unknown, dialect: Dialect): readonly Condition[] | Unknown {
  if (block === undefined) return [];
  if (isUnknown(block)) return block;
  if (!isFields(block)) return unknown(missingPhrases.conditionsNoObject);
  const conditions: Condition[] = [];
  for (const [operator, tests] of Object.entries(block)) {
    if (isUnknown(tests)) return tests;
    if (!isFields(tests)) return unknown(missingPhrases.conditionNoObject(operator));
    for (const [key, values] of Object.entries(tests))
      conditions.push({
        operator,
        key: key.toLowerCase(),
        values: isUnknown(values) ? values : listOf(values).map((one) => toPattern(one, dialect)),
      });
  }
  return conditions;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
