import type { Area, Severity } from '../model/finding';
import type { ResourceMap } from '../model/resource-map';
import type { ReportedFinding, Result } from '../model/result';

/** What a report may say of a control beside what its findings say. */
export interface ControlText {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly severity: Severity;
  readonly area: Area;
}

/** A piece of a file, and what takes its place. Lines and columns count from 1; what stands at the end stays. */
export interface ProposedEdit {
  readonly file: string;
  readonly start: TextPosition;
  readonly end: TextPosition;
  readonly text: string;
}

export interface TextPosition {
  readonly line: number;
  /** In UTF-16 units. */
  readonly column: number;
}

/** Everything around a report that is not the result: the terminal, the files, the catalogue. Keeps reports pure. */
export interface ReportOptions {
  readonly color: boolean;
  /** Columns to wrap at. */
  readonly width: number;
  /** Only what blocks, and the last line. */
  readonly quiet: boolean;
  /** The text of a file that a finding names, or undefined where it cannot be read. */
  readonly source: (file: string) => string | undefined;
  /** The path as seen from the root of the repository, with slashes. */
  readonly fromRoot: (file: string) => string;
  readonly controls: readonly ControlText[];
  /** Where a line of a file can be looked at on the host of the repository, if the run knows. */
  readonly link?: ((file: string, line: number) => string | undefined) | undefined;
  /** Everything that the inputs declare, for a report that draws it: computed only when it is asked for. */
  readonly resources?: (() => ResourceMap) | undefined;
  /** What `demarc fix` would write for a finding: computed only when it is asked for. */
  readonly edit?: ((finding: ReportedFinding) => ProposedEdit | undefined) | undefined;
}

/** Result in, text out, with its last line ended. */
export type Report = (result: Result, options: ReportOptions) => string;
