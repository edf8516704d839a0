import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Area, Party } from '../model/finding';
import { packageFolder } from '../package-folder';
import { responsibilityData } from './data';

/** What a provider says of an area, for all of its services or for some types. */
interface Statement {
  readonly source: string;
  readonly says: string;
  /** `AWS`, `Google`, or types by name. */
  readonly types: 'AWS' | 'Google' | readonly string[];
  readonly areas: readonly Area[];
  readonly party: Party;
}

const providers: Readonly<Record<string, string>> = { aws: 'AWS', gcp: 'Google' };

let loaded: readonly Statement[] | undefined;

function statements(): readonly Statement[] {
  loaded ??= (
    JSON.parse(readFileSync(join(packageFolder(), 'data', 'responsibility', 'statements.json'), 'utf8')) as {
      readonly ofTypes: readonly Statement[];
    }
  ).ofTypes;
  return loaded;
}

/**
 * What providers publish of an area of a type: the rows of Microsoft's security baselines (MCSB), and sentences of AWS and
 * Google. They stand beside a cell and do not decide it.
 *
 * @param type null for what is said of a provider as a whole.
 * @param provider as the data name it: `aws`, `azure`, `gcp`.
 */
export function publishedOn(type: string | null, provider: string, area: Area): readonly string[] {
  const sentences = statements()
    .filter(
      ({ areas, types }) =>
        areas.includes(area) &&
        (typeof types === 'string' ? providers[provider] === types : type !== null && types.includes(type)),
    )
    .map(({ source, says, party }) => `${responsibilityData().sources[source]?.title ?? source}: ${says} (${party})`);
  const rows = (type === null ? undefined : responsibilityData().types.get(type)?.areas[area]?.mcsb) ?? [];
  return [
    ...rows.map(
      ({ control, feature, responsibility, enabledByDefault }) =>
        `MCSB ${control} ${feature}: ${responsibility}${enabledByDefault ? ', on by default' : ''}`,
    ),
    ...sentences,
  ];
}
