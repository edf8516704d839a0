/**
 * Constructs as they are used here. The library may be there in several copies, or not at all: nothing is imported from
 * it, and nothing is asked by `instanceof`.
 */
export interface ConstructLike {
  readonly node: NodeLike;
}

export interface NodeLike {
  readonly path: string;
  readonly children: readonly ConstructLike[];
  readonly scopes: readonly ConstructLike[];
  readonly root: ConstructLike;
  readonly metadata: readonly MetadataLike[];
  tryFindChild(id: string): ConstructLike | undefined;
  addMetadata(type: string, data: unknown, options?: { readonly stackTraceOverride?: string[] }): void;
  addValidation(validation: { validate(): string[] }): void;
}

export interface MetadataLike {
  readonly type: string;
  readonly data: unknown;
  readonly trace?: readonly string[] | undefined;
}

/** On an app: it is inspected by a plugin. On a plugin: it is one of ours, whichever copy made it. */
export const pluginMark: unique symbol = Symbol.for('demarc.plugin') as never;

/** Marks a construct for everybody who may ask, once. */
export function mark(construct: object): void {
  if (!(pluginMark in construct)) Object.defineProperty(construct, pluginMark, { value: true });
}

export const isMarked = (thing: unknown): boolean => typeof thing === 'object' && thing !== null && pluginMark in thing;

/** The construct at a path, from the root. */
export function constructAt(root: ConstructLike, path: string): ConstructLike | undefined {
  let construct: ConstructLike | undefined = root;
  for (const id of path === '' ? [] : path.split('/')) construct = construct?.node.tryFindChild(id);
  return construct;
}

/** A construct and everything in it, in the order of the tree. */
export function* within(construct: ConstructLike): Generator<ConstructLike> {
  yield construct;
  for (const child of construct.node.children) yield* within(child);
}

/** A stack of the CDK. What begins with an underscore is not public, and the same from 2.100 to 2.276. */
export interface StackLike extends ConstructLike {
  readonly stackName: string;
  readonly account: string;
  readonly region: string;
  readonly templateFile: string;
  readonly nestedStackParent?: StackLike | undefined;
  readonly nestedStackResource?: ResourceLike | undefined;
  resolve(value: unknown): unknown;
  _toCloudFormation(): unknown;
}

/** A `CfnElement`: an L1 construct. */
export interface ResourceLike extends ConstructLike {
  readonly logicalId: string;
}

export const isStack = (construct: object): construct is StackLike =>
  Symbol.for('@aws-cdk/core.Stack') in construct && '_toCloudFormation' in construct && 'resolve' in construct;

export const isResource = (construct: object): construct is ResourceLike =>
  'cfnResourceType' in construct && 'logicalId' in construct;

/** An app or a stage of one. */
export interface StageLike extends ConstructLike {
  readonly outdir: string;
  synth(options?: object): { readonly directory: string };
}

export const isStage = (construct: object): construct is StageLike =>
  'synth' in construct && 'outdir' in construct && 'stageName' in construct;
