import { readFileSync } from 'node:fs';
import { UnreadableInput } from '../../src/readers/input';
import { memorySource } from '../../src/readers/source';
import { readTerraformPlan } from '../../src/readers/terraform-plan';
import { planSource } from '../../src/readers/terraform-source/plan-source';
import { openSavedPlan } from '../../src/readers/terraform-source/saved-plan';
import { plan as planInJson } from '../support/command-line';
import { savedPlan, zip } from '../support/zip';

const open = (bytes: Buffer, path = 'infra/tfplan') => openSavedPlan(memorySource(path, bytes));
const fixture = (name: string) => readFileSync(`fixtures/saved-plans/disks/${name}`);

const volume = (comment = '') => `${comment}resource "aws_ebs_volume" "data" {\n  encrypted = false\n}\n`;
const waiver = '# demarc: allow storage-encrypted until 2999-12-31 by data because scratch data\n';

describe('a plan that Terraform saved', () => {
  const source = open(fixture('tfplan')).openSource();
  const written = planSource(source);

  test('carries every resource of the plan, in the file that it came from', () => {
    const plan = readTerraformPlan(memorySource('infra/tfplan', fixture('plan.json')), written);
    const places = plan.after.resources.map(({ address, locate }) => [address, locate?.(['input'])]);
    expect(Object.fromEntries(places)).toEqual({
      'module.disk["data"].terraform_data.disk': { file: 'infra/modules/disk/main.tf', line: 7, column: 11 },
      'module.disk["logs"].terraform_data.disk': { file: 'infra/modules/disk/main.tf', line: 7, column: 11 },
      'terraform_data.total': { file: 'infra/main.tf', line: 13, column: 11 },
    });
    const attached = written.attachTo(plan);
    expect(attached.notes.join()).not.toContain('written in this source');
    expect(attached.comments?.map(({ file, line, ids }) => [file, line, ids.length])).toEqual([
      ['infra/modules/disk/main.tf', 5, 2],
    ]);
  });

  test('gives the text of its files, and of no others', () => {
    expect(source.contentOf('infra/main.tf')).toEqual(fixture('main.tf'));
    expect(source.contentOf('infra/modules/disk/main.tf')).toEqual(fixture('modules/disk/main.tf'));
    expect(source.contentOf('infra/tfstate')).toBeUndefined();
    expect(source.contentOf('package.json')).toBeUndefined();
  });

  test('is Terraform’s', () => {
    expect(open(fixture('tfplan')).madeBy).toBe('terraform');
  });
});

describe('the modules of a saved plan', () => {
  const call = (source: string) => `module "inner" {\n  source = "${source}"\n}\n`;

  test('stand where they stood when the plan was made', () => {
    const { input } = open(
      savedPlan([
        { key: '', directory: 'stacks/a', files: { 'main.tf': call('../../shared') } },
        { key: 'inner', directory: 'shared', source: '../../shared', files: { 'main.tf': volume() } },
      ]),
      'tfplan',
    ).openSource();
    expect(input.after.resources.map(({ address, locate }) => [address, locate?.(['encrypted'])?.file])).toEqual([
      ['module.inner.aws_ebs_volume.data', 'shared/main.tf'],
    ]);
  });

  test.each([
    ['the project’s own', './inner', [waiver.trim()]],
    ['downloaded', 'acme/inner/aws', []],
  ])('accept something only where they are the project’s own: %s', (_, source, comments) => {
    const { input } = open(
      savedPlan([
        { key: '', directory: '.', files: { 'main.tf': call(source) } },
        { key: 'inner', directory: 'data/inner', source, files: { 'main.tf': call('./deeper') } },
        {
          key: 'inner.inner',
          directory: 'data/inner/deeper',
          source: './deeper',
          files: { 'main.tf': `locals {}\n${volume(waiver)}` },
        },
      ]),
    ).openSource();
    expect(input.after.resources).toHaveLength(1);
    expect(input.comments?.map(({ text }) => text)).toEqual(comments);
  });

  test('that it does not carry are said', () => {
    const { input } = open(
      savedPlan([{ key: '', directory: '.', files: { 'main.tf': call('./inner') + volume() } }]),
    ).openSource();
    expect(input.notes.join()).toContain('the saved plan does not carry it');
  });

  test('read nothing from the disk, whatever they name', () => {
    const here = `${process.cwd()}/fixtures/sources/leaky`;
    const { input, contentOf } = open(
      savedPlan([
        { key: '', directory: '.', files: { 'main.tf': `${call(here)}locals {\n  a = file("${here}/main.tf")\n}\nresource "aws_ssm_parameter" "a" {\n  value = local.a\n}\n` } },
        { key: 'inner', directory: here, source: here, files: { 'other.tf': volume() } },
        { key: 'up', directory: '../../..', source: './x', files: { '../../etc/passwd': 'x', '..': 'y' } },
      ]),
    ).openSource(); // prettier-ignore
    expect(input.after.resources.map(({ address }) => address).toSorted()).toEqual([
      'aws_ssm_parameter.a',
      'module.inner.aws_ebs_volume.data',
    ]);
    expect(contentOf(`${here}/main.tf`)).toBeUndefined();
    const parameter = input.after.resources.find(({ address }) => address === 'aws_ssm_parameter.a');
    expect(parameter?.properties.get('value').text().state).toBe('unknown');
  });
});

test('its lock file tells the provider’s version and the program', () => {
  const lock = (registry: string) =>
    `provider "${registry}/hashicorp/aws" {\n  version = "5.99.0"\n  constraints = ">= 4.0"\n}\n`;
  const plan = (registry: string) =>
    open(
      savedPlan(
        [{ key: '', directory: '.', files: { 'main.tf': volume() } }],
        [['.terraform.lock.hcl', lock(registry)]],
      ),
    );
  expect(plan('registry.opentofu.org').madeBy).toBe('tofu');
  expect(plan('registry.terraform.io').madeBy).toBe('terraform');
  const source = planSource(plan('registry.terraform.io').openSource());
  const shown = readTerraformPlan(memorySource('infra/tfplan', Buffer.from(planInJson(false))));
  expect(shown.providerVersions).toEqual({});
  expect(source.attachTo(shown).providerVersions).toEqual({ aws: 5 });
});

describe('what is no saved plan is told apart', () => {
  test.each<[string, Buffer, string]>([
    ['another archive', zip([['index.js', 'x']]), 'no plan that Terraform or OpenTofu saved'],
    ['half of one', fixture('tfplan').subarray(0, 900), 'this zip archive is damaged: its end is missing'],
    ['one without source', zip([['tfplan', 'x']]), 'does not carry its source'],
    ['one without a list of its modules', zip([['tfplan', 'x'], ['tfconfig/m-/main.tf', volume()]]), 'does not carry'],
    ['one whose list is damaged', zip([['tfplan', 'x'], ['tfconfig/m-/main.tf', volume()], ['tfconfig/modules.json', '[{"Key":']]), 'does not carry'],
    ['one with a bomb in it', zip([['tfplan', 'x'], ['tfconfig/m-/main.tf', Buffer.alloc(1 << 26)]]), 'files too large'],
  ])('%s', (_, bytes, problem) => {
    const read = () => open(bytes).openSource();
    expect(read).toThrow(UnreadableInput);
    expect(read).toThrow(problem);
  }); // prettier-ignore

  test('a large state is no obstacle: it is not unpacked', () => {
    const plan = zip([['tfplan', 'x'], ['tfstate', Buffer.alloc(1 << 26)], ['tfconfig/m-/main.tf', volume()], ['tfconfig/modules.json', '[{"Key":"","Dir":"."}]']]); // prettier-ignore
    expect(open(plan).openSource().input.after.resources).toHaveLength(1);
  });
});
