import { areas } from '../model/finding';
import { glob } from './glob';
import type { ControlMetadata } from './own-controls';
import { didYouMean } from './suggestion';

/** Which controls are judged at all: control ids or areas, `*` being a wildcard. */
export interface Selection {
  /** Empty: all. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

export const isSelected = (control: ControlMetadata, { only, skip }: Selection): boolean =>
  (only.length === 0 || only.some((pattern) => means(pattern, control))) &&
  !skip.some((pattern) => means(pattern, control));

/** Whether `only` names the control itself: then it does not stay off because a preset has it so. */
export const isAskedFor = (control: ControlMetadata, { only }: Selection): boolean => only.includes(control.id);

const means = (pattern: string, { id, area }: ControlMetadata): boolean => {
  const matches = glob(pattern, 'none');
  return matches(id) || matches(area);
};

/** What is wrong with a pattern of `only` or `skip`: it means no control and no area. */
export function selectionProblem(pattern: string, controls: readonly ControlMetadata[]): string | undefined {
  const names = [...controls.map(({ id }) => id), ...areas];
  const matches = glob(pattern, 'none');
  if (names.some((name) => matches(name))) return undefined;
  return `"${pattern}" is no control and no area${didYouMean(pattern, names)}`;
}
