import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Task } from '../../src/cli/checking';
import type { Threads } from '../../src/cli/io';
import { run } from '../../src/cli/run';
import { startThread } from '../../src/cli/threads';
import type { Result } from '../../src/model/result';
import { demarcIn, folderWith, plan, volume, type Ran } from '../support/command-line';

// Each thread compiles the sources anew.
jest.setTimeout(120_000);

const fixtures = join(__dirname, '../../fixtures');
const stack = {
  '//': { metadata: { backend: 'local', stackName: 'one', version: '0.24.0' } },
  resource: { aws_ebs_volume: { data: { availability_zone: 'eu-west-1a', size: 8 } } },
};
const assembly = {
  version: '36.0.0',
  artifacts: {
    Top: {
      type: 'aws:cloudformation:stack',
      environment: 'aws://unknown-account/unknown-region',
      properties: { templateFile: 'Top.template.json' },
    },
  },
};
const waiver = (control: string, resource: string): string =>
  `  - { control: ${control}, resource: ${resource}, reason: scratch, owner: ops, until: 2030-12-31 }`;

const folder = folderWith({
  '.git/': '',
  'demarc.config.yaml': 'preset: baseline\n',
  'waivers.yaml': [
    'waivers:',
    waiver('storage-encrypted', 'aws_ebs_volume.late'),
    waiver('storage-encrypted', 'Data'),
    waiver('key-rotation', 'nothing.like.it'),
    waiver('storage-encrypted', 'aws_ebs_volume.data'),
  ].join('\n'),
  'plugins.yaml': 'plugins: [./rules.cjs]\n',
  'rules.cjs': `module.exports = {
    apiVersion: 1,
    name: 'acme',
    services: [{ name: 'acme-sizes', types: { cloudformation: ['AWS::EC2::Volume'], terraform: ['aws_ebs_volume'] },
      *facts(resource) { yield { kind: 'custom:acme/size', subject: resource, noun: 'volume' }; } }],
    controls: [{ id: 'acme-size-known', area: 'configuration', severity: 'low', gate: 'warn', title: 'Sizes are known',
      failure: 'has a size', why: 'So.', fix: 'None.', judges: ['custom:acme/size'],
      holds: ({ subject }) => ({ holds: false, because: [{ at: { id: subject.id, path: [] }, note: 'it has' }] }) }],
  };`,
  'good.json': volume(true),
  'bad.json': volume(false),
  'missing-end.json': volume(false).slice(0, -9),
  'plan.json': plan(false),
  'late-plan.json': plan(false).replaceAll('aws_ebs_volume.data', 'aws_ebs_volume.late'),
  'errored-plan.json': plan(true, { errored: true }),
  'plans/one.json': plan(false),
  'plans/two.json': plan(true),
  'plans/note.json': '{ "version": 4, "serial": 1, "lineage": "x", "resources": [] }',
  'cdk.out/manifest.json': JSON.stringify(assembly),
  'cdk.out/Top.template.json': volume(false),
  'stack/cdk.tf.json': JSON.stringify(stack),
});
for (const name of ['plans', 'templates', 'sources', 'clouds'])
  cpSync(join(fixtures, name), join(folder, 'fixtures', name), { recursive: true });
copyFileSync(join(fixtures, 'saved-plans/disks/tfplan'), join(folder, 'tfplan'));

const everything = [
  'tfplan',
  'good.json',
  'no-such-file.json',
  'fixtures/plans/update.json',
  'fixtures/plans/leaky.json',
  'missing-end.json',
  'fixtures/sources',
  'fixtures/clouds',
  'fixtures/templates/leaky.yaml',
  'fixtures/templates',
  'fixtures/plans/state.json',
  'cdk.out',
  'stack',
  'plans',
  'errored-plan.json',
  'bad.json',
  'late-plan.json',
  'plan.json',
  'plan.json',
];

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Runs the command line with further threads. */
async function withThreads(argv: readonly string[], start: Threads['start']): Promise<Ran> {
  const before = process.cwd();
  let [out, err] = ['', ''];
  process.chdir(folder);
  try {
    const code = await run(['check', ...argv], {
      out: (text) => (out += text),
      err: (text) => (err += text),
      input: () => Buffer.from(''),
      terminal: undefined,
      threads: { most: () => 1, start },
      env: {},
    });
    return { code, out, err };
  } finally {
    process.chdir(before);
  }
}

/** A thread of the real program, which has begun with its task as soon as this one goes on. */
const program: Threads['start'] = (task) => {
  const { taken } = task as Task;
  const thread = startThread(join(__dirname, '../../src/cli/program.ts'), task, {
    execArgv: ['-r', join(__dirname, '../support/typescript.cjs')],
  });
  for (let waited = 0; Atomics.load(taken, 0) === 0 && waited < 5000; waited++) Atomics.wait(pause, 0, 0, 5);
  return thread;
};

const alone = (argv: readonly string[]): Ran => demarcIn(folder, ['check', ...argv]);
const baseline = 'baseline.json';

describe('what two threads judge is reported as by one', () => {
  beforeAll(() => {
    demarcIn(folder, ['baseline', '-o', baseline, 'bad.json', 'fixtures/sources/leaky']);
  });

  test.each<[string, readonly string[]]>([
    ['every dialect, and what cannot be read', ['--format', 'json', ...everything]],
    ['for people', ['--color', 'always', ...everything]],
    ['passes, and waivers of the configuration', ['--include', 'pass', '--config', 'waivers.yaml', '--format', 'json', ...everything]],
    ['a plugin', ['--config', 'plugins.yaml', '--allow-plugins', '--format', 'json', ...everything]],
    ['a baseline file', ['--baseline', baseline, '--format', 'json', ...everything]],
    ['incomplete plans that count, with values', ['--allow-incomplete', '--var-file', 'fixtures/sources/shop/staging.tfvars', '--format', 'junit', ...everything]],
  ])('%s', async (_, argv) => {
    let judged = 0;
    const shared = await withThreads(['--threads', '2', ...argv], (task) => {
      const { answer, stop } = program(task);
      const counted = answer.then((share) => {
        judged = (share as { readonly inputs: readonly unknown[] }).inputs.length;
        return share;
      });
      return { answer: counted, stop };
    });
    expect(judged).toBeGreaterThan(0);
    expect(shared).toEqual(alone(argv));
  }); // prettier-ignore
});

test('waivers of the configuration count in whatever thread what they are for is judged', async () => {
  const argv = ['--config', 'waivers.yaml', '--only', 'storage-encrypted', '--format', 'json', 'bad.json', 'late-plan.json', 'plan.json']; // prettier-ignore
  const { out } = await withThreads(['--threads', '2', ...argv], program);
  const { decision, summary, inputs } = JSON.parse(out) as Result;
  expect([decision, summary.gate.waived]).toEqual(['open', 3]);
  expect(inputs.map(({ findings }) => findings.map(({ control }) => control))).toEqual(Array(3).fill(['storage-encrypted'])); // prettier-ignore
});

describe('what a thread took and did not hand over is judged nevertheless', () => {
  const take =
    'const { parentPort, workerData: { taken } } = require("node:worker_threads"); Atomics.add(taken, 0, 2);';
  const argv = ['--format', 'json', 'late-plan.json', 'bad.json', 'no-such-file.json', 'plan.json', 'good.json'];

  test.each<[string, string]>([
    ['it throws', `${take} throw new Error("broken");`],
    ['it ends', `${take} process.exit(0);`],
    ['it says nothing', take],
    ['it says something else', `${take} parentPort.postMessage("done");`],
    ['its memory is full', `${take} const all = []; for (;;) all.push(new Array(1000).fill({}));`],
    ['it says what cannot be carried over', `${take} parentPort.postMessage({ inputs: () => 1 });`],
  ])('where %s', async (_, code) => {
    const shared = await withThreads(['--threads', '3', ...argv], (task) => {
      const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 };
      const thread = startThread(code, task, { eval: true, resourceLimits });
      const { taken } = task as Task;
      for (let waited = 0; Atomics.load(taken, 0) === 0 && waited < 1000; waited++) Atomics.wait(pause, 0, 0, 5);
      return thread;
    });
    expect(shared).toEqual(alone(argv));
    expect(shared.code).toBe(2);
  });

  test('where none can be started', async () => {
    const shared = await withThreads(['--threads', '3', ...argv], () => {
      throw new Error('no more threads');
    });
    expect(shared).toEqual(alone(argv));
  });
});

describe('threads are left out', () => {
  const none: Threads['start'] = () => {
    throw new Error('started');
  };
  const spied = jest.fn(none);

  test.each<[string, readonly string[]]>([
    ['of few inputs', ['bad.json', 'plan.json']],
    ['of one', ['--threads', '4', 'bad.json']],
    ['where one is asked for', ['--threads', '1', 'bad.json', 'plan.json']],
    ['of standard input', ['--threads', '2', 'bad.json', '-']],
    ['of reports that ask for what was read', ['--threads', '2', '--format', 'sarif', 'bad.json', 'plan.json']],
    ['of an earlier state', ['--threads', '2', '--baseline', 'fixtures/plans', 'plans']],
    ['of programs', ['--threads', '2', '--run-terraform', 'bad.json', 'plan.json']],
  ])('%s', async (_, argv) => {
    await withThreads(argv, spied);
    expect(spied).not.toHaveBeenCalled();
  });

  test.each(['0', 'two', '-1', '1.5', ''])('"%s" is no number of them', async (given) => {
    const { code, err } = await withThreads([`--threads=${given}`, 'bad.json'], none);
    expect([code, err]).toEqual([2, expect.stringContaining('--threads')]);
  });
});

test('many inputs are shared without being asked', async () => {
  const many = folderWith(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${String(i)}.json`, plan(false)])));
  const large = folderWith({ 'big.json': `${plan(false)}${' '.repeat(13 << 20)}` });
  const started = jest.fn(() => ({ answer: Promise.resolve(undefined), stop: () => undefined }));
  await withThreads(['-q', many], started);
  expect(started).not.toHaveBeenCalled();
  await withThreads(['-q', many, join(large, 'big.json')], started);
  expect(started).toHaveBeenCalledTimes(1);
});
