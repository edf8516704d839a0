import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { inspect, readCloudFormation, readTerraformSource, type Result } from '../src';
import type { Plugin } from '../src/plugin';
import { demarcIn, folderWith } from './support/command-line';
import { temporaryFolder } from './support/temporary-folder';

/** The code of docs/library.md, compiled as a user's would be. */

const root = join(__dirname, '..');
const blocks = [...readFileSync(join(root, 'docs/library.md'), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code); // prettier-ignore

const folder = temporaryFolder();

const entries = { demarc: 'src/index.ts', 'demarc/plugin': 'src/plugin.ts' } as const;
const files = blocks.map((code, index) => {
  const file = join(folder, `example-${String(index)}.ts`);
  writeFileSync(file, code);
  return file;
});

test('the examples are sound', () => {
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    noUncheckedIndexedAccess: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    paths: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, [join(root, file)]])),
  });
  const problems = files.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
});

/** Runs an example; `demarc` is what stands here. */
function run(index: number): Record<string, unknown> {
  const { outputText } = ts.transpileModule(blocks[index] ?? '', {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  const known: Readonly<Record<string, unknown>> = {
    demarc: jest.requireActual('../src'),
    'demarc/plugin': jest.requireActual('../src/plugin'),
  };
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const load = (name: string): unknown => known[name] ?? createRequire(__filename)(name);
  const call = compileFunction(outputText, ['module', 'exports', 'require', 'console']) as (
    ...given: unknown[]
  ) => void;
  call(module, module.exports, load, console);
  return { ...module.exports, code: outputText };
}

describe('inspect', () => {
  const print = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const { result, ofPlan } = run(0) as { readonly result: Result; readonly ofPlan: (bytes: Buffer) => Result };

  test('prints what blocks', () => {
    expect(result.decision).toBe('blocked');
    expect(print.mock.calls.flat().join()).toContain('storage-encrypted: EBS volume Data is not encrypted at rest');
  });

  test('says what a plan changes', () => {
    const bytes = readFileSync(join(root, 'fixtures/plans/leaky.json'));
    const changes = ofPlan(bytes).inputs.flatMap(({ findings }) => findings.map(({ change }) => change));
    expect(changes).toContain('introduced');
  });
});

test('a module is compared with what it was', () => {
  const { changeOf } = run(1) as { readonly changeOf: (before: string, after: string) => Result };
  const volume = (name: string) => `resource "aws_ebs_volume" "${name}" {\n  size = 8\n}\n`;
  const modules = folderWith({ 'old/main.tf': volume('a'), 'new/main.tf': volume('a') + volume('b') });
  const { inputs } = changeOf(join(modules, 'old'), join(modules, 'new'));
  const found = inputs.flatMap(({ findings }) => findings).filter(({ control }) => control === 'storage-encrypted');
  expect(found.map(({ resource, change }) => [resource.address, change])).toEqual([
    ['aws_ebs_volume.b', 'introduced'],
    ['aws_ebs_volume.a', 'existing'],
  ]);
});

describe('a plugin', () => {
  const { default: plugin, code } = run(2) as { readonly default: Plugin; readonly code: string };
  const template = (tags: unknown): string =>
    JSON.stringify({
      Parameters: { Payer: { Type: 'String' } },
      Resources: { Data: { Type: 'AWS::S3::Bucket', Properties: { Tags: tags } } },
    });
  const judged = (tags: unknown, plugins: readonly Plugin[] = [plugin]): Result => {
    const input = readCloudFormation([{ path: 't.json', text: template(tags) }], { path: 't.json' });
    return inspect([input], { today: '2026-11-24', plugins, includePass: true });
  };
  const verdicts = ({ inputs }: Result): readonly string[] =>
    inputs.flatMap(({ findings }) =>
      findings.filter(({ control }) => control === 'acme-cost-centre-named').map(({ verdict }) => verdict),
    );

  test.each<[string, unknown, string]>([
    ['no tags', undefined, 'fail'],
    ['other tags', [{ Key: 'Name', Value: 'x' }], 'fail'],
    ['the tag', [{ Key: 'CostCentre', Value: '42' }], 'pass'],
    ['the tag, of a parameter', [{ Key: 'CostCentre', Value: { Ref: 'Payer' } }], 'undecided'],
    ['a tag that a parameter names', [{ Key: { Ref: 'Payer' }, Value: 'x' }], 'pass'],
  ])('judges %s', (_, tags, verdict) => {
    expect(verdicts(judged(tags))).toEqual([verdict]);
  });

  test('the same in Terraform', () => {
    const modules = folderWith({ 'main.tf': 'resource "aws_s3_bucket" "b" {\n  tags = { CostCentre = "42" }\n}\n' });
    const input = readTerraformSource(modules);
    expect(verdicts(inspect([input], { today: '2026-11-24', plugins: [plugin], includePass: true }))).toEqual(['pass']);
  });

  test('leaves what Demarc says of the type alone', () => {
    const own = (result: Result) =>
      result.inputs.flatMap(({ findings }) => findings.map(({ control }) => control)).filter((id) => !id.startsWith('acme')); // prettier-ignore
    expect(own(judged([]))).toEqual(own(judged([], [])));
  });

  test.each<[string, Partial<Plugin>, string]>([
    ['for another version', { apiVersion: 2 as 1 }, 'version 2'],
    ['without a name', { name: '' }, 'no name'],
    ['with the name of another control', { name: 'other' }, 'must begin with'],
  ])('%s is refused', (_, other, message) => {
    expect(() => judged([], [{ ...plugin, ...other }])).toThrow(message);
  });

  test('twice is refused', () => {
    expect(() => judged([], [plugin, plugin])).toThrow('two controls are called');
  });

  test('that throws makes its input incomplete, and is named', () => {
    const broken = (plugin.services ?? []).map((service) => ({
      ...service,
      facts: () => {
        throw new Error('broken');
      },
    }));
    const { decision, inputs } = judged([], [{ ...plugin, services: broken }]);
    expect(decision).toBe('incomplete');
    expect(inputs[0]?.error).toContain('acme-tags');
  });

  describe('on the command line', () => {
    const demarc = JSON.stringify(join(root, 'dist/src/plugin.js'));
    const files = {
      'demarc.config.yaml': 'plugins: [./rules.cjs]\ncontrols:\n  acme-cost-centre-named: block\n',
      'rules.cjs': code.replace(/require\("demarc\/plugin"\)/u, `require(${demarc})`),
      'stack.json': template([]),
    };

    test('is loaded where that is allowed', () => {
      const ran = demarcIn(folderWith(files), ['check', '--allow-plugins', '--format', 'json', 'stack.json']);
      expect(ran.code).toBe(1);
      expect(ran.out).toContain('"acme-cost-centre-named"');
    });

    test.each(['check', 'matrix', 'review', 'waivers', 'baseline', 'fix'])('%s refuses it otherwise', (command) => {
      const { 'rules.cjs': _, ...rest } = files;
      const place = folderWith({ ...rest, 'rules.cjs': 'require("node:fs").writeFileSync("ran", "")' });
      const ran = demarcIn(place, [command, 'stack.json']);
      expect(ran.code).toBe(2);
      expect(ran.err).toContain('--allow-plugins');
      expect(existsSync(join(place, 'ran'))).toBe(false);
    });

    test.each<[string, string, string]>([
      ['that is not there', '', 'cannot be loaded'],
      ['that is none', 'module.exports = {};', 'is written for version undefined'],
    ])('%s is refused', (_, text, message) => {
      const { 'rules.cjs': __, ...rest } = files;
      const place = folderWith({ ...rest, ...(text !== '' && { 'rules.cjs': text }) });
      const ran = demarcIn(place, ['check', '--allow-plugins', 'stack.json']);
      expect(ran.code).toBe(2);
      expect(ran.err).toContain(message);
    });
  });

  test('named by a configuration, and loaded by nobody, is an error', () => {
    expect(() => inspect([], { today: '2026-11-24', configuration: { plugins: ['x'] } })).toThrow(
      'nobody has loaded them',
    );
  });
});
