import { memorySource } from '../../src/readers/source';
import { readTerraformPlan } from '../../src/readers/terraform-plan';

const unchanged = {
  actions: ['no-op'],
  before: { size: 8 },
  after: { size: 8 },
  after_unknown: {},
  before_sensitive: false,
  after_sensitive: false,
};

function isOne(change: object): boolean {
  const address = { address: 'aws_ebs_volume.a', mode: 'managed', type: 'aws_ebs_volume', name: 'a' };
  const plan = {
    format_version: '1.2',
    resource_changes: [{ ...address, change }],
    configuration: { root_module: {} },
  };
  const { before, after } = readTerraformPlan(memorySource('plan.json', Buffer.from(JSON.stringify(plan))));
  const [was, is] = [before?.resources[0], after.resources[0]];
  expect([was?.id, is?.id]).toEqual(['plan.json:aws_ebs_volume.a', 'plan.json:aws_ebs_volume.a']);
  return was === is;
}

test('what stays as it is is one resource before and after', () => {
  expect(isOne(unchanged)).toBe(true);
  expect(isOne({ ...unchanged, after_unknown: { tags: {}, size: false } })).toBe(true);
  expect(isOne({ ...unchanged, before: { size: 8, type: 'gp3' }, after: { type: 'gp3', size: 8 } })).toBe(true);
});

const { after_unknown: _, ...unmarked } = unchanged;

test.each<[string, object]>([
  ['it is to be updated', { ...unchanged, actions: ['update'] }],
  ['it is to be replaced', { ...unchanged, actions: ['create', 'delete'] }],
  ['it is taken over', { ...unchanged, importing: { id: 'vol-1' } }],
  ['its values differ all the same', { ...unchanged, after: { size: 16 } }],
  ['something becomes secret', { ...unchanged, after_sensitive: { size: true } }],
  ['something is settled at apply', { ...unchanged, after_unknown: { size: true } }],
  ['nobody says what is settled at apply', unmarked],
])('it is two where %s', (_, change) => {
  expect(isOne(change)).toBe(false);
});

test.each<[string, readonly string[], string]>([
  ['as it is', ['no-op'], 'import'],
  ['and changed', ['update'], 'update'],
  ['and replaced', ['delete', 'create'], 'replace'],
])('what is taken over %s', (_, actions, action) => {
  const change = { ...unchanged, actions, importing: { id: 'vol-1' } };
  const address = { address: 'aws_ebs_volume.a', mode: 'managed', type: 'aws_ebs_volume', name: 'a' };
  const plan = {
    format_version: '1.2',
    resource_changes: [{ ...address, change }],
    configuration: { root_module: {} },
  };
  const { after } = readTerraformPlan(memorySource('plan.json', Buffer.from(JSON.stringify(plan))));
  expect(after.resources.map((resource) => resource.action)).toEqual([action]);
});

test('values that differ are a change, whatever the plan calls it', () => {
  const plan = (after: object) => ({
    format_version: '1.2',
    resource_changes: [
      {
        address: 'aws_ebs_volume.a',
        mode: 'managed',
        type: 'aws_ebs_volume',
        name: 'a',
        change: { ...unchanged, after },
      },
    ],
    configuration: { root_module: {} },
  });
  const actionIn = (after: object) =>
    readTerraformPlan(memorySource('plan.json', Buffer.from(JSON.stringify(plan(after))))).after.resources[0]?.action;
  expect(actionIn({ size: 8 })).toBe('no-op');
  expect(actionIn({ size: 16 })).toBe('update');
});
