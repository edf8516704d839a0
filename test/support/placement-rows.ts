import { settingTables, type Setting } from './setting-rows';

/** What is placed in a network, and where it names subnets and security groups. */
export interface Placement {
  readonly types: readonly [cloudformation: string, terraform: string];
  readonly subnets: Setting['path'];
  readonly groups?: Setting['path'];
  /** What must stand beside it. */
  readonly beside?: Setting['beside'];
}

/** Rows for what names a network, or leaves it to the default one. */
export function placementTables(noun: string, { types, subnets, groups, beside }: Placement) {
  const setting = (path: Setting['path']) =>
    settingTables({
      [noun]: { types, path, pass: ['one'], fail: [], silence: ['fail', 'fail'], ...(beside && { beside }) },
    });
  return { 'placed-in-network': setting(subnets), ...(groups && { 'security-groups-named': setting(groups) }) };
}
