import type { Expression, ObjectConstructor } from '../syntax';
import { argumentOf, blockOf, plainText, type Declaration, type Declarations } from './declarations';
import type { ModuleInstance, ProviderRequirement, ProviderUse } from './module';

/** The provider of a resource: the one that it names, else the one that its type begins with. */
export function providerOf(
  { layers }: Declaration,
  type: string,
  { declarations }: { readonly declarations: Declarations },
): ProviderUse {
  const [named, alias] = stepsOf(argumentOf(layers, 'provider')?.expression);
  const prefix = type.slice(0, Math.max(type.indexOf('_'), 0));
  const localName = named ?? (prefix === '' ? type : prefix);
  return { localName, alias, source: sourceOf(localName, declarations) };
}

/** `aws.west` as its two names; it may be written in quotes, as it was before Terraform 0.12. */
export function stepsOf(expression: Expression | undefined): readonly [string?, string?] {
  if (expression?.kind === 'variable') return [expression.name];
  if (expression?.kind === 'literal' && typeof expression.value === 'string') {
    const [name = '', alias] = expression.value.split('.');
    return alias === undefined ? [name] : [name, alias];
  }
  if (expression?.kind !== 'traversal' || expression.from.kind !== 'variable') return [];
  const [step] = expression.steps;
  return step?.kind === 'attribute-step' ? [expression.from.name, step.name] : [expression.from.name];
}

export const isOfAws = (source: string): boolean => source === 'aws' || source.endsWith('/aws');

function sourceOf(localName: string, declarations: Declarations): string {
  const required = requiredIn(declarations).find(([name]) => name === localName)?.[1];
  return required?.source ?? (localName === 'terraform' ? 'terraform.io/builtin/terraform' : `hashicorp/${localName}`);
}

interface Required {
  readonly source: string | undefined;
  readonly version: string | undefined;
}

const cache = new WeakMap<Declarations, readonly (readonly [string, Required])[]>();

function requiredIn(declarations: Declarations): readonly (readonly [string, Required])[] {
  const known = cache.get(declarations);
  if (known) return known;
  const written = declarations.others
    .filter(({ block }) => block.type === 'terraform')
    .flatMap(({ block }) => blockOf(block.body, 'required_providers')?.body.items ?? [])
    .flatMap((item) => (item.kind === 'attribute' ? [[item.name, requiredFrom(item.expression)] as const] : []));
  // An override file says it again for one provider, and replaces what was said of that one.
  const required = [...new Map(written)];
  cache.set(declarations, required);
  return required;
}

/** Written as an object, or as the version alone, as it was before Terraform 0.13. */
function requiredFrom(expression: Expression): Required {
  if (expression.kind !== 'object') return { source: undefined, version: plainText(expression) };
  return { source: memberOf(expression, 'source'), version: memberOf(expression, 'version') };
}

function memberOf({ items }: ObjectConstructor, name: string): string | undefined {
  return plainText(items.find(({ key }) => key.kind === 'named-key' && key.name === name)?.value);
}

export function requirementsOf(declarations: Declarations, module: ModuleInstance): readonly ProviderRequirement[] {
  return requiredIn(declarations).map(([localName, { source, version }]) => ({
    localName,
    source: source ?? `hashicorp/${localName}`,
    version,
    module,
  }));
}
