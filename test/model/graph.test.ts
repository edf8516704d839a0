import { ResourceGraph } from '../../src/model/graph';
import { Property } from '../../src/model/property';
import { notedLeaf, templateLeaf, unknownLeaf, type Raw, type Reference } from '../../src/model/raw';
import { retold, type Resource } from '../../src/model/resource';

const resource = (id: string, type: string, properties: Raw, document = 'plan'): Resource => ({
  id,
  address: id,
  type,
  vocabulary: 'terraform',
  properties: new Property(properties, { id }),
  mode: 'managed',
  action: 'create',
  document,
});
const refer = (id: string, attribute: string) =>
  unknownLeaf(`settled at apply: ${id}.${attribute}`, [{ id, attribute }]);

const bucket = resource('b', 'aws_s3_bucket', { bucket: 'data' });
const other = resource('o', 'aws_s3_bucket', {});

test('a reference links, also through another companion', () => {
  const first = resource('p', 'aws_s3_bucket_policy', { bucket: refer('b', 'id') });
  const second = resource('k', 'aws_s3_bucket_acl', { bucket: refer('p', 'bucket') });
  const graph = new ResourceGraph([bucket, other, first, second]);
  expect(graph.companions(bucket, ['aws_s3_bucket_acl'], 'bucket')).toEqual({ certain: [second], possible: [] });
  expect(graph.companions(other, ['aws_s3_bucket_acl'], 'bucket')).toEqual({ certain: [], possible: [] });
});

test('whoever asks after the indexes were given back is answered the same', () => {
  const first = resource('p', 'aws_s3_bucket_policy', { bucket: refer('b', 'id') });
  const second = resource('k', 'aws_s3_bucket_acl', { bucket: 'data' });
  const graph = new ResourceGraph([bucket, first, second]);
  const asked = () =>
    ['aws_s3_bucket_policy', 'aws_s3_bucket_acl'].map((type) => graph.companions(bucket, [type], 'bucket'));
  const answers = asked();
  expect(answers.map(({ certain }) => certain)).toEqual([[first], [second]]);
  graph.forgetIndexes();
  expect(asked()).toEqual(answers);
});

test('companions of a copy are those of the resource that it is a copy of', () => {
  const policy = resource('p', 'aws_s3_bucket_policy', { bucket: refer('b', 'id') });
  const graph = new ResourceGraph([bucket, policy]);
  const copy = retold(bucket, { action: 'no-op' });
  expect(graph.companions(copy, ['aws_s3_bucket_policy'], 'bucket').certain).toEqual([policy]);
});

test('a value links by name or ARN, and a name of nobody leads outside', () => {
  const graph = new ResourceGraph([bucket]);
  const follow = (raw: Raw) => graph.follow(new Property(raw, { id: 'x' }), ['aws_s3_bucket']).state;
  expect(follow('data')).toBe('linked');
  expect(follow('arn:aws:s3:::data')).toBe('linked');
  expect(follow('elsewhere')).toBe('outside');
  expect(follow(undefined)).toBe('absent');
});

test('a name that two resources have links to the one that it was taken from', () => {
  const twins = ['one', 'two'].map((id) => resource(id, 'aws_iam_group', { name: 'people' }));
  const group = notedLeaf('people', { references: [{ id: 'two', attribute: 'name' }] });
  const membership = resource('m', 'aws_iam_group_membership', { group });
  const graph = new ResourceGraph([...twins, membership]);
  const certain = twins.map((twin) => graph.companions(twin, ['aws_iam_group_membership'], 'group').certain);
  expect(certain).toEqual([[], [membership]]);
});

test.each<[string, readonly Reference[]]>([
  ['one that is not there', [{ id: 'nobody', attribute: 'bucket' }]],
  ['another type', [{ id: 'q' }]],
  ['an attribute that leads outside', [{ id: 'q', attribute: 'name' }]],
])('a known value that comes from the one that is meant, and from %s, is what it says', (_, others) => {
  const queue = resource('q', 'aws_sqs_queue', { name: 'jobs' });
  const references = [{ id: 'b', attribute: 'bucket' }, ...others];
  const graph = new ResourceGraph([bucket, queue]);
  const follow = (raw: Raw) => graph.follow(new Property(raw, { id: 'x' }), ['aws_s3_bucket']);
  expect(follow(notedLeaf('elsewhere', { references }))).toEqual({ state: 'outside', value: 'elsewhere' });
  expect(follow(unknownLeaf('settled at apply', references))).toEqual({ state: 'linked', resource: bucket });
});

test('an empty name is nobody’s', () => {
  const graph = new ResourceGraph([resource('n', 'aws_s3_bucket', { bucket: '' })]);
  expect(graph.follow(new Property('arn:aws:s3:::', { id: 'x' }), ['aws_s3_bucket']).state).toBe('outside');
});

test('a link that cannot be told may belong to any of its document', () => {
  const stray = resource('p', 'aws_s3_bucket_policy', { bucket: unknownLeaf('local.bucket') });
  const far = resource('f', 'aws_s3_bucket', {}, 'another plan');
  const graph = new ResourceGraph([bucket, other, far, stray]);
  for (const one of [bucket, other])
    expect(graph.companions(one, ['aws_s3_bucket_policy'], 'bucket').possible).toEqual([
      { resource: stray, why: 'local.bucket' },
    ]);
  expect(graph.companions(far, ['aws_s3_bucket_policy'], 'bucket').possible).toEqual([]);
});

test('two resources of one name leave the link open between them', () => {
  const twin = resource('t', 'aws_s3_bucket', { bucket: 'data' });
  const policy = resource('p', 'aws_s3_bucket_policy', { bucket: 'data' });
  const graph = new ResourceGraph([bucket, twin, other, policy]);
  expect(graph.companions(bucket, ['aws_s3_bucket_policy'], 'bucket').possible).toHaveLength(1);
  expect(graph.companions(other, ['aws_s3_bucket_policy'], 'bucket').possible).toHaveLength(0);
});

test('references that run in a circle end', () => {
  const one = resource('1', 'a', { x: refer('2', 'x') });
  const two = resource('2', 'a', { x: refer('1', 'x') });
  const graph = new ResourceGraph([one, two]);
  expect(graph.follow(one.properties.get('x'), ['aws_s3_bucket']).state).toBe('unknown');
});

test('what the deployment deletes is found as removed companion only', () => {
  const block = resource('g', 'aws_s3_bucket_public_access_block', { bucket: 'data' });
  const graph = new ResourceGraph([bucket], [block]);
  expect(graph.companions(bucket, ['aws_s3_bucket_public_access_block'], 'bucket').certain).toEqual([]);
  expect(graph.removedCompanions(bucket, ['aws_s3_bucket_public_access_block'], 'bucket')).toEqual([block]);
});

test('a companion that names nothing of the graph may belong to what has a name of that kind', () => {
  const some = (prefix: string) => templateLeaf([prefix, unknownLeaf('a suffix')]);
  const data = resource('d', 'aws_s3_bucket', { bucket: some('data-'), name: some('never-') });
  const logs = resource('l', 'aws_s3_bucket', { bucket: some('logs-') });
  const acls = ['data-1', 'arn:aws:s3:::data-2'].map((bucket) => resource(bucket, 'aws_s3_bucket_acl', { bucket }));
  const graph = new ResourceGraph([data, logs, bucket, ...acls]);
  const possible = (target: Resource) =>
    graph.companions(target, ['aws_s3_bucket_acl'], 'bucket').possible.map((one) => one.resource);
  expect(possible(data)).toEqual(acls);
  expect(possible(logs)).toEqual([]);
  expect(possible(bucket)).toEqual([]);
});

test('a companion that names nothing of the graph may belong to whatever has no known name', () => {
  const unnamed = resource('u', 'aws_s3_bucket', { bucket: unknownLeaf('settled at apply') });
  const elsewhere = resource('e', 'aws_s3_bucket', { bucket: unknownLeaf('settled at apply') }, 'another plan');
  const acl = resource('a', 'aws_s3_bucket_acl', { bucket: 'somewhere' });
  const graph = new ResourceGraph([bucket, unnamed, elsewhere, acl]);
  const possible = (target: Resource) => graph.companions(target, ['aws_s3_bucket_acl'], 'bucket').possible;
  expect(possible(unnamed)).toEqual([{ resource: acl, why: '"somewhere" may be its name' }]);
  expect(possible(bucket)).toEqual([]);
  expect(possible(elsewhere)).toEqual([]);
});
