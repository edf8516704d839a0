import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

/**
 * Time and memory that Demarc and cdk-nag add to the synthesis of an app of about 430 resources in 10 stacks. Needs a
 * build. Every configuration runs in a process of its own, in turns.
 * Usage: node bench/cdk.mjs [rounds] [dist folder]
 */
const configurations = [
  'plain',
  'a plugin that says nothing',
  'demarc',
  'demarc with a configuration',
  'demarc Aspect',
  'cdk-nag',
];
const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));

function buildApp(cdk, app) {
  const { Stack } = cdk;
  const ec2 = require('aws-cdk-lib/aws-ec2');
  const iam = require('aws-cdk-lib/aws-iam');
  const lambda = require('aws-cdk-lib/aws-lambda');
  const s3 = require('aws-cdk-lib/aws-s3');
  const sns = require('aws-cdk-lib/aws-sns');
  const sqs = require('aws-cdk-lib/aws-sqs');
  const dynamodb = require('aws-cdk-lib/aws-dynamodb');
  for (let n = 0; n < 10; n++) {
    const stack = new Stack(app, `Stack${n}`);
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const group = new ec2.SecurityGroup(stack, 'Group', { vpc });
    group.addIngressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(5432));
    for (let k = 0; k < 2; k++) {
      const bucket = new s3.Bucket(stack, `Bucket${k}`, { enforceSSL: true });
      const queue = new sqs.Queue(stack, `Queue${k}`, { enforceSSL: true });
      const table = new dynamodb.Table(stack, `Table${k}`, {
        partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      });
      const topic = new sns.Topic(stack, `Topic${k}`);
      const handler = new lambda.Function(stack, `Function${k}`, {
        runtime: lambda.Runtime.NODEJS_22_X,
        handler: 'index.handler',
        code: lambda.Code.fromInline('exports.handler = async () => undefined;'),
      });
      bucket.grantReadWrite(handler);
      table.grantReadData(handler);
      queue.grantSendMessages(handler);
      topic.grantPublish(new iam.Role(stack, `Role${k}`, { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }));
    }
  }
}

function runOne(name, dist) {
  const outdir = mkdtempSync(join(tmpdir(), 'demarc-bench-'));
  const start = performance.now();
  const cdk = require('aws-cdk-lib');
  const app = new cdk.App({ outdir });
  buildApp(cdk, app);
  const built = performance.now();
  if (name.startsWith('demarc')) {
    const { DemarcPlugin, DemarcAspect } = require(join(root, dist, 'aspects', 'index.js'));
    const configuration = name.includes('configuration') ? { preset: 'strict' } : {};
    if (name.includes('Aspect')) cdk.Aspects.of(app).add(new DemarcAspect(configuration));
    else cdk.Validations.of(app).addPlugins(new DemarcPlugin(configuration));
  }
  // What the CDK itself does as soon as there is a plugin.
  if (name.includes('nothing'))
    cdk.Validations.of(app).addPlugins({ name: 'nothing', validate: () => ({ success: true, violations: [] }) });
  if (name === 'cdk-nag') {
    const { AwsSolutionsChecks } = require('cdk-nag');
    cdk.Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  }
  console.error = () => undefined;
  const resources = app.node.findAll().filter((one) => cdk.CfnResource.isCfnResource(one)).length;
  try {
    app.synth();
  } catch {
    // A blocked gate, which is no matter here.
  }
  const wall = performance.now() - start;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  rmSync(outdir, { recursive: true, force: true });
  process.exitCode = 0;
  console.log(
    JSON.stringify({
      wall,
      own: performance.now() - built,
      cpu: (userCPUTime + systemCPUTime) / 1000,
      rss: maxRSS / 1024,
      resources,
    }),
  );
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function runAll(rounds, dist) {
  const runs = new Map(configurations.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of configurations) {
      const env = { ...process.env, CDK_VALIDATION: 'false', NODE_ENV: '' };
      const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--one', name, dist], {
        encoding: 'utf8',
        env,
      });
      if (stdout.trim() === '') throw new Error(stderr);
      runs.get(name).push(JSON.parse(stdout.trim().split('\n').at(-1)));
    }
  const of = (name, key, pick) => pick(runs.get(name).map((run) => run[key]));
  const least = (numbers) => Math.min(...numbers);
  console.log(`${runs.get('plain')[0].resources} resources, ${rounds} rounds; added to plain synthesis in brackets`);
  for (const name of configurations) {
    const cell = (key, pick, unit) => {
      const value = of(name, key, pick);
      return `${value.toFixed(0)} ${unit} (+${(value - of('plain', key, pick)).toFixed(0)})`;
    };
    console.log(
      [
        name.padEnd(28),
        `wall median ${cell('wall', median, 'ms')}, least ${cell('wall', least, 'ms')}`,
        `CPU median ${cell('cpu', median, 'ms')}`,
        `memory median ${cell('rss', median, 'MB')}`,
      ].join('  '),
    );
  }
}

const [first, second, third] = process.argv.slice(2);
if (first === '--one') runOne(second, third);
else runAll(Number(first ?? 9), second ?? 'dist');
