import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Area, Party } from '../model/finding';
import { packageFolder } from '../package-folder';

/** Who runs what below a service: as NIST SP 800-145 has it, with containers and functions beside. */
export type ServiceModel = 'iaas' | 'caas' | 'paas' | 'faas' | 'saas';

/** Where it shows whether a responsibility is met. */
export type Proof = 'deploy-time' | 'runtime' | 'provider attestation';

export interface AreaData {
  readonly id: Area;
  readonly label: string;
  /** `provider` areas are one row a provider, `account` areas one an account, `resource` areas one a resource. */
  readonly scope: 'provider' | 'account' | 'resource';
  readonly party: Readonly<Record<ServiceModel, Party>>;
  readonly sources: readonly string[];
}

export interface AreaOfType {
  readonly party: Party;
  /** `model`: as for every service of its model; `resource`: of this type in particular. */
  readonly basis: string;
  readonly provedAt: Proof;
  readonly partialAtDeployTime?: boolean;
  /** Rows of Microsoft's security baselines that speak of it. */
  readonly mcsb?: readonly {
    readonly control: string;
    readonly feature: string;
    readonly enabledByDefault: boolean;
    readonly responsibility: string;
  }[];
}

export interface TypeData {
  readonly provider: string;
  readonly service: string;
  readonly serviceModel: ServiceModel;
  readonly areas: Readonly<Partial<Record<Area, AreaOfType>>>;
}

interface File {
  readonly version: string;
  readonly generated: string;
  readonly areas: readonly AreaData[];
  readonly sources: Readonly<
    Record<string, { readonly title: string; readonly url: string; readonly date: string | null }>
  >;
  readonly resources: readonly (TypeData & {
    readonly cfnType: string | null;
    readonly tfType: string | readonly string[] | null;
  })[];
}

interface Data {
  /** Version of the data and the day they were made. */
  readonly version: string;
  readonly areas: readonly AreaData[];
  readonly sources: File['sources'];
  readonly types: ReadonlyMap<string, TypeData>;
}

let loaded: Data | undefined;

/** The responsibility data, read when they are first asked for. */
export function responsibilityData(): Data {
  if (loaded) return loaded;
  const file = JSON.parse(
    readFileSync(join(packageFolder(), 'data', 'responsibility', 'services.json'), 'utf8'),
  ) as File;
  const types = new Map<string, TypeData>();
  for (const { cfnType, tfType, ...type } of file.resources)
    for (const name of [...(cfnType === null ? [] : [cfnType]), ...[tfType ?? []].flat()]) types.set(name, type);
  loaded = { version: `${file.version} (${file.generated})`, areas: file.areas, sources: file.sources, types };
  return loaded;
}

export const responsibilityVersion = (): string => responsibilityData().version;
