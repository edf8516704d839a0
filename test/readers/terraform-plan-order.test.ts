import fc from 'fast-check';
import { memorySource } from '../../src/readers/source';
import { readTerraformPlan } from '../../src/readers/terraform-plan';

/** The members of a change that creates something in the place of what was there, each as JSON. */
const members: Readonly<Record<string, string>> = {
  actions: '["delete","create"]',
  before: '{"name":"old","size":8,"password":"x"}',
  after: '{"name":"new","password":"y"}',
  after_unknown: '{"size":true}',
  before_sensitive: '{"password":true}',
  after_sensitive: '{"password":true}',
  replace_paths: '[["name"]]',
};

const configuration =
  '{"root_module":{"resources":[{"address":"thing.a","mode":"managed","type":"thing","name":"a","expressions":{"name":{"constant_value":"new"},"size":{"references":["data.b.c"]}}}]}}';

const planOf = (change: string): string =>
  `{"format_version":"1.2","resource_changes":[{"address":"thing.a","mode":"managed","type":"thing","name":"a","change":${change}}],"configuration":${configuration}}`;

const written = (keys: readonly string[]): string =>
  `{${keys.map((key) => `${JSON.stringify(key)}:${members[key] ?? 'null'}`).join(',')}}`;

/** What a change says of the resource before and after it. */
function said(change: string) {
  const { before, after } = readTerraformPlan(memorySource('plan.json', Buffer.from(planOf(change))));
  return [before, after].map((graph) => {
    const properties = graph?.resources[0]?.properties;
    return ['name', 'size', 'password', 'other'].map((key) => {
      const { at: _, ...value } = properties?.get(key).text() ?? { at: undefined };
      return [value, properties?.get(key).sensitive];
    });
  });
}

const expected = said(written(Object.keys(members)));

test('in the order of Terraform', () => {
  const [was, is] = expected;
  expect(was?.map(([value]) => value)).toMatchObject([{ value: 'old' }, { value: '8' }, { value: 'x' }, {}]);
  expect(is?.map(([value]) => value)).toMatchObject([
    { value: 'new' },
    { state: 'unknown' },
    { value: 'y' },
    { state: 'absent' },
  ]);
  expect(is?.[2]?.[1]).toBe(true);
});

test('the members of a change may stand in any order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(Object.keys(members), { minLength: Object.keys(members).length }), (keys) => {
      expect(said(written(keys))).toEqual(expected);
    }),
  );
});

test('of a change that stands there twice the last one counts', () => {
  const keys = Object.keys(members);
  const other = '{"actions":["delete","create"],"before":null,"after":{"name":"open"},"after_unknown":{}}';
  expect(said(`${other},"change":${written(keys)}`)).toEqual(expected);
});
