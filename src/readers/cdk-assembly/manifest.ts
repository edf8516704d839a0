import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';
import { parseJsonText } from '../../json-text';
import { entriesOf, isDataObject, member, type Data } from '../cloudformation/data';
import { decode } from '../cloudformation/text';
import { UnreadableInput } from '../input';
import { makersOf, type Makers } from './makers';

/** One stack of a cloud assembly: a template, and what the assembly knows of it. */
export interface AssemblyStack {
  /** Path of the template, as findings name it. */
  readonly document: string;
  /** @throws the file system's error when it cannot be read. */
  readonly template: () => string | Buffer;
  readonly name: string;
  /** Construct path of the stage that it belongs to; empty for the app itself. */
  readonly stage: string;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly makers: Makers;
  /** The stack that a nested stack's resource stands for, by the resource's logical id. */
  readonly nested: ReadonlyMap<string, AssemblyStack>;
}

export interface AssemblyContent {
  readonly stacks: readonly AssemblyStack[];
  /** Parts that cannot be read. */
  readonly problems: readonly string[];
}

const manifestName = 'manifest.json';
const largestManifest = 1 << 26;
const deepestStage = 40;

/** Whether a document is the manifest of a cloud assembly (and not that of CDKTF, which has no artifacts). */
export const isAssemblyManifest = (manifest: unknown): boolean =>
  isDataObject(manifest as Data) && isDataObject(member(manifest as Data, 'artifacts'));

/**
 * The stacks of a cloud assembly and of the stages in it, as the manifests name them.
 * Source: https://github.com/aws/aws-cdk-cli/tree/main/packages/%40aws-cdk/cloud-assembly-schema
 *
 * @throws UnreadableInput when the folder has no manifest that can be read.
 */
export const stacksBelow = (folder: string): AssemblyContent => stacksOfStage(folder, '', deepestStage);

/** The stacks of one manifest, those of stages in it left out. */
export const stacksIn = (folder: string, stage = ''): AssemblyContent => {
  const artifacts = artifactsIn(folder);
  const problems: string[] = [];
  const stacks = artifacts.flatMap(([id, artifact]) => {
    if (member(artifact, 'type') !== 'aws:cloudformation:stack') return [];
    const stack = stackOf(folder, id, artifact, stage, problems);
    return stack ? [stack] : [];
  });
  return { stacks, problems };
};

/** A manifest without artifacts says which version it is written for; anything else is no manifest. */
function artifactsIn(folder: string): ReturnType<typeof entriesOf> {
  const path = join(folder, manifestName);
  const manifest = readJson(path);
  const artifacts = member(manifest, 'artifacts');
  if (!isDataObject(artifacts) && (artifacts !== undefined || typeof member(manifest, 'version') !== 'string'))
    throw new UnreadableInput(`${path}: this is no manifest of a cloud assembly`);
  return entriesOf(artifacts);
}

function stacksOfStage(folder: string, stage: string, depth: number): AssemblyContent {
  const own = stacksIn(folder, stage);
  const artifacts = artifactsIn(folder);
  const inner = artifacts.flatMap(([id, artifact]): readonly AssemblyContent[] => {
    if (member(artifact, 'type') !== 'cdk:cloud-assembly') return [];
    const properties = member(artifact, 'properties');
    const directory = inside(folder, textOf(member(properties, 'directoryName')));
    if (directory === undefined || depth === 0)
      return [{ stacks: [], problems: [`${folder}: the stage "${id}" stands outside of the assembly`] }];
    return [attempt(() => stacksOfStage(directory, textOf(member(properties, 'displayName')) ?? id, depth - 1))];
  });
  return {
    stacks: [own, ...inner].flatMap(({ stacks }) => stacks),
    problems: [own, ...inner].flatMap(({ problems }) => problems),
  };
}

function attempt(read: () => AssemblyContent): AssemblyContent {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    return { stacks: [], problems: [error.message] };
  }
}

function stackOf(
  folder: string,
  id: string,
  artifact: Data,
  stage: string,
  problems: string[],
): AssemblyStack | undefined {
  const properties = member(artifact, 'properties');
  const template = inside(folder, textOf(member(properties, 'templateFile')));
  if (template === undefined) {
    problems.push(`${folder}: the stack "${id}" names no template of the assembly`);
    return undefined;
  }
  const shared = {
    name: textOf(member(properties, 'stackName')) ?? id,
    stage,
    ...environmentOf(textOf(member(artifact, 'environment'))),
  };
  return withNested(folder, template, shared, makersOf(metadataOf(folder, artifact, problems)));
}

/** `aws://111111111111/eu-west-1`, either part of which may be unknown. */
function environmentOf(text: string | undefined): Pick<AssemblyStack, 'account' | 'region'> {
  const [account, region] = text?.replace(/^aws:\/\//, '').split('/') ?? [];
  return {
    ...(account && account !== 'unknown-account' && { account }),
    ...(region && region !== 'unknown-region' && { region }),
  };
}

/**
 * Metadata stands in the manifest or, with newer versions of the CDK, in a file of its own. It names the nested stacks, so
 * one that cannot be read leaves a part of the assembly out.
 */
function metadataOf(folder: string, artifact: Data, problems: string[]): Data | undefined {
  const own = member(artifact, 'metadata');
  const file = inside(folder, textOf(member(artifact, 'additionalMetadataFile')));
  if (file === undefined) return own;
  try {
    const other = readJson(file);
    if (!isDataObject(other)) throw new UnreadableInput(`${file}: cannot be read: it is no map of construct paths`);
    return { ...(isDataObject(own) && own), ...other };
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    problems.push(error.message);
    return own;
  }
}

type Shared = Pick<AssemblyStack, 'name' | 'stage' | 'account' | 'region'>;

function withNested(folder: string, document: string, shared: Shared, makers: Makers): AssemblyStack {
  let text: Buffer | undefined;
  const template = () => (text ??= readFileSync(document));
  const nested = [...makers.nested].flatMap(([logicalId, inner]) => {
    const file = inside(folder, inner.templateFile ?? assetOf(template, logicalId));
    return file === undefined ? [] : [[logicalId, withNested(folder, file, shared, inner)] as const];
  });
  return { ...shared, document, template, makers, nested: new Map(nested) };
}

/** Where the metadata does not name a nested stack's template, the resource may. */
function assetOf(template: () => Buffer, logicalId: string): string | undefined {
  try {
    const resources = member(JSON.parse(template().toString('utf8')) as Data, 'Resources');
    return textOf(member(member(member(resources, logicalId), 'Metadata'), 'aws:asset:path'));
  } catch {
    return undefined;
  }
}

const textOf = (data: Data | undefined): string | undefined => (typeof data === 'string' ? data : undefined);

/** The path of a file in a folder; undefined where it would lead out of it, or no file can be called so. */
function inside(folder: string, file: string | undefined): string | undefined {
  if (file === undefined || file === '' || file.includes('\0') || isAbsolute(file)) return undefined;
  return normalize(file).startsWith('..') ? undefined : join(folder, file);
}

function readJson(path: string): Data {
  try {
    if (statSync(path).size > largestManifest) throw new Error('it is too large');
    return parseJsonText(decode(readFileSync(path))) as Data;
  } catch (error) {
    throw new UnreadableInput(`${path}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
