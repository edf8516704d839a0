import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  App,
  CfnCondition,
  CfnOutput,
  CfnParameter,
  CfnResource,
  Fn,
  NestedStack,
  Stack,
  Stage,
  Validations,
} from 'aws-cdk-lib';
import { CfnSecurityGroupIngress, CfnVolume, Peer, Port, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogRetention, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Bucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { DemarcPlugin, guardApp } from '../../aspects';
import { temporaryFolder } from '../support/temporary-folder';
import { guardedApp, newApp, ofRule, synthesized } from './support';

const volume = (scope: Stack, id: string, encrypted: unknown): CfnResource =>
  new CfnResource(scope, id, {
    type: 'AWS::EC2::Volume',
    properties: { AvailabilityZone: 'eu-west-1a', Size: 1, Encrypted: encrypted },
  });

describe('a violation', () => {
  const app = guardedApp();
  const stack = new Stack(app, 'Data');
  const group = new SecurityGroup(stack, 'Group', {
    vpc: Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a'] }),
    allowAllOutbound: false,
  });
  group.addIngressRule(Peer.anyIpv4(), Port.tcp(22));
  const result = synthesized(app);
  const [violation] = ofRule(result.violations, 'ingress-admin-not-open');
  const [place] = violation?.violatingConstructs ?? [];

  test('blocks the synthesis, and names the construct, the template, the property and the fix', () => {
    expect(result.passes).toBe(false);
    expect(violation).toMatchObject({
      severity: 'error',
      suggestedFix: expect.stringMatching(/Name the networks/) as string,
    });
    expect(place?.constructPath).toBe('Data/Group/Resource');
    expect(place?.cloudFormationResource).toMatchObject({
      logicalId: stack.resolve((group.node.defaultChild as CfnResource).logicalId) as string,
      templatePath: 'Data.template.json',
    });
    expect(place?.cloudFormationResource?.propertyPaths).toContain('Properties.SecurityGroupIngress.0.CidrIp');
  });

  test('says whose side of the line it is on', () => {
    expect(violation?.ruleMetadata).toMatchObject({
      area: 'network-controls',
      party: 'customer',
      responsibility: 'AWS runs the network; who can reach this is yours',
      severity: 'critical',
      verdict: 'fail',
    });
  });

  test("leads to the developer's own line", () => {
    expect(place?.stackTraces?.join('\n')).toMatch(/plugin\.test\.ts:\d+:\d+/);
    expect(result.message).toMatch(/plugin\.test\.ts:\d+:\d+\nERROR security group .* opens administration/);
    expect(result.message).toContain("Acknowledge with 'demarc::ingress-admin-not-open'");
  });
});

describe('what is synthesized is what counts', () => {
  test('an override that repairs is seen', () => {
    const app = guardedApp();
    new CfnVolume(new Stack(app, 'S'), 'V', { availabilityZone: 'a', size: 1, encrypted: false }).addPropertyOverride(
      'Encrypted',
      true,
    );
    expect(synthesized(app).lines).toEqual([]);
  });

  test('an override that breaks is seen', () => {
    const app = guardedApp();
    new CfnVolume(new Stack(app, 'S'), 'V', { availabilityZone: 'a', size: 1, encrypted: true }).addPropertyOverride(
      'Encrypted',
      false,
    );
    expect(synthesized(app).lines).toEqual(['storage-encrypted error S/V']);
  });

  test('a raw CfnResource is seen', () => {
    const app = guardedApp();
    volume(new Stack(app, 'S'), 'V', false);
    expect(synthesized(app).lines).toEqual(['storage-encrypted error S/V']);
  });

  test('another copy of aws-cdk-lib makes no difference', () => {
    expect.hasAssertions();
    jest.isolateModules(() => {
      const other = jest.requireActual<typeof import('aws-cdk-lib')>('aws-cdk-lib');
      expect(other.Stack).not.toBe(Stack);
      const app = new other.App({ outdir: temporaryFolder() });
      Validations.of(app).addPlugins(new DemarcPlugin({}, { config: false }));
      new other.CfnResource(new other.Stack(app, 'S'), 'V', {
        type: 'AWS::EC2::Volume',
        properties: { Encrypted: false },
      });
      expect(synthesized(app).lines).toEqual(['storage-encrypted error S/V']);
    });
  });
});

describe('what is settled at deployment', () => {
  test('is undecided, warns and does not block', () => {
    const app = guardedApp();
    const stack = new Stack(app, 'S');
    volume(stack, 'Given', new CfnParameter(stack, 'P', { allowedValues: ['true', 'false'] }).valueAsString);
    const wanted = new CfnCondition(stack, 'Wanted', { expression: Fn.conditionEquals(Fn.ref('P'), 'true') });
    volume(stack, 'Either', Fn.conditionIf(wanted.logicalId, true, false));
    volume(stack, 'Both', Fn.conditionIf(wanted.logicalId, true, true));
    const result = synthesized(app);
    expect(result.lines).toEqual(['storage-encrypted warning S/Either', 'storage-encrypted warning S/Given']);
    expect(result.passes).toBe(true);
    expect(result.violations.every(({ description }) => description.includes('cannot be decided'))).toBe(true);
  });

  test('never throws: the CIDR of a network is one', () => {
    const app = guardedApp();
    const stack = new Stack(app, 'S');
    const vpc = new Vpc(stack, 'Vpc', { maxAzs: 1, natGateways: 0, subnetConfiguration: [] });
    new SecurityGroup(stack, 'G', { vpc, allowAllOutbound: false }).addIngressRule(
      Peer.ipv4(vpc.vpcCidrBlock),
      Port.tcp(5432),
    );
    const result = synthesized(app);
    expect(result.passes).toBe(true);
    expect(result.violations.filter(({ ruleName }) => ruleName === 'could-not-judge')).toEqual([]);
  });
});

describe('stacks belong together', () => {
  test('a rule in another stack opens the group of this one', () => {
    const app = guardedApp();
    const one = new Stack(app, 'One');
    const vpc = Vpc.fromVpcAttributes(one, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a'] });
    const group = new SecurityGroup(one, 'G', { vpc, allowAllOutbound: false });
    new CfnSecurityGroupIngress(new Stack(app, 'Two'), 'Open', {
      groupId: group.securityGroupId,
      ipProtocol: 'tcp',
      fromPort: 22,
      toPort: 22,
      cidrIp: '0.0.0.0/0',
    });
    const [violation] = ofRule(synthesized(app).violations, 'ingress-admin-not-open');
    expect(violation?.violatingConstructs[0]?.constructPath).toBe('One/G/Resource');
    expect(violation?.description).toContain('Open CidrIp');
  });

  test('a parameter of a nested stack is what the stack around it gives', () => {
    const app = guardedApp();
    const stack = new Stack(app, 'S');
    const nested = new NestedStack(stack, 'N', { parameters: { Encrypt: 'false' } });
    volume(nested, 'V', new CfnParameter(nested, 'Encrypt').valueAsString);
    expect(synthesized(app).lines).toEqual(['storage-encrypted error S/N/V']);
  });

  test('an output of a nested stack leads to the resource in it', () => {
    const app = guardedApp();
    const stack = new Stack(app, 'S');
    const nested = new NestedStack(stack, 'N');
    const bucket = new Bucket(nested, 'B', { enforceSSL: true });
    new CfnBucketPolicy(stack, 'Open', {
      bucket: bucket.bucketName,
      policyDocument: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }] },
    });
    expect(
      ofRule(synthesized(app).violations, 'resource-policy-not-public')[0]?.violatingConstructs[0]?.constructPath,
    ).toBe('S/N/B/Resource');
  });
});

describe('where it is registered', () => {
  test('on one stage it judges that stage only', () => {
    const app = newApp();
    const stages = ['Dev', 'Prod'].map((id) => new Stage(app, id));
    for (const stage of stages) volume(new Stack(stage, 'S'), 'V', false);
    Validations.of(stages[1] ?? app).addPlugins(new DemarcPlugin({}, { config: false }));
    expect(synthesized(app).lines).toEqual(['storage-encrypted error Prod/S/V']);
  });

  test('on an app with stages, equal logical ids are two resources', () => {
    const app = guardedApp();
    for (const id of ['Dev', 'Prod']) volume(new Stack(new Stage(app, id), 'S'), 'V', id === 'Prod');
    expect(synthesized(app).lines).toEqual(['storage-encrypted error Dev/S/V']);
  });

  test('an app without any resource passes', () => {
    const app = guardedApp();
    new CfnOutput(new Stack(app, 'S'), 'O', { value: 'nothing' });
    new Stack(app, 'Empty');
    const result = synthesized(app);
    expect([result.passes, result.lines]).toEqual([true, []]);
    const nothing = guardedApp();
    expect(synthesized(nothing)).toMatchObject({ passes: true, lines: [] });
  });

  test('an older CDK hands over paths only', () => {
    const app = newApp();
    volume(new Stack(app, 'S'), 'V', false);
    const { directory } = app.synth();
    const report = new DemarcPlugin({}, { config: false }).validate({
      templatePaths: [join(directory, 'S.template.json')],
    });
    expect(report.success).toBe(false);
    expect(report.violations[0]?.violatingResources).toEqual([
      {
        resourceLogicalId: 'V',
        templatePath: join(directory, 'S.template.json'),
        constructPath: 'S/V',
        locations: ['Properties.Encrypted'],
      },
    ]);
  });

  test('guardApp registers it once, in the way the CDK has', () => {
    const app = newApp();
    guardApp(app, {}, { config: false });
    guardApp(app, { skip: ['*'] }, { config: false });
    volume(new Stack(app, 'S'), 'V', false);
    expect(synthesized(app).lines).toEqual(['storage-encrypted error S/V']);
    const old: { readonly node: App['node']; readonly policyValidationBeta1: unknown[] } = {
      node: app.node,
      policyValidationBeta1: [],
    };
    guardApp(old);
    expect(old.policyValidationBeta1).toHaveLength(1);
    expect(() => {
      guardApp({ node: app.node });
    }).toThrow(/Update aws-cdk-lib.*DemarcAspect/);
  });
});

describe('acknowledgements', () => {
  test('of the developer, on a parent, waive what is below and are listed', () => {
    const app = guardedApp();
    const stage = new Stage(app, 'Dev');
    volume(new Stack(stage, 'S'), 'V', false);
    volume(new Stack(app, 'Other'), 'V', false);
    Validations.of(stage).acknowledge({ id: 'demarc::storage-encrypted', reason: 'throwaway data' });
    const result = synthesized(app);
    expect(result.lines).toEqual(['storage-encrypted error Other/V']);
    expect(result.suppressed).toMatchObject([
      { ruleName: 'storage-encrypted', reason: 'throwaway data', acknowledgedAt: 'Dev' },
    ]);
  });

  test('that acknowledge nothing are noted', () => {
    const app = guardedApp();
    const stack = new Stack(app, 'S');
    volume(stack, 'V', true);
    Validations.of(stack).acknowledge({ id: 'demarc::storage-encrypted', reason: 'no longer true' });
    Validations.of(stack).acknowledge({ id: 'demarc::storage-encrypt', reason: 'a slip of the pen' });
    const result = synthesized(app);
    expect(result.passes).toBe(true);
    expect(result.lines).toEqual(['waiver-unused info S', 'waiver-unused info S']);
    expect(result.violations.map(({ description }) => description).join()).toContain(
      'did you mean "storage-encrypted"?',
    );
  });

  test('cannot waive what the configuration says is never waived', () => {
    const app = guardedApp({ waivers: { never: ['storage-encrypted'] } });
    const stack = new Stack(app, 'S');
    volume(stack, 'V', false);
    Validations.of(stack).acknowledge({ id: 'demarc::storage-encrypted', reason: 'I would like to' });
    const result = synthesized(app);
    expect([result.passes, result.lines, result.suppressed]).toEqual([false, ['storage-encrypted fatal S/V'], []]);
  });

  test('a waiver of the configuration shows as one of the CDK, for its resource only', () => {
    const waiver = {
      control: 'storage-encrypted',
      resource: 'S/Old',
      reason: 'gone in May',
      owner: 'team-a',
      until: '2027-05-31',
      ticket: 'SEC-1',
    };
    const app = guardedApp({ waivers: [waiver] });
    const stack = new Stack(app, 'S');
    volume(stack, 'Old', false);
    volume(stack, 'New', false);
    const result = synthesized(app);
    expect(result.lines).toEqual(['storage-encrypted error S/New']);
    expect(result.suppressed).toMatchObject([
      { acknowledgedAt: 'S/Old', reason: 'gone in May, by team-a, until 2027-05-31, SEC-1' },
    ]);
  });

  test('an expired waiver waives nothing and is said', () => {
    const waiver = {
      control: 'storage-encrypted',
      resource: 'S/V',
      reason: 'old',
      owner: 'team-a',
      until: '2026-01-31',
    };
    const app = guardedApp({ waivers: [waiver] });
    volume(new Stack(app, 'S'), 'V', false);
    expect(synthesized(app).lines).toEqual(['storage-encrypted error S/V', 'waiver-expired warning ']);
  });
});

describe('the configuration', () => {
  test('gates by stage, account and region', () => {
    const app = guardedApp({
      environments: {
        dev: { match: { stage: 'Dev' }, controls: { 'storage-encrypted': 'warn' } },
        lab: { match: { account: '222222222222', region: 'eu-*' }, controls: { 'storage-encrypted': 'note' } },
      },
    });
    volume(new Stack(new Stage(app, 'Dev'), 'S'), 'V', false);
    volume(new Stack(app, 'Lab', { env: { account: '222222222222', region: 'eu-west-1' } }), 'V', false);
    volume(new Stack(app, 'Prod', { env: { account: '111111111111', region: 'eu-west-1' } }), 'V', false);
    expect(synthesized(app).lines).toEqual([
      'storage-encrypted error Prod/V',
      'storage-encrypted info Lab/V',
      'storage-encrypted warning Dev/S/V',
    ]);
  });

  test('in code lies over that of the file', () => {
    const file = join(temporaryFolder(), 'demarc.config.yaml');
    writeFileSync(
      file,
      'controls: { storage-encrypted: note, transit-enforced: off }\nwaivers:\n  - { control: storage-encrypted, resource: S/W, reason: r, owner: o, until: 2027-01-31 }\n',
    );
    const app = guardedApp({ controls: { 'storage-encrypted': 'warn' } }, { config: file });
    const stack = new Stack(app, 'S');
    volume(stack, 'V', false);
    volume(stack, 'W', false);
    new Topic(stack, 'T');
    expect(synthesized(app)).toMatchObject({
      lines: ['storage-encrypted warning S/V'],
      suppressed: [{ acknowledgedAt: 'S/W' }],
    });
  });

  test('that is wrong is fatal, and says what is wrong', () => {
    const app = guardedApp({ controls: { 'storage-encrypt': 'warn' } });
    volume(new Stack(app, 'S'), 'V', true);
    const result = synthesized(app);
    expect(result.passes).toBe(false);
    expect(result.message).toMatch(
      /FATAL Demarc could not judge this app: controls.storage-encrypt: unknown control .*did you mean "storage-encrypted"/,
    );
  });
});

test('an area that nobody answers for is said of the app, and of no resource', () => {
  const app = guardedApp({ only: ['area-owned'] });
  new Bucket(new Stack(app, 'S'), 'B');
  const { violations } = synthesized(app);
  expect(violations.map(({ ruleName }) => ruleName)).toContain('area-owned');
  const owned = guardedApp({ only: ['area-owned'], owners: [{ owner: 'platform' }] });
  new Bucket(new Stack(owned, 'S'), 'B');
  expect(synthesized(owned).violations).toEqual([]);
});

describe('it never fails open', () => {
  test.each([
    ['nothing at all', undefined],
    ['a template that is not there', { templatePaths: ['/nowhere/S.template.json'] }],
    ['no template paths', { appConstruct: newApp() }],
  ])('%s is fatal', (_, context) => {
    const report = new DemarcPlugin().validate(context as never);
    expect(report).toMatchObject({ success: false, violations: [{ ruleName: 'could-not-judge', severity: 'fatal' }] });
  });

  test('templates of which nothing could be judged are said loudly', () => {
    const app = guardedApp();
    const stack = new Stack(app, 'S');
    for (const id of ['A', 'B']) new CfnResource(stack, id, { type: 'Company::Product::Thing' });
    volume(new Stack(app, 'Known'), 'V', true);
    const result = synthesized(app);
    expect(result.lines).toEqual(['nothing-judged warning S/A']);
    expect(result.message + (result.violations[0]?.description ?? '')).toMatch(
      /NOTHING WAS JUDGED in .*S\.template\.json.*2 resources \(Company::Product::Thing\)/,
    );
  });
});

describe('it leaves no trace', () => {
  test('in the assembly, and a second run says the same', () => {
    const app = guardedApp({
      waivers: [{ control: 'storage-encrypted', resource: 'S/V', reason: 'r', owner: 'o', until: '2027-01-01' }],
    });
    volume(new Stack(app, 'S'), 'V', false);
    const plain = newApp();
    volume(new Stack(plain, 'S'), 'V', false);
    const first = synthesized(app);
    plain.synth();
    const content = (folder: string) =>
      readdirSync(folder)
        .filter((name) => name !== 'validation-report.json')
        .sort()
        .map((name) => [name, name.includes('template') ? readFileSync(join(folder, name), 'utf8') : '']);
    expect(content(app.outdir)).toEqual(content(plain.outdir));
    app.synth({ force: true });
    expect(synthesized(app).suppressed).toEqual(first.suppressed);
    expect(synthesized(app).lines).toEqual([]);
  });
});

describe('what the CDK makes by itself', () => {
  test('grants, a default role and log retention draw no block and at most one note', () => {
    // That nobody asked for records of requests or for versions is the author's doing, and not the CDK's.
    const app = guardedApp({ skip: ['access-logged', 'versioned'] });
    const stack = new Stack(app, 'S');
    const role = new Role(stack, 'R', { assumedBy: new ServicePrincipal('ec2.amazonaws.com') });
    const bucket = new Bucket(stack, 'B', { enforceSSL: true });
    const queue = new Queue(stack, 'Q', { enforceSSL: true });
    const topic = new Topic(stack, 'T', { enforceSSL: true });
    bucket.grantReadWrite(role);
    queue.grantSendMessages(role);
    queue.grantConsumeMessages(role);
    topic.grantPublish(role);
    const handler = new LambdaFunction(stack, 'F', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = async () => undefined;'),
    });
    new LogRetention(stack, 'Kept', { logGroupName: '/aws/lambda/f', retention: RetentionDays.ONE_YEAR });
    bucket.grantRead(handler);
    const { violations } = synthesized(app);
    const graver = violations.filter(({ severity }) => severity !== 'info');
    expect(graver.map(({ description }) => description)).toEqual([]);
    expect(violations.length).toBeLessThanOrEqual(1);
  });
});
