import type { Block, ModuleFile, ResourceInstance } from '../../hcl';
import type { Uncertain } from '../../model/resource';

/**
 * Why nobody can say whether an instance will be there: its own `count` or `for_each`, or that of a module on the way to
 * it. Two resources of a module that ask the same are there together.
 */
export function uncertaintyOf(files: readonly ModuleFile[]): (instance: ResourceInstance) => Uncertain | undefined {
  const texts = new Map(files.map(({ path, source }) => [path, source.text]));
  return ({ uncertain, module, block, file, address }) => {
    const why = uncertain ?? module.uncertain;
    if (why === undefined) return undefined;
    const own = uncertain === undefined ? '' : (repetition(block, texts.get(file) ?? '') ?? address);
    return { why, condition: `${module.address} ${own}` };
  };
}

/** What a block is repeated over, as it is written. */
function repetition({ body }: Block, text: string): string | undefined {
  for (const item of body.items)
    if (item.kind === 'attribute' && (item.name === 'count' || item.name === 'for_each'))
      return text.slice(item.expression.start, item.expression.end).replace(/\s+/gu, ' ');
  return undefined;
}
