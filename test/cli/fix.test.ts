import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demarcIn, folderWith } from '../support/command-line';

const source = `# The disk of the reports.
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 8 # gigabytes
}

resource "aws_kms_key" "main" {
  description         = "reports"
  enable_key_rotation = false
}

variable "encrypted" {
  default = false
}

resource "aws_ebs_volume" "later" {
  availability_zone = "eu-west-1a"
  size              = 8
  encrypted         = var.encrypted
}

resource "aws_instance" "web" {
  count         = 2
  ami           = "ami-1"
  instance_type = "t3.micro"
}
`;

const mended = source
  .replace('  size              = 8 # gigabytes\n', '  size              = 8 # gigabytes\n  encrypted         = true\n')
  .replace('enable_key_rotation = false', 'enable_key_rotation = true')
  .replace(
    '  instance_type = "t3.micro"\n',
    '  instance_type = "t3.micro"\n\n  metadata_options {\n    http_tokens = "required"\n  }\n\n  root_block_device {\n    encrypted = true\n  }\n',
  );

const only = ['--only', 'storage-encrypted,key-rotation,instance-metadata-v2'];
const folderOf = () => folderWith({ 'main.tf': source });
const text = (folder: string): string => readFileSync(join(folder, 'main.tf'), 'utf8');

test('shows what would change, and changes nothing', () => {
  const folder = folderOf();
  const { code, out } = demarcIn(folder, ['fix', ...only, '.']);
  expect(code).toBe(0);
  expect(out).toContain('+  encrypted         = true\n');
  expect(out).toContain('-  enable_key_rotation = false\n+  enable_key_rotation = true\n');
  expect(text(folder)).toBe(source);
});

test('writes, and nothing else changes; a second time there is nothing to do', () => {
  const folder = folderOf();
  expect(demarcIn(folder, ['fix', '--write', ...only, '.']).code).toBe(0);
  expect(text(folder)).toBe(mended);
  expect(demarcIn(folder, ['fix', '--write', ...only, '.']).out).toBe('');
  expect(text(folder)).toBe(mended);
});

test('what was mended is gone', () => {
  const folder = folderOf();
  const failing = () =>
    (
      JSON.parse(demarcIn(folder, ['check', ...only, '--format', 'json', '.']).out) as {
        readonly inputs: readonly {
          readonly findings: readonly { readonly resource: { readonly address: string } }[];
        }[];
      }
    ).inputs.flatMap(({ findings }) => findings.map(({ resource }) => resource.address));
  expect(failing().length).toBeGreaterThan(3);
  demarcIn(folder, ['fix', '--write', ...only, '.']);
  expect(failing()).toEqual(['aws_ebs_volume.later']);
});

test('what a variable says is left to whoever sets it, and that is said', () => {
  expect(demarcIn(folderOf(), ['fix', ...only, '.']).err).toContain(
    'storage-encrypted of aws_ebs_volume.later is not mended: "encrypted" is var.encrypted\n',
  );
});

test('what is accepted is not mended', () => {
  const folder = folderWith({
    'main.tf': source,
    'demarc.config.yaml':
      'waivers: [{ control: storage-encrypted, resource: aws_ebs_volume.data, reason: scratch, owner: me, until: 2999-01-01 }]',
  });
  expect(demarcIn(folder, ['fix', ...only, '.']).out).not.toContain('encrypted         = true');
});
