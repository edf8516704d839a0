import { join } from 'node:path';
import type { Block, Body, Evaluation, ModuleFile } from '../../hcl';
import { onlyMajor } from '../terraform-plan/provider-version';
import type { Checkout } from './checkout';
import { openFile } from './module-files';

/**
 * Major versions of the providers: the one that all constraints leave, else the one that was chosen when the module was
 * initialized last.
 */
export function majorVersions(
  requirements: Evaluation['requirements'],
  lock: ModuleFile | undefined,
): Readonly<Record<string, number>> {
  const constraints = new Map<string, string[]>();
  for (const { source, version } of requirements)
    if (version !== undefined)
      constraints.set(shortName(source), [...(constraints.get(shortName(source)) ?? []), version]);
  const chosen = [...constraints].flatMap(([name, written]) => {
    const major = onlyMajor(written);
    return major === undefined ? [] : [[name, major] as const];
  });
  return Object.fromEntries([...(lock ? lockedMajors(lock.source.body) : []), ...chosen]);
}

/** `aws` of `registry.terraform.io/hashicorp/aws`. */
export const shortName = (source: string): string => source.slice(source.lastIndexOf('/') + 1);

/** @see https://developer.hashicorp.com/terraform/language/files/dependency-lock */
export function lockFileIn(checkout: Checkout, folder: string): ModuleFile | undefined {
  const path = join(folder, '.terraform.lock.hcl');
  const file = openFile(checkout, path);
  return 'source' in file ? file : undefined;
}

const lockedMajors = ({ items }: Body): readonly (readonly [string, number])[] =>
  items.flatMap((item) => {
    const [name] = item.kind === 'block' && item.type === 'provider' ? item.labels : [];
    const major = item.kind === 'block' ? /^\d+/u.exec(textOf(item, 'version') ?? '')?.[0] : undefined;
    return name && major !== undefined ? [[shortName(name.value), Number(major)] as const] : [];
  });

/** An attribute that is written as a plain text. */
function textOf({ body }: Block, name: string): string | undefined {
  const attribute = body.items.find((item) => item.kind === 'attribute' && item.name === name);
  if (attribute?.kind !== 'attribute' || attribute.expression.kind !== 'literal') return undefined;
  const { value } = attribute.expression;
  return typeof value === 'string' ? value : undefined;
}
