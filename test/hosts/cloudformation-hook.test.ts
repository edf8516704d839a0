import { readFileSync } from 'node:fs';
import { controls } from '../../src/controls';
import { usingConfiguration } from '../../src/gate/load-configuration';
import { settingsOf } from '../../src/gate/settings';
import {
  createHandler,
  handler as plainHandler,
  type HookEvent,
  type HookOptions,
  type HookResponse,
} from '../../src/hosts/cloudformation-hook';
import { judgeAlone } from '../../src/hosts/cloudformation-hook/alone';
import { inputOf, templateData } from '../../src/hosts/cloudformation-hook/templates';
import { readCloudFormation } from '../../src/readers/cloudformation/reader';
import { inspect, judgeAll } from '../../src/inspect';
import { allRows } from '../rows';
import { hasPath } from '../support/cloudformation-schema';
import { folderWith } from '../support/command-line';
import { asSystem, Pieced, Refer, unknown } from '../support/row';

/** @see https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks-create-lambda-function.html */
const documented = (name: string): unknown => JSON.parse(readFileSync(`fixtures/hosts/${name}.json`, 'utf8'));
const resourceEvent = documented('hook-resource') as HookEvent;
const stack = documented('hook-stack') as { readonly event: HookEvent; readonly payload: object };
const changeSet = documented('hook-change-set') as typeof stack;

const address = 'https://s3.us-west-2.amazonaws.com/hooks/payload?X-Amz-Signature=secret';

/** A handler whose payload is there, or whatever else answers. */
const answering = (answer: unknown, options: HookOptions = {}) => {
  const asked: string[] = [];
  const get: typeof fetch = (url) => {
    asked.push(url instanceof Request ? url.url : url.toString());
    return Promise.resolve(answer instanceof Response ? answer.clone() : new Response(JSON.stringify(answer)));
  };
  return { asked, handler: createHandler({ configuration: {}, fetch: get, ...options }) };
};

const withPayload = (event: HookEvent): HookEvent => ({
  ...event,
  requestData: { ...event.requestData, payload: address },
});

type Properties = Readonly<Record<string, unknown>>;

/** An event about one resource: a creation, or an update where there are properties from before. */
const about = (type: string, properties: Properties, previous?: Properties): HookEvent => ({
  ...resourceEvent,
  actionInvocationPoint: previous ? 'UPDATE_PRE_PROVISION' : 'CREATE_PRE_PROVISION',
  requestData: {
    targetName: type,
    targetType: type,
    targetLogicalId: 'It',
    targetModel: { resourceProperties: properties, ...(previous && { previousResourceProperties: previous }) },
  },
});

const { handler } = answering(new Response('', { status: 404 }));

const summaryOf = ({ hookStatus, errorCode, annotations = [] }: HookResponse) => [
  hookStatus,
  errorCode,
  annotations.map(({ annotationName, status }) => `${annotationName} ${status}`),
];

describe('what AWS documents', () => {
  test('an update of a table that makes nothing worse succeeds', async () => {
    expect(await handler(resourceEvent)).toEqual({
      hookStatus: 'SUCCESS',
      message: expect.stringMatching(/^demarc: gate open: 0 blocking, 0 warnings, /) as unknown,
    });
  });

  test('an update of a stack with a new queue warns of the queue', async () => {
    const { asked, handler } = answering(stack.payload);
    const response = await handler(withPayload(stack.event));
    expect(summaryOf(response)).toEqual(['SUCCESS', undefined, ['transit-enforced FAILED']]);
    expect(response.clientRequestToken).toBe(stack.event.clientRequestToken);
    expect(response.annotations).toEqual([
      {
        annotationName: 'transit-enforced',
        status: 'FAILED',
        statusMessage: expect.stringContaining('SQSQueue') as unknown,
        remediationMessage: expect.stringContaining('aws:SecureTransport') as unknown,
        severityLevel: 'MEDIUM',
      },
    ]);
    expect(asked).toEqual([address]);
  });

  test('a change set with a new queue warns of that alone', async () => {
    const response = await answering(changeSet.payload).handler(withPayload(changeSet.event));
    expect(summaryOf(response)).toEqual(['SUCCESS', undefined, ['transit-enforced FAILED']]);
    expect(response.annotations?.[0]?.statusMessage).toContain('NewSQSQueue');
  });
});

describe('a resource', () => {
  test.each([
    ['true', 'SUCCESS'],
    [true, 'SUCCESS'],
    ['false', 'FAILED'],
    [false, 'FAILED'],
    [undefined, 'FAILED'],
  ])('with Encrypted: %j: %s', async (encrypted, status) => {
    const response = await handler(about('AWS::EC2::Volume', { Size: '8', Encrypted: encrypted }));
    expect(response.hookStatus).toBe(status);
    if (status === 'FAILED')
      expect(response).toMatchObject({
        errorCode: 'NonCompliant',
        message: expect.stringMatching(
          /^demarc: gate blocked: 1 blocking, .* \| storage-encrypted: EBS volume It /,
        ) as unknown,
      });
  });

  test('numbers written as text are numbers', async () => {
    const rule = { IpProtocol: 'tcp', FromPort: '22', ToPort: '22', CidrIp: '0.0.0.0/0' };
    const response = await handler(
      about('AWS::EC2::SecurityGroup', { GroupDescription: 'x', SecurityGroupIngress: [rule] }),
    );
    expect(response).toMatchObject({ hookStatus: 'FAILED', errorCode: 'NonCompliant' });
    expect(response.message).toContain('ingress-admin-not-open');
  });

  test('is judged by what the update changes', async () => {
    const update = (before: Properties, after: Properties) => handler(about('AWS::EC2::Volume', after, before));
    expect((await update({ Size: '8' }, { Size: '16' })).hookStatus).toBe('SUCCESS');
    expect((await update({ Size: '8', Encrypted: 'true' }, { Size: '8', Encrypted: 'false' })).hookStatus).toBe(
      'FAILED',
    );
    const all = answering({}, { block: 'all' }).handler;
    expect((await all(about('AWS::EC2::Volume', { Size: '16' }, { Size: '8' }))).hookStatus).toBe('FAILED');
  });

  test('of which nobody says what it was is judged whole', async () => {
    const event = about('AWS::EC2::Volume', { Size: '8' }, {});
    const { previousResourceProperties: _, ...targetModel } = event.requestData?.targetModel ?? {};
    expect((await handler({ ...event, requestData: { ...event.requestData, targetModel } })).hookStatus).toBe('FAILED');
  });

  test('of Cloud Control is judged like any other', async () => {
    const event = about('AWS::EC2::Volume', { Size: 8 });
    const requestData = { ...event.requestData, targetType: 'RESOURCE', targetLogicalId: '2a1f' };
    expect((await handler({ ...event, stackId: null, requestData })).hookStatus).toBe('FAILED');
  });

  test('that a companion may mend has not failed', async () => {
    const response = await handler(about('AWS::S3::Bucket', {}));
    expect(summaryOf(response)).toEqual(['SUCCESS', undefined, ['transit-enforced SKIPPED']]);
    expect(response.annotations?.[0]?.statusMessage).toContain('what stands beside the resource is not in the request');
  });

  test('of a type that no service knows is said not to be judged', async () => {
    expect((await handler(about('Example::Own::Thing', {}))).message).toContain('1 unclassified');
  });
});

/** What CloudFormation makes of a property before it asks a hook. */
const resolved = (value: unknown): unknown => {
  if (value === unknown) return 'given';
  if (value instanceof Refer) return `${value.name}-1ABC`;
  if (value instanceof Pieced) return `${value.before}123456789012${value.after}`;
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolved(item)]));
};

describe('a resource alone', () => {
  /** The rows of a verdict, each with its verdicts by itself: as a template, and as a hook sees it. */
  const rowsOf = (wanted: 'pass' | 'fail', isWanted: (control: string) => boolean) =>
    allRows.flatMap(({ controls: tables }) =>
      Object.entries(tables).flatMap(([id, subjects]) => {
        if (!isWanted(id)) return [];
        const settings = settingsOf(usingConfiguration({ only: [id], controls: { [id]: 'block' } }), today, controls);
        return Object.values(subjects).flatMap(({ cloudformation: type, rows }) =>
          rows.flatMap(([verdict, when, written]) => {
            const system = written && type ? asSystem(written) : undefined;
            const hasOthers = Object.keys(system?.others ?? {}).length > 0;
            if (verdict !== wanted || !system || !type || hasOthers !== (wanted === 'pass')) return [];
            const Resources = { it: { Type: type, Properties: resolved(system.it) } };
            const input = inputOf(
              { after: templateData(JSON.stringify({ Resources })), before: undefined, isUpdate: false },
              {},
            );
            const fails = (judged: ReturnType<typeof judgeAlone> | undefined): boolean =>
              judged?.after?.findings.some(({ subject, verdict: one }) => subject.address === 'it' && one === 'fail') ??
              false;
            const [template] = judgeAll([input], {}, settings);
            if (!fails(template)) return [];
            return [{ name: `${id} ${type}: ${when}`, id, fails: fails(judgeAlone(input, settings)) }];
          }),
        );
      }),
    );
  const today = { today: '2026-11-24' };

  test('does not fail for want of what another resource may say', () => {
    const rows = rowsOf('pass', () => true);
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter(({ fails }) => fails).map(({ name }) => name)).toEqual([
      // Where a value came from is not to be seen once it is settled.
      'no-secret-in-clear AWS::ECS::TaskDefinition: the password comes from a secret',
      // A group that may refuse what the user's own policy allows is no reason to let that policy be.
      'iam-no-admin AWS::IAM::User: its group takes it back',
      'no-secret-in-clear AWS::Lambda::Function: it says the name of a secret, taken from its ARN',
      'record-target-managed AWS::Route53::RecordSet: it leads to an elastic address',
      // A warning, which the group of the rule would speak.
      "ingress-not-open AWS::EC2::SecurityGroupIngress: both of its groups are a public balancer's",
    ]);
  }, 120_000);

  test('still fails for its own faults', () => {
    const critical = new Set(controls.filter(({ severity }) => severity === 'critical').map(({ id }) => id));
    const rows = rowsOf('fail', (id) => critical.has(id) || id === 'storage-encrypted');
    expect(new Set(rows.map(({ id }) => id)).size).toBeGreaterThan(8);
    expect(rows.filter(({ fails }) => !fails).map(({ name }) => name)).toEqual([]);
  }, 120_000);
});

describe('a stack', () => {
  const asked = (payload: unknown, event: Partial<HookEvent> = {}, options: HookOptions = {}) =>
    answering(payload, options).handler(withPayload({ ...stack.event, ...event }));
  const create = { actionInvocationPoint: 'CREATE_PRE_PROVISION' };
  const volume = (encrypted: string, more = '') =>
    `Resources:\n  It:\n    Type: AWS::EC2::Volume\n    Properties: { Encrypted: ${encrypted} }\n${more}`;

  test('is judged whole when it is made, and by what changes later', async () => {
    expect((await asked({ template: volume('false') }, create)).hookStatus).toBe('FAILED');
    const unchanged = { template: volume('false'), previousTemplate: volume('false') };
    expect((await asked(unchanged)).hookStatus).toBe('SUCCESS');
    expect((await asked({ template: volume('false'), previousTemplate: volume('true') })).hookStatus).toBe('FAILED');
    expect((await asked({ template: volume('false'), previousTemplate: '' })).hookStatus).toBe('FAILED');
  });

  test('a default of a parameter proves nothing, for whoever deploys may have given another value', async () => {
    const parameters = (value: string) => `Parameters:\n  E: { Type: String, Default: '${value}' }\n`;
    for (const value of ['true', 'false']) {
      const response = await asked({ template: volume('!Ref E', parameters(value)) }, create);
      expect(summaryOf(response)).toEqual([
        'SUCCESS',
        undefined,
        expect.arrayContaining(['storage-encrypted SKIPPED']),
      ]);
    }
  });

  test('the environment is told by its ARN', async () => {
    const configuration = {
      environments: {
        mine: { match: { stack: 'MyStack', region: 'us-west-2' }, controls: { 'storage-encrypted': 'off' as const } },
      },
    };
    expect((await asked({ template: volume('false') }, create, { configuration })).hookStatus).toBe('SUCCESS');
    const elsewhere = { ...create, stackId: stack.event.stackId?.replace('us-west-2', 'eu-west-1') ?? null };
    expect((await asked({ template: volume('false') }, elsewhere, { configuration })).hookStatus).toBe('FAILED');
  });

  test.each([
    ['is no template', { template: '- 1' }, 'no CloudFormation template'],
    ['has no resources that are a map', { template: 'Resources: 7' }, '"Resources" is no map'],
    ['is two documents', { template: '{}\n---\n{}' }, 'more than one document'],
    ['is empty', { template: '' }, 'the payload holds no template'],
    ['is missing', {}, 'the payload holds no template'],
    ['is in no payload', [], 'the payload is no object'],
    ['is in no JSON', new Response('<Error/>'), 'the payload is no JSON'],
    ['has expired', new Response('', { status: 403 }), 'the payload cannot be fetched: 403'],
  ])('whose template %s is not let through', async (_, payload, message) => {
    const response = await asked(payload, create);
    expect(response).toMatchObject({ hookStatus: 'FAILED', errorCode: 'InternalFailure' });
    expect(response.message).toContain(message);
    expect(response.clientRequestToken).toBe(stack.event.clientRequestToken);
  });

  test.each(['http://s3.amazonaws.com/x', 'file:///etc/passwd', 's3......', ''])(
    'is not fetched from %j',
    async (payload) => {
      const { asked: addresses, handler } = answering(stack.payload);
      const response = await handler({ ...stack.event, requestData: { ...stack.event.requestData, payload } });
      expect(summaryOf(response)).toEqual(['FAILED', 'InternalFailure', []]);
      expect(addresses).toEqual([]);
    },
  );

  test('whose address nobody answers is tried three times, and named nowhere', async () => {
    let tries = 0;
    const get: typeof fetch = () => {
      tries++;
      return Promise.reject(new TypeError(`fetch failed: ${address}`));
    };
    const response = await createHandler({ configuration: {}, fetch: get })(withPayload(stack.event));
    expect(response.message).toBe('demarc could not judge: the payload cannot be fetched');
    expect(tries).toBe(3);
  });
});

describe('a change set', () => {
  const change = (
    logicalResourceId: string,
    resourceType: string,
    before: Properties | null,
    after: Properties | null,
  ) => ({
    logicalResourceId,
    resourceType,
    action: after ? (before ? 'UPDATE' : 'CREATE') : 'DELETE',
    beforeContext: before && JSON.stringify({ Properties: before }),
    afterContext: after && JSON.stringify({ Properties: after }),
  });
  const judged = async (template: unknown, changedResources: unknown, options: HookOptions = {}) =>
    summaryOf(
      await answering(
        { template: typeof template === 'string' ? template : JSON.stringify(template), changedResources },
        options,
      ).handler(withPayload(changeSet.event)),
    );
  const volume = 'AWS::EC2::Volume';
  const parametrized = {
    Parameters: { E: { Type: 'String', Default: 'true' } },
    Resources: { It: { Type: volume, Properties: { Encrypted: { Ref: 'E' } } } },
  };
  const only: HookOptions = {
    only: ['storage-encrypted', 'transit-enforced', 'customer-managed-key'],
    configuration: { controls: { 'customer-managed-key': 'warn' } },
  };

  test('says what parameters come to', async () => {
    expect(await judged(parametrized, [change('It', volume, null, { Encrypted: 'false' })])).toEqual([
      'FAILED',
      'NonCompliant',
      expect.arrayContaining(['storage-encrypted FAILED']),
    ]);
    expect((await judged(parametrized, [change('It', volume, null, { Encrypted: 'true' })]))[0]).toBe('SUCCESS');
  });

  test('knows what was there', async () => {
    const change_ = (before: string, after: string) =>
      judged(parametrized, [change('It', volume, { Encrypted: before }, { Encrypted: after })]);
    expect((await change_('true', 'false'))[0]).toBe('FAILED');
    expect((await change_('false', 'false'))[0]).toBe('SUCCESS');
  });

  test('leaves links to the template', async () => {
    const template = {
      Resources: {
        Key: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } },
        It: { Type: volume, Properties: { Encrypted: true, KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
      },
    };
    const open = '{{changeSet:KNOWN_AFTER_APPLY}}';
    const made = [
      change('It', volume, null, { Encrypted: 'true', KmsKeyId: open }),
      change('Key', 'AWS::KMS::Key', null, { EnableKeyRotation: 'true' }),
    ];
    expect(await judged(template, made, only)).toEqual(['SUCCESS', undefined, []]);
    const unlinked = { Resources: { It: { Type: volume, Properties: {} } } };
    expect(await judged(unlinked, [change('It', volume, null, { Encrypted: open })], only)).toEqual([
      'SUCCESS',
      undefined,
      expect.arrayContaining(['storage-encrypted SKIPPED']),
    ]);
  });

  test('that takes a guard away makes worse what it guarded', async () => {
    const deny = {
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    };
    const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'b' } };
    const gone = change('Policy', 'AWS::S3::BucketPolicy', { Bucket: 'b', PolicyDocument: deny }, null);
    expect(await judged({ Resources: { Bucket: bucket } }, [gone], only)).toEqual([
      'SUCCESS',
      undefined,
      ['transit-enforced FAILED'],
    ]);
    expect(await judged({ Resources: { Bucket: bucket } }, [], only)).toEqual(['SUCCESS', undefined, []]);
  });

  test('lists what macros made', async () => {
    const template = { Transform: 'Own::Macro', Resources: { It: { Type: 'Own::Macro::Disk', Properties: {} } } };
    expect((await judged(template, [change('It', volume, null, {})], only))[0]).toBe('FAILED');
    expect((await judged(template, [change('ItToo', volume, null, {})], only))[0]).toBe('FAILED');
  });

  test('that replaces a resource says what it becomes', async () => {
    const gone = change('It', volume, { Encrypted: 'true' }, null);
    const made = change('It', volume, null, { Encrypted: 'false' });
    for (const changes of [
      [gone, made],
      [made, gone],
    ])
      expect((await judged(parametrized, changes))[0]).toBe('FAILED');
  });

  test.each([
    [undefined, 'the change set lists no changes'],
    [[{ ...change('It', volume, {}, {}), afterContext: null }], 'the change set does not say what a resource becomes'],
    [
      [{ logicalResourceId: 'It', resourceType: volume, action: 'IMPORT' }],
      'the change set does not say what a resource becomes',
    ],
    [[null], 'the change set lists a change of nothing'],
    [[{ logicalResourceId: 'It' }], 'the change set lists a change of nothing'],
    [
      [{ ...change('It', volume, null, null), afterContext: '{' }],
      'the change set holds properties that cannot be read',
    ],
    [
      [{ ...change('It', volume, null, null), afterContext: '7' }],
      'the change set holds properties that cannot be read',
    ],
  ])('with changes %j is not let through', async (changedResources, message) => {
    const { handler } = answering({ template: JSON.stringify(parametrized), changedResources });
    expect(await handler(withPayload(changeSet.event))).toMatchObject({
      hookStatus: 'FAILED',
      errorCode: 'InternalFailure',
      message: `demarc could not judge: ${message}`,
    });
  });
});

describe('an answer', () => {
  test('to a deletion is yes, and nothing is fetched', async () => {
    const { asked, handler } = answering(stack.payload);
    for (const event of [resourceEvent, withPayload(stack.event)])
      expect((await handler({ ...event, actionInvocationPoint: 'DELETE_PRE_PROVISION' })).hookStatus).toBe('SUCCESS');
    expect(asked).toEqual([]);
  });

  test.each([
    ['nothing', {}],
    ['no event', null],
    ['another point', { ...resourceEvent, actionInvocationPoint: 'POST_PROVISION' }],
    ['no target', { ...resourceEvent, requestData: {} }],
    ['no data', { ...resourceEvent, requestData: null }],
    ['no properties', about('AWS::EC2::Volume', null as never)],
    ['a list of properties', about('AWS::EC2::Volume', [] as never)],
    [
      'a stack without payload',
      stack.event.requestData && { ...stack.event, requestData: { targetType: 'STACK', targetName: 'STACK' } },
    ],
  ])('to %s is no', async (_, event) => {
    expect(await handler(event as HookEvent)).toMatchObject({ hookStatus: 'FAILED', errorCode: 'InternalFailure' });
  });

  test('repeats the token, however it is spelled', async () => {
    const event = { ...about('AWS::EC2::Volume', {}), clientRequesttoken: '123avjdjk31' };
    expect((await handler(event)).clientRequestToken).toBe('123avjdjk31');
  });

  test('is short, and holds no name that means anything', async () => {
    const resources = Array.from({ length: 60 }, (_, n) => [
      `V${String(n)}\u001b[31m\n::error::x\u202e${'x'.repeat(3000)}`,
      { Type: 'AWS::EC2::Volume' },
    ]);
    const template = JSON.stringify({ Resources: Object.fromEntries(resources) as unknown });
    const { message, annotations = [] } = await answering({ template }).handler(
      withPayload({ ...stack.event, actionInvocationPoint: 'CREATE_PRE_PROVISION' }),
    );
    expect(message.length).toBeLessThanOrEqual(1024);
    expect(message).toMatch(/ \| and \d+ more findings$/);
    expect(annotations).toHaveLength(50);
    for (const text of [
      message,
      ...annotations.flatMap(({ statusMessage, remediationMessage }) => [statusMessage, remediationMessage]),
    ]) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(text.length).toBeLessThanOrEqual(2000);
    }
  });

  test('that breaks on the way is no, and says no more than that', async () => {
    const get = (() => {
      throw new RangeError(address);
    }) as unknown as typeof fetch;
    const response = await createHandler({ fetch: get, configuration: {} })(withPayload(stack.event));
    expect(response).toMatchObject({ hookStatus: 'FAILED', errorCode: 'InternalFailure' });
    expect(response.message).not.toContain('secret');
    const broken = createHandler({
      get configuration(): never {
        throw new RangeError(address);
      },
    });
    expect((await broken(resourceEvent)).message).toBe('demarc could not judge: internal error (RangeError)');
  });
});

describe('the configuration', () => {
  const folder = folderWith({
    'demarc.config.yaml': 'controls: { storage-encrypted: off }\n',
    'other.yaml': 'controls: { storage-encrypted: warn }\n',
    'broken.yaml': 'presett: strict\n',
  });
  const event = about('AWS::EC2::Volume', {});
  const before = { ...process.env };
  beforeEach(() => {
    process.env['LAMBDA_TASK_ROOT'] = folder;
  });
  afterEach(() => {
    delete process.env['DEMARC_CONFIG'];
    if (before['LAMBDA_TASK_ROOT'] === undefined) delete process.env['LAMBDA_TASK_ROOT'];
  });

  test('stands beside the function', async () => {
    expect(summaryOf(await plainHandler(event))[0]).toBe('SUCCESS');
  });

  test('is the file that DEMARC_CONFIG names', async () => {
    process.env['DEMARC_CONFIG'] = 'other.yaml';
    expect(summaryOf(await createHandler()(event))).toEqual([
      'SUCCESS',
      undefined,
      expect.arrayContaining(['storage-encrypted FAILED']),
    ]);
  });

  test.each(['broken.yaml', 'missing.yaml'])('%s lets nothing through', async (file) => {
    process.env['DEMARC_CONFIG'] = file;
    const response = await createHandler()(event);
    expect(response).toMatchObject({ hookStatus: 'FAILED', errorCode: 'InternalFailure' });
    expect(response.message).toContain(file);
  });

  test('that is made by a program may be wrong, too', async () => {
    const wrong = createHandler({ configuration: { presett: 'strict' } as never });
    expect(await wrong(event)).toMatchObject({ hookStatus: 'FAILED', errorCode: 'InternalFailure' });
  });
});

describe('docs/hosts.md', () => {
  const page = readFileSync('docs/hosts.md', 'utf8');
  const [, indented = ''] = /```yaml\n( *# hook\.yaml\n[\s\S]*?)```/.exec(page) ?? [];
  const text = indented.replace(/^ {3}/gm, '');
  const { Resources = {} } = templateData(text) as {
    readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Properties: Properties }>>;
  };

  test('shows a template of types and properties that there are', () => {
    expect(Object.values(Resources).map(({ Type }) => Type)).toContain('AWS::CloudFormation::LambdaHook');
    const paths = Object.values(Resources).flatMap(({ Type, Properties: properties }) =>
      pathsOf(properties).map((path) => [Type, ...path]),
    );
    expect(paths.filter(([type = '', ...path]) => hasPath(type, path) !== true)).toEqual([]);
    for (const name of ['Alias', 'ExecutionRole', 'FailureMode', 'HookStatus', 'LambdaFunction', 'TargetOperations'])
      expect(Object.keys(Resources['Hook']?.Properties ?? {})).toContain(name);
  });

  test('shows a template that passes', () => {
    const { decision, summary } = inspect([readCloudFormation([{ path: 'hook.yaml', text }], { path: 'hook.yaml' })], {
      today: '2026-11-24',
    });
    expect([decision, summary.gate]).toEqual(['open', expect.objectContaining({ block: 0 })]);
  });

  test('the package has the entry that the page names', () => {
    const { exports, typesVersions } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string }>>;
      readonly typesVersions: { readonly '*': Readonly<Record<string, readonly string[]>> };
    };
    const entry = exports['./hosts/cloudformation-hook'];
    expect(typesVersions['*']['hosts/cloudformation-hook']).toEqual([entry?.types]);
    const source = entry?.default.replace('./dist/', '').replace(/\.js$/, '.ts') ?? '';
    expect(readFileSync(source, 'utf8')).toContain('export const handler');
    expect(page).toContain("require('demarc/hosts/cloudformation-hook').handler");
  });
});

/** The paths of a resource's properties, down to functions and policy documents. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, path));
  const isLeaf =
    typeof value !== 'object' || value === null || Object.keys(value).some((key) => /^Fn::|^Ref$/.test(key));
  if (isLeaf || path.at(-1)?.endsWith('PolicyDocument')) return [path];
  return Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]));
}
