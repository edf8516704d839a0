/** How a condition compares, without its negation, quantifier and suffix. */
export type Comparison =
  | 'StringEquals'
  | 'StringEqualsIgnoreCase'
  | 'StringLike'
  | 'ArnLike'
  | 'NumericEquals'
  | 'NumericLessThan'
  | 'NumericLessThanEquals'
  | 'NumericGreaterThan'
  | 'NumericGreaterThanEquals'
  | 'DateEquals'
  | 'DateLessThan'
  | 'DateLessThanEquals'
  | 'DateGreaterThan'
  | 'DateGreaterThanEquals'
  | 'IpAddress'
  | 'Bool'
  | 'BinaryEquals'
  | 'Null';

export interface Operator {
  readonly comparison: Comparison;
  readonly negated: boolean;
  /** Holds where the key is missing. */
  readonly ifExists: boolean;
  readonly quantifier?: 'all' | 'any';
}

const plain: readonly Comparison[] = [
  'StringEquals', 'StringEqualsIgnoreCase', 'StringLike', 'ArnLike',
  'NumericEquals', 'NumericLessThan', 'NumericLessThanEquals', 'NumericGreaterThan', 'NumericGreaterThanEquals',
  'DateEquals', 'DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals',
  'IpAddress', 'Bool', 'BinaryEquals', 'Null',
]; // prettier-ignore

/** Other names. `ArnEquals` and `ArnLike` behave identically. */
const named: readonly (readonly [string, Comparison, boolean])[] = [
  ...plain.map((comparison) => [comparison, comparison, false] as const),
  ['ArnEquals', 'ArnLike', false],
  ['StringNotEquals', 'StringEquals', true],
  ['StringNotEqualsIgnoreCase', 'StringEqualsIgnoreCase', true],
  ['StringNotLike', 'StringLike', true],
  ['ArnNotEquals', 'ArnLike', true],
  ['ArnNotLike', 'ArnLike', true],
  ['NumericNotEquals', 'NumericEquals', true],
  ['DateNotEquals', 'DateEquals', true],
  ['NotIpAddress', 'IpAddress', true],
];

const operators = new Map(named.map(([name, comparison, negated]) => [name.toLowerCase(), { comparison, negated }]));

/**
 * Reads an operator as written. `undefined` where AWS has no such operator.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function parseOperator(written: string): Operator | undefined {
  const [, quantified, name = ''] = /^(?:(forallvalues|foranyvalue):)?(.*)$/.exec(written.toLowerCase()) ?? [];
  const ifExists = name.endsWith('ifexists');
  const found = operators.get(ifExists ? name.slice(0, -'ifexists'.length) : name);
  if (!found || (ifExists && found.comparison === 'Null')) return undefined;
  const quantifier = quantified === 'forallvalues' ? 'all' : 'any';
  return { ifExists, ...found, ...(quantified !== undefined && { quantifier }) };
}
