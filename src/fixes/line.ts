import type { Edit, Settings, Value } from './edit';

/** Settings by the blocks that they stand in. */
export interface Tree {
  readonly [key: string]: Tree | Value;
}

/**
 * An edit in one line: `metadata_options { http_tokens = "required" }` in Terraform, and in CloudFormation
 * `MetadataOptions: { HttpTokens: required }`.
 */
export function lineOf({ type, settings }: Edit): string {
  const entries = Object.entries(treeOf(settings));
  return type.includes('::')
    ? entries.map(([name, value]) => `${name}: ${asYaml(value)}`).join(', ')
    : entries.map(([name, value]) => asHcl(name, value)).join('; ');
}

export const isTree = (value: Tree | Value): value is Tree => typeof value === 'object';

const asYaml = (value: Tree | Value): string =>
  isTree(value)
    ? `{ ${Object.entries(value)
        .map(([name, inner]) => `${name}: ${asYaml(inner)}`)
        .join(', ')} }`
    : String(value);

const asHcl = (name: string, value: Tree | Value): string =>
  isTree(value)
    ? `${name} { ${Object.entries(value)
        .map(([inner, one]) => asHcl(inner, one))
        .join('; ')} }`
    : `${name} = ${JSON.stringify(value)}`;

export function treeOf(settings: Settings): Tree {
  const [tree] = Object.entries(settings).reduce<readonly [Tree]>(
    ([before], [path, value]) => [withValue(before, path.split('.'), value)],
    [{}],
  );
  return tree;
}

function withValue(tree: Tree, [key = '', ...rest]: readonly string[], value: Value): Tree {
  if (rest.length === 0) return { ...tree, [key]: value };
  const inner = tree[key];
  return { ...tree, [key]: withValue(typeof inner === 'object' ? inner : {}, rest, value) };
}
