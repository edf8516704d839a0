import { areMembers, type Members } from '../../model/property';
import { isObject, partialLeaf, unknownLeaf, type Raw } from '../../model/raw';
import type { ByteSource } from '../source';
import { recentlyUsed } from './cache';
import { moduleAt, resourceKey } from './configuration';
import type { PlanDocument } from './document';
import type { Entry } from './entry';
import { expressionOf, writtenTrees, type Said } from './expression';
import { indexInstances } from './instances';
import { isJsonObject, member, type Json, type JsonObject } from './json';
import { incompleteness } from './notes';
import { policyFrom } from './policy-document';
import { parseSteps, splitModules } from './address';
import { endsOf, type End, type Scope, type Surroundings } from './references';
import { providerValues } from './provider-blocks';
import { parseRange, parseTail, type Range } from './range';
import { layOut, rawObject, type Layers, type Setting } from './values';

/** One plan, of which the values of the entry at any position can be asked. */
export interface Plan {
  readonly after: (position: number) => Raw | Members;
  readonly before: (position: number) => Raw | Members;
}

/** Bytes of JSON whose parsed form is kept, of each kind. In memory it takes some five times as much. */
const budget = 1 << 20;

export const policyDocument = 'aws_iam_policy_document';
const unwritten: Said = { kind: 'nothing' };

/** @param isPresent of an entry's position: whether it is in the graph after the change; references lead to these only */
export function openPlan(source: ByteSource, document: PlanDocument, isPresent: (position: number) => boolean): Plan {
  const { configuration, entries } = document;
  const read = (range: Range): Json => parseRange(source, range) as Json;
  const size = ({ start, end }: Range) => end - start;
  const parsed = recentlyUsed<Range, { readonly json: Json }>(budget, size);
  const afters = recentlyUsed<number, { readonly laid: Raw | Members }>(budget, entries.size);
  const befores = recentlyUsed<number, { readonly laid: Raw | Members }>(budget, entries.size);
  const { instances, moduleInstances, modulesOf } = indexInstances(entries, isPresent);
  const parse = (range: Range): Json => parsed.get(range, () => ({ json: read(range) })).json;
  const around: Surroundings = {
    root: configuration?.root,
    variables: document.variables ? read(document.variables) : {},
    instances,
    moduleInstances,
    complete: incompleteness(document).length === 0,
    idAt: entries.id,
    parse,
  };
  /** Documents whose policy is being rebuilt: those that include each other end here. */
  const open = new Set<number>();

  const after = (position: number): Raw | Members =>
    afters.get(position, () => ({ laid: afterOf(entries.at(position)) })).laid;

  function afterOf(entry: Entry): Raw | Members {
    if (entry.origin === 'provider') return providerOf(entry);
    const modules = modulesOf(entry.moduleAddress);
    if (entry.origin === 'configuration') return { json: configuredPolicy(entry, { modules }) };
    const written = entry.tail ? { change: parseTail(source, entry.tail) as Json } : read(entry.range);
    if (entry.origin === 'prior-state') {
      const layers = {
        value: member(written, 'values'),
        unknown: undefined,
        sensitive: member(written, 'sensitive_values'),
      };
      return layOut(layers, unwritten, settingOf(entry, { modules }));
    }
    const range = moduleAt(configuration?.root, modules)?.resources.get(resourceKey(entry));
    const configured = range && parse(range);
    const forEach = expressionOf(member(configured, 'for_each_expression'));
    const scope = { modules, ...(entry.index !== undefined && { index: entry.index }), ...(forEach && { forEach }) };
    const layers = afterLayers(member(written, 'change'), configured);
    const laid = layOut(layers, saidOf(configured), settingOf(entry, scope));
    return isUnknownPolicy(entry, layers) && areMembers(laid) ? withPolicy(laid) : laid;
  }

  /** A provider may be configured in a module that has no resource, so its module is no sign of an instance. */
  function providerOf({ range, moduleAddress }: Entry): Raw {
    const { modules } = splitModules(parseSteps(moduleAddress));
    return providerValues(expressionsOf(read(range)), (expression) => endsOf(expression, { modules }, around));
  }

  function saidOf(configured: Json | undefined): Said {
    const missing = configuration ? 'configuration of the resource' : 'configuration';
    if (configured === undefined) return { kind: 'hidden', why: `settled at apply: the plan carries no ${missing}` };
    return { kind: 'blocks', blocks: [expressionsOf(configured)] };
  }

  const settingOf = ({ type, mode }: Pick<Entry, 'type' | 'mode'>, scope: Scope): Setting => ({
    type,
    mode,
    endsOf: (expression) => endsOf(expression, scope, around),
    policyOf,
  });

  function policyOf(end: End): Raw | undefined {
    if (end.kind !== 'resource' && end.kind !== 'unplanned') return undefined;
    const { type, mode } = end.kind === 'resource' ? entries.standing(end.position) : end.resource;
    if (mode !== 'data' || type !== policyDocument) return undefined;
    const attribute = end.kind === 'resource' ? end.reference.attribute : end.attribute;
    if (attribute !== undefined && attribute !== 'json' && attribute !== 'minified_json') return undefined;
    if (end.kind === 'unplanned') return configuredPolicy(end.resource, end.scope);
    return rebuilt(end.position);
  }

  function rebuilt(position: number): Raw {
    if (open.has(position)) return unknownLeaf('it refers to itself');
    open.add(position);
    try {
      const laid = after(position);
      return areMembers(laid) ? laid.member('json') : isObject(laid) ? laid['json'] : laid;
    } finally {
      open.delete(position);
    }
  }

  /** A policy document that the plan does not show is rebuilt from what its configuration writes as literals. */
  function configuredPolicy(resource: Pick<Entry, 'type' | 'mode' | 'name'>, scope: Scope): Raw | undefined {
    const range = moduleAt(configuration?.root, scope.modules)?.resources.get(resourceKey(resource));
    const configured = range && parse(range);
    const trees = writtenTrees(expressionsOf(configured));
    const raw = rawObject({ ...trees, sensitive: undefined }, saidOf(configured), settingOf(resource, scope));
    if (!isObject(raw)) return undefined;
    const { statement = [], ...rest } = raw;
    const statements = Array.isArray(statement) ? (statement as readonly Raw[]) : [statement];
    return policyFrom({ ...rest, statement: partialLeaf(statements, 'a plan does not show dynamic statements') });
  }

  const before = (position: number): Raw | Members =>
    befores.get(position, () => {
      const entry = entries.at(position);
      const change = member(read(entry.range), 'change');
      const layers = {
        value: member(change, 'before'),
        unknown: undefined,
        sensitive: member(change, 'before_sensitive'),
      };
      return { laid: layOut(layers, unwritten, settingOf(entry, { modules: [] })) };
    }).laid;

  return { after, before };
}

function expressionsOf(configured: Json | undefined): JsonObject {
  const expressions = member(configured, 'expressions');
  return isJsonObject(expressions) ? expressions : {};
}

/** A trimmed plan may lack the marks of what is unknown: then that is what is configured and has no value. */
function afterLayers(change: Json | undefined, configured: Json | undefined): Layers {
  const value = member(change, 'after') ?? undefined;
  const marks = member(change, 'after_unknown');
  const missing = () =>
    Object.keys(expressionsOf(configured)).filter((key) => isJsonObject(value) && member(value, key) === undefined);
  return {
    value,
    unknown: marks ?? (value && Object.fromEntries(missing().map((key) => [key, true]))),
    sensitive: member(change, 'after_sensitive'),
  };
}

const isUnknownPolicy = ({ type, mode }: Entry, { value }: Layers): boolean =>
  type === policyDocument && mode === 'data' && typeof member(value, 'json') !== 'string';

function withPolicy({ member: written, whole }: Members): Members {
  const policies: ReadonlySet<string> = new Set(['json', 'minified_json']);
  let policy: { readonly raw: Raw } | undefined;
  const rebuilt = (): Raw => (policy ??= { raw: policyFrom(whole()) }).raw;
  return {
    member: (key) => (policies.has(key) ? rebuilt() : written(key)),
    whole: () => ({ ...whole(), json: rebuilt(), minified_json: rebuilt() }),
  };
}
