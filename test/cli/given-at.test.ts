import type { Log } from 'sarif';
import { demarcIn, folderWith } from '../support/command-line';

const folder = folderWith({
  'infra/main.tf': 'module "disk" {\n  source    = "./disk"\n  encrypted = false\n}\n',
  'infra/disk/main.tf': [
    'variable "encrypted" {}',
    'resource "aws_ebs_volume" "data" {',
    '  availability_zone = "eu-west-1a"',
    '  size              = 8',
    '  encrypted         = var.encrypted',
    '}',
  ].join('\n'),
});
const check = (format: string): string =>
  demarcIn(folder, ['check', '--only', 'storage-encrypted', '--format', format, 'infra']).out;

test('a finding stands in the module, and says which argument of the caller decided it', () => {
  const { inputs } = JSON.parse(check('json')) as {
    readonly inputs: readonly { readonly findings: readonly { readonly witnesses: readonly unknown[] }[] }[];
  };
  expect(inputs[0]?.findings[0]?.witnesses).toEqual([
    expect.objectContaining({
      file: 'infra/disk/main.tf',
      line: 5,
      column: 23,
      givenAt: [{ file: 'infra/main.tf', line: 3, column: 15 }],
    }),
  ]);
});

test('in SARIF as a related location, on a terminal as a line', () => {
  const { runs } = JSON.parse(check('sarif')) as Log;
  const [result] = runs[0]?.results ?? [];
  expect(result?.locations?.[0]?.physicalLocation?.region?.startLine).toBe(5);
  expect(result?.relatedLocations?.[0]?.physicalLocation?.region?.startLine).toBe(3);
  expect(check('pretty')).toContain('given at infra/main.tf:3');
});
