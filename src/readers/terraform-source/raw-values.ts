import type { Reference as HclReference, UnknownValue, Value } from '../../hcl';
import {
  choiceLeaf,
  notedLeaf,
  partialLeaf,
  templateLeaf,
  unknownLeaf,
  type NotedLeaf,
  type Raw,
  type Reference,
  type UnknownLeaf,
} from '../../model/raw';
import { documentOf } from './documents';

/** The resources of the graph that a reference means. */
export type Resolve = (reference: HclReference) => readonly Reference[];

/** What a value of the evaluator is to the model: the same, with references to resources by their ids. */
export function rawOf(value: Value, resolve: Resolve): Raw {
  switch (value.kind) {
    case 'null':
      return null;
    case 'boolean':
    case 'string':
      return noted(value.value, value, resolve);
    case 'number':
      return noted(value.text ?? value.value, value, resolve);
    case 'list': {
      const items = value.items.map((item) => rawOf(item, resolve));
      return noted(value.open === undefined ? items : partialLeaf(items, value.open), value, resolve);
    }
    case 'object': {
      const members = Object.fromEntries([...value.members].map(([name, member]) => [name, rawOf(member, resolve)]));
      return noted(value.open === undefined ? members : partialLeaf(members, value.open), value, resolve);
    }
    case 'template':
      return noted(templateLeaf(value.parts.map((part) => textPart(part, resolve))), value, resolve);
    case 'json':
      return noted(documentOf(value.value, resolve), value, resolve);
    case 'choice': {
      const branches = value.branches.map((branch) => rawOf(branch, resolve));
      return noted(choiceLeaf(value.why, branches), value, resolve);
    }
    case 'unknown':
      return value.sensitive ? notedLeaf(holeOf(value, resolve), { sensitive: true }) : holeOf(value, resolve);
    case 'instance': {
      const { address } = value;
      return unknownLeaf(settledAtApply(address), resolve({ address, path: [] }), { source: 'resource' });
    }
  }
}

export const settledAtApply = (what: string): string => `settled at apply: ${what}`;

const textPart = (part: string | UnknownValue, resolve: Resolve): string | UnknownLeaf =>
  typeof part === 'string' ? part : holeOf(part, resolve);

export function holeOf({ why, references = [], source, symbol }: UnknownValue, resolve: Resolve): UnknownLeaf & Raw {
  return unknownLeaf(why, references.flatMap(resolve), {
    ...(source && { source }),
    ...(symbol !== undefined && { symbol }),
  });
}

function noted(raw: Raw, value: Value, resolve: Resolve): Raw {
  const note = noteOf(value, resolve);
  return Object.keys(note).length === 0 ? raw : notedLeaf(raw, note);
}

/** A default that a source writes is its author's own word: nobody else supplies it. */
function noteOf(
  { because, sensitive, source, references = [] }: Value,
  resolve: Resolve,
): Omit<NotedLeaf, 'leaf' | 'value'> {
  const found = references.flatMap(resolve);
  return {
    ...(because !== undefined && { because }),
    ...(sensitive && { sensitive }),
    ...(source && because === undefined && { source }),
    ...(found.length > 0 && { references: found }),
  };
}
