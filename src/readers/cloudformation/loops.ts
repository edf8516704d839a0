import { isLeaf, isList, type Raw } from '../../model/raw';
import { entriesOf, intrinsic, isDataList, isDataObject, type Data, type DataPath } from './data';
import type { Scope } from './scope';

/** A member of an object after its loops are unrolled, and where it stands in the written object. */
export interface Member {
  readonly key: string;
  readonly value: Data;
  readonly path: DataPath;
}

export interface Unrolled {
  readonly members: readonly Member[];
  /** Loops over something that is settled at deployment. */
  readonly open: readonly string[];
}

const loopPrefix = 'Fn::ForEach::';

/**
 * The members of an object, with every `Fn::ForEach::Name: [identifier, collection, { key: value }]` unrolled.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
 *
 * @param evaluate evaluates the collection.
 */
export function unroll(
  data: Data | undefined,
  scope: Scope,
  evaluate: (data: Data, scope: Scope) => Raw,
  at: DataPath = [],
): Unrolled {
  const members: Member[] = [];
  const open: string[] = [];
  for (const [key, value] of entriesOf(data)) {
    if (!key.startsWith(loopPrefix)) {
      members.push({ key, value, path: [...at, key] });
      continue;
    }
    const [identifier, collection, body] = isDataList(value) ? value : [];
    const items = collection === undefined ? undefined : textsOf(evaluate(collection, scope));
    scope.budget.left -= (items?.length ?? 0) * entriesOf(body).length;
    if (typeof identifier !== 'string' || !items || !isDataObject(body) || scope.budget.left < 0) {
      open.push(key);
      continue;
    }
    for (const item of items) {
      const turn = unroll(substitute(body, identifier, item), scope, evaluate, [...at, key, 2]);
      // The written key still has its placeholder: the n-th member of a turn is the n-th of the body.
      const written = Object.keys(body);
      members.push(...turn.members.map((one, n) => relocate(one, at.length + 2, written, turn.members.length, n)));
      open.push(...turn.open);
    }
  }
  return { members, open };
}

function relocate(one: Member, position: number, written: readonly string[], turns: number, n: number): Member {
  const key = turns === written.length ? written[n] : undefined;
  return key === undefined || one.path.length !== position + 1
    ? one
    : { ...one, path: [...one.path.slice(0, position), key] };
}

/** The texts of a list that is known, be it on a default's word. */
function textsOf(raw: Raw): readonly string[] | undefined {
  if (isLeaf(raw)) return raw.leaf === 'noted' ? textsOf(raw.value) : undefined;
  if (!isList(raw)) return undefined;
  const texts = raw.map((item) => (isLeaf(item) && item.leaf === 'noted' ? item.value : item));
  return texts.every((text) => typeof text === 'string' || typeof text === 'number') ? texts.map(String) : undefined;
}

/** Puts a loop's item in for its identifier: `${Name}` in texts and keys (`&{Name}` keeps letters and digits), `Ref: Name`. */
function substitute(data: Data, identifier: string, item: string): Data {
  const inText = (text: string): string =>
    text
      .replaceAll(`\${${identifier}}`, () => item)
      .replaceAll(`&{${identifier}}`, () => item.replace(/[^A-Za-z0-9]/g, ''));
  const walk = (part: Data): Data => {
    if (typeof part === 'string') return inText(part);
    if (isDataList(part)) return part.map(walk);
    if (!isDataObject(part)) return part;
    const call = intrinsic(part);
    if (call?.name === 'Ref' && call.argument === identifier) return item;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [inText(key), walk(value)]));
  };
  return walk(data);
}
