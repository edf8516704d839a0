import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnResource, NestedStack, Stack, Stage, type App } from 'aws-cdk-lib';
import { Peer, Port, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { baselineOf, baselineText } from '../../src/gate/baseline';
import { placeFrom } from '../../src/gate/load-baseline';
import { inspect } from '../../src/inspect';
import { readAssembly } from '../../src/readers/cdk-assembly/reader';
import { temporaryFolder } from '../support/temporary-folder';
import { guardedApp, newApp, synthesized, today } from './support';

/** An app with faults: in a stack, in a stage, in a nested stack. */
function build(app: App, { isToday }: { readonly isToday: boolean }): void {
  const volume = (scope: Stack, id: string, encrypted: boolean): CfnResource =>
    new CfnResource(scope, id, {
      type: 'AWS::EC2::Volume',
      properties: { AvailabilityZone: 'eu-west-1a', Size: isToday ? 16 : 8, Encrypted: encrypted },
    });
  const stack = new Stack(app, 'Data');
  volume(stack, 'Old', false);
  volume(stack, 'Worse', !isToday);
  volume(stack, 'Mended', isToday);
  const group = new SecurityGroup(stack, 'Group', {
    vpc: Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a'] }),
    allowAllOutbound: false,
  });
  group.addIngressRule(Peer.anyIpv4(), Port.tcp(22));
  if (isToday) group.addIngressRule(Peer.anyIpv4(), Port.tcp(3389));
  const inStage = new Stack(new Stage(app, 'Prod'), 'Data');
  volume(inStage, 'Old', false);
  const nested = new NestedStack(stack, 'Nested');
  volume(nested, 'Old', false);
  if (isToday) volume(nested, 'New', false);
}

/** The output folder of yesterday's synthesis. */
function yesterday(): string {
  const outdir = temporaryFolder();
  const app = newApp({ outdir });
  build(app, { isToday: false });
  app.synth();
  return outdir;
}

function blocking(app: App): readonly string[] {
  const { lines } = synthesized(app);
  return lines.filter((line) => line.includes(' error '));
}

const expected = [
  'ingress-admin-not-open error Data/Group/Resource',
  'storage-encrypted error Data/Nested/New',
  'storage-encrypted error Data/Worse',
];

test('an app deployed yesterday and changed today is blocked by what changed, and by nothing else', () => {
  const app = guardedApp({}, { baseline: yesterday() });
  build(app, { isToday: true });
  expect(blocking(app)).toEqual(expected);
});

test('without the change it goes through; without a baseline it does not', () => {
  const app = guardedApp({}, { baseline: yesterday() });
  build(app, { isToday: false });
  expect(synthesized(app).passes).toBe(true);
  const alone = guardedApp();
  build(alone, { isToday: false });
  expect(synthesized(alone).passes).toBe(false);
});

test('the same by a baseline file', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'demarc.baseline.json');
  const result = inspect([readAssembly(yesterday())], { today });
  writeFileSync(file, baselineText(baselineOf(result, placeFrom(folder))));
  const app = guardedApp({}, { baseline: file });
  build(app, { isToday: true });
  expect(blocking(app)).toEqual(expected);
});

test.each(['the folder', 'a link to it'])('an app is not compared with what it is just writing: %s', (name) => {
  const outdir = temporaryFolder();
  const link = join(temporaryFolder(), 'link');
  symlinkSync(outdir, link);
  const app = guardedApp({}, { baseline: name === 'the folder' ? outdir : link, outdir });
  build(app, { isToday: false });
  const { passes, violations } = synthesized(app);
  expect(passes).toBe(false);
  expect(violations.map(({ severity }) => severity)).toContain('fatal');
  expect(violations.map(({ description }) => description).join()).toContain('what this synthesis writes');
});

test('a baseline that is not there lets nothing through', () => {
  const app = guardedApp({}, { baseline: join(temporaryFolder(), 'none') });
  build(app, { isToday: false });
  expect(synthesized(app).passes).toBe(false);
});
