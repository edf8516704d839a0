import { symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inspect } from '../../src/inspect';
import type { Resource } from '../../src/model/resource';
import { fileSource } from '../../src/readers/source';
import { readTerraformPlan } from '../../src/readers/terraform-plan';
import { readTerraformSource, type TerraformSourceOptions } from '../../src/readers/terraform-source/reader';
import { folderWith } from '../support/command-line';

const fixtures = join(__dirname, '../../fixtures');

/** Reads files of a folder as a module; places are without the folder's own path. */
function read(
  files: Readonly<Record<string, string>>,
  options: TerraformSourceOptions & { readonly at?: string } = {},
) {
  const folder = folderWith(files);
  const input = readTerraformSource(join(folder, options.at ?? ''), options);
  const resource = (address: string): Resource => {
    const found = input.after.resources.find((one) => one.address === address);
    if (!found) throw new Error(`${address} is none of ${addresses.join(', ')}`);
    return found;
  };
  const addresses = input.after.resources.map(({ address }) => address);
  return {
    folder,
    ...input,
    addresses,
    resource,
    text: (address: string, path: string) =>
      resource(address)
        .properties.get(...path.split('.'))
        .text(),
    place: (address: string, ...path: (string | number)[]) => {
      const place = resource(address).locate?.(path);
      return place && `${place.file.replace(`${folder}/`, '')}:${place.line}:${place.column}`;
    },
  };
}

const bucket = 'resource "aws_s3_bucket" "data" {\n  bucket = "data"\n}\n';

test('the source of a plan has the findings of the plan, and each names its line', () => {
  const settings = { today: '2026-11-24', preset: 'strict', includePass: true } as const;
  const findingsOf = (input: Parameters<typeof inspect>[0][number]) =>
    inspect([input], settings).inputs[0]?.findings ?? [];
  const short = (findings: ReturnType<typeof findingsOf>) =>
    findings.map(({ control, verdict, resource }) => `${control} ${verdict} ${resource.address}`).toSorted();
  const plan = findingsOf(readTerraformPlan(fileSource(join(fixtures, 'plans/leaky.json'))));
  const source = findingsOf(readTerraformSource(join(fixtures, 'sources/leaky')));
  expect(short(source)).toEqual(short(plan));
  const places = source.filter(({ control }) => control !== 'area-owned').flatMap(({ witnesses }) => witnesses);
  expect(places.filter(({ line }) => line === null)).toEqual([]);
});

describe('a module', () => {
  test('is the files of one folder', () => {
    const { addresses, dialect, resource, folder } = read({
      'a.tf': bucket,
      'b.tofu': 'resource "aws_sqs_queue" "jobs" {}\n',
      'inner/c.tf': 'resource "aws_sns_topic" "news" {}\n',
      '.hidden.tf': 'resource "aws_sns_topic" "hidden" {}\n',
      'd.tf~': 'resource "aws_sns_topic" "leftover" {}\n',
    });
    expect(addresses).toEqual(['aws_s3_bucket.data', 'aws_sqs_queue.jobs']);
    expect(dialect).toBe('terraform-source');
    expect(resource('aws_sqs_queue.jobs')).toMatchObject({
      id: `${folder}:aws_sqs_queue.jobs`,
      type: 'aws_sqs_queue',
      vocabulary: 'terraform',
      mode: 'managed',
      action: 'unknown',
      document: folder,
      provider: 'aws',
    });
  });

  test('is one file where a file is named', () => {
    const { addresses } = read({ 'a.tf': bucket, 'b.tf': 'resource "aws_sqs_queue" "jobs" {}\n' }, { at: 'a.tf' });
    expect(addresses).toEqual(['aws_s3_bucket.data']);
  });

  test('takes main.tofu in place of main.tf', () => {
    const { text } = read({ 'main.tf': bucket, 'main.tofu': bucket.replace('= "data"', '= "tofu"') });
    expect(text('aws_s3_bucket.data', 'bucket')).toMatchObject({ value: 'tofu' });
  });

  test('is overridden, attribute by attribute', () => {
    const { text } = read({
      'main.tf': 'resource "aws_s3_bucket" "data" {\n  bucket = "data"\n  bucket_prefix = "kept"\n}\n',
      'main_override.tf': 'resource "aws_s3_bucket" "data" {\n  bucket = "overridden"\n}\n',
    });
    expect(text('aws_s3_bucket.data', 'bucket')).toMatchObject({ value: 'overridden' });
    expect(text('aws_s3_bucket.data', 'bucket_prefix')).toMatchObject({ value: 'kept' });
  });

  test('without any source is refused', () => {
    expect(() => read({ 'README.md': '' })).toThrow(/no Terraform source/);
  });

  test('may be written in JSON', () => {
    const { addresses, text, place, resource, incomplete } = read({
      'a.tf': 'variable "suffix" {\n  default = "data"\n}\n',
      'b.tf.json': `{
  "//": "a comment",
  "resource": {
    "aws_s3_bucket": {
      "data": { "bucket": "acme-\${var.suffix}", "tags": { "a": "b" } }
    },
    "aws_security_group": {
      "it": {
        "dynamic": { "ingress": { "for_each": [22, 80], "content": { "from_port": "\${ingress.value}" } } },
        "egress": { "from_port": 443 }
      }
    }
  },
  "data": {
    "aws_iam_policy_document": { "it": { "statement": { "actions": ["s3:*"], "resources": ["*"] } } }
  },
  "output": { "policy": { "value": "\${data.aws_iam_policy_document.it.json}" } }
}
`,
    });
    expect(incomplete).toBeUndefined();
    expect(addresses).toEqual(['aws_s3_bucket.data', 'aws_security_group.it', 'data.aws_iam_policy_document.it']);
    expect(text('aws_s3_bucket.data', 'bucket')).toMatchObject({ value: 'acme-data' });
    expect(place('aws_s3_bucket.data', 'bucket')).toMatch(/^b\.tf\.json:5:/);
    expect(place('aws_security_group.it')).toBe('b.tf.json:8:7');
    const group = resource('aws_security_group.it').properties;
    expect(group.get('ingress', 1, 'from_port').number()).toMatchObject({ value: 80 });
    expect(group.get('egress').get('from_port').number()).toMatchObject({ value: 443 });
    const policy = resource('data.aws_iam_policy_document.it').properties.get('json').document();
    expect(policy.state === 'known' && policy.value.get('Statement', 0, 'Action').texts()).toMatchObject({
      value: [{ value: 's3:*' }],
    });
    expect(resource('data.aws_iam_policy_document.it').unused).toBeUndefined();
  });

  test.each([
    ['{ "resource": { "aws_s3_bucket": [1] } }', 1],
    ['{\n  "resource": {,\n}', 2],
    ['{\n  "locals": { "a": "${" }\n}', 2],
    ['[]', 1],
    ['{\n"locals": { "a": 1,\n"a": 2 } }', 3],
    [`{ "locals": { "a": ${'['.repeat(10_000)} } }`, 1],
  ])('whose JSON is damaged is incomplete: %#', (text, line) => {
    const { incomplete, folder } = read({ 'a.tf': bucket, 'b.tf.json': text });
    expect(incomplete?.replace(`${folder}/`, '')).toMatch(new RegExp(`^b\\.tf\\.json:${line}:\\d+: `));
  });
});

describe('values of variables', () => {
  const main = 'variable "name" {\n  type = string\n}\nresource "aws_s3_bucket" "data" {\n  bucket = var.name\n}\n';
  const nameIn = (files: Readonly<Record<string, string>>, options: TerraformSourceOptions = {}) =>
    read({ 'main.tf': main, ...files }, options).text('aws_s3_bucket.data', 'bucket');
  const file = (value: string) => `name = "${value}"\n`;

  test('are unknown where nobody gives them', () => {
    expect(nameIn({})).toMatchObject({ state: 'unknown', source: 'parameter' });
  });

  test('are known on the word of their default', () => {
    const withDefault = main.replace('type = string', 'default = "written"');
    expect(nameIn({ 'main.tf': withDefault })).toMatchObject({
      value: 'written',
      because: 'the default of variable "name"',
    });
  });

  test('come from the environment, terraform.tfvars, *.auto.tfvars and named files, the last the strongest', () => {
    const environment = { TF_VAR_name: 'environment' };
    const variableFiles = [{ path: 'named.tfvars', text: file('named') }];
    const files = { 'terraform.tfvars': file('own'), 'z.auto.tfvars': file('z'), 'a.auto.tfvars': file('a') };
    expect(nameIn({}, { environment })).toMatchObject({ value: 'environment' });
    expect(nameIn({ 'terraform.tfvars': file('own') }, { environment })).toMatchObject({ value: 'own' });
    expect(nameIn(files, { environment })).toMatchObject({ value: 'z' });
    expect(nameIn(files, { environment, variableFiles })).toMatchObject({ value: 'named' });
    expect(nameIn({ 'other.tfvars': file('other') })).toMatchObject({ state: 'unknown' });
    expect(nameIn({ 'x.auto.tfvars.json': '{ "name": "${literal}" }' })).toMatchObject({ value: '${literal}' });
  });

  test('that are sensitive are marked', () => {
    const secret =
      'variable "name" {\n  sensitive = true\n}\nresource "aws_s3_bucket" "data" {\n  bucket = var.name\n}\n';
    const { resource, text } = read({ 'main.tf': secret, 'terraform.tfvars': file('hush') });
    expect(text('aws_s3_bucket.data', 'bucket')).toMatchObject({ sensitive: true, source: 'secret-parameter' });
    expect(resource('aws_s3_bucket.data').properties.get('bucket').sensitive).toBe(true);
  });
});

describe('modules that are called', () => {
  const call = (source: string, more = '') => `module "inner" {\n  source = "${source}"\n${more}}\n`;

  test('are read from their folder, with the arguments of the call', () => {
    const { addresses, text, place } = read({
      'main.tf': call('./modules/store', '  name = "given"\n'),
      'modules/store/main.tf': 'variable "name" {}\nresource "aws_s3_bucket" "it" {\n  bucket = var.name\n}\n',
    });
    expect(addresses).toEqual(['module.inner.aws_s3_bucket.it']);
    expect(text('module.inner.aws_s3_bucket.it', 'bucket')).toMatchObject({ value: 'given' });
    expect(place('module.inner.aws_s3_bucket.it', 'bucket')).toMatch(/^modules\/store\/main\.tf:3:/);
  });

  test('are read from where terraform init put them', () => {
    const downloaded = (source: string, key = 'inner') =>
      JSON.stringify({ Modules: [{ Key: key, Source: source, Dir: '.terraform/modules/inner' }] });
    const files = (manifest: string) => ({
      'main.tf': call('acme/store/aws'),
      '.terraform/modules/modules.json': manifest,
      '.terraform/modules/inner/main.tf': bucket,
    });
    const missing = [expect.stringMatching(/main\.tf:1:1: module\.inner is not read: .*terraform init/)];
    expect(read(files(downloaded('registry.terraform.io/acme/store/aws'))).addresses).toHaveLength(1);
    expect(read(files(downloaded('registry.terraform.io/other/store/aws'))).notes).toEqual(missing);
    expect(read(files(downloaded('acme/store/aws', 'other'))).notes).toEqual(missing);
    expect(read(files('{')).notes).toEqual(missing);
    expect(read({ 'main.tf': call('acme/store/aws') }).notes).toEqual(missing);
  });

  test('are not read from outside of the checkout', () => {
    const { folder } = read({ 'main.tf': bucket });
    const inside = read({ 'main.tf': call(`../${folder.slice(dirname(folder).length + 1)}`) });
    expect(inside.addresses).toEqual([]);
    expect(inside.notes).toEqual([
      expect.stringMatching(/main\.tf:1:1: module\.inner is not read: .*outside of the checkout/),
    ]);
  });

  test('may lie beside the root module in one checkout', () => {
    const files = { '.git/HEAD': '', 'prod/main.tf': call('../store'), 'store/main.tf': bucket };
    expect(read(files, { at: 'prod' }).addresses).toEqual(['module.inner.aws_s3_bucket.data']);
  });

  test('that call themselves end', () => {
    expect(read({ 'main.tf': `${call('./.')}${bucket}` }).addresses).toContain('aws_s3_bucket.data');
  });
});

describe('what leads out of the checkout', () => {
  const outside = folderWith({ 'secret.txt': 'secret', 'module/main.tf': bucket });

  test('by a link is not read', () => {
    const folder = folderWith({ 'main.tf': 'module "inner" {\n  source = "./linked"\n}\n' });
    symlinkSync(join(outside, 'module'), join(folder, 'linked'));
    symlinkSync(join(outside, 'module/main.tf'), join(folder, 'linked.tf'));
    const { after, incomplete, notes } = readTerraformSource(folder);
    expect(after.resources).toEqual([]);
    expect(incomplete).toMatch(/linked\.tf: it leads out of the checkout/);
    expect(notes).toEqual([expect.stringMatching(/module\.inner is not read: .*outside of the checkout/)]);
  });

  test.each(['../SECRET', '/etc/hostname', 'linked.txt', 'OUTSIDE/secret.txt'])('by file("%s") is unknown', (name) => {
    const path = name
      .replace('OUTSIDE', outside)
      .replace('SECRET', `${outside.slice(dirname(outside).length + 1)}/secret.txt`);
    const folder = folderWith({
      'main.tf': `resource "aws_instance" "it" {\n  user_data = file("${path}")\n}\n`,
    });
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'linked.txt'));
    const [resource] = readTerraformSource(folder).after.resources;
    expect(resource?.properties.get('user_data').text()).toMatchObject({ state: 'unknown' });
  });

  test('is not told apart by whether it is there', () => {
    const exists = (path: string) => `resource "aws_instance" "it" {\n  monitoring = fileexists("${path}")\n}\n`;
    const told = (path: string) => read({ 'main.tf': exists(path) }).resource('aws_instance.it').properties;
    for (const path of ['/etc/hostname', '/etc/no-such-file', '../no-such-file'])
      expect(told(path).get('monitoring').flag()).toMatchObject({ state: 'unknown' });
    const folder = folderWith({ 'main.tf': exists('broken') });
    symlinkSync('/etc/no-such-file', join(folder, 'broken'));
    const [instance] = readTerraformSource(folder).after.resources;
    expect(instance?.properties.get('monitoring').flag()).toMatchObject({ state: 'unknown' });
    expect(told('no-such-file').get('monitoring').flag()).toMatchObject({ value: false });
  });

  test('is not what stands in it', () => {
    const { text } = read({
      'main.tf': 'resource "aws_instance" "it" {\n  user_data = file("${path.module}/start.sh")\n}\n',
      'start.sh': 'echo started\n',
    });
    expect(text('aws_instance.it', 'user_data')).toMatchObject({ value: 'echo started\n' });
  });
});

describe('references', () => {
  test('to what is settled at apply link', () => {
    const { after, resource } = read({
      'main.tf': `${bucket}resource "aws_s3_bucket_policy" "data" {\n  bucket = aws_s3_bucket.data.id\n}\n`,
    });
    expect(after.follow(resource('aws_s3_bucket_policy.data').properties.get('bucket'), ['aws_s3_bucket'])).toEqual({
      state: 'linked',
      resource: resource('aws_s3_bucket.data'),
    });
  });

  test('to an instance mean it, and to all of them each', () => {
    const { after, resource } = read({
      'main.tf': `
resource "aws_s3_bucket" "all" {
  for_each = toset(["a", "b.c"])
}
resource "aws_s3_bucket_policy" "one" {
  bucket = aws_s3_bucket.all["b.c"].id
}
resource "aws_s3_bucket_policy" "same" {
  for_each = aws_s3_bucket.all
  bucket   = each.value.id
}
`,
    });
    const owner = (address: string) => after.follow(resource(address).properties.get('bucket'), ['aws_s3_bucket']);
    expect(owner('aws_s3_bucket_policy.one')).toMatchObject({ resource: { address: 'aws_s3_bucket.all["b.c"]' } });
    expect(owner('aws_s3_bucket_policy.same["a"]')).toMatchObject({ resource: { address: 'aws_s3_bucket.all["a"]' } });
  });

  test('inside a text and a document are holes', () => {
    const { resource } = read({
      'main.tf': `${bucket}resource "aws_s3_bucket_policy" "data" {
  bucket = aws_s3_bucket.data.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "\${aws_s3_bucket.data.arn}/*" }]
  })
}
resource "aws_ecs_task_definition" "it" {
  container_definitions = jsonencode([{ name = "a", image = "\${aws_ecr_repository.it.repository_url}:1", user = "0" }])
}
resource "aws_ecr_repository" "it" {}
`,
    });
    const policy = resource('aws_s3_bucket_policy.data').properties.get('policy').document();
    const statement = policy.state === 'known' ? policy.value.get('Statement', 0) : undefined;
    expect(statement?.get('Action').text()).toMatchObject({ value: 's3:*' });
    expect(statement?.get('Resource').references()).toHaveLength(1);
    const containers = resource('aws_ecs_task_definition.it').properties.get('container_definitions').document();
    expect(containers.state === 'known' && containers.value.get(0, 'user').text()).toMatchObject({ value: '0' });
  });
});

describe('what is not settled', () => {
  const { resource, text } = read({
    'main.tf': `variable "public" {
  type = bool
}
variable "ports" {
  type = list(number)
}
resource "aws_s3_bucket_acl" "it" {
  acl = var.public ? "public-read" : "private"
}
resource "aws_security_group" "it" {
  description = "group of \${var.public}"
  ingress {
    from_port = 22
  }
  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port = ingress.value
    }
  }
  tags = merge({ a = "b" }, var.ports)
}
`,
  });

  test('is one of several where a condition decides', () => {
    expect(text('aws_s3_bucket_acl.it', 'acl')).toMatchObject({ state: 'unknown', among: ['public-read', 'private'] });
  });

  test('is a hole in a text', () => {
    const parts = resource('aws_security_group.it').properties.get('description').parts();
    expect(parts).toMatchObject({ value: ['group of ', { source: 'parameter' }] });
  });

  test('is an unknown item where a list may be longer, and what is known stays', () => {
    const ingress = resource('aws_security_group.it').properties.get('ingress').list();
    const ports = ingress.state === 'known' ? ingress.value.map((item) => item.get('from_port').number()) : [];
    expect(ports).toMatchObject([{ value: 22 }, { state: 'unknown' }]);
  });
});

describe('policy documents', () => {
  const document = (name: string, more = '') =>
    `data "aws_iam_policy_document" "${name}" {\n  statement {\n    actions = ["s3:*"]\n    resources = ["*"]\n  }\n${more}}\n`;
  const policy = 'resource "aws_iam_policy" "it" {\n  policy = data.aws_iam_policy_document.taken.json\n}\n';

  test('are the policies that they will be', () => {
    const { resource } = read({ 'main.tf': `${document('taken')}${policy}` });
    const written = resource('aws_iam_policy.it').properties.get('policy').document();
    expect(written.state === 'known' && written.value.get('Statement', 0, 'Action').texts()).toMatchObject({
      value: [{ value: 's3:*' }],
    });
  });

  test('that nothing takes are unused', () => {
    const { after } = read({
      'main.tf': `${document('taken')}${document('lonely')}${document('source')}${policy}`,
      'other.tf': document('sum', '  source_policy_documents = [data.aws_iam_policy_document.source.json]\n'),
    });
    const unused = after.resources.filter(({ unused }) => unused).map(({ address }) => address);
    expect(unused).toEqual(['data.aws_iam_policy_document.lonely', 'data.aws_iam_policy_document.sum']);
  });
});

describe('places', () => {
  const { place } = read({
    'main.tf': `resource "aws_security_group" "it" {
  name = "it"

  ingress {
    from_port = 22
  }

  dynamic "egress" {
    for_each = [443, 8443]
    content {
      from_port   = egress.value
      cidr_blocks = ["10.0.0.0/8",
        "0.0.0.0/0"]
    }
  }
}
`,
  });
  test.each<[string, readonly (string | number)[]]>([
    ['main.tf:1:1', []],
    ['main.tf:1:1', ['description']],
    ['main.tf:2:', ['name']],
    ['main.tf:4:', ['ingress', 0]],
    ['main.tf:5:', ['ingress', 0, 'from_port']],
    ['main.tf:4:', ['ingress', 0, 'to_port']],
    ['main.tf:11:', ['egress', 1, 'from_port']],
    ['main.tf:13:', ['egress', 1, 'cidr_blocks', 1]],
  ])('%s is where %j stands', (expected, path) => {
    expect(place('aws_security_group.it', ...path)?.startsWith(expected)).toBe(true);
  });
});

describe('what may not be there', () => {
  const files = (count: string) => ({
    'main.tf': `variable "block" {}
variable "make" {}
resource "aws_s3_bucket" "data" {
  count = var.make ? 1 : 0
}
resource "aws_s3_bucket_public_access_block" "data" {
  count  = ${count}
  bucket = aws_s3_bucket.data[0].id
}
`,
  });
  const companionsOf = ({ after, resource }: ReturnType<typeof read>) =>
    after.companions(resource('aws_s3_bucket.data[0]'), ['aws_s3_bucket_public_access_block'], 'bucket');

  test('is judged as if it were, and is no certain companion', () => {
    expect(companionsOf(read(files('var.block ? 1 : 0')))).toMatchObject({ certain: [], possible: [{}] });
  });

  test('is a certain companion of what is there on the same condition', () => {
    expect(companionsOf(read(files('var.make ? 1 : 0')))).toMatchObject({ certain: [{}], possible: [] });
  });
});

test('comments stand on the resources whose blocks they are in, behind or right above', () => {
  const { comments: all = [], folder } = read({
    'main.tf': `# far above

# above
/* above
   that */
resource "aws_s3_bucket" "all" { # on the header
  count = 2 // on an argument
  tags = {
    # inside
    text = "# no comment"
    more = <<-EOT
      # no comment either
    EOT
  }
} # behind
# at the end
resource "aws_sqs_queue" "jobs" {} # on one line
# below

module "inner" { # on a module
  source = "./missing"
}
`,
  });
  const comments = all.filter(({ ofFile }) => !ofFile);
  expect(comments.map(({ text, resource, line, column }) => [text.split('\n')[0], resource, line, column])).toEqual([
    ['# above', 'aws_s3_bucket.all', 3, 1],
    ['/* above', 'aws_s3_bucket.all', 4, 1],
    ['# on the header', 'aws_s3_bucket.all', 6, 34],
    ['// on an argument', 'aws_s3_bucket.all', 7, 13],
    ['# inside', 'aws_s3_bucket.all', 9, 5],
    ['# behind', 'aws_s3_bucket.all', 15, 3],
    ['# at the end', 'aws_sqs_queue.jobs', 16, 1],
    ['# on one line', 'aws_sqs_queue.jobs', 17, 36],
  ]);
  expect(comments[0]).toMatchObject({
    file: join(folder, 'main.tf'),
    ids: [`${folder}:aws_s3_bucket.all[0]`, `${folder}:aws_s3_bucket.all[1]`],
  });
});

test('a file with errors makes the input incomplete; what could be read is judged, and what is missing is unknown', () => {
  const { incomplete, resource, folder } = read({
    'main.tf': `${bucket}resource "aws_sqs_queue" "jobs" {\n  name = = "jobs"\n}\n`,
    'other.tf': 'resource "aws_sns_topic" "news" {}\n',
  });
  expect(incomplete?.replace(`${folder}/`, '')).toMatch(/^main\.tf:5:\d+: /);
  const { properties } = resource('aws_s3_bucket.data');
  expect(properties.get('bucket').text()).toMatchObject({ value: 'data' });
  expect(properties.get('force_destroy').flag()).toMatchObject({ state: 'unknown' });
  expect(resource('aws_sns_topic.news').properties.get('kms_master_key_id').text()).toMatchObject({ state: 'absent' });
});

describe('versions of providers', () => {
  const required = (version: string) =>
    `terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "${version}"\n    }\n  }\n}\n`;
  const lock = 'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.31.0"\n}\n';

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, number>>]>([
    ['a constraint', { 'main.tf': required('~> 6.0') }, { aws: 6 }],
    ['a constraint that leaves several', { 'main.tf': required('>= 4.0') }, {}],
    ['the lock file', { 'main.tf': required('>= 4.0'), '.terraform.lock.hcl': lock }, { aws: 5 }],
    ['nothing', { 'main.tf': bucket }, {}],
  ])('are told by %s', (_, files, expected) => {
    expect(read(files).providerVersions).toEqual(expected);
  });
});
