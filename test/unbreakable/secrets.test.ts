import { matrixFormats as writers } from '../../src/responsibility/formats';
import { formats } from '../../src/reports';
import { demarcIn, folderWith, type Ran } from '../support/command-line';

const matrixFormats = Object.keys(writers).filter((name) => name !== 'xlsx');

/** Secrets as they look in the field: one word, so that a piece of it is told from any other text. */
const secret = 'Xq7-correct-horse-battery-staple';
/** No report may hold a piece that is long enough to help. */
const pieces = [secret, secret.slice(0, 12), secret.slice(-14), Buffer.from(secret).toString('base64')];

const change = (type: string, after: object, sensitive: unknown) => ({
  address: `${type}.it`,
  mode: 'managed',
  type,
  name: 'it',
  provider_name: 'registry.terraform.io/hashicorp/aws',
  change: { actions: ['update'], before: after, after, after_unknown: {}, before_sensitive: sensitive, after_sensitive: sensitive },
}); // prettier-ignore

const policy = JSON.stringify({
  Statement: [{ Sid: secret, Effect: 'Allow', Action: '*', Resource: `arn:aws:s3:::${secret}` }],
});

const plan = JSON.stringify({
  format_version: '1.2',
  variables: { password: { value: secret } },
  resource_changes: [
    change('aws_db_instance', { password: secret, engine: secret, identifier: secret }, { password: true, engine: true, identifier: true }),
    change('aws_lambda_function', { environment: [{ variables: { DB_PASSWORD: secret } }] }, { environment: true }),
    change('aws_s3_bucket_policy', { bucket: secret, policy }, true),
    change('aws_iam_policy', { name: 'it', policy }, { policy: true }),
    change('aws_security_group', { ingress: [{ cidr_blocks: [secret, '0.0.0.0/0'], protocol: 'tcp', from_port: 22, to_port: 22 }] }, { ingress: [{ cidr_blocks: [true] }] }),
    change('aws_instance', { user_data: `export PASSWORD=${secret}` }, { user_data: true }),
  ],
  configuration: { root_module: { variables: { password: { sensitive: true } }, resources: [] } },
}); // prettier-ignore

const template = `
Parameters:
  Password: { Type: String, NoEcho: true }
  Other: { Type: String, NoEcho: true, Default: ${secret} }
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: !Ref Other, MasterUsername: admin, MasterUserPassword: !Ref Password, DBInstanceIdentifier: !Ref Password }
  Literal:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      MasterUserPassword: ${secret}
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment: { Variables: { API_TOKEN: ${secret}, URL: !Sub 'https://user:\${Password}@db' } }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Password
      PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', Action: 's3:*', Resource: !Sub 'arn:aws:s3:::\${Password}/*' }] }
`;

const source = `
variable "password" {
  sensitive = true
}
variable "token" {
  sensitive = true
  default   = "${secret}"
}
resource "aws_db_instance" "given" {
  engine     = var.token
  identifier = var.password
  password   = var.password
}
resource "aws_db_instance" "literal" {
  password = "${secret}"
}
resource "aws_lambda_function" "f" {
  environment {
    variables = {
      API_TOKEN = "${secret}"
      URL       = "https://u:\${var.password}@db"
    }
  }
}
resource "aws_s3_bucket_policy" "p" {
  bucket = var.password
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:*", Resource = var.password }] })
}
`;

const inputs = {
  'a plan': { files: { 'plan.json': plan }, argv: ['plan.json'] },
  'a template': {
    files: { 'template.yaml': template, 'p.json': JSON.stringify({ Password: secret }) },
    argv: ['template.yaml', '--parameters', 'p.json'],
  },
  source: {
    files: { 'infra/main.tf': source, 'v.tfvars': `password = "${secret}"\n` },
    argv: ['infra', '--var-file', 'v.tfvars'],
  },
} as const;

function expectNothingOf({ out, err }: Pick<Ran, 'out' | 'err'>): void {
  for (const piece of pieces) expect(`${out}${err}`).not.toContain(piece);
}

describe.each(Object.entries(inputs))('nothing secret of %s', (_, { files, argv }) => {
  test.each(formats)('is in the report as %s', (format) => {
    const flags = [
      '--format',
      format,
      '--include',
      'pass',
      '--preset',
      'strict',
      '--color',
      'always',
      '--block',
      'all',
    ];
    const ran = demarcIn(folderWith(files), ['check', ...argv, ...flags], { width: 100 });
    expect([ran.code, ran.out.length > 300]).toEqual([1, true]);
    expectNothingOf(ran);
  });

  test.each(matrixFormats)('is in the matrix as %s', (format) => {
    const ran = demarcIn(folderWith(files), ['matrix', ...argv, '--format', format]);
    expect(ran.out.length).toBeGreaterThan(100);
    expectNothingOf(ran);
  });

  test('is in the edits that mend it', () => {
    if ((argv as readonly string[]).includes('plan.json')) return;
    const ran = demarcIn(folderWith(files), ['fix', ...argv]);
    expectNothingOf(ran);
  });
});

describe('nothing secret is in an error', () => {
  const breaking: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    ['a template', { 't.json': `{"Resources": {"D": {"Type": "AWS::RDS::DBInstance", "MasterUserPassword": ${secret}]}}}` }, ['t.json']],
    ['a template in YAML', { 't.yaml': `Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    P: "${secret}" ${secret}: x\n` }, ['t.yaml']],
    ['a plan', { 'p.json': `{"format_version": "1.2", "resource_changes": [${secret}]}` }, ['p.json']],
    ['a stack', { 'cdk.tf.json': `{"//":{"metadata":{"stackName":"s"}},"resource":{"a":{"b":${secret}}}}` }, ['cdk.tf.json']],
    ['source', { 'main.tf': `resource "aws_db_instance" "d" {\n  password = ${secret} "${secret}"\n}\n` }, ['main.tf']],
    ['source in JSON', { 'main.tf.json': `{"resource": {"aws_db_instance": {"d": {"password": ${secret}}}}}` }, ['main.tf.json']],
    ['parameters', { 't.json': '{"Resources":{"D":{"Type":"AWS::SQS::Queue"}}}', 'p.yaml': `A: "${secret}" ${secret}\n` }, ['t.json', '--parameters', 'p.yaml']],
    ['parameters that are no texts', { 't.json': '{"Resources":{"D":{"Type":"AWS::SQS::Queue"}}}', 'p.yaml': `A: { b: ${secret} }\n` }, ['t.json', '--parameters', 'p.yaml']],
    ['variables', { 'main.tf': 'variable "a" {}\n', 'v.tfvars': `a = "${secret}" "${secret}"\n` }, ['main.tf', '--var-file', 'v.tfvars']],
    ['variables in JSON', { 'main.tf': 'variable "a" {}\n', 'v.tfvars.json': `{"a": ${secret}}` }, ['main.tf', '--var-file', 'v.tfvars.json']],
    ['a reference policy', { 't.json': '{"Resources":{"D":{"Type":"AWS::SQS::Queue"}}}', 'demarc.config.yaml': 'iam: { reference: r.json }', 'r.json': `{"a": ${secret}}` }, ['t.json']],
    ['an assembly', { 'cdk.out/manifest.json': `{"artifacts": ${secret}}` }, ['cdk.out', '--as', 'cdk-assembly']],
  ]; // prettier-ignore
  test.each(breaking)('of %s', (_, files, argv) => {
    const ran = demarcIn(folderWith({ '.git/': '', ...files }), ['check', ...argv]);
    expect(ran.code).toBe(2);
    expectNothingOf(ran);
  });
});
