import { whyOpen } from '../inspect';
import { nullValue, templateValue, type ObjectValue, type Value } from '../value';

/** What a list holds, and why there may be more of it. */
export interface Items {
  readonly known: readonly Value[];
  readonly open: string | undefined;
}

export const memberOf = ({ members }: ObjectValue, name: string): Value => members.get(name) ?? nullValue();

/** Whether something is said. What may be null counts as said: it is not known. */
export const isGiven = (value: Value): boolean =>
  value.kind !== 'null' &&
  !(value.kind === 'string' && value.value === '') &&
  !(value.kind === 'list' && value.items.length === 0 && value.open === undefined);

/** The elements of a list that may be unknown. A lone block counts as a list. */
export function itemsOf(value: Value): Items {
  switch (value.kind) {
    case 'null':
      return { known: [], open: undefined };
    case 'list':
      return { known: value.items, open: value.open };
    case 'unknown':
    case 'choice':
    case 'instance':
      return { known: [], open: whyOpen(value) ?? 'settled at apply' };
    default:
      return { known: [value], open: undefined };
  }
}

export const knownTextOf = (value: Value | undefined): string | undefined =>
  value?.kind === 'string' ? value.value : undefined;

/** `&{aws:username}` is how Terraform sources write the policy variable `${aws:username}`. */
export function withPolicyVariables(value: Value): Value {
  const spelled = (text: string): string => text.replaceAll('&{', '${');
  switch (value.kind) {
    case 'string':
      return { ...value, value: spelled(value.value) };
    case 'template': {
      const parts = value.parts.map((part) => (typeof part === 'string' ? spelled(part) : part));
      return { ...value, ...templateValue(parts), at: value.at };
    }
    case 'list':
      return { ...value, items: value.items.map(withPolicyVariables) };
    case 'choice':
      return { ...value, branches: value.branches.map(withPolicyVariables) };
    default:
      return value;
  }
}
