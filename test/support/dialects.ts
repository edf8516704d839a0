import { ResourceGraph } from '../../src/model/graph';
import { Property } from '../../src/model/property';
import { isLeaf, isList, templateLeaf, unknownLeaf, type Raw } from '../../src/model/raw';
import type { Action, Resource } from '../../src/model/resource';
import { readCloudFormation } from '../../src/readers/cloudformation/reader';
import { memorySource } from '../../src/readers/source';
import { readTerraformPlan } from '../../src/readers/terraform-plan';
import { Pieced, Refer, unknown, type Other, type System } from './row';

/** Everything a system declares, the judged resource first. */
const declared = (type: string, system: System): readonly (readonly [string, Other])[] => [
  ['it', { type: type.replace(/^data\./, ''), properties: system.it, data: type.startsWith('data.') }],
  ...Object.entries(system.others),
];

/** A system in the terraform vocabulary, where each value is as a source reader would hand it over. */
export function asTerraform(type: string, system: System): ResourceGraph {
  return new ResourceGraph(
    declared(type, system).map(([name, { type: kind, properties, data }]): Resource => ({
      id: name,
      address: `${data ? 'data.' : ''}${kind}.${name}`,
      type: kind,
      vocabulary: 'terraform',
      properties: new Property(leaves(properties), { id: name }),
      mode: data ? 'data' : 'managed',
      ...(data && name === 'it' && { unused: true }),
      action: system.action,
      document: 'row',
    })),
  );
}

function leaves(value: unknown): Raw {
  if (value === unknown) return unknownLeaf('a variable without value');
  if (value instanceof Refer) {
    const { name, attribute } = value;
    return unknownLeaf(`settled at apply: ${name}`, [{ id: name, attribute: attribute.terraform }]);
  }
  if (value instanceof Pieced) {
    const supplied =
      value.hole === 'account'
        ? ({ source: 'platform', symbol: 'account' } as const)
        : ({ source: 'parameter' } as const);
    return templateLeaf([value.before, unknownLeaf('a part of it', [], supplied), value.after]);
  }
  const raw = value as Raw;
  if (isList(raw)) return raw.map(leaves);
  if (typeof raw !== 'object' || raw === null || isLeaf(raw)) return raw;
  return Object.fromEntries(Object.entries(raw).map(([key, item]) => [key, leaves(item)]));
}

/** A system as a CloudFormation template, read by its reader. */
export function asTemplate(type: string, system: System): ResourceGraph {
  const resources = declared(type, system).map(([name, { type: kind, properties }]) => [
    name,
    { Type: kind, Properties: intrinsics(properties) },
  ]);
  const template = {
    Parameters: { Parameter: { Type: 'String' } },
    Resources: Object.fromEntries(resources) as unknown,
  };
  return readCloudFormation([{ path: 'row.json', text: JSON.stringify(template) }], { path: 'row.json' }).after;
}

function intrinsics(value: unknown): unknown {
  if (value === unknown) return { Ref: 'Parameter' };
  if (value instanceof Refer) {
    const { cloudformation } = value.attribute;
    return cloudformation === undefined ? { Ref: value.name } : { 'Fn::GetAtt': [value.name, cloudformation] };
  }
  if (value instanceof Pieced) {
    const hole = value.hole === 'account' ? 'AWS::AccountId' : 'Parameter';
    return { 'Fn::Sub': `${value.before}\${${hole}}${value.after}` };
  }
  if (Array.isArray(value)) return value.map(intrinsics);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, intrinsics(item)]));
}

/**
 * A system as a Terraform plan, read by its reader; undefined for what a plan cannot say: a policy text of which a part
 * is unknown is unknown as a whole there.
 */
export function asPlan(type: string, system: System): ResourceGraph | undefined {
  const all = declared(type, system);
  if (all.some(([, { properties, data }]) => data === true || Object.values(properties).some(isPolicyWithHoles)))
    return undefined;
  const types = Object.fromEntries(all.map(([name, { type: kind }]) => [name, kind]));
  const plan = {
    format_version: '1.2',
    terraform_version: '1.14.0',
    resource_changes: all.map(([name, { type: kind, properties }]) => {
      const after = settledPart(properties);
      return {
        address: `${kind}.${name}`,
        mode: 'managed',
        type: kind,
        name,
        provider_name: `registry.terraform.io/hashicorp/${providerOf(kind)}`,
        change: {
          ...changeOf(system.action),
          before: system.action === 'create' ? null : after,
          after,
          after_unknown: unknownPart(properties),
          after_sensitive: {},
        },
      };
    }),
    configuration: {
      provider_config: Object.fromEntries(
        all.map(([, { type: kind }]) => [providerOf(kind), { name: providerOf(kind) }]),
      ),
      root_module: {
        resources: all.map(([name, { type: kind, properties }]) => ({
          address: `${kind}.${name}`,
          mode: 'managed',
          type: kind,
          name,
          provider_config_key: providerOf(kind),
          expressions: expressionsOf(properties, types),
        })),
      },
    },
  };
  return readTerraformPlan(memorySource('row.json', Buffer.from(JSON.stringify(plan)))).after;
}

/** The short name of a provider is how its types begin. */
const providerOf = (type: string): string => type.split('_')[0] ?? type;

const changeOf = (action: Action): object =>
  action === 'import'
    ? { actions: ['no-op'], importing: { id: 'it' } }
    : { actions: action === 'replace' ? ['delete', 'create'] : [action] };

const isHole = (value: unknown): boolean => value === unknown || value instanceof Refer || value instanceof Pieced;

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isHole(value);

/** Policies are objects in rows, and text in plans. */
const isPolicy = (value: unknown): boolean => isPlainObject(value) && 'Statement' in value;

const hasHole = (value: unknown): boolean =>
  isHole(value) ||
  (Array.isArray(value) && value.some(hasHole)) ||
  (isPlainObject(value) && Object.values(value).some(hasHole));

const isPolicyWithHoles = (value: unknown): boolean =>
  isPolicy(value)
    ? hasHole(value)
    : Array.isArray(value)
      ? value.some(isPolicyWithHoles)
      : isPlainObject(value) && Object.values(value).some(isPolicyWithHoles);

/** `after`: what is known. Unknown members of objects are left out, unknown items of lists are null. */
function settledPart(value: unknown): unknown {
  if (isHole(value)) return null;
  if (isPolicy(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return value.map(settledPart);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => !isHole(item))
      .map(([key, item]) => [key, settledPart(item)]),
  );
}

/** `after_unknown`: true where a value is not known. */
function unknownPart(value: unknown): unknown {
  if (isHole(value)) return true;
  if (isPolicy(value)) return false;
  if (Array.isArray(value))
    return value.map((item) => (isPlainObject(item) || isHole(item) ? unknownPart(item) : false));
  if (!isPlainObject(value)) return false;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => hasHole(item))
      .map(([key, item]) => [key, unknownPart(item)]),
  );
}

type Types = Readonly<Record<string, string>>;

const expressionsOf = (
  properties: Readonly<Record<string, unknown>>,
  types: Types,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, expressionOf(value, types)]));

/** Blocks keep their structure; an attribute is one expression, with all that it refers to. */
function expressionOf(value: unknown, types: Types): unknown {
  if (isPolicy(value)) return {};
  if (Array.isArray(value) && value.length > 0 && value.every(isPlainObject))
    return value.map((block) => expressionsOf(block, types));
  if (!hasHole(value)) return { constant_value: value };
  return { references: referencesIn(value, types) };
}

function referencesIn(value: unknown, types: Types): readonly string[] {
  if (value === unknown || value instanceof Pieced) return ['local.parameter'];
  if (value instanceof Refer) {
    const subject = `${types[value.name] ?? 'missing'}.${value.name}`;
    return [`${subject}.${value.attribute.terraform}`, subject];
  }
  if (Array.isArray(value)) return value.flatMap((item) => referencesIn(item, types));
  return isPlainObject(value) ? Object.values(value).flatMap((item) => referencesIn(item, types)) : [];
}
