import type { Location } from '../../model/resource';
import type { Path } from '../../model/value';
import { intrinsic, isDataList, isDataObject, listOf, member, type Data, type DataPath } from './data';
import type { SourceDocument } from './document';
import { evaluate } from './evaluate';
import type { Scope } from './scope';

/** Where a resource and its properties are written. */
export interface Origin {
  readonly resource: DataPath;
  /** Where its properties may stand under their own names, the likeliest first. */
  readonly properties: readonly DataPath[];
  /** Properties that are written elsewhere, by their name. */
  readonly keys?: Readonly<Record<string, DataPath>>;
}

/**
 * Finds the place of a property's key, or of the longest part of its path that is written; conditions on the way are
 * looked through. The place of the resource itself is its logical id.
 */
export function locator(
  document: SourceDocument,
  data: Data,
  origin: Origin,
  scope: Scope,
): (path: Path) => Location | undefined {
  return (path) => {
    const [first] = path;
    const elsewhere = typeof first === 'string' && Object.hasOwn(origin.keys ?? {}, first) && origin.keys?.[first];
    if (elsewhere) return document.locate(elsewhere);
    const steps = walk(member(data, 'Properties'), path, scope);
    for (const properties of origin.properties) {
      const whole = [...properties, ...steps];
      if (document.depthOf(whole) > properties.length) return document.locate(whole);
    }
    // A path of the attributes beside the properties: DeletionPolicy, Metadata.
    return document.locate([...origin.resource, ...walk(data, path, scope)]);
  };
}

/** The written path of an evaluated one, as far as it goes. */
function walk(data: Data | undefined, path: Path, scope: Scope): DataPath {
  const [key, ...others] = path;
  if (key === undefined || data === undefined) return [];
  const call = intrinsic(data);
  if (call?.name === 'Fn::If') {
    const branches = listOf(call.argument).slice(1, 3);
    const walked = branches.map((branch, n) => ({ n, steps: walk(branch, path, scope) }));
    const best = walked.reduce((a, b) => (b.steps.length > a.steps.length ? b : a), { n: 0, steps: [] as DataPath });
    return best.steps.length > 0 ? [call.name, best.n + 1, ...best.steps] : [];
  }
  if (call) return [];
  if (typeof key === 'number') {
    // A bare value where a list is expected is its own first item.
    if (!isDataList(data)) return key === 0 ? walk(data, others, scope) : [];
    const index = [...data.keys()].filter((n) => isWritten(data[n], scope))[key];
    return index === undefined ? [] : [index, ...walk(data[index], others, scope)];
  }
  if (!isDataObject(data) || !Object.hasOwn(data, key)) return [];
  return [key, ...walk(data[key], others, scope)];
}

/** `AWS::NoValue` leaves no item behind. */
const isWritten = (item: Data | undefined, scope: Scope): boolean =>
  item !== undefined && (!intrinsic(item) || evaluate(item, scope) !== undefined);
