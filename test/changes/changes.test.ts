import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baselineOf, baselineText } from '../../src/gate/baseline';
import { parseBaseline } from '../../src/gate/baseline-schema';
import { inspect, type InspectOptions } from '../../src/inspect';
import type { Result } from '../../src/model/result';
import type { Input } from '../../src/readers/input';
import { readTerraformSource } from '../../src/readers/terraform-source/reader';
import { temporaryFolder } from '../support/temporary-folder';
import type { Declared, Pair, Properties } from './pair';
import { pairs } from './pairs';
import { indexOf, nameOf, planOf, typeOf } from './plan';

const folder = temporaryFolder();

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
