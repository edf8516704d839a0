import type { Verdict } from '../../../src/model/finding';
import { refer, system, unknown, type Properties, type Row, type System, type Table } from '../../support/row';
import { settingTable } from '../../support/setting-rows';

type Line = readonly [verdict: Verdict | 'silent', when: string, terraform: Properties | System];

/** Rows of a type that Terraform alone knows. */
export const table = (terraform: string, ...lines: readonly Line[]): Table => ({
  cloudformation: null,
  terraform,
  rows: lines.map(([verdict, when, written]): Row => [verdict, when, null, written]),
});

/** Rows for a setting of such a type: on, off, left out, and not settled. */
export const setting = (
  type: string,
  path: string,
  pass: unknown,
  fail: unknown,
  silence: Verdict | 'silent',
  beside: Properties = {},
  ...more: readonly Line[]
): Table =>
  settingTable({
    types: [null, type],
    path: [null, path],
    pass,
    fail,
    silence: ['silent', silence],
    beside: [{}, beside],
    more: table(type, ...more).rows,
  });

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
