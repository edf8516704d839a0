import type { ReportedFinding, ReportedWitness } from '../model/result';
import type { Placed } from './order';

/** Where a finding is found. */
export interface FindingPlace {
  /** What the resource is called. */
  readonly name: string;
  readonly document: string;
  /** The first witness that can be pointed at. */
  readonly at: { readonly file: string; readonly line: number; readonly column: number | null } | null;
}

/** Whether a witness can be pointed at. */
export const hasPlace = ({ file, line }: ReportedWitness): boolean => file !== null && line !== null;

/** What the resource of a finding is called, the document it stands in, and the line that shows it, if one is known. */
export function findingPlace({ finding, input }: Placed): FindingPlace {
  const { address, constructPath, type, document } = finding.resource;
  const name = constructPath ?? (address === '' ? type : address);
  const { file = null, line = null, column = null } = finding.witnesses.find(hasPlace) ?? {};
  const at = file === null || line === null ? null : { file, line, column };
  return { name, document: document === '' ? input : document, at };
}

/** The file that a finding's resource stands in. The second plan of a stream is called `plan.json#2`. */
export function documentOf({ resource: { document } }: ReportedFinding, input: string): string {
  return document === '' || document.startsWith(`${input}#`) ? input : document;
}

/** For reports that need a file and a line: where none is known, it is the head of the document. */
export function spotOf(finding: ReportedFinding, input: string): { readonly file: string; readonly line: number } {
  const { at } = findingPlace({ finding, input });
  return at ?? { file: documentOf(finding, input), line: 1 };
}
