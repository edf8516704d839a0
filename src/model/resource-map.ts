import type { Area, Party } from './finding';
import type { ReportedFinding } from './result';

/** A declared resource as a map shows it: what it is called, where it belongs, and who answers for its areas. */
export interface MappedResource extends Omit<ReportedFinding['resource'], 'service'> {
  /** The argument it comes from, as given. */
  readonly input: string;
  /** `s3`; null where the data do not know the type. */
  readonly service: string | null;
  /** `AWS`. */
  readonly provider: string;
  /** `module.db`; null in the root, and where there are no modules. */
  readonly module: string | null;
  /** The areas by who answers for them; null where the data do not know the type, and nobody's side is claimed. */
  readonly areas: Readonly<Record<Party, readonly Area[]>> | null;
}

/** Everything that a run's inputs declare, and what refers to what. */
export interface ResourceMap {
  readonly resources: readonly MappedResource[];
  /** Positions in `resources`: the first refers to the second. */
  readonly links: readonly (readonly [from: number, to: number])[];
}
