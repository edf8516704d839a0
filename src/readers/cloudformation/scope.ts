import type { Raw } from '../../model/raw';
import type { Data } from './data';

/** What the names in one template mean. */
export interface Scope {
  readonly parameters: ReadonlyMap<string, Raw>;
  readonly mappings: Data | undefined;
  /** Resource ids in the graph, by logical id. */
  readonly resources: ReadonlyMap<string, string>;
  /** Values of pseudo parameters that the caller knows: `AWS::Region` of a stack with an environment. */
  readonly pseudo: Readonly<Record<string, string>>;
  /** Whether a condition (its name, or its expression) holds; undefined where it is settled at deployment. */
  readonly decide: (condition: Data, assumed: Assumed) => boolean | undefined;
  /** Conditions known to hold or not to hold here: those around this place. */
  readonly assumed: Assumed;
  /** What another template of the same input exports by a name. */
  readonly imports: (name: string) => Raw | undefined;
  /** An output of a nested stack of this template, by the stack's logical id. */
  readonly outputOf: (logicalId: string, output: string) => Raw | undefined;
  /** What a resource of this template says of an attribute in a property of the same name. */
  readonly writtenOf: (logicalId: string, attribute: string) => Data | undefined;
  /** How many members loops may still make: nested loops multiply. */
  readonly budget: { left: number };
}

export type Assumed = ReadonlyMap<string, boolean>;

export const assuming = (scope: Scope, condition: Data | undefined, holds: boolean): Scope =>
  typeof condition === 'string' ? { ...scope, assumed: new Map(scope.assumed).set(condition, holds) } : scope;
