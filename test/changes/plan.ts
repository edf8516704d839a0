import type { Input } from '../../src/readers/input';
import { memorySource } from '../../src/readers/source';
import { readTerraformPlan } from '../../src/readers/terraform-plan';
import type { Declared, Pair, Properties } from './pair';

export const typeOf = (address: string): string => address.split('.')[0] ?? '';
export const nameOf = (address: string): string => (address.split('.')[1] ?? '').replace(/\[.*$/u, '');
export const indexOf = (address: string): unknown => {
  const index = /\[(.+)\]$/u.exec(address)?.[1];
  return index === undefined ? undefined : (JSON.parse(index) as unknown);
};

/** The JSON that `terraform show` prints of a plan. */
export function planOf({ before, after, moved = {}, replaced = [], imported = [], unknown = [] }: Pair): Input {
  const renamed = new Set(Object.values(moved));
  const gone = Object.keys(before).filter((address) => !(address in after) && !renamed.has(address));
  const change = (address: string) => {
    const was = before[moved[address] ?? address];
    const open = unknown.flatMap((one) => (one.startsWith(`${address} `) ? [one.slice(address.length + 1)] : []));
    const is = after[address];
    const known = is && Object.fromEntries(Object.entries(is).filter(([key]) => !open.includes(key)));
    return {
      address,
      mode: 'managed',
      type: typeOf(address),
      name: nameOf(address),
      ...(indexOf(address) !== undefined && { index: indexOf(address) }),
      provider_name: 'registry.terraform.io/hashicorp/aws',
      ...(moved[address] !== undefined && { previous_address: moved[address] }),
      change: {
        actions: actionsOf(was, is, replaced.includes(address), imported.includes(address)),
        ...(imported.includes(address) && { importing: { id: 'x' } }),
        before: imported.includes(address) ? is : (was ?? null),
        after: known ?? null,
        after_unknown: Object.fromEntries(open.map((key) => [key, true])),
        before_sensitive: false,
        after_sensitive: false,
      },
    };
  };
  const plan = {
    format_version: '1.2',
    terraform_version: '1.14.0',
    resource_changes: [...Object.keys(after), ...gone].map(change),
    prior_state: { format_version: '1.0', values: { root_module: { resources: stateOf(before) } } },
    configuration: {
      provider_config: { aws: { name: 'aws' } },
      root_module: { resources: configured(after, unknown) },
    },
  };
  return readTerraformPlan(memorySource('plan.json', Buffer.from(JSON.stringify(plan))));
}

function actionsOf(was: unknown, is: unknown, isReplaced: boolean, isImported: boolean): readonly string[] {
  if (isImported) return ['no-op'];
  if (is === undefined) return ['delete'];
  if (was === undefined) return ['create'];
  if (isReplaced) return ['delete', 'create'];
  return JSON.stringify(was) === JSON.stringify(is) ? ['no-op'] : ['update'];
}

const stateOf = (declared: Declared) =>
  Object.entries(declared).map(([address, values]) => ({
    address,
    mode: 'managed',
    type: typeOf(address),
    name: nameOf(address),
    provider_name: 'registry.terraform.io/hashicorp/aws',
    values,
  }));

function configured(declared: Declared, unknown: readonly string[]): readonly object[] {
  const byName = new Map(Object.entries(declared).map(([address, values]) => [address.replace(/\[.*$/u, ''), { address, values }])); // prettier-ignore
  return [...byName].map(([name, { address, values }]) => ({
    address: name,
    mode: 'managed',
    type: typeOf(address),
    name: nameOf(address),
    provider_config_key: 'aws',
    expressions: Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        unknown.includes(`${address} ${key}`) ? { references: ['var.open'] } : expressionOf(value),
      ]),
    ),
  }));
}

const expressionOf = (value: unknown): unknown =>
  Array.isArray(value) && value.some((item) => typeof item === 'object')
    ? value.map((item: Properties) => Object.fromEntries(Object.entries(item).map(([key, one]) => [key, expressionOf(one)])))
    : { constant_value: value }; // prettier-ignore
