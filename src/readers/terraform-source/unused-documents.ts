import { dirname } from 'node:path';
import { childrenOf, type BodyItem, type Expression, type ModuleFile, type ResourceInstance } from '../../hcl';

export const policyDocument = 'aws_iam_policy_document';

/**
 * Whether something takes a policy document: an expression of its module other than its own. One that is named without
 * its name (`data.aws_iam_policy_document[...]`) may be any.
 */
export function usedDocuments(files: readonly ModuleFile[]): (instance: ResourceInstance) => boolean {
  const folders = new Map<string, ModuleFile[]>();
  for (const file of files) folders.set(dirname(file.path), [...(folders.get(dirname(file.path)) ?? []), file]);
  const used = new Map<string, ReadonlySet<string>>();
  return ({ file, name }) => {
    const folder = dirname(file);
    const names = used.get(folder) ?? documentsIn(folders.get(folder) ?? []);
    used.set(folder, names);
    return names.has(name) || names.has(any);
  };
}

/** No document has this name. */
const any = '';

const documentsIn = (files: readonly ModuleFile[]): ReadonlySet<string> =>
  new Set(
    files
      .flatMap(({ source }) => source.body.items)
      .flatMap((item) =>
        expressionsIn(item)
          .flatMap(documentsNamedIn)
          .filter((name) => !isDocument(item, name)),
      ),
  );

const isDocument = (item: BodyItem, name: string): boolean =>
  item.kind === 'block' &&
  item.type === 'data' &&
  item.labels[0]?.value === policyDocument &&
  item.labels[1]?.value === name;

const expressionsIn = (item: BodyItem): readonly Expression[] =>
  item.kind === 'attribute' ? [item.expression] : item.body.items.flatMap(expressionsIn);

function documentsNamedIn(expression: Expression): readonly string[] {
  const inner = childrenOf(expression).flatMap(documentsNamedIn);
  if (expression.kind !== 'traversal') return inner;
  const { from, steps } = expression;
  const [type, name] = steps;
  const isType = type?.kind === 'attribute-step' && type.name === policyDocument;
  if (from.kind !== 'variable' || from.name !== 'data' || !isType) return inner;
  return [name?.kind === 'attribute-step' ? name.name : any, ...inner];
}
