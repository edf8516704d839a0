import type { Verdict } from '../../src/model/finding';
import { unknown, type Properties, type Row, type System, type Table } from './row';

type Written = Properties | System | null;

/** How a value is written in each vocabulary. */
export interface Spelled {
  readonly cloudformation?: (value: unknown) => Written;
  readonly terraform?: (value: unknown) => Written;
}

/**
 * Rows of one property that decides: the verdict where nothing is said (both vocabularies, or each its own), then of each
 * value, then a parameter.
 */
export function deciding(
  types: Pick<Table, 'cloudformation' | 'terraform'>,
  { cloudformation, terraform }: Spelled,
  silent: Verdict | 'silent' | undefined,
  values: readonly (readonly [verdict: Verdict | 'silent', value: unknown])[],
): Table {
  const written = (value: unknown) => [cloudformation?.(value) ?? null, terraform?.(value) ?? null] as const;
  const absent = [cloudformation ? {} : null, terraform ? {} : null] as const;
  const rows: readonly Row[] = [
    ...(silent === undefined ? [] : [[silent, 'nothing is said', ...absent] as const]),
    ...values.map(([verdict, value]): Row => [verdict, `it is ${JSON.stringify(value)}`, ...written(value)]),
    ['undecided', 'it is a parameter', ...written(unknown)],
  ];
  return {
    cloudformation: cloudformation ? types.cloudformation : null,
    terraform: terraform ? types.terraform : null,
    rows,
  };
}
