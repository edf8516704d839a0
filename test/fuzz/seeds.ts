import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Real inputs of the project's own, which everything is made of that the fuzzing tries. */
const fixtures = join(__dirname, '../../fixtures');

const within = (folder: string, wanted: RegExp): readonly Buffer[] =>
  readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => wanted.test(name))
    .toSorted()
    .map((name) => readFileSync(join(fixtures, folder, name)));

export const plans = within('plans', /\.(?:json|jsonl|txt)$/u);
export const templates = within('templates', /\.(?:json|ya?ml)$/u);
export const sources = within('sources', /\.(?:tf|tofu)$/u);
export const policies = within('policies', /\.json$/u);
export const savedPlans = [readFileSync(join(fixtures, 'saved-plans/disks/tfplan'))];

const texts = (...lines: readonly string[]): readonly Buffer[] => lines.map((line) => Buffer.from(line));

export const variables = [
  ...within('sources', /\.tfvars$/u),
  ...texts('name = "a"\nsizes = [1, 2]\ntags = { a = "b" }\n'),
];

export const jsonSources = texts(
  JSON.stringify({
    variable: { size: { default: 8 } },
    locals: { names: ['a', 'b'] },
    resource: {
      aws_ebs_volume: { data: { size: '${var.size}', encrypted: false, count: 2 } },
      aws_s3_bucket_policy: { p: { bucket: 'b', policy: '${jsonencode({Statement = [{Effect = "Allow"}]})}' } },
    },
    module: { m: { source: './m' } },
    output: { id: { value: '${aws_ebs_volume.data[0].id}' } },
  }),
);

export const stacks = texts(
  JSON.stringify({
    '//': { metadata: { backend: 'local', stackName: 's', version: '0.21.0' } },
    provider: { aws: [{ region: 'eu-west-1' }] },
    resource: {
      aws_kms_key: { key: { enable_key_rotation: true, '//': { metadata: { path: 's/key' } } } },
      aws_ebs_volume: { data: { size: 8, encrypted: true, kms_key_id: '${aws_kms_key.key.arn}' } },
    },
    data: { aws_iam_policy_document: { d: { statement: [{ actions: ['s3:*'], resources: ['*'] }] } } },
    output: { id: { value: '${aws_ebs_volume.data.id}' } },
    terraform: { required_providers: { aws: { source: 'aws', version: '~> 5.0' } } },
  }),
);

export const manifests = texts(
  JSON.stringify({
    version: '36.0.0',
    artifacts: {
      S: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://111111111111/eu-west-1',
        properties: { templateFile: 'S.template.json', stackName: 'S' },
        metadata: { '/S/Data/Resource': [{ type: 'aws:cdk:logicalId', data: 'Data', trace: ['a.ts:1:2'] }] },
      },
      Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Stage', displayName: 'Stage' } },
    },
  }),
);

export const configurations = texts(
  `preset: strict
block: all
controls:
  storage-encrypted: { gate: warn, overrides: [{ resource: 'module.db.**', gate: off }] }
  key-rotation: off
environments:
  production: { preset: strict, match: { account: '111111111111' } }
waivers:
  inline: false
  never: [iam-no-admin]
  honour: [checkov]
  list:
    - { control: storage-encrypted, resource: 'Data*', reason: scratch, owner: me, until: 2027-01-01, ticket: X-1 }
iam: { trustedAccounts: ['111111111111'] }
assume: { ebsEncryptionByDefault: true }
owners: [{ area: backup-recovery, owner: ops }]
`,
  'waivers:\n  - control: "*"\n    resource: "**"\n    reason: r\n    owner: o\n    until: 2099-12-31\n',
);

export const jsonConfigurations = texts(
  JSON.stringify({
    preset: 'baseline',
    controls: { 'storage-encrypted': 'warn' },
    waivers: [{ control: 'storage-encrypted', resource: 'Data', reason: 'r', owner: 'o', until: '2099-12-31' }],
  }),
);

export const baselines = texts(
  JSON.stringify({
    baseline: '1',
    findings: [
      {
        control: 'storage-encrypted',
        resource: 'Data',
        document: 'template.json',
        verdict: 'fail',
        places: 1,
        fingerprint: 'x',
      },
    ],
  }),
);

export const parameters = texts(
  '[{"ParameterKey": "A", "ParameterValue": "b"}, {"ParameterKey": "C", "UsePreviousValue": true}]',
  '{"Parameters": {"A": "b", "L": ["a", "b"]}}',
  'A: b\nL: [a, b]\n',
  '["A=b", "C=d"]',
);

export const comments = texts(
  '# demarc: allow storage-encrypted until 2027-03-31 by data-platform because scratch data, by and by\n',
  '/*\n * demarc: allow a, b until 2027-03-31 by x because y\n */',
  '# checkov:skip=CKV_AWS_3:reason\n# tfsec:ignore:aws-s3-x exp:2027-01-01\n#trivy:ignore:AVD-AWS-0086\n# kics-scan ignore-line\n',
);

export const globs = texts(
  'module.db.*',
  'Prod/Data/**',
  'AWS::S3::*',
  '**/Bucket/**/x',
  'b["a.b"]*',
  '****',
  '*a*a*a*a*a*a*b',
);
