import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Result } from '../../src/model/result';
import { demarcIn, folderWith, type Ran } from '../support/command-line';
import { damages, kinds, large, type Kind } from './hostile-inputs';

const argvOf = ({ argv }: Kind): readonly string[] => ['check', '--date', '2026-11-24', '--format', 'json', ...argv];

const check = (kind: Kind, bytes: Buffer): Ran =>
  demarcIn(folderWith({ '.git/': '', ...kind.files(bytes) }), argvOf(kind));

/** What a person reads of what went wrong. */
const wordsOf = ({ out, err }: Ran): string =>
  [err, ...(out === '' ? [] : (JSON.parse(out) as Result).inputs.map(({ error }) => error ?? ''))].join('\n');

/** What is judged of the volume that says nothing of encryption, or undefined where nothing is. */
function verdictOf({ out }: Ran): string | undefined {
  if (out === '') return undefined;
  const findings = (JSON.parse(out) as Result).inputs.flatMap((input) => input.findings);
  return findings.find(({ control }) => control === 'storage-encrypted')?.verdict;
}

const unclear =
  /internal error|call stack|undefined is not|Cannot read prop|\[object |is not valid JSON|at position \d/u;

describe.each(Object.entries(kinds))('%s', (name, kind) => {
  test('as it should be, is judged', () => {
    const ran = check(kind, kind.with('"1"'));
    expect([ran.err, verdictOf(ran)]).toEqual([expect.not.stringContaining('internal'), 'fail']);
  });

  test.each(Object.entries(damages))('with %s: an error that says what, or the right verdict', (damage, of) => {
    const ran = check(kind, of(kind));
    const words = wordsOf(ran);
    expect(words).not.toMatch(unclear);
    expect(words).not.toMatch(/[^\P{C}\n]/u);
    if (ran.code === 2) expect(words).toMatch(/\S+: \S+/u);
    // An empty file of Terraform source is a module without resources, as it is for Terraform.
    else if (name === 'source' && of(kind).toString().trim() === '')
      expect(JSON.parse(ran.out)).toMatchObject({ summary: { resources: 0 } });
    // YAML has no end of its own: half of a template is a template.
    else if (name === 'template in YAML' && damage === 'half of it')
      expect(JSON.parse(ran.out)).toMatchObject({ summary: { resources: 1, unclassified: 1 } });
    else {
      const { decision, summary } = JSON.parse(ran.out) as Result;
      // A waiver that can be read waives.
      const waived = name.startsWith('configuration') && summary.gate.waived === 1;
      expect([damage, decision, verdictOf(ran)]).toEqual([damage, waived ? 'open' : 'blocked', 'fail']);
    }
  });

  test.each(['the end cut off', 'lists that never close'] as const)('with %s: the place is named', (damage) => {
    const ran = check(kind, (damages[damage] ?? kind.with)(kind as never));
    expect([ran.code, wordsOf(ran)]).toEqual([2, expect.stringMatching(/:\d+:\d+|line \d+/u)]);
  });
});

describe('what takes memory', () => {
  /** Tries every kind in one process with a bounded heap, one after another, and says what each came to. */
  const script = `
const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { run } = require(${JSON.stringify(resolve('src/cli/run.ts'))});
const { kinds, large } = require(${JSON.stringify(resolve('test/unbreakable/hostile-inputs.ts'))});
const [size, base] = process.argv.slice(1);
for (const [name, kind] of Object.entries(kinds)) {
  const folder = mkdtempSync(join(base, 'large-'));
  for (const [file, content] of Object.entries(kind.files(large[size](kind)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  process.chdir(folder);
  let out = '', err = '';
  const code = run(['check', '--format', 'json', ...kind.argv], { out: (text) => (out += text), err: (text) => (err += text), input: () => Buffer.alloc(0), terminal: undefined, env: {} });
  process.chdir(base);
  rmSync(folder, { recursive: true });
  console.log(JSON.stringify({ name, code, out, err }));
}`;

  test.each(Object.keys(large))(
    '%s, wherever it stands',
    (size) => {
      const hook = resolve('test/support/typescript.cjs');
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--max-old-space-size=400', '-r', hook, '-e', script, size, folderWith({ '.git/': '' })],
        { encoding: 'utf8', maxBuffer: 1 << 28 },
      );
      expect([status, stderr]).toEqual([0, '']);
      const answers = stdout.trim().split('\n').map((line) => JSON.parse(line) as Ran & { readonly name: string }); // prettier-ignore
      expect(answers.map(({ name }) => name)).toEqual(Object.keys(kinds));
      for (const { name, ...ran } of answers) {
        expect([name, wordsOf(ran)]).toEqual([name, expect.not.stringMatching(unclear)]);
        if (ran.code !== 2) expect([name, ran.code, verdictOf(ran)]).toEqual([name, 1, 'fail']);
      }
    },
    300_000,
  );
});

describe('links that lead to themselves', () => {
  const looping = (name: string, files: Readonly<Record<string, string>> = {}): string => {
    const folder = folderWith({ '.git/': '', 'infra/': '', 'cdk.out/': '', ...files });
    symlinkSync(join(folder, name), join(folder, name));
    return folder;
  };
  const plain = '{"Resources":{"Data":{"Type":"AWS::EC2::Volume"}}}';
  test.each([
    ['a template', 'template.json', ['template.json'], {}],
    ['a plan', 'plan.json', ['plan.json', '--as', 'terraform-plan'], {}],
    ['a manifest', 'cdk.out/manifest.json', ['cdk.out', '--as', 'cdk-assembly'], {}],
    ['a module', 'infra/main.tf', ['infra'], {}],
    ['a configuration', 'demarc.config.yaml', ['t.json'], { 't.json': plain }],
    ['a baseline', 'baseline.json', ['t.json', '--baseline', 'baseline.json'], { 't.json': plain }],
    ['parameters', 'p.json', ['t.json', '--parameters', 'p.json'], { 't.json': plain }],
    ['variables', 'v.tfvars', ['infra', '--var-file', 'v.tfvars'], { 'infra/main.tf': '' }],
  ] as const)('%s', (_, name, argv, files) => {
    const ran = demarcIn(looping(name, files), ['check', '--format', 'json', ...argv]);
    expect([ran.code, wordsOf(ran)]).toEqual([2, expect.not.stringMatching(unclear)]);
  });
});

test('a damaged part of an assembly is never left out in silence', () => {
  const folder = folderWith({
    'cdk.out/manifest.json': JSON.stringify({
      artifacts: {
        S: {
          type: 'aws:cloudformation:stack',
          additionalMetadataFile: 'S.metadata.json',
          properties: { templateFile: 'S.template.json' },
        },
      },
    }),
    'cdk.out/S.template.json': '{"Resources":{}}',
    'cdk.out/S.metadata.json': '{"/S/N.NestedStack/N.NestedStackResource": [',
  });
  const ran = demarcIn(folder, ['check', '--format', 'json', 'cdk.out']);
  expect([ran.code, wordsOf(ran)]).toEqual([
    2,
    expect.stringMatching(/S\.metadata\.json: .*line 1, column 45: the text ends too soon/u),
  ]);
});

test('blocks that a synthesized stack writes twice are not lost', () => {
  const stack = '{"//":{"metadata":{"stackName":"s"}},"resource":{"aws_ebs_volume":{"a":{}}},"resource":{}}';
  const ran = demarcIn(folderWith({ 'cdk.tf.json': stack }), ['check', '--format', 'json', 'cdk.tf.json']);
  expect([ran.code, wordsOf(ran)]).toEqual([
    2,
    expect.stringContaining('cdk.tf.json:1:77: the JSON is damaged: "resource" is written twice'),
  ]);
});

test('a key that is written twice in a template is said', () => {
  const template =
    '{"Resources":{"D":{"Type":"AWS::EC2::Volume","Properties":{"Encrypted":true,\n"Encrypted":false}}}}';
  const ran = demarcIn(folderWith({ 't.json': template }), ['check', '--format', 'json', 't.json']);
  expect(ran.code).toBe(1);
  expect(JSON.parse(ran.out)).toMatchObject({
    inputs: [{ notes: ['t.json:2: "Encrypted" is written twice; the last one counts'] }],
  });
});
