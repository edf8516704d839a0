import { frameworks, supportedBy, type Framework } from '../../../model/frameworks';
import type { MatrixRow } from '../../matrix';

/** The catalogue whose ids the plan and the assessment speak of, as NIST publishes it in OSCAL. */
export const nistCatalogue =
  'https://raw.githubusercontent.com/usnistgov/oscal-content/main/nist.gov/SP800-53/rev5/json/NIST_SP-800-53_rev5_catalog.json';

export const nist: Framework = frameworks[0];

/** Ids of a framework's controls that a line of the matrix supports, by its area or by the controls that judged it. */
export function supportedByRow(framework: Framework, { area, verified }: MatrixRow): readonly string[] {
  if (area === 'unclassified') return [];
  if (!framework.controls) return supportedBy(framework, { id: '', area });
  return [...new Set(verified.flatMap(({ control }) => supportedBy(framework, { id: control, area })))];
}

/** Lines by the ids of a framework that they support, sorted by id. */
export function rowsByControl(
  framework: Framework,
  rows: readonly MatrixRow[],
): ReadonlyMap<string, readonly MatrixRow[]> {
  const found = new Map<string, MatrixRow[]>();
  for (const row of rows)
    for (const id of supportedByRow(framework, row)) found.set(id, [...(found.get(id) ?? []), row]);
  return new Map([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Every id of a framework that has ids by area, sorted. */
export const idsOf = ({ areas = {} }: Framework): readonly string[] =>
  [...new Set(Object.values(areas).flat())].toSorted();

/** A framework's id as OSCAL takes it: a number is none, and gets the framework in front. */
export const tokenOf = (framework: Framework, id: string): string =>
  /^\p{L}/u.test(id) ? id : `${framework.id}-${id}`;
