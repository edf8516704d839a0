import type { Accountability } from '../../model/accountability';
import type { MatrixRow } from '../matrix';

/** The matrix of a run, with what stands around it. */
export interface Matrix {
  readonly rows: readonly MatrixRow[];
  /** The arguments, as given. */
  readonly inputs: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The version of the tool. */
  readonly version: string;
  readonly accountability: Accountability;
}

/** Matrix in, document out: a text, or the bytes of a file. Asks nobody, and is the same for the same matrix. */
export type MatrixFormat = (matrix: Matrix) => string | Promise<Uint8Array>;
