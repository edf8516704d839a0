import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import * as engine from '../../src/iam';
import { resourceTypes } from '../../src/cli/commands/iam/resource-types';
import { demarcIn, type Ran } from '../support/command-line';

const folder = join(__dirname, '../../fixtures/policies');
const iam = (...argv: readonly string[]): Ran => demarcIn(folder, ['iam', ...argv]);
const reading = (input: unknown, ...argv: readonly string[]): Ran =>
  demarcIn(folder, ['iam', ...argv], { input: typeof input === 'string' ? input : JSON.stringify(input) });
const outcome = ({ out }: Ran): unknown => JSON.parse(out);

const within = ['check-no-new-access', '--existing', 'reference.json', '--date', '2026-08-01'];
const listed = ['check-access-not-granted'];
const bucket = ['check-no-public-access', '--type', 'AWS::S3::Bucket'];
const trust = ['check-no-public-access', '--type', 'AWS::IAM::AssumeRolePolicyDocument'];
const statement = (more: Readonly<Record<string, unknown>>) => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...more },
});

test.each([
  [0, 'PASS', [...within, 'reference.json']],
  [0, 'PASS', [...within, 'within-reference.yaml']],
  [1, 'FAIL', ['check-no-new-access', '--existing', 'reference.json', '--date', '2026-06-01', 'within-reference.yaml']],
  [1, 'FAIL', [...within, 'beyond-reference.json']],
  [1, 'FAIL', [...within, 'administrator-without-iam.json']],
  [0, 'PASS', ['check-no-new-access', '--existing', 'administrator-without-iam.json', 'reference.json']],
  [2, 'UNDECIDED', [...within, 'parameter.yaml']],
  [0, 'PASS', ['check-no-new-access', '--existing', 'any-pipeline-trust.json', 'pipeline-trust.json']],
  [1, 'FAIL', ['check-no-new-access', '--existing', 'pipeline-trust.json', 'any-pipeline-trust.json']],
  [0, 'PASS', [...listed, '--actions', 'iam:*,organizations:LeaveOrganization', 'administrator-without-iam.json']],
  [1, 'FAIL', [...listed, '--actions', 'iam:PassRole,s3:PutObject', 'administrator-without-iam.json']],
  [1, 'FAIL', [...listed, '--actions', 'iam:PassRole', '--actions', 's3:PutObject', 'administrator-without-iam.json']],
  [1, 'FAIL', [...listed, '--actions', 's3:DeleteBucket', 'administrator-without-iam.json']],
  [0, 'PASS', [...listed, '--actions', 's3:DeleteBucket', '--resources', 'arn:aws:s3:::ledger', 'administrator-without-iam.json']],
  [1, 'FAIL', [...listed, '--resources', 'arn:aws:s3:::else,arn:aws:s3:::reports', 'reference.json']],
  [0, 'PASS', [...listed, '--resources', 'arn:aws:s3:::else', 'reference.json']],
  [2, 'UNDECIDED', [...listed, '--actions', 's3:GetObject', '--resources', 'arn:aws:s3:::reports/x', 'parameter.yaml']],
  [0, 'PASS', [...listed, '--actions', 's3:PutObject', 'parameter.yaml']],
  [1, 'FAIL', [...bucket, 'public-bucket.json']],
  [0, 'PASS', [...bucket, 'organization-bucket.json']],
  [0, 'PASS', ['check-no-public-access', '--type', 'AWS::SQS::Queue', 'public-bucket.json']],
  [0, 'PASS', [...trust, 'pipeline-trust.json']],
  [1, 'FAIL', [...trust, 'any-pipeline-trust.json']],
] as const)('%i, %s: %j', (code, result, argv) => {
  const ran = iam(...argv);
  expect(ran).toMatchObject({ code, err: '' });
  expect(ran.out).toMatch(new RegExp(`^${result}  `));
  expect(outcome(iam(...argv, '--format', 'json'))).toMatchObject({ result });
}); // prettier-ignore

test('a fail shows the statements and a request', () => {
  expect(iam(...within, 'beyond-reference.json')).toEqual({
    code: 1,
    err: '',
    out: `\
FAIL  The policy grants new access compared to the existing policy.
  New access in the statement with sid: Reports.
  New access in the statement with index: 2.

  A request that shows it:
    action     s3:DeleteObject
    resource   arn:aws:s3:::reports/
`,
  });
});

test('the JSON has the words of AWS, and the request', () => {
  expect(outcome(iam(...bucket, 'public-bucket.json', '--format', 'json'))).toEqual({
    result: 'FAIL',
    message: 'The policy grants public access to a resource of the type AWS::S3::Bucket.',
    reasons: [
      { description: 'Public access in the statement with sid: Readers.', statementIndex: 1, statementId: 'Readers' },
    ],
    witness: { action: 's3:GetObject', resource: 'arn:aws:s3:::site/', principal: 'anonymous', context: {} },
  });
});

test('a condition is part of the request', () => {
  const ran = iam('check-no-new-access', '--existing', 'pipeline-trust.json', 'any-pipeline-trust.json');
  expect(ran.out).toContain('    principal  Federated arn:aws:iam::111122223333:oidc-provider/');
  expect(ran.out).toContain('    context    token.actions.githubusercontent.com:sub = (missing)\n');
});

test('what is not known is named, and never passes', () => {
  expect(outcome(iam(...within, 'parameter.yaml', '--format', 'json'))).toEqual({
    result: 'UNDECIDED',
    message: 'This depends on what is not known.',
    reasons: [
      {
        description: 'Fn::Sub "arn:aws:s3:::${Name}/*" is settled at deployment',
        statementIndex: null,
        statementId: null,
      },
    ],
    witness: null,
  });
});

test.each([
  ['an expression', 'arn:aws:s3:::${var.bucket}/*', 2],
  ['an expression where it makes no difference', 'arn:aws:s3:::reports/${var.prefix}x', 0],
  ['a policy variable', 'arn:aws:s3:::reports/${aws:username}/*', 0],
  ['a policy variable elsewhere', 'arn:aws:s3:::else/${aws:PrincipalTag/team}/*', 1],
  ['a star that is none', 'arn:aws:s3:::reports/${*}', 0],
])('%s in a text', (_, Resource, code) => {
  expect(reading(statement({ Resource }), ...within, '-').code).toBe(code);
});

test('the witness is a request for one action, and the statement that allows it is named', () => {
  const everything = { Version: '2012-10-17', Statement: { Effect: 'Allow', NotAction: 's3:*', Resource: '*' } };
  const { witness } = outcome(reading(everything, ...within, '--format', 'json', '-')) as {
    readonly witness: { readonly action: string; readonly resource: string };
  };
  expect(engine.actionNamed(witness.action)?.name).toBe(witness.action);
  expect(witness.action).not.toMatch(/^s3:/);
  expect(witness.resource).toMatch(/^arn:aws:iam::<Account>:/);
});

test('a fault that two statements make is in both, and what a third denies in none', () => {
  const policy = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:Put*', Resource: '*' },
      { Effect: 'Allow', Action: 'iam:*', Resource: '*' },
      { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' },
      { Effect: 'Deny', Action: 'iam:*', Resource: '*' },
    ],
  };
  const ran = outcome(reading(policy, ...within, '--format', 'json', '-'));
  expect(ran).toMatchObject({ result: 'FAIL', reasons: [{ statementIndex: 0 }, { statementIndex: 2 }] });
});

test.each([
  ['nothing', '', '-: this is no policy: it is empty'],
  ['broken JSON', '{"Statement": [}', '-:1:16: '],
  ['broken YAML', 'Statement:\n  - Effect: "Allow\n', '-:3:1: '],
  ['a list', '[]', '-:1:1: this is no policy: it has no "Statement"'],
  ['a template', { Resources: {} }, '-:1:1: this is no policy: it has no "Statement"'],
  ['two documents', 'Statement: []\n---\nStatement: []\n', '-: 2 documents, where a policy is one'],
  ['no statement', '{\n  "Statement": []\n}', '-:2:3: the policy has no statement'],
  ['no effect', statement({ Effect: undefined }), 'the statement has no "Effect"'],
  ['no action', statement({ Action: undefined }), 'the statement has neither "Action" nor "NotAction"'],
  ['no resource', statement({ Resource: undefined }), 'the statement has neither "Resource" nor "Principal"'],
  ['a slip', statement({ Resources: '*' }), 'a policy has no element "Resources"'],
  ['a name of objects', '{"Statement": {"__proto__": {}}}', 'a policy has no element "__proto__"'],
  ['a version of its own', { ...statement({}), Version: '2012-10-18' }, '-:1:'],
  ['a statement that is none', { Statement: ['x'] }, 'the statement is no object'],
  [
    'two kinds in one',
    { Statement: [statement({}).Statement, statement({ Principal: '*' }).Statement] },
    'statements with a principal and without one cannot stand in one policy',
  ],
  ['a policy of a resource', statement({ Principal: '*' }), '- is a policy of a resource, reference.json one of an'],
])('%s is no policy to judge', (_, input, message) => {
  const ran = reading(input, ...within, '-');
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain(message);
});

test.each([
  [[], 'name a check: check-no-new-access, '],
  [['--format', 'json'], 'name a check: '],
  [['check-no-new-acces'], 'unknown check "check-no-new-acces"; did you mean "check-no-new-access"?'],
  [['toString'], 'unknown check "toString"'],
  [['check-no-new-access', 'reference.json'], '--existing FILE names'],
  [['check-no-new-access', '--existing', '-', '-'], 'only one policy can come from standard input'],
  [within, 'name a policy'],
  [[...within, 'reference.json', 'x.json'], 'one policy at a time: "x.json"'],
  [[...within, 'missing.json'], 'missing.json: no such file or folder'],
  [[...within, '--date', '2026-13-01', 'reference.json'], '--date: "2026-13-01" is no day'],
  [[...within, '--format', 'sarif', 'reference.json'], '--format: "sarif" is none of pretty, json'],
  [[...within, '--actions', 'a:b', 'reference.json'], 'unknown option --actions'],
  [[...listed, 'reference.json'], '--actions or --resources say'],
  [[...listed, '--actions', 'GetObject', 'reference.json'], '--actions: "GetObject" is no action'],
  [[...listed, '--resources', 'reports', 'reference.json'], '--resources: "reports" is no ARN'],
  [['check-no-public-access', 'public-bucket.json'], '--type TYPE says'],
  [['check-no-public-access', '--type', 'AWS::S3::Buckets', 'x.json'], 'did you mean "AWS::S3::Bucket"?'],
  [['check-no-public-access', '--type', 'constructor', 'x.json'], '"constructor" is none of'],
  [[...bucket, 'reference.json'], 'reference.json: the policy names no principal'],
] as const)('%j is refused', (argv, message) => {
  const ran = iam(...argv);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain(message);
});

test('an action that no service has is said, for it would pass unseen', () => {
  expect(iam(...listed, '--actions', 's3:GetObjekt', 'reference.json')).toMatchObject({
    code: 0,
    err: expect.stringMatching(
      /^demarc: --actions: s3:GetObjekt is not among the actions known on \d{4}-\d\d-\d\d\n$/,
    ) as string,
  });
});

test.each(Object.entries(resourceTypes))('%s: everyone may do %j', (type, actions) => {
  for (const action of actions) expect(engine.serviceActions(action.split(':')[0] ?? '')?.actions).not.toHaveLength(0);
  const open = { Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' } };
  const other = { ...open, Statement: { ...open.Statement, Action: 'ec2:*' } };
  expect(reading(open, 'check-no-public-access', '--type', type, '-').code).toBe(1);
  expect(reading(other, 'check-no-public-access', '--type', type, '-').code).toBe(0);
});

test('the engine is loaded when a check is made, and not before', () => {
  jest.isolateModules(() => {
    let loaded = false;
    jest.doMock('../../src/iam', () => {
      loaded = true;
      return jest.requireActual<object>('../../src/iam');
    });
    const { iam: command } =
      jest.requireActual<typeof import('../../src/cli/commands/iam')>('../../src/cli/commands/iam');
    expect(loaded).toBe(false);
    const io = {
      out: () => undefined,
      err: () => undefined,
      input: () => Buffer.from(''),
      terminal: undefined,
      env: {},
    };
    void command.run(['check-no-public-access', '--type', 'AWS::S3::Bucket', join(folder, 'public-bucket.json')], io);
    expect(loaded).toBe(true);
  });
});

describe('docs/iam.md', () => {
  const page = readFileSync(join(__dirname, '../../docs/iam.md'), 'utf8');
  const blocks = (language: string): readonly string[] =>
    [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^\`]*)\`\`\``, 'g'))].map(([, text = '']) => text);

  test.each(blocks('console'))('%s', (block) => {
    const [command = '', ...shown] = block.split('\n');
    expect(command).toMatch(/^\$ demarc iam /);
    const ran = demarcIn(folder, command.replace('$ demarc ', '').split(' '));
    expect(ran.out).toBe(shown.join('\n'));
  });

  test('each check is shown', () => {
    const shown = blocks('console').map((block) => block.split(' ')[3]);
    expect(shown).toEqual(
      expect.arrayContaining(['check-no-new-access', 'check-access-not-granted', 'check-no-public-access']),
    );
  });

  test('its example runs as it says', () => {
    const [example = ''] = blocks('js');
    const lines: string[] = [];
    const log = (value: unknown): void => void lines.push(typeof value === 'string' ? value : JSON.stringify(value));
    runInNewContext(example, { require: () => engine, console: { log } });
    const said = [...example.matchAll(/^console\.log.*\/\/ (.*)$/gm)].map(([, text]) => text);
    expect(said.length).toBeGreaterThan(1);
    expect(lines).toEqual(said);
  });
});
