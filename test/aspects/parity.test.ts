import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { App as TerraformApp } from 'cdktn';
import { HardenedStack } from '../../fixtures/apps/hardened/stack';
import { LeakyCoreStack } from '../../fixtures/apps/leaky/core';
import { LeakyStack } from '../../fixtures/apps/leaky/stack';
import { LeakyTerraformStack } from '../../fixtures/apps/leaky/terraform';
import { PipelineStack, SystemStage } from '../../fixtures/apps/staged/stacks';
import { inspectSubject } from '../../aspects/testing';
import { inspect } from '../../src/inspect';
import type { Result } from '../../src/model/result';
import { readAssembly } from '../../src/readers/cdk-assembly/reader';
import { readCloudFormation } from '../../src/readers/cloudformation/reader';
import type { Input } from '../../src/readers/input';
import type { App } from 'aws-cdk-lib';
import { guardedApp, synthesized } from './support';

const today = '2026-11-20';
const judged = (input: Input): Result => inspect([input], { today });

/** `control verdict logical-id`, sorted; the tool's own findings left out. */
const linesOf = ({ inputs }: Result): readonly string[] =>
  inputs
    .flatMap(({ findings }) => findings)
    .filter(({ resource, coveredBy }) => resource.type !== 'waiver' && coveredBy === null)
    .map(({ control, verdict, resource }) => `${control} ${verdict} ${resource.address}`)
    .sort();

const templatesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('asset.') ? [] : templatesBelow(path);
    return entry.name.endsWith('.template.json') ? [path] : [];
  });

const asTemplates = (folder: string): Result =>
  judged(
    readCloudFormation(
      templatesBelow(folder).map((path) => ({ path, text: readFileSync(path) })),
      { path: folder },
    ),
  );

const asApp = (app: App): readonly string[] =>
  synthesized(app)
    .violations.flatMap(({ ruleName, ruleMetadata, violatingConstructs }) =>
      violatingConstructs.map(
        (one) => `${ruleName} ${ruleMetadata?.['verdict'] ?? ''} ${one.cloudFormationResource?.logicalId ?? ''}`,
      ),
    )
    .sort();

const apps: readonly (readonly [string, (app: App) => void])[] = [
  ['leaky', (app) => new LeakyStack(app, 'Leaky')],
  ['hardened', (app) => new HardenedStack(app, 'Hardened')],
];

describe('an app, its assembly and its templates give the same findings', () => {
  test.each(apps)('%s', (name, build) => {
    const app = guardedApp();
    build(app);
    const lines = asApp(app);
    expect(lines).toEqual(linesOf(judged(readAssembly(app.outdir))));
    expect(lines).toEqual(linesOf(asTemplates(app.outdir)));
    const { gate } = judged(readAssembly(app.outdir)).summary;
    expect(gate.block + gate.warn > 0).toBe(name === 'leaky');
  });

  test('staged: nested stacks take their parameters from the stack around them, which plain templates do not show', () => {
    const app = guardedApp();
    new SystemStage(app, 'Dev', { encrypted: false });
    new SystemStage(app, 'Prod', { encrypted: true, env: { account: '111111111111', region: 'eu-west-1' } });
    new PipelineStack(app, 'Delivery');
    const lines = asApp(app);
    const assembly = readAssembly(app.outdir);
    expect(lines).toEqual(linesOf(judged(assembly)));
    const queues = assembly.after.ofType('AWS::SQS::Queue');
    expect(queues.map(({ constructPath }) => constructPath)).toEqual(
      ['Dev', 'Prod', 'Delivery/Test']
        .map((stage) => expect.stringMatching(`^${stage}/Data/Inner/Events/Resource$`) as string)
        .sort(),
    );
    for (const queue of queues) {
      const link = assembly.after.follow(queue.properties.get('QueueName'), ['AWS::S3::Bucket']);
      const stage = queue.constructPath?.split('/Data/')[0] ?? '';
      expect(link).toMatchObject({ state: 'linked', resource: { constructPath: `${stage}/Data/Store/Resource` } });
    }
    const [prod] = queues.filter(({ constructPath }) => constructPath?.startsWith('Prod/'));
    expect(prod).toMatchObject({ account: '111111111111', region: 'eu-west-1', stack: 'Prod-Data' });
    expect(prod?.locate?.([])).toMatchObject({ file: 'fixtures/apps/staged/stacks.ts' });
  });

  test('the same system in CDKTN', () => {
    const app = guardedApp();
    const core = new LeakyCoreStack(app, 'Leaky');
    const terraform = new LeakyTerraformStack(new TerraformApp(), 'Leaky');
    const options = { config: false, today } as const;
    const byName = (result: Result) =>
      linesOf(result)
        .map((line) => line.replace(/aws_\w+\./, ''))
        .sort();
    const lines = byName(inspectSubject(core, options));
    expect(byName(inspectSubject(terraform, options))).toEqual(lines);
    expect(lines).toEqual(
      expect.arrayContaining([
        'storage-encrypted fail Scratch',
        'resource-policy-not-public fail Uploads',
        'ingress-admin-not-open fail Admin',
      ]),
    );
  });
});
