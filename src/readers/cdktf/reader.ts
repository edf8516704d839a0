import { ResourceGraph } from '../../model/graph';
import { Property } from '../../model/property';
import { distinctKeys, mayHoldSecret, providerAddress, providerType } from '../../model/provider-block';
import { isLeaf, isObject, notedLeaf, partialLeaf, unknownLeaf, type Raw, type RawObject } from '../../model/raw';
import type { Resource } from '../../model/resource';
import type { Input } from '../input';
import { isJsonList, isJsonObject, member, type Json } from '../terraform-plan/json';
import { policyFrom } from '../terraform-plan/policy-document';
import { onlyMajor } from '../terraform-plan/provider-version';
import { evaluateText } from './expression';

/** A synthesized stack of CDKTF or CDKTN: `toTerraform()`, or the content of `cdk.tf.json`. */
export interface TerraformStackSource {
  readonly name: string;
  /** The document, as findings name it. */
  readonly document: string;
  readonly content: unknown;
}

/**
 * Reads synthesized stacks into one graph. References resolve inside a stack, and to the outputs of another stack of the
 * same app; other expressions are unknown.
 */
export function readTerraformStacks(
  sources: readonly TerraformStackSource[],
  options: { readonly path: string },
): Input {
  const stacks = sources.map(openStack);
  const byName = new Map(stacks.map((stack) => [stack.name, stack]));
  const evaluation: Evaluation = { stackOf: (name) => byName.get(name), depth: 0 };
  return {
    path: options.path,
    dialect: 'cdktf',
    after: new ResourceGraph(
      stacks.flatMap((stack) => stack.blocks.map((block) => resourceOf(block, stack, evaluation))),
    ),
    notes: stacks.flatMap(notesOf),
    providerVersions: versionsOf(stacks),
  };
}

interface Block {
  readonly id: string;
  readonly address: string;
  readonly type: string;
  readonly mode: 'managed' | 'data';
  readonly body: Json;
  /** It configures this provider, and is no resource. */
  readonly configures?: string;
}

interface OpenStack extends TerraformStackSource {
  readonly content: Json;
  readonly blocks: readonly Block[];
  readonly byAddress: ReadonlyMap<string, Block>;
}

interface Evaluation {
  readonly stackOf: (name: string) => OpenStack | undefined;
  /** How many names were followed: locals and variables may go in circles. */
  readonly depth: number;
}

const deepest = 20;

function openStack(source: TerraformStackSource): OpenStack {
  const content = isJsonObject(source.content) ? source.content : {};
  const blocks = [...blocksIn(content, 'resource', source), ...blocksIn(content, 'data', source)];
  const byAddress = new Map(blocks.map((block) => [block.address, block]));
  return { ...source, content, blocks: [...blocks, ...providerBlocksIn(content, source)], byAddress };
}

const entries = (json: Json | undefined): readonly (readonly [string, Json])[] =>
  isJsonObject(json) ? Object.entries(json).filter(([key]) => key !== '//') : [];

function blocksIn(content: Json, section: 'resource' | 'data', { document }: TerraformStackSource): readonly Block[] {
  return entries(member(content, section)).flatMap(([type, named]) =>
    entries(named).flatMap(([name, written]) => {
      const body = isJsonList(written) ? written[0] : written;
      if (!isJsonObject(body) || member(body, 'count') === 0) return [];
      const address = `${section === 'data' ? 'data.' : ''}${type}.${name}`;
      return [
        { id: `${document}#${address}`, address, type, mode: section === 'data' ? 'data' : 'managed', body } as const,
      ];
    }),
  );
}

/** The blocks of providers that may say a secret. */
function providerBlocksIn(content: Json, { document }: TerraformStackSource): readonly Block[] {
  const keyOf = distinctKeys();
  return entries(member(content, 'provider')).flatMap(([localName, written]) =>
    (isJsonList(written) ? written : [written]).flatMap((body): readonly Block[] => {
      const source = member(member(requiredProviders(content), localName), 'source');
      const named = typeof source === 'string' ? source.slice(source.lastIndexOf('/') + 1) : localName;
      const provider = named.toLowerCase();
      if (!mayHoldSecret(provider, (argument) => (member(body, argument) ?? null) !== null)) return [];
      const alias = member(body, 'alias');
      const address = providerAddress({ module: '', localName, alias: typeof alias === 'string' ? alias : undefined });
      const id = `${document}#${keyOf(address)}`;
      return [{ id, address, type: providerType(provider), mode: 'data', body, configures: provider }];
    }),
  );
}

const requiredProviders = (content: Json): Json | undefined =>
  member(member(content, 'terraform'), 'required_providers');

/** Arguments of every block, which are none of the resource's own. */
const metaArguments: ReadonlySet<string> = new Set([
  '//',
  'connection',
  'count',
  'depends_on',
  'dynamic',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
]);

function resourceOf(block: Block, stack: OpenStack, evaluation: Evaluation): Resource {
  const { id, address, type, mode, body, configures } = block;
  const path = member(member(member(body, '//'), 'metadata'), 'path');
  let evaluated: RawObject | undefined;
  return {
    id,
    address,
    type,
    vocabulary: 'terraform',
    properties: new Property(() => (evaluated ??= propertiesOf(body, stack, evaluation)), { id }),
    mode,
    action: 'unknown',
    document: stack.document,
    stack: stack.name,
    provider: configures ?? (type.slice(0, Math.max(type.indexOf('_'), 0)) || type),
    ...(configures !== undefined && { unused: true }),
    ...(typeof path === 'string' && { constructPath: path }),
  };
}

function propertiesOf(body: Json, stack: OpenStack, evaluation: Evaluation): RawObject {
  const written = entries(body).filter(([key]) => !metaArguments.has(key));
  const dynamic = entries(member(body, 'dynamic')).map(([key]) => {
    const fixed = member(body, key);
    const known = fixed === undefined ? [] : evaluate([fixed].flat(), stack, evaluation);
    const why = 'settled at apply: a dynamic block sets it';
    return [key, Array.isArray(known) ? partialLeaf(known as readonly Raw[], why) : unknownLeaf(why)] as const;
  });
  return Object.fromEntries([
    ...written.map(([key, json]) => [key, evaluate(json, stack, evaluation)] as const),
    ...dynamic,
  ]);
}

function evaluate(json: Json | undefined, stack: OpenStack, evaluation: Evaluation): Raw {
  if (typeof json === 'string') return evaluateText(json, (name) => resolve(name, stack, evaluation));
  if (isJsonList(json)) return json.map((item) => evaluate(item, stack, evaluation));
  if (isJsonObject(json))
    return Object.fromEntries(entries(json).map(([key, value]) => [key, evaluate(value, stack, evaluation)]));
  return json;
}

/** What a dotted name means in a stack. */
function resolve(name: string, stack: OpenStack, evaluation: Evaluation): Raw {
  const settled = `settled at apply: ${name}`;
  if (evaluation.depth >= deepest) return unknownLeaf(settled);
  const inner = { ...evaluation, depth: evaluation.depth + 1 };
  const [root = '', first = '', ...rest] = name.split('.');
  if (root === 'var') return rest.length === 0 ? variable(first, stack, inner) : unknownLeaf(settled);
  if (root === 'local') {
    const local = member(member(stack.content, 'locals'), first);
    return local === undefined ? unknownLeaf(settled) : stepInto(evaluate(local, stack, inner), rest, settled);
  }
  if (root === 'data' && first === 'terraform_remote_state') return remoteOutput(rest, inner) ?? unknownLeaf(settled);
  const names = root === 'data' ? [root, first, rest[0] ?? ''] : [root, first];
  const attribute = root === 'data' ? rest.slice(1) : rest;
  const block = stack.byAddress.get(names.join('.'));
  if (!block) return unknownLeaf(settled, [], root === 'module' || root === 'data' ? { source: 'resource' } : {});
  return attributeOf(block, attribute, stack, inner, settled);
}

function attributeOf(
  block: Block,
  attribute: readonly string[],
  stack: OpenStack,
  evaluation: Evaluation,
  settled: string,
): Raw {
  if (block.type === 'aws_iam_policy_document' && block.mode === 'data' && attribute[0] === 'json')
    return policyFrom(propertiesOf(block.body, stack, evaluation));
  const references = [{ id: block.id, ...(attribute.length > 0 && { attribute: attribute.join('.') }) }];
  const [key, ...others] = attribute;
  const written = key !== undefined && others.length === 0 ? member(block.body, key) : undefined;
  const value = written === undefined || written === null ? undefined : evaluate(written, stack, evaluation);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? notedLeaf(value, { references, source: 'resource' })
    : unknownLeaf(settled, references, { source: 'resource' });
}

/** Of a variable the default counts, on its word. */
function variable(name: string, stack: OpenStack, evaluation: Evaluation): Raw {
  const declared = member(member(stack.content, 'variable'), name);
  const isSecret = member(declared, 'sensitive') === true;
  const source = isSecret ? 'secret-parameter' : 'parameter';
  const fallback = member(declared, 'default');
  if (fallback === undefined || fallback === null)
    return unknownLeaf(`variable "${name}" is given at apply`, [], { source, symbol: `variable: ${name}` });
  return notedLeaf(evaluate(fallback, stack, evaluation), {
    because: `the default of variable "${name}"`,
    source,
    ...(isSecret && { sensitive: true }),
  });
}

const crossStack = 'cross-stack-reference-input-';

/** What another stack of the app outputs: CDKTF writes such a reference as a remote state of its own naming. */
function remoteOutput([name = '', word, output = '']: readonly string[], evaluation: Evaluation): Raw {
  const stack = name.startsWith(crossStack) ? evaluation.stackOf(name.slice(crossStack.length)) : undefined;
  const value =
    stack && word === 'outputs' ? member(member(member(stack.content, 'output'), output), 'value') : undefined;
  return stack && value !== undefined ? evaluate(value, stack, evaluation) : undefined;
}

function stepInto(raw: Raw, keys: readonly string[], settled: string): Raw {
  const [key, ...others] = keys;
  if (key === undefined) return raw;
  if (isObject(raw) && Object.hasOwn(raw, key)) return stepInto(raw[key], others, settled);
  if (Array.isArray(raw) && Number(key) in raw) return stepInto((raw as readonly Raw[])[Number(key)], others, settled);
  return isLeaf(raw) && raw.leaf === 'unknown' ? raw : unknownLeaf(settled);
}

function notesOf({ content, document }: OpenStack): readonly string[] {
  const modules = entries(member(content, 'module')).map(([name]) => name);
  return modules.length === 0 ? [] : [`${document}: modules are not read: ${modules.join(', ')}`];
}

/** Major versions that the stacks' constraints leave no choice of. */
function versionsOf(stacks: readonly OpenStack[]): Readonly<Record<string, number>> {
  const constraints = new Map<string, string[]>();
  for (const { content } of stacks)
    for (const [name, provider] of entries(requiredProviders(content))) {
      const version = member(provider, 'version');
      if (typeof version === 'string') constraints.set(name, [...(constraints.get(name) ?? []), version]);
    }
  return Object.fromEntries(
    [...constraints].flatMap(([name, written]) => {
      const major = onlyMajor(written);
      return major === undefined ? [] : [[name, major] as const];
    }),
  );
}
