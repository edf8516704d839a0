import { join } from 'node:path';
import type { Body } from '../../hcl';
import { checkoutOf } from './checkout';
import { moduleFilesIn } from './module-files';

/**
 * Of the folders that hold Terraform source those that are deployed as they stand: a module that another of them calls is
 * judged where it is called.
 *
 * @param argument the folder in which they were found: what was named counts, whoever calls it.
 */
export function rootModules(folders: readonly string[], argument: string): readonly string[] {
  const calls = callsIn(folders, argument);
  const called = new Set(folders.flatMap((folder) => calls.get(folder) ?? []));
  const reached = new Set<string>();
  const reach = (folder: string): void => {
    if (reached.has(folder)) return;
    reached.add(folder);
    calls.get(folder)?.forEach(reach);
  };
  const roots = folders.filter((folder) => folder === argument || !called.has(folder));
  roots.forEach(reach);
  // Modules that call each other, and that nobody else calls: one of them stands for all.
  const others = folders.filter((folder) => {
    const isNew = !reached.has(folder);
    reach(folder);
    return isNew;
  });
  return folders.filter((folder) => roots.includes(folder) || others.includes(folder));
}

/** For each folder those of the others that its module calls. */
function callsIn(folders: readonly string[], argument: string): ReadonlyMap<string, readonly string[]> {
  const checkout = checkoutOf(argument);
  const byPath = new Map(folders.map((folder) => [join(folder, '.'), folder]));
  return new Map(
    folders.map((folder) => {
      const files = moduleFilesIn(checkout, folder)?.files ?? [];
      const sources = files.flatMap(({ source }) => localSources(source.body));
      const named = sources.flatMap((source) => byPath.get(join(folder, source, '.')) ?? []);
      return [folder, named.filter((other) => other !== folder)];
    }),
  );
}

/** The folders that the `module` blocks of a file name. */
const localSources = ({ items }: Body): readonly string[] =>
  items.flatMap((item) => {
    if (item.kind !== 'block' || item.type !== 'module') return [];
    const source = item.body.items.find((inner) => inner.kind === 'attribute' && inner.name === 'source');
    const value = source?.kind === 'attribute' && source.expression.kind === 'literal' ? source.expression.value : '';
    return typeof value === 'string' && /^\.\.?(?:\/|$)/u.test(value) ? [value] : [];
  });
