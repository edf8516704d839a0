import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readParameters } from '../../src/cli/parameters';
import { UsageError } from '../../src/cli/io';
import { controls } from '../../src/controls';
import { commentWaivers } from '../../src/gate/comment-waivers';
import { ConfigurationError } from '../../src/gate/configuration-error';
import { foreignComments } from '../../src/gate/foreign-comments';
import { glob, resourceMatcher } from '../../src/gate/glob';
import { loadBaseline } from '../../src/gate/load-baseline';
import { parseConfiguration } from '../../src/gate/load-configuration';
import { ownControls } from '../../src/gate/own-controls';
import { parsePolicy } from '../../src/iam';
import { inspect, settingsFor, type InspectOptions } from '../../src/inspect';
import { isLeaf, isList, isObject, type Raw } from '../../src/model/raw';
import type { Result } from '../../src/model/result';
import { readAssembly } from '../../src/readers/cdk-assembly/reader';
import { readTerraformStackFiles } from '../../src/readers/cdktf/file';
import type { GivenParameters } from '../../src/readers/cloudformation/parameters';
import { readCloudFormation } from '../../src/readers/cloudformation/reader';
import { detect } from '../../src/readers/detect';
import { UnreadableInput, type Input } from '../../src/readers/input';
import { memorySource } from '../../src/readers/source';
import { readTerraformPlan } from '../../src/readers/terraform-plan';
import { parsed } from '../../src/readers/terraform-source/module-files';
import { openSavedPlan } from '../../src/readers/terraform-source/saved-plan';
import { openTree } from '../../src/readers/terraform-source/tree';
import { formats, reports } from '../../src/reports';
import { readXml } from '../support/xml';
import * as seeds from './seeds';

/** One thing that takes bytes from strangers. Whatever they are, it gives an answer or one of the errors it promises. */
export interface Target {
  readonly name: string;
  readonly seeds: readonly Buffer[];
  /** Whether the seeds are JSON, so that their nodes can be changed as well as their bytes. */
  readonly json?: boolean;
  /** What is changed, where it is not the bytes, or the nodes of JSON. */
  readonly change?: 'bytes' | 'nodes' | 'texts';
  /** How many cases it gets of those that the others get: it is slow. */
  readonly share?: number;
  /** @throws where the contract is broken. */
  readonly run: (bytes: Buffer) => void;
}

const today = '2026-11-24';

/** Errors that are an answer. */
const isPromised = (error: unknown): boolean =>
  error instanceof UnreadableInput || error instanceof ConfigurationError || error instanceof UsageError;

/** What was said may hold nothing that a terminal would act upon, and no trace of the engine's own troubles. */
function expectClear(error: unknown): void {
  if (!isPromised(error)) throw error;
  const { message } = error as Error;
  if (/internal error|call stack|heap|\[object /iu.test(message)) throw new Error(`not a clear error: ${message}`);
}

function answering(action: () => void): void {
  try {
    action();
  } catch (error) {
    expectClear(error);
  }
}

/** Asks a reader for everything that it may read later. */
function readWhole({ after, before }: Input): void {
  for (const resource of [...after.resources, ...(before?.resources ?? [])]) {
    resource.locate?.(['a', 0]);
    wholeOf(Reflect.get(resource.properties, 'raw') as Raw, 0);
  }
}

function wholeOf(raw: Raw, depth: number): void {
  if (depth > 3_000) throw new Error('nested too deeply for whoever reads it');
  if (isLeaf(raw)) {
    if ('value' in raw) wholeOf(raw.value, depth + 1);
    if ('known' in raw) wholeOf(raw.known, depth + 1);
  } else if (isList(raw)) for (const item of raw) wholeOf(item, depth + 1);
  else if (isObject(raw)) for (const member of Object.values(raw)) wholeOf(member, depth + 1);
}

function resultOf(input: Input, options: Partial<InspectOptions> = {}): Result {
  return inspect([input], { today, includePass: true, preset: 'strict', ...options });
}

/** Judges what was read. An input that is not whole never opens the gate. */
function judged(input: Input, options: Partial<InspectOptions> = {}): void {
  const result = resultOf(input, options);
  for (const { error } of result.inputs)
    if (error !== null && (input.incomplete === undefined || error.includes('internal error'))) throw new Error(error);
  if (input.incomplete !== undefined && result.decision === 'open')
    throw new Error(`an incomplete input opened the gate: ${input.incomplete}`);
}

const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Writes one report. Nothing in it moves a cursor, and whoever parses it can. */
function reported(bytes: Buffer): void {
  const result = JSON.parse(bytes.toString('utf8')) as Result;
  const format = formats[bytes.length % formats.length] ?? 'json';
  const text = reports[format]()(result, {
    color: false,
    width: 100,
    quiet: false,
    source: () => 'one\ntwo\u001b[2J\nthree',
    fromRoot: (file) => file,
    controls: [...controls, ...ownControls],
  });
  if (format === 'json' || format === 'sarif' || format === 'gitlab') JSON.parse(text);
  if (format === 'junit') readXml(text);
  const odd = unprintable.exec(text.replace(/[\n\t]/gu, ''));
  if (odd) throw new Error(`${format} holds U+${(odd[0].codePointAt(0) ?? 0).toString(16)}`);
}

const results = (): readonly Buffer[] => {
  const [leaky] = seeds.templates.filter((bytes) => bytes.includes('AccessControl'));
  const inputs = [
    template(leaky ?? plain),
    readTerraformPlan(memorySource('plan.json', seeds.plans[2] ?? Buffer.alloc(0))),
  ];
  return inputs.map((input) => Buffer.from(JSON.stringify(resultOf(input))));
};

/** In a folder of its own, that is gone afterwards. */
function inFolder(files: Readonly<Record<string, Buffer | string>>, action: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-fuzz-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      if (name.includes('/')) mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const template = (bytes: Buffer | string, parameters?: GivenParameters): Input =>
  readCloudFormation([{ path: 'template.json', text: bytes }], {
    path: 'template.json',
    ...(parameters && { parameters }),
  });

const plain = '{"Resources":{"Data":{"Type":"AWS::EC2::Volume","Properties":{"Size":8}}}}';

function source(name: string, bytes: Buffer, values?: { readonly name: string; readonly bytes: Buffer }): Input {
  const file = { path: name, source: parsed(name, bytes.toString('utf8')) };
  const { input } = openTree(
    {
      path: 'infra',
      directory: '.',
      root: { files: [file], problems: [] },
      modules: { load: () => ({ unavailable: 'it is not here' }), files: () => [], problems: () => [] },
      variableFiles: { files: [], problems: [] },
      lock: undefined,
      readFile: () => ({ state: 'missing' }),
      isOwn: () => true,
    },
    { variableFiles: values ? [{ path: values.name, text: values.bytes.toString('utf8') }] : [], environment: {} },
  );
  return input;
}

const declaring = Buffer.from(
  'variable "name" { default = "x" }\nvariable "sizes" { default = [] }\nvariable "environment" {}\nresource "aws_ebs_volume" "d" {\n  size = var.sizes\n  availability_zone = var.environment\n}\n',
);

const assembly = (manifest: Buffer, folder: (path: string) => void): void => {
  inFolder(
    { 'manifest.json': manifest, 'S.template.json': plain, 'assembly-Stage/manifest.json': '{"artifacts":{}}' },
    folder,
  );
};

const open = (bytes: Buffer) => () => memorySource('-', bytes);

const readers: readonly (Pick<Target, 'name' | 'seeds' | 'json'> & { readonly read: (bytes: Buffer) => Input })[] = [
  { name: 'plan', seeds: seeds.plans, read: (bytes) => readTerraformPlan(memorySource('plan.json', bytes)) },
  { name: 'plan-nodes', json: true, seeds: seeds.plans.filter(isJson), read: (bytes) => readTerraformPlan(memorySource('plan.json', bytes)) },
  { name: 'template', seeds: seeds.templates, read: (bytes) => template(bytes) },
  { name: 'template-nodes', json: true, seeds: seeds.templates.filter(isJson), read: (bytes) => template(bytes) },
  { name: 'source', seeds: seeds.sources, read: (bytes) => source('main.tf', bytes) },
  { name: 'source-nodes', json: true, seeds: seeds.jsonSources, read: (bytes) => source('main.tf.json', bytes) },
  { name: 'variables', seeds: seeds.variables, read: (bytes) => source('main.tf', declaring, { name: 'v.tfvars', bytes }) },
  { name: 'stack', json: true, seeds: seeds.stacks, read: (bytes) => readTerraformStackFiles([{ path: 'cdk.tf.json', text: bytes }], 'cdk.tf.json') },
  { name: 'saved-plan', seeds: seeds.savedPlans, read: (bytes) => openSavedPlan(memorySource('tfplan', bytes)).openSource({ environment: {} }).input },
]; // prettier-ignore

export const targets: readonly Target[] = [
  ...readers.flatMap(({ read, ...one }): readonly Target[] => [
    { ...one, run: (bytes) => { answering(() => { readWhole(read(bytes)); }); } },
    { ...one, name: `${one.name}-judged`, share: 0.02, run: (bytes) => { answering(() => { judged(read(bytes)); }); } },
  ]),
  { name: 'assembly', json: true, share: 0.4, seeds: seeds.manifests, run: (bytes) => { assembly(bytes, (folder) => { answering(() => { readWhole(readAssembly(folder)); }); }); } },
  { name: 'detection', seeds: [...seeds.plans, ...seeds.templates, ...seeds.sources, ...seeds.stacks, ...seeds.savedPlans], run: (bytes) => { answering(() => { detect('-', open(bytes)); }); } },
  { name: 'configuration', seeds: seeds.configurations, run: (bytes) => { answering(() => { settingsFor({ today, configuration: parseConfiguration(bytes.toString('utf8'), 'demarc.config.yaml') }); }); } },
  { name: 'configuration-nodes', json: true, seeds: seeds.jsonConfigurations, run: (bytes) => { answering(() => { settingsFor({ today, configuration: parseConfiguration(bytes.toString('utf8'), 'demarc.config.json') }); }); } },
  { name: 'waivers-judged', json: true, share: 0.1, seeds: seeds.jsonConfigurations, run: (bytes) => { answering(() => { judged(template(plain), { configuration: parseConfiguration(bytes.toString('utf8'), 'demarc.config.json') }); }); } },
  { name: 'baseline', json: true, share: 0.1, seeds: seeds.baselines, run: (bytes) => { inFolder({ 'b.json': bytes }, (folder) => { answering(() => { judged(template(plain), { baseline: loadBaseline(join(folder, 'b.json')) }); }); }); } },
  { name: 'parameters', share: 0.4, seeds: seeds.parameters, run: (bytes) => { inFolder({ p: bytes }, (folder) => { answering(() => { template(plain, readParameters([join(folder, 'p')])); }); }); } },
  { name: 'comments', seeds: seeds.comments, run: (bytes) => { const text = bytes.toString('utf8'); commentWaivers(text); foreignComments(text); } },
  { name: 'globs', seeds: seeds.globs, run: globbed },
  { name: 'policy', json: true, seeds: seeds.policies, run: (bytes) => { parsePolicy(bytes.toString('utf8')); } },
  { name: 'reports', json: true, change: 'texts', seeds: results(), run: reported },
]; // prettier-ignore

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

/** A pattern without a wildcard means itself and nothing else; with `**` alone it means everything. */
function globbed(bytes: Buffer): void {
  const pattern = bytes.toString('utf8');
  const [resource] = template(plain).after.resources;
  if (resource) resourceMatcher(pattern)(resource);
  for (const border of ['.', '/', ':', 'none'] as const) {
    const matches = glob(pattern, border);
    const itself = pattern.replaceAll('*', '');
    if (!pattern.includes('*') && (!matches(pattern) || matches(`${pattern}x`)))
      throw new Error(`${JSON.stringify(pattern)} does not mean itself`);
    if (!matches(pattern) && !pattern.includes('"'))
      throw new Error(`${JSON.stringify(pattern)} does not match itself`);
    matches('a'.repeat(2_000));
    matches(itself.repeat(20).slice(0, 2_000));
  }
}
