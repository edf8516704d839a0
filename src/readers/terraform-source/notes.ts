import type { Evaluation, ModuleFile } from '../../hcl';
import type { Location } from '../../model/resource';
import type { Locate } from './places';

const at = ({ file, line, column }: Location): string => `${file}:${line}:${column}`;

/** What of the files does not follow the grammar, and where. */
export const syntaxErrors = (files: readonly ModuleFile[], locate: Locate): readonly string[] =>
  shortened(
    files.flatMap(({ path, source }) =>
      source.errors.map(({ message, start, end }) => {
        const place = locate({ file: path, start, end });
        return `${place ? at(place) : path}: ${message}`;
      }),
    ),
  );

/** Why a part of the module was not evaluated. */
export const limitsOf = ({ notes }: Evaluation): readonly string[] =>
  notes.flatMap(({ message, isLimit }) => (isLimit ? [message] : []));

/** What people should know of how the module was read: modules that are not there, what could not be evaluated. */
export function notesOn({ notes }: Evaluation, locate: Locate): readonly string[] {
  const lines = notes
    .filter(({ isLimit }) => !isLimit)
    .map(({ message, place }) => {
      const where = locate(place);
      return where ? `${at(where)}: ${message}` : message;
    });
  return shortened([...new Set(lines)]);
}

const mostLines = 20;

const shortened = (lines: readonly string[]): readonly string[] =>
  lines.length > mostLines ? [...lines.slice(0, mostLines), `and ${lines.length - mostLines} more`] : lines;
