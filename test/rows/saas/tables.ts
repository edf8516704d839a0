import type { Verdict } from '../../../src/model/finding';
import { refer, system, unknown, type Properties, type Table } from '../../support/row';
import { terraformSetting, terraformTable, type TerraformRow } from '../../support/terraform-rows';

/** Rows of a type that Terraform alone knows. */
export const table = terraformTable;

/** Rows for a setting of such a type: on, off, left out, and not settled. */
export const setting = (
  type: string,
  path: string,
  pass: unknown,
  fail: unknown,
  silence: Verdict | 'silent',
  beside: Properties = {},
  ...more: readonly TerraformRow[]
): Table => terraformSetting(type, path, [pass, fail], silence, beside, ...more);

const put = (path: string, value: unknown): Properties =>
  path
    .split('.')
    .reverse()
    .reduce<unknown>((inner, key) => ({ [key]: inner }), value) as Properties;

/** Rows for a secret at a place. */
export const secret = (type: string, path: string, beside: Properties = {}): Table =>
  table(
    type,
    ['fail', `${path} is written`, { ...put(path, 'tr0ub4dor&3'), ...beside }],
    [
      'pass',
      `${path} comes from another resource`,
      system(
        { ...put(path, refer('made', 'result')), ...beside },
        { made: { type: 'random_password', properties: { length: 32 } } },
      ),
    ],
    ['undecided', `${path} is settled later`, { ...put(path, unknown), ...beside }],
    ['silent', `${path} is not set`, beside],
  );

/** A row for a service that states nothing. */
export const wiring = (service: string, type: string) => ({
  service,
  controls: { 'no-secret-in-clear': { wiring: table(type, ['silent', 'it states nothing', { name: 'one' }]) } },
});
