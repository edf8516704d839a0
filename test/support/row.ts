import type { Verdict } from '../../src/model/finding';
import type { Action } from '../../src/model/resource';

/** Stands in a row for a value that is settled only at deployment. */
export const unknown = Symbol('unknown until deployment');

/** Stands in a row for a reference to a resource of the row: the judged one (`it`), or another by its name. */
export class Refer {
  constructor(
    readonly name: string,
    readonly attribute: { readonly cloudformation?: string; readonly terraform: string },
  ) {}
}

/** `{ Ref: name }` in CloudFormation, `type.name.id` in Terraform. */
export const refer = (name = 'it', terraform = 'id', cloudformation?: string): Refer =>
  new Refer(name, { terraform, ...(cloudformation !== undefined && { cloudformation }) });

/** Stands in a row for a text with a hole: a parameter's, or the platform's (the account's number). */
export class Pieced {
  constructor(
    readonly before: string,
    readonly hole: 'parameter' | 'account',
    readonly after: string,
  ) {}
}

export const withParameter = (before: string, after = ''): Pieced => new Pieced(before, 'parameter', after);

export const withAccount = (before: string, after = ''): Pieced => new Pieced(before, 'account', after);

export type Properties = Readonly<Record<string, unknown>>;

/** Another resource of a row. */
export interface Other {
  readonly type: string;
  readonly properties: Properties;
  /** In a plan: looked up rather than managed. */
  readonly data?: boolean;
}

/** The judged resource with others beside it. Names of others are their logical ids. */
export class System {
  constructor(
    readonly it: Properties,
    readonly others: Readonly<Record<string, Other>>,
    readonly action: Action = 'create',
  ) {}
}

/** The judged resource's properties, others beside it, and what a plan does with it. */
export const system = (it: Properties, others: Readonly<Record<string, Other>> = {}, action?: Action): System =>
  new System(it, others, action);

/**
 * One line of a table: the verdict on the resource `it`, when, and how it is written in each vocabulary. `null` where a
 * vocabulary cannot say it. `silent`: the control has nothing to say.
 */
export type Row = readonly [
  verdict: Verdict | 'silent',
  when: string,
  cloudformation: Properties | System | null,
  terraform: Properties | System | null,
];

export interface Table {
  /** Type of the judged resource (with `data.` in front: looked up, and used by nothing); null where a vocabulary has none. */
  readonly cloudformation: string | null;
  readonly terraform: string | null;
  readonly rows: readonly Row[];
}

/** The rows of one service: by control id, then by what is judged. */
export interface ServiceRows {
  readonly service: string;
  readonly controls: Readonly<Record<string, Readonly<Record<string, Table>>>>;
}

export const asSystem = (written: Properties | System): System =>
  written instanceof System ? written : system(written);
