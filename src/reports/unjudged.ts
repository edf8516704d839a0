import { inputName } from '../model/input-name';
import type { ReportedInput } from '../model/result';
import { compareText } from './order';
import { counted } from './printable';

/** What is said of the resources of an input whose type no service knows; undefined where there are none. */
export const unclassifiedText = ({ unclassified, unclassifiedTypes }: ReportedInput): string | undefined =>
  unclassified.length === 0
    ? undefined
    : `${counted(unclassified.length, 'resource')} of types that no service knows, not judged: ${unclassifiedTypes
        .map(({ type }) => type)
        .join(', ')}`;

/** The types that no service knows and how many resources are of each, over all inputs, the most frequent first. */
export function unclassifiedTypes(inputs: readonly ReportedInput[]): readonly (readonly [string, number])[] {
  const types = new Map<string, number>();
  for (const { type, count } of inputs.flatMap((input) => input.unclassifiedTypes))
    types.set(type, (types.get(type) ?? 0) + count);
  return [...types].sort(([one, many], [other, more]) => more - many || compareText(one, other));
}

/** Why an input could not be judged, in one line, and the place it is about: most errors begin with it. */
export function placedError(path: string, error: string): { readonly place: string; readonly text: string } {
  const text = error.replace(/\s*\n\s*/gu, ' ');
  const end = text.indexOf(': ');
  const isPlaced = end > 0 && (text.startsWith(path) || text.startsWith(inputName(path)));
  return isPlaced ? { place: text.slice(0, end), text: text.slice(end + 2) } : { place: inputName(path), text };
}
