import { limits } from './failure';
import { sizeOf } from './inspect';
import { unknownReference } from './traversal';
import { unknownValue, type ObjectValue, type Value } from './value';

export type Publish = (value: Value) => Value;

/** Each argument for itself, so that a large one does not take the others with it. */
export const publishedBody = (body: ObjectValue, publish: Publish): ObjectValue => ({
  ...body,
  members: new Map([...body.members].map(([name, value]) => [name, publish(value)])),
});

/**
 * A value as results show it: a whole resource in it is unknown, with a reference, and one that is too large to look
 * through is unknown. Parts that
 * values share stay shared.
 */
export function publisher(): Publish {
  const done = new WeakMap<Value, Value>();
  const publish = (value: Value): Value => {
    const known = done.get(value);
    if (known) return known;
    const published = withoutInstances(value, publish);
    done.set(value, published);
    return published;
  };
  return (value) =>
    sizeOf(value) > limits.size ? unknownValue('a value of more than 200,000 parts', { at: value.at }) : publish(value);
}

function withoutInstances(value: Value, publish: (value: Value) => Value): Value {
  switch (value.kind) {
    case 'instance':
      return { ...unknownReference({ address: value.address, path: [] }), at: value.at };
    case 'list': {
      const items = value.items.map(publish);
      return items.every((item, index) => item === value.items[index]) ? value : { ...value, items };
    }
    case 'choice': {
      const branches = value.branches.map(publish);
      return branches.every((branch, index) => branch === value.branches[index]) ? value : { ...value, branches };
    }
    case 'object': {
      const members = [...value.members].map(([key, member]) => [key, publish(member)] as const);
      const isSame = members.every(([key, member]) => member === value.members.get(key));
      return isSame ? value : { ...value, members: new Map(members) };
    }
    case 'json':
      return { ...value, value: publish(value.value) };
    default:
      return value;
  }
}
