import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { detect } from '../../src/readers/detect';
import { fileSource } from '../../src/readers/source';
import { folderWith, plan, volume } from '../support/command-line';

const yaml = 'Resources:\n  Data:\n    Type: AWS::EC2::Volume\n';
const manifest = '{ "version": "38.0.0", "artifacts": { "Stack": { "type": "aws:cloudformation:stack" } } }';

/** What is found behind an argument in a folder: reader and files, without the folder's own path. */
function found(folder: string, argument: string, as?: Parameters<typeof detect>[2]) {
  const { inputs, notes } = detect(join(folder, argument), fileSource, as);
  const short = (path: string) => path.replace(`${folder}/`, '').replace(folder, '.');
  return { inputs: inputs.map(({ reader, files }) => [reader, ...files.map(short)]), notes: notes.map(short) };
}

describe('a file is what its content says', () => {
  const files: Readonly<Record<string, string | Buffer>> = {
    'plan.yaml': plan(true),
    'plan-in-utf-16': Buffer.from(`\ufeff${plan(true)}`, 'utf16le'),
    'plan-after-log': `Acquiring state lock. This may take a few moments...\n${plan(true)}\nReleasing state lock.\n`,
    'plan-shuffled': JSON.stringify({
      configuration: { root_module: { outputs: { text: { description: 'x'.repeat(100_000) } } } },
      ...(JSON.parse(plan(true)) as object),
    }),
    'template.txt': volume(true),
    'template.json': yaml,
    'template-in-utf-16': Buffer.from(`\ufeff${yaml}`, 'utf16le'),
    'template-with-bom': `\ufeff${volume(true)}`,
    'template-long': `Description: >\n  ${'x'.repeat(100_000)}\n${yaml}`,
    'template-broken': 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  A: [\n',
  };
  const folder = folderWith(files);
  test.each(Object.keys(files))('%s', (name) => {
    expect(found(folder, name).inputs).toEqual([[name.startsWith('plan') ? 'terraform-plan' : 'cloudformation', name]]);
  });

  test('by its name where it is Terraform source', () => {
    const source = folderWith({
      'main.tf': '# nothing\n',
      'main.tf.json': '{ "output": {} }',
      'main.tofu': 'Resources = {}\n',
      'plan.tf': plan(true),
    });
    expect(found(source, 'main.tf').inputs).toEqual([['terraform-source', 'main.tf']]);
    expect(found(source, 'main.tf.json').inputs).toEqual([['terraform-source', 'main.tf.json']]);
    expect(found(source, 'main.tofu').inputs).toEqual([['terraform-source', 'main.tofu']]);
    expect(found(source, 'plan.tf').inputs).toEqual([['terraform-plan', 'plan.tf']]);
  });

  test('unless a dialect is insisted on', () => {
    expect(found(folder, 'template.txt', 'terraform-plan').inputs).toEqual([['terraform-plan', 'template.txt']]);
    expect(found(folder, 'plan.yaml', 'cloudformation').inputs).toEqual([['cloudformation', 'plan.yaml']]);
  });
});

describe('what is neither says what it is', () => {
  const files: Readonly<Record<string, readonly [string | Buffer, RegExp]>> = {
    empty: ['', /this is empty/],
    blank: [' \n\n', /this is empty/],
    state: ['{ "version": 4, "lineage": "x", "serial": 1 }', /Terraform state file.*terraform show -json/],
    'shown-state': ['{ "format_version": "1.0", "values": {} }', /a Terraform state/],
    log: [
      '{"@level":"info","@message":"Terraform 1.9.0","type":"version"}\n{"@level":"info"}\n',
      /log of `terraform plan -json`/,
    ],
    'saved-plan': [Buffer.from('PK\u0003\u0004\u0000\u0000rest', 'latin1'), /terraform show -json/],
    compressed: [gzipSync(plan(true)), /compressed \(gzip\)/],
    binary: [Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]), /binary/],
    'source.txt': ['# comment\nresource "aws_s3_bucket" "b" {\n}\n', /this is Terraform source.*--as terraform-source/],
    'source.json': ['{ "//": {}, "resource": { "aws_s3_bucket": {} } }', /Terraform source in JSON.*--as/],
    'manifest.json': [manifest, /manifest of a cloud assembly.*folder/],
    'package.json': ['{ "name": "x" }', /neither a CloudFormation template nor a Terraform plan/],
    prose: ['Resources are described below.\n', /neither/],
  };
  const folder = folderWith(Object.fromEntries(Object.entries(files).map(([name, [content]]) => [name, content])));
  test.each(Object.keys(files))('%s', (name) => {
    expect(() => found(folder, name)).toThrow(files[name]?.[1]);
    expect(() => found(folder, name)).toThrow(name);
  });

  test('a path that is not there', () => {
    expect(() => found(folder, 'nowhere')).toThrow(/nowhere: no such file or folder$/);
  });
});

describe('a folder', () => {
  test('is searched: templates are one input, each plan another', () => {
    const folder = folderWith({
      'b/template.yaml': yaml,
      'a.json': volume(true),
      'plans/one.json': plan(true),
      'plans/two.json': plan(false),
      'package.json': '{}',
      'README.md': yaml,
      'node_modules/x/template.json': volume(false),
      '.git/template.json': volume(false),
      '.terraform/template.json': volume(false),
    });
    expect(found(folder, '.')).toEqual({
      inputs: [
        ['cloudformation', 'a.json', 'b/template.yaml'],
        ['terraform-plan', 'plans/one.json'],
        ['terraform-plan', 'plans/two.json'],
      ],
      notes: [],
    });
    expect(found(folder, '.', 'terraform-plan').inputs).toHaveLength(2);
  });

  test('that is a cloud assembly is read as one', () => {
    const folder = folderWith({
      'cdk.out/manifest.json': manifest,
      'cdk.out/Stack.template.json': volume(true),
      'cdk.out/Stack.assets.json': volume(true),
      'cdk.out/asset.0123/index.template.json': volume(true),
      'cdk.out/assembly-Prod/manifest.json': manifest,
      'cdk.out/assembly-Prod/Inner.template.json': volume(true),
    });
    expect(found(folder, 'cdk.out').inputs).toEqual([['cdk-assembly', 'cdk.out']]);
    expect(found(folder, 'cdk.out', 'cdk-assembly').inputs).toEqual([['cdk-assembly', 'cdk.out']]);
    expect(found(folder, '.').inputs).toEqual([['cdk-assembly', 'cdk.out']]);
    // As plain templates it gives them, and not its assets.
    const templates = ['cloudformation', 'cdk.out/Stack.template.json', 'cdk.out/assembly-Prod/Inner.template.json'];
    expect(found(folder, 'cdk.out', 'cloudformation').inputs).toEqual([templates]);
    expect(() => found(folder, 'cdk.out/Stack.template.json', 'cdk-assembly')).toThrow(/a cloud assembly is a folder/);
  });

  test('that holds Terraform source is a module, with what else stands in it', () => {
    const folder = folderWith({ 'infra/main.tf': '', 'infra/template.yaml': yaml, 'infra/plan.json': plan(true) });
    const inputs = [
      ['cloudformation', 'infra/template.yaml'],
      ['terraform-source', 'infra'],
      ['terraform-plan', 'infra/plan.json'],
    ];
    expect(found(folder, 'infra').inputs).toEqual(inputs);
    expect(found(folder, 'infra', 'terraform-source').inputs).toEqual(inputs.slice(1, 2));
    expect(found(folder, 'infra', 'terraform-plan').inputs).toEqual(inputs.slice(2));
  });

  test('is searched for modules; those that others call are judged where they are called', () => {
    const call = (source: string) => `module "it" {\n  source = "${source}"\n}\n`;
    const folder = folderWith({
      'prod/main.tf': call('../modules/store'),
      'stage/main.tofu': call('../modules/store/'),
      'modules/store/main.tf': call('./inner'),
      'modules/store/inner/main.tf': '',
      'modules/unused/main.tf': `# ${call('../commented')}`,
      'modules/commented/main.tf': '',
      'circle/a/main.tf': call('../b'),
      'circle/b/main.tf': call('../a'),
      'prod/.terraform/modules/x/main.tf': '',
    });
    const roots = ['circle/a', 'modules/commented', 'modules/unused', 'prod', 'stage'];
    expect(found(folder, '.').inputs).toEqual(roots.map((root) => ['terraform-source', root]));
    expect(found(folder, 'modules/store').inputs).toEqual([['terraform-source', 'modules/store']]);
  });

  test('that holds source in JSON is a module, but for what the CDK for Terraform synthesizes', () => {
    const synthesized = '{ "//": { "metadata": { "stackName": "s" } }, "resource": {} }';
    const folder = folderWith({ 'infra/main.tf.json': '{}', 'stacks/s/cdk.tf.json': synthesized });
    expect(found(folder, '.').inputs).toEqual([
      ['cdktf', 'stacks/s/cdk.tf.json'],
      ['terraform-source', 'infra'],
    ]);
  });

  test.each([
    ['that is empty', { 'nothing/': '' }],
    ['without anything to read', { 'package.json': '{}', 'a.yaml': 'a: b' }],
  ])('%s is an error', (_, files) => {
    expect(() => found(folderWith(files), '.')).toThrow(/no input found/);
  });

  test('with links that go in circles, and lead to nowhere, is searched once', () => {
    const folder = folderWith({ 'a/template.yaml': yaml });
    symlinkSync(folder, join(folder, 'a/loop'));
    symlinkSync(join(folder, 'a/missing.json'), join(folder, 'a/missing.json'));
    symlinkSync('/dev/zero', join(folder, 'a/endless.json'));
    expect(found(folder, '.').inputs).toEqual([['cloudformation', 'a/template.yaml']]);
  });
});
