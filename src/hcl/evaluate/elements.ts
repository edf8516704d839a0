import { sortedMembers, nameOf } from './convert';
import { refuse } from './failure';
import { unknownFrom } from './inspect';
import { inherited } from './traversal';
import { numberValue, stringValue, type UnknownValue, type Value } from './value';

export interface Element {
  readonly key: Value;
  readonly value: Value;
}

/** What a collection holds, in the order in which Terraform walks through it. */
export interface Elements {
  readonly kind: 'elements';
  readonly elements: readonly Element[];
  /** Why there may be more. */
  readonly open: string | undefined;
}

/** In a set each element is its own key. */
export function elementsOf(value: Value): Elements | UnknownValue {
  switch (value.kind) {
    case 'list':
      return {
        kind: 'elements',
        elements: value.items.map((item, index) => ({
          key: value.set ? item : numberValue(index),
          value: inherited(item, value, index),
        })),
        open: value.open,
      };
    case 'object':
      return {
        kind: 'elements',
        elements: sortedMembers(value).map(([key, member]) => ({
          key: stringValue(key),
          value: inherited(member, value, key),
        })),
        open: value.open,
      };
    case 'unknown':
    case 'choice':
    case 'instance':
      return unknownFrom([value]);
    default:
      return refuse(`a collection is required, and this is ${nameOf(value)}`);
  }
}
