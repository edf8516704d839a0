import type { Reference } from '../../model/raw';
import { moduleAddress, parseSteps, type InstanceKey, type ModuleStep, type Step } from './address';
import { moduleAt, resourceKey, type ConfigurationModule, type ResourceName } from './configuration';
import { expressionOf, subjectsOf, type Expression } from './expression';
import type { ByKey, Instances } from './instances';
import { isJsonList, member, sameValue, type Json } from './json';
import type { Range } from './range';

/** Where an expression is written: the module instance, and the instance of the resource or module call in it. */
export interface Scope {
  readonly modules: readonly ModuleStep[];
  readonly index?: InstanceKey;
  /** What the resource or module call repeats over: the meaning of `each.value`. */
  readonly forEach?: Expression;
}

/** Where a reference leads in the end. What is known when planning and belongs to nobody (`each.key`) is left out. */
export type End =
  | { readonly kind: 'resource'; readonly position: number; readonly reference: Reference; readonly trail: string }
  /** A literal, or the value of a variable; undefined where the variable was given none. */
  | { readonly kind: 'value'; readonly value: Json | undefined; readonly variable?: Variable; readonly trail: string }
  /** A resource that the configuration has, and the plan does not show. */
  | {
      readonly kind: 'unplanned';
      readonly resource: ResourceName;
      readonly scope: Scope;
      readonly attribute?: string;
      readonly trail: string;
    }
  /** The plan does not say: a local, `self`, a module's whole. */
  | { readonly kind: 'open'; readonly trail: string };

export interface Variable {
  readonly name: string;
  readonly secret: boolean;
  /** Its value is the default that the configuration writes. */
  readonly isDefault: boolean;
}

/** What references are resolved in: one plan. */
export interface Surroundings extends Pick<Instances, 'instances' | 'moduleInstances'> {
  readonly root: ConfigurationModule | undefined;
  /** Values of the root module's variables. */
  readonly variables: Json;
  /** The plan shows every change: what it does not show will not be there. */
  readonly complete: boolean;
  /** The id of the entry at a position. */
  readonly idAt: (position: number) => string;
  readonly parse: (range: Range) => Json;
}

const deepest = 12;

/** One walk from an expression to its ends. */
interface Walk {
  readonly around: Surroundings;
  readonly ends: End[];
  /** Keeps cycles, and references that many ways lead to, from being walked again. */
  readonly seen: Set<string>;
}

/** Follows everything that an expression refers to, through variables, module inputs and outputs. */
export function endsOf(expression: Expression, scope: Scope, around: Surroundings): readonly End[] {
  const walk: Walk = { around, ends: [], seen: new Set() };
  followAll(walk, expression, { scope, trail: '', depth: 0, secret: false });
  return walk.ends;
}

interface Hop {
  readonly scope: Scope;
  /** The references on the way here, for people. */
  readonly trail: string;
  readonly depth: number;
  /** A variable on the way here is declared sensitive. */
  readonly secret: boolean;
}

function followAll(walk: Walk, expression: Expression, hop: Hop): void {
  if (expression.constant !== undefined) {
    walk.ends.push({ kind: 'value', value: expression.constant, trail: hop.trail });
    return;
  }
  const subjects = subjectsOf(expression.references).filter((subject, at, all) => !isIndex(subject, all[at - 1]));
  const repeats = expression.references.some((subject) => subject.startsWith('each.') || subject.startsWith('count.'));
  for (const subject of subjects) {
    const seen = `${moduleAddress(hop.scope.modules)} ${subject} ${String(repeats && hop.scope.index)}`;
    if (walk.seen.has(seen)) continue;
    walk.seen.add(seen);
    follow(walk, subject, repeats, { ...hop, trail: hop.trail === '' ? subject : `${hop.trail} from ${subject}` });
  }
}

/** `aws_s3_bucket.all[each.value].id` is listed as `aws_s3_bucket.all`, `each.value`: over a set, value and key are one. */
const isIndex = (subject: string, previous = ''): boolean =>
  subject === 'each.value' && parseSteps(previous).length === (previous.startsWith('data.') ? 3 : 2);

function follow(walk: Walk, subject: string, repeats: boolean, hop: Hop): void {
  const steps = parseSteps(subject);
  const [root, name] = steps;
  const open = () => walk.ends.push({ kind: 'open', trail: hop.trail });
  if (hop.depth > deepest || typeof root !== 'string' || typeof name !== 'string') open();
  else if (root === 'each' && name === 'value') followEachValue(walk, steps.slice(2), hop);
  else if (root === 'each' || root === 'count' || root === 'path' || root === 'terraform') return;
  else if (root === 'var') followVariable(walk, name, steps.slice(2), hop);
  else if (root === 'module') followOutput(walk, name, steps.slice(2), repeats, hop);
  else if (root === 'local' || root === 'self' || root === 'ephemeral') open();
  else followResource(walk, steps, repeats, hop);
}

const notResources: ReadonlySet<string> = new Set([
  'var',
  'local',
  'module',
  'each',
  'count',
  'self',
  'path',
  'ephemeral',
]);

/** `for_each = aws_s3_bucket.all` makes `each.value` the bucket of the same key. Other maps are not in a plan. */
function followEachValue(walk: Walk, rest: readonly Step[], hop: Hop): void {
  const { forEach, ...scope } = hop.scope;
  const [only, ...others] = subjectsOf(forEach?.references ?? []);
  const steps = parseSteps(only ?? '');
  const [root] = steps;
  const chained = others.length === 0 && steps.length === (root === 'data' ? 3 : 2);
  if (!chained || typeof root !== 'string' || notResources.has(root))
    walk.ends.push({ kind: 'open', trail: hop.trail });
  else followResource(walk, [...steps, ...rest], true, { ...hop, scope, trail: `${hop.trail} from ${only ?? ''}` });
}

function followVariable(walk: Walk, name: string, rest: readonly Step[], hop: Hop): void {
  const { around } = walk;
  const { modules } = hop.scope;
  const declared = partOf(around, moduleAt(around.root, modules)?.variables.get(name));
  const secret = hop.secret || member(declared, 'sensitive') === true;
  const fallback = member(declared, 'default');
  const push = (value: Json | undefined, isDefault: boolean) => {
    walk.ends.push({
      kind: 'value',
      value: within(value, rest),
      variable: { name, secret, isDefault },
      trail: hop.trail,
    });
  };
  const call = modules.at(-1);
  if (!call) {
    const given = member(member(around.variables, name), 'value');
    push(
      given === undefined ? fallback : given,
      fallback !== undefined && (given === undefined || sameValue(given, fallback)),
    );
    return;
  }
  const parents = modules.slice(0, -1);
  const caller = moduleAt(around.root, parents)?.calls.get(call.name);
  const input = expressionOf(member(partOf(around, caller?.expressions), name));
  if (!input) {
    push(fallback, fallback !== undefined);
    return;
  }
  if (input.constant !== undefined) {
    walk.ends.push({ kind: 'value', value: within(input.constant, rest), trail: hop.trail });
    return;
  }
  const forEach = expressionOf(partOf(around, caller?.forEach));
  const scope = { modules: parents, ...(call.key !== undefined && { index: call.key }), ...(forEach && { forEach }) };
  followAll(walk, input, { ...hop, scope, secret, depth: hop.depth + 1 });
}

function followOutput(walk: Walk, name: string, rest: readonly Step[], repeats: boolean, hop: Hop): void {
  const { around } = walk;
  const [first, second] = rest;
  const key = typeof first === 'object' ? first.key : undefined;
  const output = typeof first === 'object' ? second : first;
  const { modules, index } = hop.scope;
  const call = moduleAt(around.root, modules)?.calls.get(name);
  const range = typeof output === 'string' ? call?.module?.outputs.get(output) : undefined;
  const written = expressionOf(member(partOf(around, range), 'expression'));
  if (!call || !written) {
    walk.ends.push({ kind: 'open', trail: hop.trail });
    return;
  }
  const existing = around.moduleInstances(moduleAddress(modules), name);
  const chosen = choose(existing, key, repeats ? index : undefined);
  if (existing.size === 0 && !(call.repeated && around.complete))
    followAll(walk, written, { ...hop, scope: { modules: [...modules, { name }] }, depth: hop.depth + 1 });
  else if (!chosen) walk.ends.push({ kind: 'open', trail: hop.trail });
  else
    for (const step of chosen)
      followAll(walk, written, { ...hop, scope: { modules: [...modules, step] }, depth: hop.depth + 1 });
}

/** More instances than that are not told one by one, lest N resources that refer to N others make N x N references. */
const mostInstances = 100;

/** The instance that is named, else the one with the referring instance's own key, else all, unless they are too many. */
function choose<T>(
  existing: ByKey<T>,
  named: InstanceKey | undefined,
  own: InstanceKey | undefined,
): readonly T[] | undefined {
  const key = named ?? own;
  const same = key === undefined ? undefined : existing.get(key);
  if (same !== undefined) return [same];
  if (named !== undefined) return [];
  return existing.size > mostInstances ? undefined : [...existing.values()];
}

function followResource(walk: Walk, steps: readonly Step[], repeats: boolean, hop: Hop): void {
  const { around } = walk;
  const data = steps[0] === 'data';
  const [type, name, third] = data ? steps.slice(1) : steps;
  if (typeof type !== 'string' || typeof name !== 'string') {
    walk.ends.push({ kind: 'open', trail: hop.trail });
    return;
  }
  const key = typeof third === 'object' ? third.key : undefined;
  const rest = steps.slice((data ? 3 : 2) + (typeof third === 'object' ? 1 : 0));
  const attribute = rest.map((step) => (typeof step === 'string' ? step : String(step.key ?? '*'))).join('.');
  const asked = attribute === '' ? undefined : { attribute };
  const { modules, index } = hop.scope;
  const resource = { mode: data ? 'data' : 'managed', type, name };
  const local = resourceKey(resource);
  const existing = around.instances(moduleAddress(modules), resource);
  const chosen = choose(existing, key, repeats ? index : undefined);
  for (const position of chosen?.flat() ?? [])
    walk.ends.push({
      kind: 'resource',
      position,
      reference: { id: around.idAt(position), ...asked },
      trail: hop.trail,
    });
  if (chosen && chosen.length > 0) return;
  const configured = moduleAt(around.root, modules)?.resources.get(local);
  const written = partOf(around, configured);
  // One that repeats over nothing has no instance, and what refers to it is known when planning.
  const repeated =
    member(written, 'count_expression') !== undefined || member(written, 'for_each_expression') !== undefined;
  if (repeated && existing.size === 0 && around.complete) return;
  if (configured && existing.size === 0)
    walk.ends.push({ kind: 'unplanned', resource, scope: { modules }, ...asked, trail: hop.trail });
  else walk.ends.push({ kind: 'open', trail: hop.trail });
}

const partOf = (around: Surroundings, range: Range | undefined): Json | undefined => range && around.parse(range);

/** Steps into a known value. A part that is not there is null: Terraform would have refused the plan otherwise. */
function within(value: Json | undefined, steps: readonly Step[]): Json | undefined {
  let inner = value;
  for (const step of steps) {
    if (inner === undefined) return undefined;
    const key = typeof step === 'string' ? step : step.key;
    if (key === undefined) return inner;
    inner = (isJsonList(inner) ? inner[Number(key)] : member(inner, String(key))) ?? null;
  }
  return inner;
}
