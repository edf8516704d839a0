import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { decideOn, inspect, judgeAll, settingsFor } from '../../src/inspect';
import { parseSource } from '../../src/readers/cloudformation/document';
import { readCloudFormation } from '../../src/readers/cloudformation/reader';
import type { Input } from '../../src/readers/input';
import { memorySource } from '../../src/readers/source';
import { readTerraformPlan } from '../../src/readers/terraform-plan';
import { readTerraformSource } from '../../src/readers/terraform-source/reader';
import { stringify } from 'yaml';
import { folderWith } from '../support/command-line';

const today = '2026-11-24';
type Verdicts = Readonly<Record<string, string>>;
type Json = Record<string, unknown>;

/** Every verdict by control and resource; `named` undoes what a change did to the resources' names. */
function verdictsOf(input: Input, named: (address: string) => string = (address) => address): Verdicts {
  const { inputs } = inspect([input], { today, preset: 'strict', includePass: true });
  for (const { error } of inputs) expect(error).toBeNull();
  return Object.fromEntries(
    inputs
      .flatMap(({ findings }) => findings)
      .map(({ control, resource, verdict }) => [`${control} ${named(resource.address)}`, verdict] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

const planOf = (bytes: Buffer | string): Input => readTerraformPlan(memorySource('plan.json', Buffer.from(bytes)));
const templateOf = (text: Buffer | string): Input => readCloudFormation([{ path: 't', text }], { path: 't' });

const reversedKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversedKeys(item)]),
  );
};

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const carriageReturns = (text: string): string => text.replace(/\r?\n/gu, '\r\n');
const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const map = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});

describe.each(['create.json', 'update.json', 'leaky.json', 'terraform-0.12.json'])('the plan %s', (name) => {
  const text = readFileSync(`fixtures/plans/${name}`, 'utf8');
  const plan = (): Json => JSON.parse(text) as Json;
  const expected = verdictsOf(planOf(text));

  /** Everything of the root module in a module that it calls. */
  function split(): Json {
    const whole = plan();
    const inside = (change: Json): Json => ({
      ...change,
      address: `module.inner.${textOf(change['address'])}`,
      module_address: `module.inner${change['module_address'] === undefined ? '' : `.${textOf(change['module_address'])}`}`,
    });
    const values = (part: unknown): unknown => {
      const root = map(map(part)['root_module']);
      const moved = (module: Json): Json => ({
        ...module,
        address: module['address'] === undefined ? 'module.inner' : `module.inner.${textOf(module['address'])}`,
        ...(module['resources'] !== undefined && { resources: list(module['resources']).map((one) => ({ ...one, address: `module.inner.${textOf(one['address'])}` })) }),
        ...(module['child_modules'] !== undefined && { child_modules: list(module['child_modules']).map(moved) }),
      }); // prettier-ignore
      return { ...map(part), root_module: { child_modules: [moved(root)] } };
    };
    const configuration = map(whole['configuration']);
    const root = map(configuration['root_module']);
    const given = Object.keys(map(root['variables'])).map((key) => [key, { references: [`var.${key}`] }]);
    return {
      ...whole,
      resource_changes: list(whole['resource_changes']).map(inside),
      planned_values: values(whole['planned_values']),
      ...(whole['prior_state'] !== undefined && { prior_state: { ...map(whole['prior_state']), values: values(map(whole['prior_state'])['values']) } }),
      configuration: {
        ...configuration,
        root_module: {
          variables: root['variables'] ?? {},
          module_calls: { inner: { source: './inner', expressions: Object.fromEntries(given) as Json, module: root } },
        },
      },
    }; // prettier-ignore
  }

  const unrelated = {
    address: 'aws_sns_topic.unrelated', mode: 'managed', type: 'aws_sns_topic', name: 'unrelated', provider_name: 'registry.terraform.io/hashicorp/aws',
    change: { actions: ['create'], before: null, after: { name: 'unrelated' }, after_unknown: {} },
  }; // prettier-ignore

  test.each<readonly [string, () => Buffer | string]>([
    ['its keys in another order', () => JSON.stringify(reversedKeys(plan()))],
    ['its resources in another order', () => JSON.stringify({ ...plan(), resource_changes: list(plan()['resource_changes']).toReversed() })],
    ['UTF-16', () => utf16(text)],
    ['lines that end as on Windows', () => carriageReturns(text)],
    ['one line', () => JSON.stringify(plan())],
  ])('says the same with %s', (_, change) => {
    expect(verdictsOf(planOf(change()))).toEqual(expected);
  }); // prettier-ignore

  test('says the same of what is there, whatever else is', () => {
    const more = { ...plan(), resource_changes: [unrelated, ...list(plan()['resource_changes'])] };
    expect(verdictsOf(planOf(JSON.stringify(more)))).toMatchObject(expected);
  });

  test('says the same with its root in a module', () => {
    const named = (address: string) => address.replace(/^module\.inner\./u, '');
    expect(verdictsOf(planOf(JSON.stringify(split())), named)).toEqual(expected);
  });
});

describe.each(['leaky.yaml', 'hardened.json', 'intrinsics.json', 'serverless.yaml'])('the template %s', (name) => {
  const text = readFileSync(`fixtures/templates/${name}`, 'utf8');
  const data = (): Json => structuredClone(parseSource('t', text)[0]?.data) as Json;
  const expected = verdictsOf(templateOf(text));
  const resources = Object.keys(map(data()['Resources'])).filter((id) => !id.startsWith('Fn::'));

  test.each<readonly [string, () => Buffer | string]>([
    ['JSON', () => JSON.stringify(data())],
    ['YAML', () => stringify(data(), { version: '1.1', aliasDuplicateObjects: false })],
    ['its keys in another order', () => JSON.stringify(reversedKeys(data()))],
    ['UTF-16', () => utf16(text)],
    ['lines that end as on Windows', () => carriageReturns(text)],
  ])('says the same as, or with, %s', (_, change) => {
    expect(verdictsOf(templateOf(change()))).toEqual(expected);
  });

  test('says the same of what is there, whatever else is', () => {
    const more = { ...data(), Resources: { Unrelated: { Type: 'AWS::SNS::Topic' }, ...map(data()['Resources']) } };
    expect(verdictsOf(templateOf(JSON.stringify(more)))).toMatchObject(expected);
  });

  test('says the same of resources with other names', () => {
    const renamed = (id: string): string => `Zz${id}`;
    const texts = JSON.stringify(data()).replace(/"(?:[^"\\]|\\.)*"/gu, (token) => {
      const value = JSON.parse(token) as string;
      const [head = '', ...tail] = value.split('.');
      if (resources.includes(head)) return JSON.stringify([renamed(head), ...tail].join('.'));
      return JSON.stringify(value.replace(/\$\{(\w+)/gu, (whole, id: string) => (resources.includes(id) ? `\${${renamed(id)}` : whole)));
    }); // prettier-ignore
    expect(verdictsOf(templateOf(texts), (address) => address.replaceAll('Zz', ''))).toEqual(expected);
  });
});

describe.each(['leaky', 'network', 'identity', 'shop'])('the source %s', (name) => {
  const folder = `fixtures/sources/${name}`;
  const files = Object.fromEntries(
    readdirSync(folder).filter((file) => /\.(?:tf|tofu)$/u.test(file)).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  ); // prettier-ignore
  const read = (changed: Readonly<Record<string, string>>): Input => readTerraformSource(folderWith(changed));
  const each = (change: (text: string) => string) =>
    Object.fromEntries(Object.entries(files).map(([file, text]) => [file, change(text)]));
  const expected = verdictsOf(read(files));

  test.each<readonly [string, () => Readonly<Record<string, string>>]>([
    ['all of it in one file', () => ({ 'main.tf': Object.values(files).join('\n') })],
    ['its files in another order', () => ({ 'main.tf': Object.values(files).toReversed().join('\n') })],
    ['lines that end as on Windows', () => each(carriageReturns)],
    ['a byte order mark', () => each((text) => `\ufeff${text}`)],
  ])('says the same with %s', (_, change) => {
    expect(verdictsOf(read(change()))).toEqual(expected);
  });

  test('says the same of what is there, whatever else is', () => {
    expect(verdictsOf(read({ ...files, 'more.tf': 'resource "aws_sns_topic" "unrelated" {}\n' }))).toMatchObject(
      expected,
    );
  });

  test('says the same of resources with other names', () => {
    const labels = [
      ...Object.values(files)
        .join('\n')
        .matchAll(/^resource "(\w+)" "(\w+)"/gmu),
    ];
    const renamed = each((text) =>
      labels.reduce(
        (now, [, type = '', label = '']) =>
          now
            .replaceAll(`resource "${type}" "${label}"`, `resource "${type}" "zz_${label}"`)
            .replace(new RegExp(`(?<![\\w.])${type}\\.${label}\\b`, 'gu'), `${type}.zz_${label}`),
        text,
      ),
    );
    expect(verdictsOf(read(renamed), (address) => address.replace('.zz_', '.'))).toEqual(expected);
  });
});

describe('what is no longer known', () => {
  const opposite = (before: Verdicts, after: Verdicts): readonly string[] =>
    Object.entries(after).filter(([key, verdict]) => {
      const was = before[key];
      return (was === 'fail' && verdict === 'pass') || (was === 'pass' && verdict === 'fail');
    }).map(([key]) => key); // prettier-ignore

  type Path = readonly (string | number)[];
  const leaves = (value: unknown, path: Path = []): readonly Path[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) =>
          leaves(item, [...path, Array.isArray(value) ? Number(key) : key]),
        )
      : [path];
  const replaced = (value: unknown, [key, ...rest]: Path, by: unknown): unknown => {
    if (key === undefined) return by;
    if (Array.isArray(value))
      return value.map((item: unknown, index) => (index === key ? replaced(item, rest, by) : item));
    return { ...map(value), [key]: replaced(map(value)[key], rest, by) };
  };

  test.each(['leaky.yaml', 'hardened.json'])(
    'turns no verdict of %s into its opposite',
    (name) => {
      const data = structuredClone(
        parseSource('t', readFileSync(`fixtures/templates/${name}`, 'utf8'))[0]?.data,
      ) as Json;
      const before = verdictsOf(templateOf(JSON.stringify(data)));
      const open: Json = { ...data, Parameters: { ...map(data['Parameters']), Unknown: { Type: 'String' } } };
      const paths = Object.entries(map(data['Resources'])).flatMap(([id, resource]) =>
      leaves(map(resource)['Properties'] ?? {}).map((path) => ['Resources', id, 'Properties', ...path]),
    ).filter((path) => path.length > 3 && path.at(-1) !== 'Ref' && !path.some((key) => String(key).startsWith('Fn::'))); // prettier-ignore
      expect(paths.length).toBeGreaterThan(10);
      const turned = paths.flatMap((path) => {
        const template = replaced(open, path, { Ref: 'Unknown' });
        return opposite(before, verdictsOf(templateOf(JSON.stringify(template)))).map(
          (key) => `${path.join('.')}: ${key}`,
        );
      });
      expect(turned).toEqual([]);
    },
    120_000,
  );

  test.each(['create.json', 'leaky.json'])(
    'turns no verdict of %s into its opposite',
    (name) => {
      const plan = JSON.parse(readFileSync(`fixtures/plans/${name}`, 'utf8')) as Json;
      const before = verdictsOf(planOf(JSON.stringify(plan)));
      let tried = 0;
      const turned = list(plan['resource_changes']).flatMap((change, index) =>
      Object.keys(map(map(change['change'])['after'])).flatMap((attribute) => {
        const copy = structuredClone(plan);
        const parts = map(list(copy['resource_changes'])[index]?.['change']);
        const written = list(map(map(copy['configuration'])['root_module'])['resources']).find(
          (one) => one['type'] === change['type'] && one['name'] === change['name'],
        );
        // What is settled at apply is written down as a reference.
        const expressions = map(written?.['expressions']);
        if (!written || map(parts['after'])[attribute] === null || !(attribute in expressions)) return [];
        expressions[attribute] = { references: ['random_id.later.hex', 'random_id.later'] };
        Reflect.deleteProperty(map(parts['after']), attribute);
        parts['after_unknown'] = { ...map(parts['after_unknown']), [attribute]: true };
        tried++;
        return opposite(before, verdictsOf(planOf(JSON.stringify(copy)))).map((key) => `${textOf(change['address'])}.${attribute}: ${key}`);
      }),
    ); // prettier-ignore
      expect(tried).toBeGreaterThan(5);
      expect(turned).toEqual([]);
    },
    120_000,
  );
});

test('a waiver that is removed never opens the gate', () => {
  const input = templateOf(readFileSync('fixtures/templates/leaky.yaml'));
  const decided = (waivers: readonly object[]) => {
    const settings = settingsFor({ today, configuration: { waivers: [...waivers] as never } });
    return decideOn(judgeAll([input], {}, settings), settings);
  };
  const until = (valid: readonly object[]): readonly object[] => {
    const blocking = decided(valid).inputs.flatMap(({ findings }) => findings.filter(({ gate }) => gate === 'block'));
    if (blocking.length === 0) return valid;
    // What is waived may have stood for something less specific, which speaks now.
    return until([
      ...valid,
      ...blocking.map(({ control, resource }) => ({
        control,
        resource: resource.address,
        reason: 'a test',
        owner: 'me',
        until: '2099-01-01',
      })),
    ]);
  };
  const valid = until([]);
  expect(valid.length).toBeGreaterThan(3);
  const waivers = valid.map((waiver, index) => (index % 4 === 3 ? { ...waiver, until: '2026-01-01' } : waiver));
  expect(decided(valid).decision).toBe('open');
  fc.assert(
    fc.property(fc.constantFrom(waivers, valid), fc.nat(), fc.nat(), (all, first, at) => {
      const some = all.filter((_, index) => index !== first % (all.length + 3));
      const fewer = some.filter((_, index) => index !== at % Math.max(some.length, 1));
      if (decided(some).decision === 'blocked') expect(decided(fewer).decision).toBe('blocked');
    }),
    { numRuns: 15 },
  );
}, 120_000);
