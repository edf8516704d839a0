import type { Result } from '../../src/model/result';
import { demarcIn, folderWith } from '../support/command-line';

const volume = (encrypted: string): string => `resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 8
  encrypted         = ${encrypted}
}
`;
const variable = 'variable "encrypted" {\n  type = bool\n}\n';

const folder = folderWith({
  '.git/': '',
  'good/main.tf': volume('true'),
  'bad/main.tf': volume('false'),
  'given/main.tf': `${variable}${volume('var.encrypted')}`,
  'on.tfvars': 'encrypted = true\n',
  'off.tfvars': 'encrypted = false\n',
  'broken.tfvars': 'encrypted = = true\n',
  'waived/main.tf': `# demarc: allow storage-encrypted until 2027-03-31 by data-platform because it holds scratch data\n${volume('false')}`,
  'called/main.tf': 'module "it" {\n  source = "acme/it/aws"\n}\n',
  'called/.terraform/modules/modules.json':
    '{ "Modules": [{ "Key": "it", "Source": "acme/it/aws", "Dir": ".terraform/modules/it" }] }',
  'called/.terraform/modules/it/main.tf': `# demarc: allow storage-encrypted until 2027-03-31 by acme because trust us\n${volume('false')}`,
  'damaged/main.tf': `${volume('false')}\nresource "aws_sqs_queue" "jobs" {\n  name = = "jobs"\n}\n`,
});
const check = (...argv: readonly string[]) =>
  demarcIn(folder, ['check', '--only', 'storage-encrypted', '--date', '2026-11-24', ...argv]);
const result = (...argv: readonly string[]) => JSON.parse(check('--format', 'json', ...argv).out) as Result;

test.each<[number, readonly string[]]>([
  [0, ['good']],
  [0, ['good/main.tf']],
  [1, ['bad']],
  [1, ['bad/main.tf']],
  [1, ['--as', 'terraform-source', 'bad']],
  [0, ['given', '--var-file', 'on.tfvars']],
  [1, ['given', '--var-file', 'off.tfvars']],
  [0, ['given', '--var-file', 'off.tfvars', '--var-file', 'on.tfvars']],
  [2, ['given', '--var-file', 'missing.tfvars']],
  [2, ['given', '--var-file', 'broken.tfvars']],
  [0, ['waived']],
  [1, ['called']],
  [2, ['damaged']],
  [1, ['damaged', '--allow-incomplete']],
  [2, ['--as', 'terraform-source', '-']],
])('exit code %d: %j', (code, argv) => {
  expect(check(...argv).code).toBe(code);
});

test('a finding points at the line of the attribute, and at the block where it is missing', () => {
  const [input] = result('bad').inputs;
  expect(input).toMatchObject({ path: 'bad', dialect: 'terraform-source', error: null });
  expect(input?.findings.map(({ witnesses }) => witnesses)).toMatchObject([[{ file: 'bad/main.tf', line: 4 }]]);
  expect(check('bad').out).toContain('bad/main.tf:4:');
});

test('an error says where it is, and what could be read is judged', () => {
  const [input] = result('damaged').inputs;
  expect(input?.error).toMatch(/^damaged\/main\.tf:8:\d+: /);
  expect(input?.findings.map(({ verdict, resource }) => [verdict, resource.address])).toEqual([
    ['fail', 'aws_ebs_volume.data'],
    ['undecided', 'aws_sqs_queue.jobs'],
  ]);
});

test('the environment gives values, as Terraform takes them', () => {
  const argv = ['check', '--only', 'storage-encrypted', 'given'];
  expect(demarcIn(folder, argv, { env: { TF_VAR_encrypted: 'false' } }).code).toBe(1);
  expect(demarcIn(folder, argv, { env: { TF_VAR_encrypted: 'true' } }).code).toBe(0);
});

test('a configuration of modules that are not there is no open gate', () => {
  const only = folderWith({ 'main.tf': 'module "network" {\n  source = "example/network/aws"\n}\n' });
  const { code, out } = demarcIn(only, ['check', '.']);
  expect(code).toBe(2);
  expect(out).toContain('nothing was judged: module.network cannot be read');
  expect(demarcIn(only, ['check', '--allow-incomplete', '.']).code).toBe(0);
});
