import { unknownFrom, whyOpen } from '../inspect';
import { listValue, objectValue, stringValue, unknownValue, type Value } from '../value';
import { itemsOf, knownTextOf, memberOf, withPolicyVariables } from './policy-values';

/**
 * Only `*` of type `*` is everyone written short.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function principalsFrom(blocks: Value): Value {
  const { known, open } = itemsOf(blocks);
  const members = new Map<string, readonly Value[]>();
  for (const block of known) {
    const type = block.kind === 'object' ? knownTextOf(block.members.get('type')) : undefined;
    if (block.kind !== 'object' || type === undefined) return unknownFrom([blocks], whyOpen(block) ?? 'settled at apply');
    members.set(type, [...(members.get(type) ?? []), ...texts(memberOf(block, 'identifiers'))]);
  }
  const [first, ...others] = members.get('*') ?? [];
  if (open === undefined && members.size === 1 && others.length === 0 && knownTextOf(first) === '*')
    return { ...stringValue('*'), ...first };
  const principals = [...members].map(([type, identifiers]) => [type, listValue(identifiers)] as const);
  return objectValue(principals, { at: blocks.at }, open);
} // prettier-ignore

/** The values of a list, with one that is unknown for those that nobody knows. */
function texts(value: Value): readonly Value[] {
  const { known, open } = itemsOf(withPolicyVariables(value));
  if (open === undefined) return known;
  return [...known, value.kind === 'list' ? unknownValue(open) : unknownFrom([value])];
}

export function conditionsFrom(blocks: Value): Value {
  const { known, open } = itemsOf(blocks);
  const tests = new Map<string, Map<string, readonly Value[]>>();
  for (const block of known) {
    const test = block.kind === 'object' ? knownTextOf(block.members.get('test')) : undefined;
    const variable = block.kind === 'object' ? knownTextOf(block.members.get('variable')) : undefined;
    if (block.kind !== 'object' || test === undefined || variable === undefined)
      return unknownFrom([blocks], whyOpen(block) ?? 'settled at apply');
    const keys = tests.get(test) ?? new Map<string, readonly Value[]>();
    tests.set(test, keys.set(variable, [...(keys.get(variable) ?? []), ...texts(memberOf(block, 'values'))]));
  }
  const conditions = [...tests].map(([test, keys]) => {
    const values = [...keys].map(([variable, items]) => [variable, listValue(items)] as const);
    return [test, objectValue(values)] as const;
  });
  return objectValue(conditions, { at: blocks.at }, open);
}
