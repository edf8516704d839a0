import { controls } from '../../../src/controls';
import { judge } from '../../../src/judge';
import { services } from '../../../src/services';
import type { Context } from '../../../src/services/service';
import { asTemplate, asTerraform } from '../../support/dialects';
import { system, type Properties } from '../../support/row';
import type { ResourceGraph } from '../../../src/model/graph';

const now: Context = { today: '2026-11-24', providerVersion: () => undefined, assume: {} };

/** The verdicts of one control on everything in a graph. */
const verdicts = (id: string, graph: ResourceGraph, context: Context) =>
  judge(
    graph,
    services,
    controls.filter((control) => control.id === id),
    context,
  ).findings.map(({ verdict }) => verdict);

describe('what a Redshift cluster does that says nothing depends on the version of the provider', () => {
  const cluster = (properties: Properties) => asTerraform('aws_redshift_cluster', system(properties));
  test.each([
    [undefined, 'pass'],
    [4, 'fail'],
    [5, 'fail'],
    [6, 'pass'],
    [7, 'pass'],
  ])('version %p: %s', (version, verdict) => {
    const context = { ...now, providerVersion: (name: string) => (name === 'aws' ? version : undefined) };
    expect(verdicts('endpoint-not-public', cluster({}), context)).toEqual([verdict]);
  });
  test('what is written overrules it', () => {
    const context = { ...now, providerVersion: () => 5 };
    expect(verdicts('endpoint-not-public', cluster({ publicly_accessible: false }), context)).toEqual(['pass']);
  });
  test('CloudFormation knows no provider', () => {
    const context = { ...now, providerVersion: () => 5 };
    const template = asTemplate('AWS::Redshift::Cluster', system({}));
    expect(verdicts('endpoint-not-public', template, context)).toEqual(['pass']);
  });
});

describe('Aurora encrypts every new cluster since 2026-02-18', () => {
  const cluster = asTemplate('AWS::RDS::DBCluster', system({ Engine: 'aurora-mysql' }));
  test.each([
    ['2026-02-17', 'fail'],
    ['2026-02-18', 'pass'],
  ])('on %s: %s', (today, verdict) => {
    expect(verdicts('storage-encrypted', cluster, { ...now, today })).toEqual([verdict]);
  });
});
