import type { Area, Severity } from '../model/finding';
import type { Result } from '../model/result';

/** What a report may say of a control beside what its findings say. */
export interface ControlText {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly severity: Severity;
  readonly area: Area;
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
}

/** Result in, text out, with its last line ended. */
export type Report = (result: Result, options: ReportOptions) => string;
