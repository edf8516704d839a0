import { memorySource } from '../../src/readers/source';
import { readTerraformPlan } from '../../src/readers/terraform-plan';

const documents = (...names: readonly string[]) =>
  names.map((name) => ({
    address: `data.aws_iam_policy_document.${name}`,
    mode: 'data',
    type: 'aws_iam_policy_document',
    name,
    expressions: { statement: [{ actions: { constant_value: ['*'] }, resources: { constant_value: ['*'] } }] },
  }));

const role = (references: readonly string[]) => ({
  address: 'aws_iam_role.it',
  mode: 'managed',
  type: 'aws_iam_role',
  name: 'it',
  expressions: { assume_role_policy: { references } },
});

function unusedIn(rootModule: object, changes: readonly object[] = []): readonly string[] {
  const plan = { format_version: '1.2', resource_changes: changes, configuration: { root_module: rootModule } };
  const { after } = readTerraformPlan(memorySource('plan.json', Buffer.from(JSON.stringify(plan))));
  return after.resources.filter(({ unused }) => unused).map(({ address }) => address);
}

test('a policy document that nothing refers to is unused, shown in the plan or not', () => {
  expect(unusedIn({ resources: documents('lonely') })).toEqual(['data.aws_iam_policy_document.lonely']);
});

test('one that a resource, an output or a module takes is used', () => {
  const reference = (name: string) => ({ references: [`data.aws_iam_policy_document.${name}.json`] });
  const taken = {
    resources: [...documents('a', 'b', 'c'), role(['data.aws_iam_policy_document.a.json'])],
    outputs: { policy: { expression: reference('b') } },
    module_calls: { m: { expressions: { policy: reference('c') }, module: { resources: [] } } },
  };
  expect(unusedIn(taken)).toEqual([]);
});

test('a reference in another module is to another document', () => {
  const call = { module: { resources: [role(['data.aws_iam_policy_document.a.json'])] } };
  expect(unusedIn({ resources: documents('a'), module_calls: { m: call } })).toEqual([
    'data.aws_iam_policy_document.a',
  ]);
});

test('a local may hide a reference, so nothing is told then', () => {
  expect(unusedIn({ resources: [...documents('a'), role(['local.policy'])] })).toEqual([]);
});

test('a document with instances of its own number is left to the plan', () => {
  const counted = documents('a').map((one) => ({ ...one, count_expression: { references: ['var.n'] } }));
  expect(unusedIn({ resources: counted })).toEqual([]);
});
