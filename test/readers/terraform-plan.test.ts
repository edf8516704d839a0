import { readFileSync } from 'node:fs';
import type { ResourceGraph } from '../../src/model/graph';
import type { Property } from '../../src/model/property';
import type { Resource } from '../../src/model/resource';
import { memorySource } from '../../src/readers/source';
import { readTerraformPlan } from '../../src/readers/terraform-plan';

const fixture = (name: string) => readFileSync(`fixtures/plans/${name}`);
const read = (name: string) => readTerraformPlan(memorySource(name, fixture(name)));
const readJson = (plan: unknown) => readTerraformPlan(memorySource('plan.json', Buffer.from(JSON.stringify(plan))));

function find(graph: ResourceGraph | undefined, address: string): Resource {
  const found = graph?.resources.find((resource) => resource.address === address);
  if (!found) throw new Error(`${address} is not in the graph`);
  return found;
}
const addresses = (graph: ResourceGraph | undefined) => graph?.resources.map(({ address }) => address);

describe('a plan that creates', () => {
  const { after, before, ...input } = read('create.json');
  const get = (address: string, ...path: readonly (string | number)[]): Property =>
    find(after, address).properties.get(...path);
  const referencesOf = (address: string, ...path: readonly (string | number)[]) =>
    get(address, ...path)
      .references()
      .map(({ id, attribute }) => `${after.byIdentity(id)?.address ?? '?'} ${attribute ?? ''}`);

  test('has nothing before it but what is looked up, which is the same in both', () => {
    const lookedUp = after.resources.filter(({ mode }) => mode === 'data');
    expect(before?.resources.length).toBeGreaterThan(0);
    expect(before?.resources.every((one) => lookedUp.includes(one))).toBe(true);
    expect(input).toMatchObject({ dialect: 'terraform-plan', path: 'create.json', providerVersions: { aws: 5 } });
    expect(input).not.toHaveProperty('incomplete');
    expect(input).not.toHaveProperty('unchanged');
    expect(input.notes).toEqual([]);
  });

  test('lists managed resources, and data sources of the changes and the prior state', () => {
    expect(addresses(after)).toContain('module.store["a.b"].aws_s3_bucket.this');
    expect(find(after, 'aws_ebs_volume.data[1]')).toMatchObject({
      id: 'create.json:aws_ebs_volume.data[1]',
      action: 'create',
      mode: 'managed',
      provider: 'aws',
      type: 'aws_ebs_volume',
      document: 'create.json',
      vocabulary: 'terraform',
    });
    expect(find(after, 'data.aws_iam_policy_document.reader')).toMatchObject({ action: 'read', mode: 'data' });
    expect(find(after, 'data.aws_caller_identity.current').properties.get('account_id').text()).toMatchObject({
      state: 'known',
      value: '111122223333',
    });
  });

  test('unknown and not configured is absent', () => {
    expect(get('aws_instance.app[0]', 'root_block_device').present()).toMatchObject({ state: 'known', value: false });
    expect(get('aws_instance.app[0]', 'ebs_block_device', 'encrypted').flag().state).toBe('absent');
    expect(get('aws_security_group.db', 'ingress').list().state).toBe('absent');
    expect(get('module.store["c"].aws_s3_bucket.this', 'server_side_encryption_configuration').list().state).toBe(
      'absent',
    );
    expect(get('aws_iam_role.app', 'inline_policy').list().state).toBe('absent');
  });

  test('unknown, and configured as a variable that is null, is absent', () => {
    expect(get('aws_ebs_volume.scratch', 'encrypted').flag().state).toBe('absent');
    expect(get('aws_db_instance.main', 'kms_key_id').text().state).toBe('absent');
  });

  test('null is absent', () => {
    expect(get('aws_db_instance.main', 'storage_encrypted').flag().state).toBe('absent');
  });

  test('unknown and configured is unknown, with its reference chain', () => {
    expect(get('aws_ebs_volume.data[0]', 'kms_key_id').text()).toMatchObject({
      state: 'unknown',
      why: 'settled at apply: aws_kms_key.main.arn',
      source: 'resource',
    });
    expect(referencesOf('aws_ebs_volume.data[0]', 'kms_key_id')).toEqual(['aws_kms_key.main arn']);
    expect(get('aws_instance.app[0]', 'subnet_id').text()).toMatchObject({
      state: 'unknown',
      why: 'settled at apply: local.subnet',
    });
    expect(get('aws_sqs_queue.jobs', 'redrive_policy').document().state).toBe('unknown');
  });

  test('a module input leads to the resource behind it', () => {
    const path = ['rule', 'apply_server_side_encryption_by_default', 'kms_master_key_id'] as const;
    const sse = 'module.store["a.b"].aws_s3_bucket_server_side_encryption_configuration.this';
    expect(get(sse, ...path).text()).toMatchObject({
      why: 'settled at apply: var.key_arn from aws_kms_key.main.arn',
    });
    expect(referencesOf(sse, ...path)).toEqual(['aws_kms_key.main arn']);
  });

  test('a reference stays in its module instance', () => {
    expect(referencesOf('module.store["a.b"].aws_s3_bucket_policy.this[0]', 'bucket')).toEqual([
      'module.store["a.b"].aws_s3_bucket.this id',
    ]);
    const link = after.follow(
      find(after, 'module.store["c"].aws_s3_bucket_server_side_encryption_configuration.this').properties.get('bucket'),
      ['aws_s3_bucket'],
    );
    expect(link).toMatchObject({ state: 'linked', resource: { address: 'module.store["c"].aws_s3_bucket.this' } });
  });

  test('a list of references gives each unknown element its own', () => {
    const groups = after.followAll(get('aws_instance.app[0]', 'vpc_security_group_ids'), ['aws_security_group']);
    expect(groups).toMatchObject([
      { state: 'linked', resource: { address: 'aws_security_group.app' } },
      { state: 'linked', resource: { address: 'aws_security_group.db' } },
    ]);
  });

  test('an unknown block that the provider would show as empty was set by a dynamic block', () => {
    expect(get('aws_wafv2_web_acl.front', 'rule').list()).toMatchObject({
      state: 'unknown',
      why: expect.stringContaining('dynamic block') as string,
    });
  });

  test('a default on the configuration’s word, a given variable, and a secret one', () => {
    expect(get('aws_db_instance.main', 'backup_retention_period').number()).toMatchObject({
      value: 7,
      because: 'the default of variable "backup_days"',
    });
    expect(get('aws_ebs_volume.data[0]', 'encrypted').flag()).toMatchObject({ value: true, source: 'parameter' });
    expect(get('aws_db_instance.main', 'password').text()).toMatchObject({
      state: 'known',
      sensitive: true,
      source: 'secret-parameter',
    });
    expect(get('aws_db_instance.main', 'identifier').text()).not.toHaveProperty('source');
  });

  test('an expression over a whole block gives its source only to equal values', () => {
    const ingress = get('aws_security_group.app', 'ingress');
    expect(ingress.get('from_port').number()).not.toHaveProperty('source');
    expect(ingress.get('cidr_blocks', 0).text()).toMatchObject({ value: '10.1.0.0/16', source: 'parameter' });
  });

  test('a known value keeps what it was taken from', () => {
    expect(referencesOf('aws_iam_role.app', 'assume_role_policy')).toEqual(['data.aws_iam_policy_document.trust json']);
    const document = get('aws_iam_role.app', 'assume_role_policy').document();
    expect(document.state === 'known' && document.value.get('Statement', 'Effect').text()).toMatchObject({
      value: 'Allow',
    });
  });

  test('a policy that is unknown as a whole is rebuilt from its data source', () => {
    const document = get('aws_iam_policy.reader', 'policy').document();
    if (document.state !== 'known') throw new Error(document.state);
    const policy = document.value;
    expect(policy.get('Version').text()).toMatchObject({ value: '2012-10-17' });
    const reading = policy.get('Statement', 0);
    expect(reading.get('Effect').text()).toMatchObject({ value: 'Allow' });
    expect(reading.get('Sid').text()).toMatchObject({ value: 'Read' });
    expect(reading.get('Action').texts()).toMatchObject({
      value: [{ value: 's3:GetObject' }, { value: 's3:ListBucket' }],
    });
    expect(reading.get('Resource').texts()).toMatchObject({
      value: [{ state: 'unknown' }, { value: 'arn:aws:s3:::shared/home/${aws:username}/*' }],
    });
    expect(reading.get('Resource', 0).references()).toEqual([
      { id: 'create.json:module.store["c"].aws_s3_bucket.this', attribute: 'arn' },
    ]);
    expect(reading.get('Condition', 'StringEquals', 'aws:RequestedRegion').texts()).toMatchObject({
      value: [{ value: 'eu-west-1' }],
    });
    expect(reading.get('Condition', 'StringEquals', 'aws:SourceArn').texts()).toMatchObject({
      value: [{ state: 'unknown' }],
    });
    expect(reading.get('Principal').present()).toMatchObject({ value: false });
    const denying = policy.get('Statement', 1);
    expect(denying.get('Effect').text()).toMatchObject({ value: 'Deny' });
    expect(denying.get('Principal').text()).toMatchObject({ value: '*' });
    expect(denying.get('NotResource').texts()).toMatchObject({ value: [{ value: 'arn:aws:s3:::shared/*' }] });
  });

  test('source documents are merged, and a later statement of the same name wins', () => {
    const document = get('aws_iam_policy.writer', 'policy').document();
    const statements = document.state === 'known' ? document.value.get('Statement').list() : document;
    if (statements.state !== 'known') throw new Error(statements.state);
    expect(statements.value.map((one) => one.get('Effect').text())).toMatchObject([
      { value: 'Allow' },
      { value: 'Deny' },
    ]);
    expect(statements.value[0]?.get('Action').texts()).toMatchObject({
      value: [{ value: 's3:PutObject' }],
    });
  });

  test('a policy document that the plan does not show is rebuilt from its configuration, in part', () => {
    const document = get('module.store["a.b"].aws_s3_bucket_policy.this[0]', 'policy').document();
    const statements = document.state === 'known' ? document.value.get('Statement').list() : document;
    if (statements.state !== 'known') throw new Error(statements.state);
    const [first, missing] = statements.value;
    expect(first?.get('Principal', 'AWS').texts()).toMatchObject({ value: [{ value: '*' }] });
    expect(first?.get('Resource').references()).toEqual([
      { id: 'create.json:module.store["a.b"].aws_s3_bucket.this', attribute: 'arn' },
    ]);
    expect(missing?.get('Effect').text().state).toBe('unknown');
  });

  test('a text that several resources flow into stays unknown, and names them', () => {
    expect(get('aws_sqs_queue.jobs', 'policy').document().state).toBe('unknown');
    expect(referencesOf('aws_sqs_queue.jobs', 'policy')).toEqual([
      'aws_kms_key.main arn',
      'data.aws_caller_identity.current account_id',
    ]);
  });

  test('tells what was read', () => {
    const seen: string[] = [];
    const onRead = (type: string, path: string) => seen.push(`${type} ${path}`);
    const recorded = readTerraformPlan(memorySource('create.json', fixture('create.json')), { onRead });
    find(recorded.after, 'aws_instance.app[0]').properties.get('ebs_block_device', 'encrypted').flag();
    expect(seen).toEqual(['aws_instance ebs_block_device', 'aws_instance ebs_block_device.encrypted']);
  });
});

describe('a plan that changes what is there', () => {
  const { after, before, notes, providerVersions, ...input } = read('update.json');

  test('deletes, forgets, drift and deposed objects are not in the graph after it', () => {
    expect(addresses(after)).toEqual([
      'aws_db_instance.main',
      'aws_ebs_volume.data',
      'aws_instance.kept',
      'aws_s3_bucket.imported',
      'aws_s3_bucket.logs',
      'aws_s3_bucket.renamed',
      'aws_sqs_queue.jobs',
    ]);
    expect(after.resources.map(({ action }) => action)).toEqual([
      'update',
      'replace',
      'replace',
      'import',
      'no-op',
      'no-op',
      'create',
    ]);
  });

  test('the graph before it has everything that exists', () => {
    expect(before?.resources.map(({ address, action }) => `${address} ${action}`)).toEqual([
      'aws_db_instance.main update',
      'aws_ebs_volume.data replace',
      'aws_ebs_volume.data delete',
      'aws_instance.kept replace',
      'aws_s3_bucket.imported import',
      'aws_s3_bucket.logs no-op',
      'aws_s3_bucket.renamed no-op',
      'aws_s3_bucket_public_access_block.logs delete',
      'aws_sns_topic.news unknown',
    ]);
    expect(
      before?.byIdentity('update.json:aws_ebs_volume.data (deposed 6b7e9a10)')?.properties.get('id').text(),
    ).toMatchObject({ value: 'vol-0' });
    expect(after.byIdentity('update.json:aws_s3_bucket_public_access_block.logs')).toBeUndefined();
  });

  test('values differ, identities do not', () => {
    const id = find(after, 'aws_ebs_volume.data').id;
    expect(after.byIdentity(id)?.properties.get('encrypted').flag()).toMatchObject({ value: false });
    expect(before?.byIdentity(id)?.properties.get('encrypted').flag()).toMatchObject({ value: true });
    expect(find(after, 'aws_s3_bucket.renamed').previousId).toBe('update.json:aws_s3_bucket.original');
  });

  test('what is sensitive is so on both sides', () => {
    for (const graph of [after, before])
      expect(find(graph, 'aws_db_instance.main').properties.get('password').text()).toMatchObject({ sensitive: true });
  });

  test('links go by value', () => {
    if (!before) throw new Error('no graph before');
    const block = find(before, 'aws_s3_bucket_public_access_block.logs');
    expect(before.follow(block.properties.get('bucket'), ['aws_s3_bucket'])).toMatchObject({
      state: 'linked',
      resource: { address: 'aws_s3_bucket.logs' },
    });
  });

  test('says what is left out, and which provider version is sure', () => {
    expect(notes).toEqual(['1 resource changed outside Terraform: drift is not judged']);
    expect(providerVersions).toEqual({ aws: 5 });
    expect(input).not.toHaveProperty('unchanged');
  });
});

describe('a plan of Terraform 0.12', () => {
  const { after, providerVersions, notes } = read('terraform-0.12.json');

  test('has short provider names, and references without attributes', () => {
    expect(find(after, 'aws_lb.front').provider).toBe('aws');
    expect(providerVersions).toEqual({ aws: 3 });
    expect(notes).toHaveLength(1);
    expect(find(after, 'aws_iam_role_policy.app').properties.get('role').references()).toEqual([
      { id: 'terraform-0.12.json:aws_iam_role.app' },
    ]);
  });

  test('elements that were dropped are put back, or said to be missing', () => {
    expect(find(after, 'aws_lb.front').properties.get('subnets').texts()).toMatchObject({
      value: [
        { state: 'unknown' },
        { value: 'subnet-1' },
        { state: 'unknown' },
        { value: 'subnet-2' },
        { state: 'unknown' },
      ],
    });
    expect(find(after, 'aws_lb.back').properties.get('subnets').texts()).toMatchObject({
      value: [{ value: 'subnet-1' }, { state: 'unknown' }],
    });
  });

  test('blocks that the configuration lacks may hide anything', () => {
    expect(find(after, 'aws_security_group.front').properties.get('ingress', 'cidr_blocks').texts()).toMatchObject({
      value: [{ state: 'unknown' }],
    });
  });

  test('policies are rebuilt', () => {
    const document = find(after, 'aws_iam_role_policy.app').properties.get('policy').document();
    expect(document.state === 'known' && document.value.get('Statement', 'Resource', 0).references()).toEqual([
      { id: 'terraform-0.12.json:aws_lb.front' },
    ]);
  });
});

describe('an incomplete plan never reads as clean', () => {
  const plan = { format_version: '1.2', resource_changes: [], configuration: {} };

  test.each([
    ['errored', { ...plan, errored: true }, 'planning failed'],
    ['targeted', { ...plan, complete: false }, 'not complete'],
    ['deferred', { ...plan, deferred_changes: [{ reason: 'unknown' }] }, 'puts off 1 change'],
    [
      'cut',
      { format_version: '1.2', planned_values: { root_module: { child_modules: [{}] } } },
      'a part of it was cut out',
    ],
  ])('%s', (_, json, why) => {
    const input = readJson(json);
    expect(input.incomplete).toContain(why);
    expect(input).not.toHaveProperty('unchanged');
  });

  test('the fixture', () => {
    expect(read('errored.json').incomplete).toContain('planning failed');
  });

  test('and one that changes nothing says so', () => {
    const kept = {
      address: 'aws_sqs_queue.a',
      change: { actions: ['no-op'], before: { name: 'a' }, after: { name: 'a' } },
    };
    expect(readJson({ ...plan, resource_changes: [kept] })).toMatchObject({ unchanged: true });
    expect(readJson(plan)).toMatchObject({ unchanged: true });
  });
});

test('what is sensitive is so in all its parts', () => {
  const policy = '{"Statement": [{"Action": ["s3:GetObject"]}]}';
  const { after } = readJson({
    resource_changes: [
      {
        address: 'aws_x.y',
        change: {
          actions: ['create'],
          after: { map: { a: [{ b: 'secret' }] }, list: ['open', 'secret'], policy, some: { open: 1, shut: 2 } },
          after_unknown: {},
          after_sensitive: { map: true, list: [false, true], policy: true, some: { shut: true } },
        },
      },
    ],
  });
  const { properties } = find(after, 'aws_x.y');
  const document = properties.get('policy').document();
  if (document.state !== 'known') throw new Error(document.state);
  const shut = [
    properties.get('map', 'a', 'b'),
    properties.get('list', 1),
    document.value.get('Statement', 'Action', 0),
    properties.get('some', 'shut'),
  ];
  const open = [properties.get('list', 0), properties.get('some', 'open')];
  for (const property of shut) expect(property.text()).toMatchObject({ state: 'known', sensitive: true });
  for (const property of open) expect(property.text()).not.toHaveProperty('sensitive');
  expect(document.value.get('Statement', 'Action').texts()).toMatchObject({ value: [{ sensitive: true }] });
});

describe('a trimmed plan', () => {
  const change = {
    address: 'module.a["x.y"].data.aws_iam_policy_document.z[0]',
    change: { actions: ['Create'], after: { known: 1 }, after_unknown: { open: true } },
  };

  test('has its identity filled in from the address', () => {
    const { after } = readJson({ resource_changes: [change] });
    expect(after.resources).toMatchObject([
      { type: 'aws_iam_policy_document', mode: 'data', action: 'create', provider: 'aws' },
    ]);
  });

  test('without configuration, what is unknown stays unknown, and a note says why', () => {
    const { after, notes } = readJson({
      resource_changes: [{ ...change, address: 'aws_ebs_volume.a' }],
      configuration: {},
    });
    expect(find(after, 'aws_ebs_volume.a').properties.get('open').text()).toMatchObject({ state: 'unknown' });
    expect(notes).toEqual([expect.stringContaining('no configuration')]);
  });

  test('without values, everything is unknown', () => {
    const { after } = readJson({
      resource_changes: [{ address: 'aws_ebs_volume.a', change: { actions: ['create'] } }],
    });
    expect(find(after, 'aws_ebs_volume.a').properties.get('encrypted').flag().state).toBe('unknown');
  });

  test('without marks, what is configured and has no value is unknown', () => {
    const { after } = readJson({
      resource_changes: [{ address: 'aws_ebs_volume.a', change: { actions: ['create'], after: { size: 1 } } }],
      configuration: {
        root_module: {
          resources: [
            {
              mode: 'managed',
              type: 'aws_ebs_volume',
              name: 'a',
              expressions: { encrypted: { references: ['local.x'] } },
            },
          ],
        },
      },
    });
    const { properties } = find(after, 'aws_ebs_volume.a');
    expect(properties.get('encrypted').flag().state).toBe('unknown');
    expect(properties.get('kms_key_id').text().state).toBe('absent');
  });

  test('that lists an address twice keeps both apart', () => {
    const { after } = readJson({ resource_changes: [change, change] });
    expect(new Set(after.resources.map(({ id }) => id)).size).toBe(2);
  });

  test('cannot reach the prototype of anything', () => {
    const hostile =
      '{"resource_changes":[{"address":"aws_x.y","change":{"actions":["create"],"after":{"__proto__":{"polluted":true},"a":{"constructor":1}}}}]}';
    const { after } = readTerraformPlan(memorySource('p', Buffer.from(hostile)));
    expect(find(after, 'aws_x.y').properties.get('polluted').present()).toMatchObject({ value: false });
    expect({}).not.toHaveProperty('polluted');
  });
});
