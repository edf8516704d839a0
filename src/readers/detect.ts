import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inputName } from '../model/input-name';
import type { Dialect } from '../model/resource';
import { UnreadableInput } from './input';
import type { ByteSource } from './source';
import { adviceFor, classifyHead, type DocumentKind } from './terraform-plan/classify';
import { decodeHead } from './terraform-plan/encoding';
import { isSourceName } from './terraform-source/source-name';
import { walk } from './walk';

/** A reader is loaded when what there is may be for it. */
const templates = () => require('./cloudformation/reader') as typeof import('./cloudformation/reader');
const stacks = () => require('./cdktf/file') as typeof import('./cdktf/file');
const moduleRoots = () => require('./terraform-source/roots') as typeof import('./terraform-source/roots');

/** Dialects that `--as` may insist on. */
export const readableDialects = [
  'cloudformation',
  'cdk-assembly',
  'cdktf',
  'terraform-plan',
  'terraform-source',
] as const satisfies readonly Dialect[];
export type ReadableDialect = (typeof readableDialects)[number];

/** What is to be read as one input: the templates or stacks of one argument, a cloud assembly, a plan, or a module. */
export interface FoundInput {
  readonly reader: ReadableDialect;
  /** Of a cloud assembly or a Terraform module, its folder. */
  readonly files: readonly string[];
}

export interface Discovery {
  readonly inputs: readonly FoundInput[];
  /** What was seen and is not read, for people. */
  readonly notes: readonly string[];
}

/**
 * Finds out what stands behind one argument: a file, a folder, or `-` for standard input. What a file is, its content
 * tells.
 *
 * @param open opens a file, or standard input for `-`.
 * @param as insists on a dialect instead.
 * @param takesSavedPlans whether a plan as Terraform saves it can be read, too; one that merely lies in a folder never is, for
 *   reading it runs what lies beside it.
 * @throws UnreadableInput when there is nothing that can be read; the message says what was found instead.
 */
export function detect(
  argument: string,
  open: (path: string) => ByteSource,
  as?: ReadableDialect,
  takesSavedPlans = false,
): Discovery {
  if (argument !== '-' && isFolder(argument)) return inFolder(argument, open, as);
  if (as === 'cdk-assembly')
    throw new UnreadableInput(`${inputName(argument)}: a cloud assembly is a folder. Name the folder, mostly cdk.out`);
  if (as === 'terraform-source' && argument === '-')
    throw new UnreadableInput(
      'standard input: Terraform source may refer to what stands beside it. Name its file or folder',
    );
  if (as) return { inputs: [{ reader: as, files: [argument] }], notes: [] };
  const found = recognize(argument, open, takesSavedPlans);
  if ('problem' in found) throw new UnreadableInput(`${inputName(argument)}: ${found.problem}`);
  return { inputs: [{ reader: found.reader, files: [argument] }], notes: [] };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new UnreadableInput(`${path}: ${fileProblem(error)}`);
  }
}

function inFolder(folder: string, open: (path: string) => ByteSource, as: ReadableDialect | undefined): Discovery {
  // Whoever insists wants to know what is wrong with the manifest.
  if (as === 'cdk-assembly' && existsSync(join(folder, 'manifest.json')))
    return { inputs: [{ reader: 'cdk-assembly', files: [folder] }], notes: [] };
  const { files, assemblies, modules, closed } = walk(folder, as === 'cloudformation');
  const seen = files.map((file) => ({ file, found: recognize(file, open) }));
  const recognized = seen.flatMap(({ file, found }) =>
    'problem' in found || (as && found.reader !== as) ? [] : [{ reader: found.reader, file }],
  );
  const templates = recognized.filter(({ reader }) => reader === 'cloudformation').map(({ file }) => file);
  const plans = recognized.filter(({ reader }) => reader === 'terraform-plan').map(({ file }) => file);
  const notes = [
    ...closed.map((path) => `${path}: this folder may not be looked into`),
    ...seen.flatMap(({ file, found }) =>
      'problem' in found && found.worthSaying ? [`${file}: ${found.problem}`] : [],
    ),
  ];
  const stacks = recognized.filter(({ reader }) => reader === 'cdktf').map(({ file }) => file);
  const wanted = as === undefined || as === 'cdk-assembly' || as === 'cloudformation' ? assemblies : [];
  const lone = recognized.filter(({ reader }) => reader === 'terraform-source').map(({ file }) => file);
  const roots = as === undefined || as === 'terraform-source' ? [...rootsAmong(modules, folder), ...lone] : [];
  if (recognized.length + wanted.length + roots.length === 0)
    throw new UnreadableInput(
      notes[0] ?? `${folder}: no input found: neither a template nor a plan nor Terraform source stands in this folder`,
    );
  const inputs: readonly FoundInput[] = [
    ...wanted.map((assembly) => ({ reader: 'cdk-assembly', files: [assembly] }) as const),
    ...(templates.length > 0 ? [{ reader: 'cloudformation', files: templates } as const] : []),
    ...(stacks.length > 0 ? [{ reader: 'cdktf', files: stacks } as const] : []),
    ...roots.map((root) => ({ reader: 'terraform-source', files: [root] }) as const),
    ...plans.map((file) => ({ reader: 'terraform-plan', files: [file] }) as const),
  ];
  return { inputs, notes };
}

/** Whether a module is called by another nobody need find out where there is one. */
const rootsAmong = (modules: readonly string[], folder: string): readonly string[] =>
  modules.length < 2 ? modules : moduleRoots().rootModules(modules, folder);

/** `worthSaying`: it could not even be opened, or it is a plan that needs something done. */
type Recognized =
  | { readonly reader: Exclude<FoundInput['reader'], 'cdk-assembly'> }
  | { readonly problem: string; readonly worthSaying?: true };

const headSize = 1 << 16;
/** CloudFormation takes templates of 1 MB. What is far beyond that is no template. */
const largestTemplate = 1 << 25;

/** What a file is, by its content; otherwise what it seems to be, and what to do. */
function recognize(path: string, open: (path: string) => ByteSource, takesSavedPlans = false): Recognized {
  let source: ByteSource;
  try {
    source = open(path);
  } catch (error) {
    return { problem: openingProblem(path, error), worthSaying: true };
  }
  try {
    return recognizeContent(source, basename(path), takesSavedPlans);
  } finally {
    source.close();
  }
}

/** Whoever opens says whose the problem is, and so does whoever hears of it. */
function openingProblem(path: string, error: unknown): string {
  const problem = fileProblem(error);
  const name = `${inputName(path)}: `;
  return problem.startsWith(name) ? problem.slice(name.length) : problem;
}

function recognizeContent(source: ByteSource, name: string, takesSavedPlans: boolean): Recognized {
  const bytes = source.read(0, headSize);
  const head = decodeHead(bytes);
  const kind = classifyHead(head);
  if (kind === 'saved-plan')
    return takesSavedPlans
      ? { reader: 'terraform-plan' }
      : { problem: `this is ${adviceFor(kind)}`, worthSaying: true };
  const problem = unreadable(bytes, head);
  if (problem !== undefined) return { problem };
  if (isSourceName(name) && !isJson(head)) return { reader: 'terraform-source' };
  if (kind === 'plan') return { reader: 'terraform-plan' };
  if (source.size > largestTemplate) return isJson(head) ? { reader: 'terraform-plan' } : { problem: unknown };
  const whole = source.size > headSize ? source.read(0, source.size) : bytes;
  if (templates().looksLikeTemplate(whole)) return { reader: 'cloudformation' };
  if (stacks().looksLikeTerraformStack(decodeHead(whole))) return { reader: 'cdktf' };
  if (isSourceName(name)) return { reader: 'terraform-source' };
  const text = whole === bytes ? head : decodeHead(whole);
  const known: DocumentKind = whole === bytes ? kind : classifyHead(text);
  if (known === 'plan') return { reader: 'terraform-plan' };
  if (known !== 'other') return { problem: `this is ${adviceFor(known)}` };
  return { problem: otherwise(text) };
}

const isJson = (text: string): boolean => /^[\s\ufeff]*[{[]/u.test(text);

/** What is wrong with the bytes, before anybody asks what they say. */
function unreadable(bytes: Buffer, head: string): string | undefined {
  if (head.trim() === '') return 'this is empty';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'this is compressed (gzip). Unpack it first';
  return head.includes('\0') ? 'this is binary: neither a template nor a plan in JSON' : undefined;
}

const unknown =
  'this is neither a CloudFormation template nor a Terraform plan in JSON (`terraform show -json`). `--as <dialect>` insists on one';

const block = /^[ \t]{0,20}(?:resource|data|module|variable|provider|output|locals|terraform)\b[^\n{}=:]{0,300}\{/mu;

const sourceAdvice =
  'The name of its file should say so (.tf, .tofu, .tf.json), or insist on it: `--as terraform-source`';

function otherwise(text: string): string {
  const isObject = /^[\s\ufeff]*\{/u.test(text);
  if (isObject && /"(?:resource|data|provider)"\s*:\s*[{[]/u.test(text))
    return `this is Terraform source in JSON. ${sourceAdvice}`;
  if (isObject && /"artifacts"\s*:\s*\{/u.test(text))
    return 'this is the manifest of a cloud assembly. Name its folder instead';
  return !isObject && block.test(text) ? `this is Terraform source. ${sourceAdvice}` : unknown;
}

const problems: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'this is a folder',
  ELOOP: 'a symbolic link that leads to itself',
};

/** A file system's error in words. */
export function fileProblem(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  return problems[code ?? ''] ?? message ?? String(error);
}
