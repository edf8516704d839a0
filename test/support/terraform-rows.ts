import type { Verdict } from '../../src/model/finding';
import type { Properties, Row, System, Table } from './row';
import { settingTable } from './setting-rows';

/** One line of a table for providers that CloudFormation does not know. */
export type TerraformRow = readonly [verdict: Verdict | 'silent', when: string, written: Properties | System];

export const terraformTable = (terraform: string, ...rows: readonly TerraformRow[]): Table => ({
  cloudformation: null,
  terraform,
  rows: rows.map(([verdict, when, written]): Row => [verdict, when, null, written]),
});

/** What decides one control by itself: values with which it passes and fails, and what comes of silence. */
export const terraformSetting = (
  type: string,
  path: string,
  [pass, fail]: readonly [pass: unknown, fail: unknown],
  silence: Verdict | 'silent',
  beside: Properties = {},
  ...more: readonly TerraformRow[]
): Table =>
  settingTable({
    types: [null, type],
    path: [null, path],
    pass,
    fail,
    silence: ['silent', silence],
    beside: [{}, beside],
    more: more.map(([verdict, when, written]): Row => [verdict, when, null, written]),
  });
