import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demarcIn, folderWith, volume } from '../support/command-line';

const yaml = `# Disks of the reports.
Parameters:
  Wanted: { Type: String, Default: 'false' }
Conditions:
  Later: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  Data:
    Type: AWS::EC2::Volume
    Condition: Later
    Properties:
      # gigabytes
      Size: 8
  Key:
    Type: AWS::KMS::Key
    Properties: { EnableKeyRotation: no } # for now
  Asked:
    Type: AWS::EC2::Volume
    Properties:
      Encrypted: !Ref Wanted
  Photos:
    Type: AWS::S3::Bucket
`;

const mended = yaml
  .replace('      # gigabytes\n', '      Encrypted: true\n      # gigabytes\n')
  .replace('EnableKeyRotation: no', 'EnableKeyRotation: true')
  .replace(
    '    Type: AWS::S3::Bucket\n',
    '    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration:\n        Status: Enabled\n',
  );

const strict = ['--preset', 'strict', '--only', 'storage-encrypted,key-rotation,versioned'];

const textIn = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

test('shows what would change, and changes nothing', () => {
  const folder = folderWith({ 'template.yaml': yaml });
  const { code, out } = demarcIn(folder, ['fix', ...strict, '.']);
  expect(code).toBe(0);
  expect(out).toContain('+      Encrypted: true\n       # gigabytes\n');
  expect(out).toContain(
    '-    Properties: { EnableKeyRotation: no } # for now\n+    Properties: { EnableKeyRotation: true } # for now\n',
  );
  expect(textIn(folder, 'template.yaml')).toBe(yaml);
});

test('writes, and nothing else changes; what a parameter says is left to it, and a second time there is nothing to do', () => {
  const folder = folderWith({ 'template.yaml': yaml });
  const { code, err } = demarcIn(folder, ['fix', ...strict, '--write', 'template.yaml']);
  expect(code).toBe(0);
  expect(err).toBe(
    'template.yaml: storage-encrypted of AWS::EC2::Volume Asked is not mended: "Encrypted" is !Ref Wanted\n',
  );
  expect(textIn(folder, 'template.yaml')).toBe(mended);
  expect(demarcIn(folder, ['fix', ...strict, '--write', 'template.yaml']).out).toBe('');
  expect(textIn(folder, 'template.yaml')).toBe(mended);
});

test.each([
  ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text: string) => `\ufeff${text}`],
])('%s stay', (_, as) => {
  const folder = folderWith({ 'template.yaml': as(yaml) });
  demarcIn(folder, ['fix', ...strict, '--write', 'template.yaml']);
  expect(textIn(folder, 'template.yaml')).toBe(as(mended));
});

test('a template in JSON', () => {
  const folder = folderWith({ 'template.json': volume(false) });
  expect(demarcIn(folder, ['fix', '--write', '.']).out).toBe('template.json: 1 edit (storage-encrypted)\n');
  expect(textIn(folder, 'template.json')).toBe(
    volume(false).replace('"Size": 8', '"Encrypted": true,\n        "Size": 8'),
  );
});

test('a text that is not UTF-8 is left as it is', () => {
  const utf16 = Buffer.from(`\ufeff${yaml}`, 'utf16le');
  const folder = folderWith({ 'template.yaml': utf16 });
  expect(demarcIn(folder, ['fix', ...strict, '--write', '.'])).toEqual({
    code: 0,
    out: '',
    err: 'template.yaml: is not mended: its text is not UTF-8\n',
  });
  expect(readFileSync(join(folder, 'template.yaml'))).toEqual(utf16);
});

test('what comes from standard input has no file to be mended', () => {
  expect(demarcIn(folderWith({}), ['fix', '-'], { input: yaml }).err).toContain('cannot be mended: name its file');
});

test('what SAM or a loop makes is not there to be mended', () => {
  const sam = `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Resources:
  Table:
    Type: AWS::Serverless::SimpleTable
  Fn::ForEach::Disks:
    - Name
    - [A, B]
    - Disk\${Name}:
        Type: AWS::EC2::Volume
        Properties: { Size: 8 }
`;
  const folder = folderWith({ 'template.yaml': sam });
  const { out, err } = demarcIn(folder, ['fix', '--preset', 'strict', '--only', 'storage-encrypted,backup-kept', '.']);
  expect(out).toBe('');
  expect(err.split('\n')).toEqual([
    'template.yaml: backup-kept of AWS::DynamoDB::Table Table is not mended: it is written as AWS::Serverless::SimpleTable',
    'template.yaml: storage-encrypted of AWS::EC2::Volume DiskA is not mended: a loop, a macro or a transform writes it',
    'template.yaml: storage-encrypted of AWS::EC2::Volume DiskB is not mended: a loop, a macro or a transform writes it',
    '',
  ]);
});

describe('what the CDK wrote is mended in the app', () => {
  const manifest = {
    version: '36.0.0',
    artifacts: {
      S: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/unknown-region',
        properties: { templateFile: 'S.template.json' },
      },
    },
  };
  const assembly = { 'cdk.out/manifest.json': JSON.stringify(manifest), 'cdk.out/S.template.json': volume(false) };
  const advice =
    "the CDK wrote this and writes it anew; mend it in the app: Mixins.of(app).apply(new Mend('storage-encrypted'))\n";

  test.each([
    ['the assembly', ['cdk.out'], 'cdk.out'],
    ['a template of it', ['cdk.out/S.template.json'], 'cdk.out/S.template.json'],
    ['the assembly taken apart', ['--as', 'cloudformation', 'cdk.out'], 'cdk.out/S.template.json'],
  ])('%s', (_, argv, path) => {
    const folder = folderWith(assembly);
    expect(demarcIn(folder, ['fix', '--write', ...argv])).toEqual({
      code: 0,
      out: '',
      err: `demarc: ${path}: ${advice}`,
    });
    expect(textIn(folder, 'cdk.out/S.template.json')).toBe(volume(false));
  });

  test('a template that was taken elsewhere', () => {
    const text = volume(false).replace('"Type"', '"Metadata": { "aws:cdk:path": "S/Data" }, "Type"');
    const folder = folderWith({ 'template.json': text });
    expect(demarcIn(folder, ['fix', '--write', '.'])).toEqual({
      code: 0,
      out: '',
      err: `demarc: template.json: ${advice}`,
    });
  });
});
