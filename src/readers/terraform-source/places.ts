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

/** Where the value at a path was written, or the nearest part around it that was; nowhere where not even a part was. */
export function placeIn(value: Value, path: Path): Place | undefined {
  const [key, ...others] = path;
  if (key === undefined) return value.at[0];
  for (const inner of innerValues(value, key)) {
    const place = placeIn(inner, others);
    if (place) return place;
  }
  return value.at[0];
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
