import { areMembers, type Members } from '../../model/property';
import {
  isObject,
  notedLeaf,
  partialLeaf,
  unknownLeaf,
  type NotedLeaf,
  type Raw,
  type RawObject,
} from '../../model/raw';
import blocks from './blocks.json';
import { sayOfElement, sayOfMember, type Expression, type Said } from './expression';
import { isJsonList, isJsonObject, member, sameValue, type Json } from './json';
import type { End } from './references';

/** A value as a plan spreads it over three trees of one shape. */
export interface Layers {
  readonly value: Json | undefined;
  /** `true` where the value is settled at apply. */
  readonly unknown: Json | undefined;
  /** `true` where the value must not be shown. */
  readonly sensitive: Json | undefined;
}

/** What settling a value needs to know of the resource that it belongs to. */
export interface Setting {
  readonly type: string;
  readonly mode: string;
  readonly endsOf: (expression: Expression) => readonly End[];
  /** A policy that is unknown, rebuilt from the one data source that it comes from. */
  readonly policyOf: (end: End) => Raw | undefined;
}

const settledAtApply = 'settled at apply';
const dynamicBlock = 'settled at apply: a dynamic block sets it, which a plan does not show';
const hiddenElements: Said = { kind: 'hidden', why: settledAtApply };

/** Lays the trees of a resource over each other, member by member as they are asked for. */
export function layOut(layers: Layers, said: Said, setting: Setting): Raw | Members {
  if (layers.value === undefined && layers.unknown === undefined)
    return unknownLeaf('the plan does not show its values');
  if (layers.unknown === true) return unknownLeaf(settledAtApply);
  const made = new Map<string, Raw>();
  const member = (key: string): Raw => {
    if (made.has(key)) return made.get(key);
    const inner = innerOf(layers, key);
    const raw =
      inner.value === undefined && inner.unknown === undefined ? undefined : topMember(inner, said, key, setting);
    made.set(key, raw);
    return raw;
  };
  return { member, whole: () => Object.fromEntries(keysOf(layers).map((key) => [key, member(key)])) };
}

/** The same, whole. */
export function rawObject(layers: Layers, said: Said, setting: Setting): Raw {
  const laid = layOut(layers, said, setting);
  return areMembers(laid) ? laid.whole() : laid;
}

function topMember(inner: Layers, said: Said, key: string, setting: Setting): Raw {
  const spoken = said.kind === 'blocks' ? sayOfMember(said, key) : said;
  if (inner.unknown !== true || spoken.kind !== 'nothing') return raw(inner, spoken, key, setting);
  // What a data source will find is not what somebody left out.
  if (setting.mode === 'data') return unknownLeaf('settled at apply: read from the provider');
  return isKnownWhenUnset(setting.type, key) ? unknownLeaf(dynamicBlock) : undefined;
}

/**
 * Nine in ten unknown values on creation are arguments that nobody set, for which the provider will choose: they are
 * absent. A `dynamic` block over an unknown list looks the same, as it leaves no trace in the configuration. The two can
 * be told apart where the provider shows an unset block as an empty list: then an unknown one was set. The file names
 * these blocks: those of the AWS provider's schema (6.66.0) but for the ones that real plans show as unknown when
 * nothing sets them, and those of the azurerm and google providers that real plans show as empty. The others
 * (`root_block_device`, a bucket's encryption) are unknown in nearly every plan that creates them, and never because
 * of a dynamic block in the plans that were looked at.
 */
const knownWhenUnset: Readonly<Record<string, string>> = blocks;

const isKnownWhenUnset = (type: string, key: string): boolean =>
  Object.hasOwn(knownWhenUnset, type) && (knownWhenUnset[type] ?? '').split(' ').includes(key);

function members(layers: Layers, make: (key: string, inner: Layers) => Raw): RawObject {
  return Object.fromEntries(keysOf(layers).map((key) => [key, make(key, innerOf(layers, key))]));
}

const innerOf = ({ value, unknown, sensitive }: Layers, key: string): Layers => ({
  value: member(value, key),
  unknown: unknown === true ? true : member(unknown, key),
  sensitive: sensitive === true ? true : member(sensitive, key),
});

const keysOf = ({ value, unknown }: Layers): readonly string[] => [
  ...new Set([value, unknown].flatMap((json) => (isJsonObject(json) ? Object.keys(json) : []))),
];

function raw(layers: Layers, said: Said, key: string, setting: Setting): Raw {
  const { value, unknown, sensitive } = layers;
  if (unknown === true) {
    const settled = settle(said, key, setting);
    return sensitive === true && isObject(settled) ? notedLeaf(settled, { sensitive }) : settled;
  }
  if (isJsonList(value) || isJsonList(unknown)) return list(layers, said, key, setting);
  if (isJsonObject(value)) return members(layers, (name, inner) => raw(inner, sayOfMember(said, name), name, setting));
  if (value === undefined) return isJsonObject(unknown) && hasTrue(unknown) ? settle(said, key, setting) : undefined;
  if (value === null) return null;
  return note(value, sensitive === true, said, setting);
}

const hasTrue = (json: Json): boolean =>
  json === true || (isJsonList(json) ? json.some(hasTrue) : isJsonObject(json) && Object.values(json).some(hasTrue));

function list(layers: Layers, said: Said, key: string, setting: Setting): Raw {
  const { complete, elements } = elementsOf(layers);
  const values = elements.map(({ value }) => value);
  const expressions = said.kind === 'expressions' ? said.expressions : [];
  const each = elements.every(({ unknown }) => unknown === true)
    ? oneEach(expressions, elements.length, setting)
    : undefined;
  const items = elements.map((element, index) => {
    const spoken = sayOfElement(said, key, values, index);
    if (element.unknown === true) {
      const end = each?.[index];
      return end ? fromEnds([end], key, setting) : settle(spoken.kind === 'blocks' ? hiddenElements : spoken, key, setting);
    }
    return raw(element, spoken, key, setting);
  }); // prettier-ignore
  return complete ? items : partialLeaf(items, settledAtApply);
}

/**
 * The elements of a list with their marks. Terraform before 1.3 drops unknown elements from the values but not from the
 * marks; where the two do not add up, it cannot be told which is missing.
 */
function elementsOf(layers: Layers): { readonly complete: boolean; readonly elements: readonly Layers[] } {
  const values = isJsonList(layers.value) ? layers.value : [];
  const marks = isJsonList(layers.unknown) ? layers.unknown : [];
  const sensitiveAt = (index: number) =>
    layers.sensitive === true || (isJsonList(layers.sensitive) ? layers.sensitive[index] : undefined);
  if (marks.length === 0 || marks.length === values.length)
    return {
      complete: true,
      elements: values.map((value, index) => ({ value, unknown: marks[index], sensitive: sensitiveAt(index) })),
    };
  const kept = marks.filter((mark) => mark !== true).length;
  if (kept === values.length) {
    let next = 0;
    const elements = marks.map((unknown, index): Layers => ({
      value: unknown === true ? undefined : values[next++],
      unknown,
      sensitive: sensitiveAt(index),
    }));
    return { complete: true, elements };
  }
  const sensitive = layers.sensitive !== undefined && hasTrue(layers.sensitive);
  return { complete: false, elements: values.map((value) => ({ value, unknown: undefined, sensitive })) };
}

/** A list with as many unknown elements as its expression has ends takes one from each: `[a.id, b.id]`. */
function oneEach(expressions: readonly Expression[], length: number, setting: Setting): readonly End[] | undefined {
  const [only, ...others] = expressions;
  if (!only || others.length > 0 || length < 2) return undefined;
  const ends = setting.endsOf(only);
  return ends.length === length && ends.every(({ kind }) => kind === 'resource') ? ends : undefined;
}

/** An unknown value: absent where nothing sets it, else unknown with where it comes from. */
function settle(said: Said, key: string, setting: Setting): Raw {
  switch (said.kind) {
    case 'nothing':
      return undefined;
    case 'hidden':
      return unknownLeaf(said.why);
    case 'blocks':
      return unknownLeaf(settledAtApply);
    case 'expressions': {
      const candidates = said.expressions.map((expression) => fromExpression(expression, key, setting));
      const [first] = candidates;
      if (candidates.length === 1) return first;
      if (candidates.every((candidate) => candidate === undefined)) return undefined;
      if (candidates.includes(undefined)) return unknownLeaf(settledAtApply);
      return fromEnds(said.expressions.flatMap(setting.endsOf), key, setting);
    }
  }
}

/**
 * What an expression with an unknown value comes from.
 *
 * Terraform plans a known value for an argument whose expression is known. A provider may choose another only where the
 * expression is null. So an unknown value of an expression over nothing but known variables (`var.kms_key_id`, which
 * nobody gave) was not set. A secret one may go through `bcrypt`, which is not known until apply.
 */
function fromExpression(expression: Expression, key: string, setting: Setting): Raw {
  if (expression.constant !== undefined) return expression.constant === null ? undefined : unknownLeaf(settledAtApply);
  if (expression.references.length === 0) return unknownLeaf(settledAtApply);
  const ends = setting.endsOf(expression);
  const unset = ends.every((end) => end.kind === 'value' && end.value !== undefined && !end.variable?.secret);
  return unset ? undefined : fromEnds(ends, key, setting);
}

function fromEnds(ends: readonly End[], key: string, setting: Setting): Raw {
  const [only, ...others] = ends.filter(({ kind }) => kind !== 'value');
  const policy = only && others.length === 0 && key.includes('polic') ? setting.policyOf(only) : undefined;
  if (policy !== undefined) return policy;
  const references = ends.flatMap((end) => (end.kind === 'resource' ? [end.reference] : []));
  const source = sourceOf(ends);
  return unknownLeaf(whyOf(ends), references, source && { source });
}

/** The reference chains, for people: `settled at apply: var.key from aws_kms_key.main.arn`. */
export function whyOf(ends: readonly End[]): string {
  const telling = ends.filter((end) => end.kind !== 'value' || end.value === undefined);
  const trails = [...new Set((telling.length > 0 ? telling : ends).map(({ trail }) => trail))];
  if (trails.length === 0) return settledAtApply;
  const more = trails.length > 3 ? ` and ${String(trails.length - 3)} more` : '';
  return `${settledAtApply}: ${trails.slice(0, 3).join(', ')}${more}`;
}

/** Resources before variables: a text that holds both is not known before the resources are. */
export function sourceOf(ends: readonly End[]): NotedLeaf['source'] {
  if (ends.some(({ kind }) => kind === 'resource' || kind === 'unplanned')) return 'resource';
  if (ends.some(({ kind }) => kind === 'open')) return 'elsewhere';
  const variables = ends.flatMap((end) => (end.kind === 'value' && end.variable ? [end.variable] : []));
  if (variables.length === 0) return undefined;
  return variables.some(({ secret }) => secret) ? 'secret-parameter' : 'parameter';
}

/** A known value, with who supplied it. A literal, and a default that the configuration writes, are the author's own. */
function note(value: boolean | number | string, sensitive: boolean, said: Said, setting: Setting): Raw {
  const all = { ...originOf(value, said, setting), ...(sensitive && { sensitive }) };
  return Object.keys(all).length === 0 ? value : notedLeaf(value, all);
}

function originOf(value: Json, said: Said, setting: Setting): Omit<NotedLeaf, 'leaf' | 'value' | 'sensitive'> {
  if (said.kind !== 'expressions') return {};
  const [only, ...others] = said.expressions;
  if (!only || others.length > 0 || only.references.length === 0) return {};
  const all = setting.endsOf(only);
  // An expression that writes a whole map says of no single value where it comes from: only being equal does.
  const ends = said.inside ? all.filter((end) => end.kind === 'value' && sameValue(end.value, value)) : all;
  const [end] = ends;
  if (ends.length === 1 && end?.kind === 'value' && end.variable?.isDefault && sameValue(end.value, value))
    return { because: `the default of variable "${end.variable.name}"` };
  const references = ends.flatMap((one) => (one.kind === 'resource' ? [one.reference] : []));
  const source = sourceOf(ends);
  return { ...(source && { source }), ...(references.length > 0 && { references }) };
}
