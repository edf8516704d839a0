import { gzipSync } from 'node:zlib';

/** Somebody's file that is read, with one place in it where anything may stand. */
export interface Kind {
  readonly argv: readonly string[];
  /** The file with that in its place; it should be JSON, which all of them take for a value. */
  readonly with: (value: Part) => Buffer;
  /** Everything that stands in the folder. */
  readonly files: (bytes: Buffer) => Readonly<Record<string, Buffer | string>>;
}

type Part = string | Buffer;
const join = (...parts: readonly Part[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part)));

const volume = (value: Part): Buffer =>
  join('{"Resources":{"Data":{"Type":"AWS::EC2::Volume","Properties":{"Size":8,"X":', value, '}}}}');
const template = volume('1');
const manifest = (more: object) =>
  JSON.stringify({
    version: '36.0.0',
    artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile: 'S.template.json' }, ...more } },
  });
const declaring = 'variable "a" {}\nresource "aws_ebs_volume" "data" {\n  size = 8\n  x    = var.a\n}\n';

export const kinds: Readonly<Record<string, Kind>> = {
  'template in JSON': {
    argv: ['template.json'],
    with: volume,
    files: (bytes) => ({ 'template.json': bytes }),
  },
  'template in YAML': {
    argv: ['template.yaml'],
    with: (value) => join('Resources:\n  Data:\n    Type: AWS::EC2::Volume\n    Properties: { Size: 8, X: ', value, ' }\n'),
    files: (bytes) => ({ 'template.yaml': bytes }),
  },
  plan: {
    argv: ['plan.json'],
    with: (value) =>
      join(
        '{"format_version":"1.2","resource_changes":[{"address":"aws_ebs_volume.data","mode":"managed","type":"aws_ebs_volume","name":"data","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["create"],"before":null,"after":{"size":8,"x":',
        value,
        '},"after_unknown":{}}}]}',
      ),
    files: (bytes) => ({ 'plan.json': bytes }),
  },
  'synthesized stack': {
    argv: ['cdk.tf.json', '--as', 'cdktf'],
    with: (value) =>
      join('{"//":{"metadata":{"stackName":"s"}},"resource":{"aws_ebs_volume":{"data":{"size":8,"x":', value, '}}}}'),
    files: (bytes) => ({ 'cdk.tf.json': bytes }),
  },
  source: {
    argv: ['infra'],
    with: (value) => join('resource "aws_ebs_volume" "data" {\n  size = 8\n  x    = ', value, '\n}\n'),
    files: (bytes) => ({ 'infra/main.tf': bytes }),
  },
  'source in JSON': {
    argv: ['infra'],
    with: (value) => join('{"resource":{"aws_ebs_volume":{"data":{"size":8,"x":', value, '}}}}'),
    files: (bytes) => ({ 'infra/main.tf.json': bytes }),
  },
  'assembly manifest': {
    argv: ['cdk.out', '--as', 'cdk-assembly'],
    with: (value) =>
      join('{"artifacts":{"S":{"type":"aws:cloudformation:stack","properties":{"templateFile":"S.template.json","x":', value, '}}}}'),
    files: (bytes) => ({ 'cdk.out/manifest.json': bytes, 'cdk.out/S.template.json': template }),
  },
  'assembly template': {
    argv: ['cdk.out'],
    with: volume,
    files: (bytes) => ({ 'cdk.out/manifest.json': manifest({}), 'cdk.out/S.template.json': bytes }),
  },
  'assembly metadata': {
    argv: ['cdk.out'],
    with: (value) => join('{"/S/Data":[{"type":"aws:cdk:logicalId","data":"Data","trace":', value, '}]}'),
    files: (bytes) => ({
      'cdk.out/manifest.json': manifest({ additionalMetadataFile: 'S.metadata.json' }),
      'cdk.out/S.template.json': template,
      'cdk.out/S.metadata.json': bytes,
    }),
  },
  configuration: {
    argv: ['template.json'],
    with: (value) => join('waivers:\n  - { control: storage-encrypted, resource: Data, owner: me, until: 2099-01-01, reason: ', value, ' }\n'),
    files: (bytes) => ({ 'template.json': template, 'demarc.config.yaml': bytes }),
  },
  'configuration in JSON': {
    argv: ['template.json'],
    with: (value) => join('{"waivers":[{"control":"storage-encrypted","resource":"Data","owner":"me","until":"2099-01-01","reason":', value, '}]}'),
    files: (bytes) => ({ 'template.json': template, 'demarc.config.json': bytes }),
  },
  'reference policy': {
    argv: ['template.json'],
    with: (value) => join('{"Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*","Condition":', value, '}]}'),
    files: (bytes) => ({ 'template.json': template, 'demarc.config.yaml': 'iam: { reference: ref.json }\n', 'ref.json': bytes }),
  },
  'baseline file': {
    argv: ['template.json', '--baseline', 'baseline.json'],
    with: (value) => join('{"baseline":"1","findings":[{"control":"storage-encrypted","document":"t.json","verdict":"fail","places":1,"fingerprint":"x","resource":', value, '}]}'),
    files: (bytes) => ({ 'template.json': template, 'baseline.json': bytes }),
  },
  parameters: {
    argv: ['template.json', '--parameters', 'parameters.json'],
    with: (value) => join('{"Parameters":{"A":', value, '}}'),
    files: (bytes) => ({ 'template.json': template, 'parameters.json': bytes }),
  },
  variables: {
    argv: ['infra', '--var-file', 'values.tfvars'],
    with: (value) => join('a = ', value, '\n'),
    files: (bytes) => ({ 'infra/main.tf': declaring, 'values.tfvars': bytes }),
  },
  'variables in JSON': {
    argv: ['infra', '--var-file', 'values.tfvars.json'],
    with: (value) => join('{"a":', value, '}'),
    files: (bytes) => ({ 'infra/main.tf': declaring, 'values.tfvars.json': bytes }),
  },
}; // prettier-ignore

const text = (kind: Kind): string => kind.with('"1"').toString();
const whole = (kind: Kind): Buffer => kind.with('"1"');

/** What may be wrong with any of them. */
export const damages: Readonly<Record<string, (kind: Kind) => Buffer>> = {
  'nothing at all': () => Buffer.alloc(0),
  'blanks alone': () => Buffer.from(' \n\t\n'),
  'a byte order mark': (kind) => join('\ufeff', whole(kind)),
  'UTF-16': (kind) => Buffer.from(`\ufeff${text(kind)}`, 'utf16le'),
  'UTF-16 the other way, without a mark': (kind) => Buffer.from(text(kind), 'utf16le').swap16(),
  'lines that end as on Windows': (kind) => Buffer.from(text(kind).replaceAll('\n', '\r\n')),
  'the end cut off': (kind) => whole(kind).subarray(0, whole(kind).lastIndexOf('"1"') + 2),
  'half of it': (kind) => whole(kind).subarray(0, whole(kind).length >> 1),
  'names that every object has': (kind) =>
    kind.with('{"__proto__":{"Encrypted":true,"encrypted":true},"constructor":{"prototype":{"Encrypted":true}},"toString":1}'),
  'a key written twice': (kind) => kind.with('{"a":1,"a":2}'),
  'a NUL byte': (kind) => kind.with('"a\0b"'),
  'bytes that are no UTF-8': (kind) => kind.with(join('"a', Buffer.from([0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]), 'b"')),
  'half of a surrogate pair': (kind) => kind.with('"\\ud800"'),
  'a number past 2^53': (kind) => kind.with('9007199254740993'),
  'a number past all': (kind) => kind.with('1e400'),
  'a number of 100,000 digits': (kind) => kind.with('1'.repeat(100_000)),
  'lists 10,000 deep': (kind) => kind.with('['.repeat(10_000) + ']'.repeat(10_000)),
  'maps 10,000 deep': (kind) => kind.with(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
  'lists that never close': (kind) => kind.with('['.repeat(10_000)),
  'noise': () => Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 251)),
  'what gzip makes': (kind) => gzipSync(whole(kind)),
  'another kind of document': () => Buffer.from('"text"'),
}; // prettier-ignore

/** What takes a place of its own in memory: these run in a process whose memory is bounded. */
export const large: Readonly<Record<string, (kind: Kind) => Buffer>> = {
  'a text of 100 MB': (kind) => kind.with(join('"', Buffer.alloc(100 << 20, 0x61), '"')),
  'a million brackets': (kind) => kind.with('['.repeat(1_000_000)),
  'lists 200,000 deep': (kind) => kind.with('['.repeat(200_000) + ']'.repeat(200_000)),
};
