import type { ResourceGraph } from '../../src/model/graph';
import { memorySource, readCloudFormation, readTerraformPlan } from '../../src/index';
import { resourceMapOf } from '../../src/responsibility/resource-map';
import { plan } from '../support/command-line';

/** A plan of the volume of {@link plan}, whose address is another one. */
function planned(address: string): { readonly path: string; readonly after: ResourceGraph } {
  const change = JSON.parse(plan(false)) as { resource_changes: readonly object[] };
  const changed = { ...change, resource_changes: change.resource_changes.map((one) => ({ ...one, address })) };
  return { path: 'plan.json', after: readTerraformPlan(memorySource('plan.json', Buffer.from(JSON.stringify(changed)))).after }; // prettier-ignore
}

const moduleOf = (address: string) => resourceMapOf([planned(address)]).resources[0]?.module;

test('a resource belongs to the modules that its address begins with', () => {
  expect(moduleOf('aws_ebs_volume.data')).toBeNull();
  expect(moduleOf('module.db.aws_ebs_volume.data')).toBe('module.db');
  expect(moduleOf('module.a[0].module.b["x.y]\\"z"].aws_ebs_volume.data["k.v"]')).toBe(
    'module.a[0].module.b["x.y]\\"z"]',
  );
});

test('it has its service, its provider and its areas by party; what the data do not know claims no side', () => {
  const text = JSON.stringify({
    Resources: {
      Logs: { Type: 'AWS::S3::Bucket' },
      Policy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: { Bucket: { Ref: 'Logs' }, PolicyDocument: { Statement: [] } },
      },
      Thing: { Type: 'AWS::Nobody::Knows', Properties: { Bucket: { Ref: 'Logs' } } },
    },
  });
  const { after } = readCloudFormation([{ path: 'a.json', text }], { path: 'a.json' });
  const { resources, links } = resourceMapOf([planned('aws_ebs_volume.data'), { path: 'a.json', after }]);
  expect(resources.map(({ address }) => address)).toEqual(['aws_ebs_volume.data', 'Logs', 'Policy', 'Thing']);
  expect(resources[1]).toMatchObject({ input: 'a.json', service: 's3', provider: 'AWS', module: null, stack: null });
  expect(resources[1]?.areas?.provider).toContain('physical');
  expect(resources[1]?.areas?.customer).toContain('configuration');
  expect(resources[3]).toMatchObject({ service: null, provider: 'AWS', areas: null });
  expect(links).toEqual([
    [2, 1],
    [3, 1],
  ]);
});
