import type { Attribute, Block, Body, Expression } from '../syntax';
import type { ModuleFile, ModuleSource } from './module';

/** A block, with those of override files that are laid over it. Each layer stands in a file of its own. */
export interface Declaration {
  readonly file: string;
  readonly block: Block;
  readonly layers: readonly Layer[];
}

export interface Layer {
  readonly file: string;
  readonly body: Body;
}

export interface Local {
  readonly file: string;
  readonly attribute: Attribute;
}

/** What the files of a module declare, by name: `resource.aws_kms_key.main`, `variable.name`. */
export interface Declarations {
  readonly byName: ReadonlyMap<string, Declaration>;
  readonly locals: ReadonlyMap<string, Local>;
  /** `provider`, `moved` and `terraform` blocks, which have no name of their own. */
  readonly others: readonly Declaration[];
  /** Why something that is not declared may have been all the same: a file has errors. */
  readonly damaged: string | undefined;
}

const named: ReadonlySet<string> = new Set(['data', 'ephemeral', 'module', 'output', 'resource', 'variable']);

export function declarationsOf({ files }: ModuleSource): Declarations {
  const byName = new Map<string, Declaration>();
  const locals = new Map<string, Local>();
  const others: Declaration[] = [];
  for (const { file, block, isOverride } of blocksOf(files)) {
    const name = [block.type, ...block.labels.map(({ value }) => value)].join('.');
    const base = byName.get(name);
    const layer = { file, body: block.body };
    if (block.type === 'locals') addLocals(locals, layer);
    else if (!named.has(block.type)) others.push({ file, block, layers: [layer] });
    else if (!base) byName.set(name, { file, block, layers: [layer] });
    else if (isOverride) byName.set(name, { ...base, layers: [...base.layers, layer] });
  }
  const damaged = files.find(({ source }) => source.errors.length > 0);
  return { byName, locals, others, damaged: damaged && `${damaged.path} has a syntax error` };
}

interface WrittenBlock {
  readonly file: string;
  readonly block: Block;
  readonly isOverride: boolean;
}

function blocksOf(files: readonly ModuleFile[]): readonly WrittenBlock[] {
  const ordered = [...files.filter((file) => !isOverride(file)), ...files.filter(isOverride)];
  return ordered.flatMap((file) =>
    file.source.body.items.flatMap((block) =>
      block.kind === 'block'
        ? [block, ...scopedData(block)].map((one) => ({ file: file.path, block: one, isOverride: isOverride(file) }))
        : [],
    ),
  );
}

/**
 * The data source that a `check` block has for itself. It is one of the module's, with an address of its own.
 *
 * @see https://developer.hashicorp.com/terraform/language/block/check
 */
export const scopedData = ({ type, body }: Block): readonly Block[] =>
  type === 'check' ? body.items.filter((item): item is Block => item.kind === 'block' && item.type === 'data') : [];

const isOverride = ({ path }: ModuleFile): boolean => /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/u.test(path);

function addLocals(locals: Map<string, Local>, { file, body }: Layer): void {
  for (const item of body.items) if (item.kind === 'attribute') locals.set(item.name, { file, attribute: item });
}

/** An argument, from the topmost layer that writes it. */
export function argumentOf(layers: readonly Layer[], name: string): { readonly file: string; readonly expression: Expression } | undefined {
  for (const { file, body } of [...layers].reverse()) {
    const attribute = attributeOf(body, name);
    if (attribute) return { file, expression: attribute.expression };
  }
  return undefined;
} // prettier-ignore

export const attributeOf = (body: Body, name: string): Attribute | undefined =>
  body.items.find((item): item is Attribute => item.kind === 'attribute' && item.name === name);

export const blockOf = (body: Body, type: string): Block | undefined =>
  body.items.find((item): item is Block => item.kind === 'block' && item.type === type);

/** A text that is written plainly: a version, a source. */
export const plainText = (expression: Expression | undefined): string | undefined =>
  expression?.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined;

export const plainFlag = (expression: Expression | undefined): boolean | undefined =>
  expression?.kind === 'literal' && typeof expression.value === 'boolean' ? expression.value : undefined;
