import type { Value } from '../../hcl';
import { templateLeaf, unknownLeaf, type Raw, type UnknownLeaf } from '../../model/raw';
import { holeOf, rawOf, type Resolve } from './raw-values';

/**
 * The JSON that `jsonencode` makes of a value: its text where all of it is known, as a plan has it, else its structure.
 * A list with holes is a text with holes, for a document is what is asked for as a whole.
 */
export function documentOf(value: Value, resolve: Resolve): Raw {
  const parts = jsonParts(value, resolve);
  if (value.kind === 'object' && parts.some((part) => typeof part !== 'string')) return rawOf(value, resolve);
  return templateLeaf(parts);
}

type Part = string | UnknownLeaf;

function jsonParts(value: Value, resolve: Resolve): readonly Part[] {
  switch (value.kind) {
    case 'null':
      return ['null'];
    case 'boolean':
    case 'string':
      return [JSON.stringify(value.value)];
    case 'number':
      return [value.text ?? JSON.stringify(value.value)];
    case 'template':
      return [
        '"',
        ...value.parts.map((part) => (typeof part === 'string' ? inside(part) : holeOf(part, resolve))),
        '"',
      ];
    case 'json': {
      const inner = jsonParts(value.value, resolve);
      return ['"', ...inner.map((part) => (typeof part === 'string' ? inside(part) : part)), '"'];
    }
    case 'list':
      return value.open === undefined
        ? ['[', ...separated(value.items.map((item) => jsonParts(item, resolve))), ']']
        : [unknownLeaf(value.open)];
    case 'object': {
      if (value.open !== undefined) return [unknownLeaf(value.open)];
      const members = [...value.members].toSorted(([one], [other]) => (one < other ? -1 : 1));
      const written = members.map(([name, member]) => [`${JSON.stringify(name)}:`, ...jsonParts(member, resolve)]);
      return ['{', ...separated(written), '}'];
    }
    case 'unknown':
      return [holeOf(value, resolve)];
    case 'choice':
      return [unknownLeaf(value.why, (value.references ?? []).flatMap(resolve))];
    case 'instance':
      return [unknownLeaf('a whole resource', resolve({ address: value.address, path: [] }), { source: 'resource' })];
  }
}

const inside = (text: string): string => JSON.stringify(text).slice(1, -1);

const separated = (pieces: readonly (readonly Part[])[]): readonly Part[] =>
  pieces.flatMap((piece, index) => (index === 0 ? piece : [',', ...piece]));
