import { positionAt, type ModuleFile, type Place, type Value } from '../../hcl';
import type { Location } from '../../model/resource';
import type { Path } from '../../model/value';

/** Turns a place in a source into a line and a column. */
export type Locate = (place: Place | undefined) => Location | undefined;

export function locator(files: readonly ModuleFile[]): Locate {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return (place) => {
    const file = place && byPath.get(place.file);
    if (!file) return undefined;
    const { line, column } = positionAt(file.source, place.start);
    return { file: place.file, line, column };
  };
}

/**
 * Where the value at a path was written, or the nearest part around it that was; nowhere where not even a part was. What
 * it was given by (an argument of the module's caller, a local value, a default) follows.
 */
export function placesIn(value: Value, path: Path): readonly Place[] {
  const [key, ...others] = path;
  if (key === undefined) return value.at;
  for (const inner of innerValues(value, key)) {
    const places = placesIn(inner, others);
    if (places.length > 0) return places;
  }
  return value.at;
}

/** What a key may mean in a value; a value that stands where a list is expected is its own first item. */
function innerValues(value: Value, key: string | number): readonly Value[] {
  switch (value.kind) {
    case 'object': {
      const member = value.members.get(String(key));
      return member ? [member] : key === 0 ? [value] : [];
    }
    case 'list': {
      const item = typeof key === 'number' ? value.items[key] : undefined;
      return item ? [item] : [];
    }
    case 'json':
      return innerValues(value.value, key);
    case 'choice':
      return value.branches.flatMap((branch) => innerValues(branch, key));
    default:
      return [];
  }
}
