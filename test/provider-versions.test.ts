import { inspect } from '../src';
import { memorySource } from '../src/readers/source';
import { readTerraformPlan } from '../src/readers/terraform-plan';

/** A plan with one Redshift cluster that says nothing, under a provider constraint. */
function judged(constraint?: string) {
  const type = 'aws_redshift_cluster';
  const plan = {
    format_version: '1.2',
    resource_changes: [
      { address: `${type}.it`, mode: 'managed', type, name: 'it', change: { actions: ['create'], before: null, after: {}, after_unknown: {} } }, // prettier-ignore
    ],
    configuration: {
      provider_config: { aws: { name: 'aws', ...(constraint !== undefined && { version_constraint: constraint }) } },
      root_module: { resources: [{ address: `${type}.it`, mode: 'managed', type, name: 'it', expressions: {} }] },
    },
  };
  const input = readTerraformPlan(memorySource('plan.json', Buffer.from(JSON.stringify(plan))));
  const [report] = inspect([input], { today: '2026-11-24' }).inputs;
  return {
    notes: report?.notes ?? [],
    isPublic: report?.findings.some(({ control, verdict }) => control === 'endpoint-not-public' && verdict === 'fail'),
  };
}

test('a constraint within one major version decides the defaults', () => {
  expect(judged('~> 5.40')).toEqual({ notes: [], isPublic: true });
  expect(judged('~> 6.0')).toEqual({ notes: [], isPublic: false });
});

test.each([undefined, '>= 5.0'])('without one (%s) the newest known is assumed, and said', (constraint) => {
  expect(judged(constraint)).toEqual({ notes: ['aws provider version assumed: 6'], isPublic: false });
});
