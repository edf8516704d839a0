import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baselineOf, baselineText } from '../../src/gate/baseline';
import { parseBaseline } from '../../src/gate/baseline-schema';
import { inspect, type InspectOptions } from '../../src/inspect';
import type { Result } from '../../src/model/result';
import type { Input } from '../../src/readers/input';
import { memorySource } from '../../src/readers/source';
import { readTerraformPlan } from '../../src/readers/terraform-plan';
import { readTerraformSource } from '../../src/readers/terraform-source/reader';
import type { Declared, Pair, Properties } from './pair';
import { pairs } from './pairs';

const folder = mkdtempSync(join(tmpdir(), 'demarc-changes-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const judged = (input: Input, { controls }: Pair, more: Partial<InspectOptions> = {}): Result =>
  inspect([input], { today: '2026-11-24', only: controls, ...more });

const changesIn = ({ inputs }: Result) => ({
  changes: Object.fromEntries(
    inputs.flatMap(({ findings }) =>
      findings.map(({ control, resource, change }) => [`${control} ${resource.address}`, change]),
    ),
  ),
  fixed: inputs.flatMap(({ fixed }) => fixed.map(({ control, resource }) => `${control} ${resource.address}`)),
  errors: inputs.flatMap(({ error }) => error ?? []),
});

const expected = ({ changes, fixed = [] }: Pair) => ({ changes, fixed, errors: [] });

const cases = Object.entries(pairs);

test('there are at least 25 pairs', () => {
  expect(cases.length).toBeGreaterThanOrEqual(25);
});

describe.each(cases)('%s', (name, pair) => {
  test('in a plan', () => {
    expect(changesIn(judged(planOf(pair), pair))).toEqual(expected(pair));
  });

  if (pair.planOnly === undefined)
    test('in source beside what it was before', () => {
      const [before, after] = sourcesOf(name, pair);
      const previous = { path: before.path, graph: before.after };
      expect(changesIn(judged({ ...after, previous }, pair))).toEqual(expected(pair));
    });

  if (pair.planOnly === undefined)
    test('in source beside a baseline file: nothing that it knows is introduced', () => {
      const [before, after] = sourcesOf(name, pair);
      const place = (document: string) => (document === after.path ? before.path : document);
      const file = baselineText(baselineOf(judged(before, pair), (document) => document));
      const baseline = { ...parseBaseline(JSON.parse(file)), place };
      const { changes } = changesIn(judged(after, pair, { baseline }));
      const known = Object.entries(pair.changesByFile ?? pair.changes).filter(([, change]) => change === 'existing');
      expect(changes).toMatchObject(Object.fromEntries(known));
      const { decision } = judged(after, pair, { baseline });
      const severe = Object.values(changes).some((change) => change !== 'existing');
      expect(decision === 'blocked' && !severe).toBe(false);
    });
});

const typeOf = (address: string): string => address.split('.')[0] ?? '';
const nameOf = (address: string): string => (address.split('.')[1] ?? '').replace(/\[.*$/u, '');
const indexOf = (address: string): unknown => {
  const index = /\[(.+)\]$/u.exec(address)?.[1];
  return index === undefined ? undefined : (JSON.parse(index) as unknown);
};

/** The JSON that `terraform show` prints of a plan. */
function planOf({ before, after, moved = {}, replaced = [], imported = [], unknown = [] }: Pair): Input {
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

/** The same as Terraform source in JSON, each side in a folder of its own. */
function sourcesOf(name: string, { before, after, moved = {}, unknown = [] }: Pair): readonly [Input, Input] {
  const write = (side: string, content: object): Input => {
    const path = join(folder, name.replace(/\W/gu, '-'), side);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'main.tf.json'), JSON.stringify(content));
    return readTerraformSource(path);
  };
  const moves = Object.entries(moved).map(([to, from]) => ({ from, to }));
  return [
    write('before', { resource: sourceOf(before, []) }),
    write('after', {
      variable: { open: {} },
      resource: sourceOf(after, unknown),
      ...(moves.length > 0 && { moved: moves }),
    }),
  ];
}

/** Instances of one resource are written once. */
function sourceOf(declared: Declared, unknown: readonly string[]): Properties {
  const byType: Record<string, Record<string, object>> = {};
  const families = new Set(Object.keys(declared).map((address) => address.replace(/\[.*$/u, '')));
  for (const family of families) {
    const instances = Object.entries(declared).filter(([address]) => address.replace(/\[.*$/u, '') === family);
    const written = instances.map(([address, values]) => ({ key: indexOf(address), values: writtenOf(address, values, unknown) })); // prettier-ignore
    (byType[typeOf(family)] ??= {})[nameOf(family)] = instancesOf(written);
  }
  return byType;
}

/** Nobody writes an id: what refers to it does so by its name in the source. */
function writtenOf(address: string, values: Properties, unknown: readonly string[]): Properties {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([key]) => key !== 'id')
      .map(([key, value]): [string, unknown] => [
        key,
        unknown.includes(`${address} ${key}`) ? '${var.open}' : value === 'sg-1' ? '${aws_security_group.g.id}' : value,
      ]),
  );
}

interface Instance {
  readonly key: unknown;
  readonly values: Properties;
}

/** Instances differ by what a map has under their key. */
function instancesOf(instances: readonly Instance[]): object {
  const [first] = instances;
  if (first?.key === undefined) return first?.values ?? {};
  const isCounted = typeof first.key === 'number';
  const keys = instances.map(({ key }) => String(key));
  const names = [...new Set(instances.flatMap(({ values }) => Object.keys(values)))];
  const byKey = (name: string) =>
    JSON.stringify(Object.fromEntries(instances.map(({ key, values }) => [String(key), values[name] ?? null])));
  return {
    ...(isCounted ? { count: keys.length } : { for_each: Object.fromEntries(keys.map((key) => [key, key])) }),
    ...Object.fromEntries(
      names.map((name) => [name, `\${${byKey(name)}[${isCounted ? 'tostring(count.index)' : 'each.key'}]}`]),
    ),
  };
}
