import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';

const cli = resolve('node_modules/aws-cdk/bin/cdk');
const hook = resolve('test/support/typescript.cjs');

/** Runs `cdk synth` in a folder, as a developer does. */
function cdkSynth(folder: string, app: string) {
  const out = temporaryFolder();
  const run = spawnSync(
    process.execPath,
    [
      cli,
      'synth',
      '**',
      '--quiet',
      '--no-notices',
      '--no-color',
      '-o',
      out,
      '-a',
      `${process.execPath} --enable-source-maps -r ${hook} ${app}`,
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, CDK_VALIDATION: 'false', CDK_DISABLE_VERSION_CHECK: '1', NODE_ENV: '', CI: '1' },
      timeout: 110_000,
    },
  );
  return { code: run.status, text: run.stdout + run.stderr, out };
}

const app = (name: string) => cdkSynth(resolve('fixtures/apps', name), 'app.ts');

describe('cdk synth', () => {
  test('exits 1 where the gate is blocked, and shows line, fault, fix and how to acknowledge', () => {
    const { code, text } = app('leaky');
    expect(code).toBe(1);
    const block = text.slice(text.indexOf('ERROR EBS volume Scratch') - 40);
    expect(block).toMatch(
      /stack\.ts:\d+:\d+\nERROR EBS volume Scratch is not encrypted at rest \(Encrypted: .*\) \(demarc\)\n {3}Leaky\/Scratch \(Scratch\) .*\n {3}Suggested fix: Switch encryption at rest on.*\n {3}Acknowledge with 'demarc::storage-encrypted'/,
    );
    const source = readFileSync('fixtures/apps/leaky/stack.ts', 'utf8').split('\n');
    const line = Number(/stack\.ts:(\d+):\d+\nERROR EBS volume Scratch/.exec(text)?.[1]);
    expect(source[line - 1]).toContain("'Scratch'");
  }, 120_000);

  test('exits 0 where everything holds', () => {
    expect(app('hardened').code).toBe(0);
  }, 120_000);

  test('shows every stage, and exits 1 for the one fault that is in all of them', () => {
    const { code, text } = app('staged');
    expect(code).toBe(1);
    for (const stage of ['Dev', 'Prod', 'Delivery/Test'])
      expect(text).toContain(`${stage}/Edge/Serverless/Hello (Hello)`);
    expect(text).toMatch(/WARNING SQS queue .*\n {3}Dev\/Data\/Inner\/Events\/Resource/);
  }, 120_000);

  const own = (plugin: string) => `
    const { App, Stack, CfnResource, Validations } = require(${JSON.stringify(resolve('node_modules/aws-cdk-lib'))});
    const { DemarcPlugin } = require(${JSON.stringify(resolve('aspects/index.ts'))});
    const app = new App();
    Validations.of(app).addPlugins(${plugin});
    new CfnResource(new Stack(app, 'S'), 'V', { type: 'AWS::EC2::Volume', properties: { Encrypted: false } });`;

  test('exits 0 where the gate only warns', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'app.js'), own("new DemarcPlugin({ controls: { 'storage-encrypted': 'warn' } })"));
    const { code, text } = cdkSynth(folder, 'app.js');
    expect(text).toMatch(/WARNING EBS volume V is not encrypted at rest/);
    expect(code).toBe(0);
  }, 120_000);

  test('never exits 0 where the plugin breaks', () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'app.js'),
      own("Object.assign(new DemarcPlugin(), { inspect() { throw new Error('broken on purpose'); } })"),
    );
    const { code, text, out } = cdkSynth(folder, 'app.js');
    expect(text).toMatch(/FATAL Demarc could not judge this app: broken on purpose/);
    expect(code).toBe(1);
    expect(readdirSync(out)).toContain('S.template.json');
  }, 120_000);
});
