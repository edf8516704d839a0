import {
  actionNamed,
  escalations,
  hasWholeService,
  holes,
  invertedGrants,
  isAdmin,
  managedPolicy,
  parsePolicy,
  sensitiveReach,
  unknown,
  unknownParts,
  unscopedActions,
  type Identity,
  type PolicySet,
} from '../../src/iam';

const now = Date.UTC(2026, 5, 1);
const set = (...statements: readonly unknown[]): PolicySet => [
  parsePolicy({ Version: '2012-10-17', Statement: statements }),
];
const allow = (Action: unknown, Resource: unknown = '*', rest: Record<string, unknown> = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...rest,
});
const deny = (Action: unknown, Resource: unknown = '*', rest: Record<string, unknown> = {}) => ({
  Effect: 'Deny',
  Action,
  Resource,
  ...rest,
});
const identity = (...statements: readonly unknown[]): Identity => ({ policies: set(...statements) });
const aws = (name: string): Identity => ({ policies: [managedPolicy(name) ?? parsePolicy(unknown(name))] });

describe('administrators', () => {
  it.each([
    ['everything', identity(allow('*')), 'full'],
    [
      'everything in two halves',
      identity({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, allow('iam:*')),
      'full',
    ],
    [
      'everything over TLS',
      identity(allow('*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })),
      'full',
    ],
    ["AWS's own", aws('AdministratorAccess'), 'full'],
    ['whoever may rewrite every policy', identity(allow('iam:*')), 'equivalent'],
    ['the same, in an account', identity(allow('iam:*', ['arn:aws:iam::111122223333:*'])), 'equivalent'],
    ['everything but something', identity(allow('*'), deny('s3:*')), 'equivalent'],
  ])('%s', (_, who, grade) => {
    expect(isAdmin(who, { now })).toMatchObject({ answer: 'yes', grade });
  });

  it.each([
    ['everything but identities', aws('PowerUserAccess'), 'no'],
    ['everything, all of it denied', identity(allow('*'), deny('*')), 'no'],
    ['everything within a boundary', { policies: set(allow('*')), boundaries: [set(allow('s3:*'))] }, 'no'],
    [
      'everything for a tag',
      identity(allow('*', '*', { Condition: { StringEquals: { 'aws:PrincipalTag/admin': 'yes' } } })),
      'no',
    ],
    ['everything that is not known', identity(allow(holes({ free: 'var.action' }))), 'undecided'],
  ] as const)('not %s', (_, who, answer) => {
    expect(isAdmin(who, { now }).answer).toBe(answer);
  });
});

describe('whole services', () => {
  it.each([
    ['by a wildcard', identity(allow('sqs:*')), 'yes'],
    ['on all buckets and objects', identity(allow('s3:*', 'arn:aws:s3:::*')), 'yes'],
    ['on all buckets, with deletion denied', identity(allow('s3:*', 'arn:aws:s3:::*'), deny('s3:DeleteBucket')), 'no'],
    ['one bucket', identity(allow('s3:*', ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'])), 'no'],
    ['reading', identity(allow(['s3:Get*', 's3:List*'])), 'no'],
    ['with deletion denied', identity(allow('sqs:*'), deny('sqs:DeleteQueue')), 'no'],
  ] as const)('%s', (_, who, answer) => {
    expect(hasWholeService(who, { now }).answer).toBe(answer);
  });
});

describe('actions on every resource', () => {
  it.each([
    [
      'deleting any bucket',
      identity(allow(['s3:DeleteBucket', 'ec2:DescribeInstances', 'xray:PutTraceSegments'])),
      ['s3:DeleteBucket'],
    ],
    [
      'any queue of an account',
      identity(allow('sqs:DeleteQueue', 'arn:aws:sqs:eu-west-1:111122223333:*')),
      ['sqs:DeleteQueue'],
    ],
    [
      'any queue of the own account',
      identity(
        allow(
          'sqs:DeleteQueue',
          holes(
            'arn:',
            { reference: 'the partition' },
            ':sqs:',
            { reference: 'the region' },
            ':',
            { reference: 'the account' },
            ':*',
          ),
        ),
      ),
      ['sqs:DeleteQueue'],
    ],
    [
      'the one such resource of any account',
      identity(allow('securityhub:DisableSecurityHub', 'arn:aws:securityhub:*:*:hub/default')),
      ['securityhub:DisableSecurityHub'],
    ],
  ])('%s', (_, who, actions) => {
    const result = unscopedActions(who, { now });
    expect(result).toMatchObject({ answer: 'yes' });
    expect(result.answer === 'yes' && result.actions.map(({ action }) => action)).toEqual(actions);
  });

  it.each([
    ['actions that take no resource', identity(allow(['ec2:CreateLaunchTemplate', 'xray:PutTraceSegments'].slice(1)))],
    ['a name by prefix', identity(allow('s3:DeleteBucket', 'arn:aws:s3:::app-*'))],
    ['a stream of a group', identity(allow('logs:PutSubscriptionFilter', 'arn:aws:logs:*:*:log-group:/app:*'))],
    [
      'a resource that is referred to',
      identity(allow('s3:PutObject', holes({ reference: 'b', arn: 'arn:${Partition}:s3:::${BucketName}' }, '/*'))),
    ],
    ['a reference of unknown shape', identity(allow('sqs:DeleteQueue', holes({ reference: 'aws_sqs_queue.q.arn' })))],
    [
      'a tag',
      identity(allow('sqs:DeleteQueue', '*', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } } })),
    ],
    [
      'the one such resource of an account',
      identity(
        allow('glue:CreateTable', ['arn:aws:glue:*:111122223333:catalog', 'arn:aws:glue:*:111122223333:table/a/*']),
      ),
    ],
    [
      'the one such resource of the own account',
      identity(allow('glue:CreateTable', holes('arn:aws:glue:eu-west-1:', { reference: 'the account' }, ':catalog'))),
    ],
    ["AWS's basics for functions", aws('service-role/AWSLambdaBasicExecutionRole')],
    ["AWS's basics for functions in a network", aws('service-role/AWSLambdaVPCAccessExecutionRole')],
    ["AWS's tracing", aws('AWSXRayDaemonWriteAccess')],
  ])('not %s', (_, who) => {
    expect(unscopedActions(who, { now })).toEqual({ answer: 'no' });
  });

  it('are undecided where the data do not know the action', () => {
    expect(unscopedActions(identity(allow('s3:InventedToday')), { now }).answer).toBe('undecided');
  });
});

describe('inverted grants', () => {
  it('name the statement and what it leaves', () => {
    const result = invertedGrants(
      identity(allow('s3:GetObject'), { Sid: 'Rest', Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
      { now },
    );
    expect(result).toMatchObject({
      answer: 'yes',
      grants: [{ element: 'NotAction', statement: { index: 1, sid: 'Rest' } }],
    });
  });

  it('are seen on resources', () => {
    expect(
      invertedGrants(identity({ Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::b' }), { now }).answer,
    ).toBe('yes');
  });

  it.each([
    ['of denials', identity({ Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }, allow('s3:GetObject'))],
    ['denied again', identity({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, deny('*'))],
    [
      'on one bucket',
      identity({ Effect: 'Allow', NotAction: 's3:DeleteBucket', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }),
    ],
  ])('are none: %s', (_, who) => {
    expect(invertedGrants(who, { now })).toEqual({ answer: 'no' });
  });
});

describe('privilege escalation', () => {
  const tiers = (who: Identity) => {
    const result = escalations(who, { now });
    return result.answer === 'yes' ? [...new Set(result.paths.map(({ tier }) => tier))] : result.answer;
  };

  it.each([
    [
      'a new version of a policy',
      identity(allow('iam:CreatePolicyVersion', 'arn:aws:iam::*:policy/own-*')),
      ['direct'],
    ],
    [
      'two policies together',
      { policies: [...set(allow('iam:PassRole')), ...set(allow('ec2:RunInstances'))] },
      ['pass-role'],
    ],
    ["another user's key", identity(allow('iam:CreateAccessKey', 'arn:aws:iam::*:user/*')), ['direct']],
    ['any role to become', identity(allow('sts:AssumeRole')), ['pass-role']],
    ["somebody else's function", identity(allow('lambda:UpdateFunctionCode')), ['existing-target']],
  ])('%s', (_, who, expected) => {
    expect(tiers(who)).toEqual(expected);
  });

  it.each([
    ['policies of AWS', identity(allow('iam:CreatePolicyVersion', 'arn:aws:iam::aws:policy/*'))],
    ["one's own key", identity(allow('iam:CreateAccessKey', 'arn:aws:iam::*:user/${aws:username}'))],
    [
      'a role by name',
      identity(allow('iam:PassRole', 'arn:aws:iam::111122223333:role/app'), allow('ec2:RunInstances')),
    ],
    [
      'a role for another service',
      identity(
        allow('iam:PassRole', '*', { Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } }),
        allow('ec2:RunInstances'),
      ),
    ],
    [
      'a time that is over',
      identity(
        allow('iam:PutUserPolicy', '*', { Condition: { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } } }),
      ),
    ],
    ['what is denied', identity(allow('iam:*'), deny('iam:*'))],
    ['a named role to become', identity(allow('sts:AssumeRole', 'arn:aws:iam::111122223333:role/app'))],
  ])('not %s', (_, who) => {
    expect(tiers(who)).toBe('no');
  });

  it('names the smallest sets only, and whether their targets are named', () => {
    const result = escalations(
      identity(allow(['iam:PutUserPolicy', 'iam:CreateAccessKey'], 'arn:aws:iam::111122223333:user/u')),
      { now },
    );
    expect(result).toMatchObject({ answer: 'yes' });
    expect(result.answer === 'yes' && result.paths.map(({ actions, named }) => [actions, named])).toEqual(
      expect.arrayContaining([[['iam:PutUserPolicy'], true]]),
    );
  });

  const role = (name: string) => ({ reference: name, arn: 'arn:${Partition}:iam::${Account}:role/${RoleName}' });
  const path = (who: Identity, action: string) => {
    const result = escalations(who, { now });
    return result.answer === 'yes' ? result.paths.find(({ actions }) => actions.includes(action)) : result;
  };

  it.each([
    ['a name', 'arn:aws:iam::111122223333:role/app', true],
    ['a reference', holes(role('App')), true],
    ['a reference with text', holes(role('App'), '-suffix'), true],
    ['a reference of unknown shape beside a name', ['arn:aws:iam::1:role/a', holes({ reference: 'aws_iam_role.a.arn' })], true],
    ['any name', 'arn:aws:iam::111122223333:role/*', false],
    ['a name and everything', ['arn:aws:iam::111122223333:role/app', '*'], false],
  ])('tells whether its target is named: %s', (_, resource, named) => {
    expect(path(identity(allow('iam:PutRolePolicy', resource)), 'iam:PutRolePolicy')).toMatchObject({ named });
  }); // prettier-ignore

  it('takes a target for named that a boundary names', () => {
    const boundaries = [set(allow('iam:PutRolePolicy', holes(role('App'))))];
    const who = { policies: set(allow('iam:*')), boundaries };
    expect(path(who, 'iam:PutRolePolicy')).toMatchObject({ named: true });
  });

  it('does not take a role to be passed or become for one that nobody names, where it is given by reference', () => {
    const passing = identity(allow('iam:PassRole', holes(role('App'))), allow('ec2:RunInstances'));
    expect(tiers(passing)).toBe('no');
    expect(tiers(identity(allow('sts:AssumeRole', holes(role('App')))))).toBe('no');
  });

  it.each([
    ['on itself', 'iam:PutRolePolicy', holes(role('App')), { named: true, self: true }],
    ['on itself, by attaching', 'iam:AttachRolePolicy', holes(role('App')), { named: true, self: true }],
    ['on itself and others', 'iam:PutRolePolicy', [holes(role('App')), holes(role('Other'))], { named: true, self: true }],
    ['on another', 'iam:PutRolePolicy', holes(role('Other')), { named: true, self: false }],
    ['on everyone', 'iam:PutRolePolicy', '*', { named: false, self: true }],
    ['on its trust', 'iam:UpdateAssumeRolePolicy', holes(role('App')), { named: true, self: false }],
  ] as const)('writes permissions %s', (_, action, resource, expected) => {
    const who = { ...identity(allow(action, resource)), self: [holes(role('App'))] };
    expect(path(who, action)).toMatchObject(expected);
  }); // prettier-ignore

  it('writes no permissions of itself where that is denied, or nobody knows who it is', () => {
    const self = holes(role('App'));
    const denied = identity(allow('iam:PutRolePolicy', [self, holes(role('Other'))]), deny('iam:*', self));
    expect(path({ ...denied, self: [self] }, 'iam:PutRolePolicy')).toMatchObject({ self: false });
    expect(path(identity(allow('iam:PutRolePolicy', self)), 'iam:PutRolePolicy')).toMatchObject({ self: false });
  });

  it('writes the permissions of a user by name', () => {
    const self = holes('arn:aws:iam::111122223333:user/u');
    for (const action of ['iam:PutUserPolicy', 'iam:AttachUserPolicy'])
      expect(path({ ...identity(allow(action, self)), self: [self] }, action)).toMatchObject({
        named: true,
        self: true,
      });
  });

  it('is undecided where the resource is not known', () => {
    expect(escalations(identity(allow('iam:PutUserPolicy', unknown('var.users'))), { now })).toMatchObject({
      answer: 'undecided',
      missing: ['var.users'],
    });
  });
});

describe('sensitive reads', () => {
  it('reach everything or not', () => {
    expect(sensitiveReach(identity(allow('secretsmanager:GetSecretValue')), undefined, { now }).answer).toBe('yes');
    expect(
      sensitiveReach(identity(allow('secretsmanager:*', 'arn:aws:secretsmanager:*:*:secret:app-*')), undefined, { now })
        .answer,
    ).toBe('no');
  });
});

describe('an ordinary application', () => {
  const bucket = { reference: 'Bucket', arn: 'arn:${Partition}:s3:::${BucketName}' };
  const queue = { reference: 'Queue', arn: 'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}' };
  const role: Identity = {
    policies: [
      ...aws('service-role/AWSLambdaBasicExecutionRole').policies,
      ...set(
        allow(
          ['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:PutObject', 's3:Abort*'],
          [holes(bucket), holes(bucket, '/*')],
        ),
        allow(['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'], holes(queue)),
        allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords']),
      ),
    ],
  };

  it.each([
    ['administrator', isAdmin],
    ['whole service', hasWholeService],
    ['every resource', unscopedActions],
    ['inverted grants', invertedGrants],
    ['escalation', escalations],
  ])('gives no finding: %s', (_, question) => {
    expect(question(role, { now })).toEqual({ answer: 'no' });
  });

  it('gives no finding: sensitive reads', () => {
    expect(sensitiveReach(role, undefined, { now })).toEqual({ answer: 'no' });
  });
});

it('lists what is not known', () => {
  const parts = unknownParts(set(allow(unknown('var.actions'), holes('a', { free: 'var.name' })), unknown('dynamic')));
  expect(parts.map(({ element, what }) => [element, what])).toEqual([
    ['action', 'var.actions'],
    ['resource', 'var.name'],
    ['statement', 'dynamic'],
  ]);
});

describe('data', () => {
  it('know actions in any case, and no properties of objects', () => {
    expect(actionNamed('S3:getobject')).toMatchObject({ name: 's3:GetObject', levels: ['Read'] });
    expect(actionNamed('constructor:name')).toBeUndefined();
    expect(managedPolicy('__proto__')).toBeUndefined();
  });

  it('know managed policies of every partition', () => {
    expect(managedPolicy('arn:aws-us-gov:iam::aws:policy/AdministratorAccess')?.name).toBe('AdministratorAccess');
  });
});

test('what a hole leaves out does not hide what is allowed for certain', () => {
  const all = {
    Effect: 'Allow',
    NotAction: [holes('arn:aws:s3:::', { free: 'var.bucket' })],
    NotResource: 'arn:aws:s3:::x',
  };
  expect(sensitiveReach(identity(all), ['data'], { now }).answer).toBe('yes');
});

test('an action that nobody knows is open where its condition is', () => {
  const held = identity(allow('newservice:DoThing', '*', { Condition: unknown('a parameter') }));
  expect(unscopedActions(held, { now })).toEqual({ answer: 'undecided', missing: ['a parameter'] });
});

test('a service is open where a condition that nobody knows may open most of it', () => {
  const held = identity(
    allow('ec2:*', 'arn:aws:ec2:*:*:key-pair/*'),
    allow('ec2:*', '*', { Condition: unknown('a parameter') }),
  );
  expect(hasWholeService(held, { now })).toEqual({ answer: 'undecided', missing: ['a parameter'] });
});
