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

/** What the data say of one resource type, as it stands in a line of its own. */
type Row = TypeData & { readonly cfnType: string | null; readonly tfType: string | readonly string[] | null };

interface File {
  readonly version: string;
  readonly generated: string;
  readonly areas: readonly AreaData[];
  readonly sources: Readonly<
    Record<string, { readonly title: string; readonly url: string; readonly date: string | null }>
  >;
  readonly resources: readonly Row[];
}

interface Data {
  /** Version of the data and the day they were made. */
  readonly version: string;
  readonly areas: readonly AreaData[];
  readonly sources: File['sources'];
  readonly types: TypesData;
}

/** By resource type, in either vocabulary. */
export interface TypesData {
  readonly get: (type: string) => TypeData | undefined;
  readonly has: (type: string) => boolean;
  readonly keys: () => Iterable<string>;
}

let loaded: Data | undefined;

/** The responsibility data, read when they are first asked for. */
export function responsibilityData(): Data {
  if (loaded) return loaded;
  const text = readFileSync(join(packageFolder(), 'data', 'responsibility', 'services.json'), 'utf8');
  const [head = '', ...lines] = text.split('\n');
  const { version, generated, areas, sources } = JSON.parse(`${head}]}`) as File;
  loaded = { version: `${version} (${generated})`, areas, sources, types: typesIn(lines) };
  return loaded;
}

/** How a line begins: with what the type is called. */
const called = /^\{"cfnType":(null|"[^"]*"),"tfType":(null|"[^"]*"|\[[^\]]*\]),/u;

/** Each type stands in a line, and an app has a dozen of them: the others are not parsed. */
function typesIn(lines: readonly string[]): TypesData {
  const rows = new Map<string, string>();
  for (const line of lines) {
    const [, cloudformation, terraform] = called.exec(line) ?? [];
    for (const names of [cloudformation, terraform])
      for (const [, name = ''] of (names ?? '').matchAll(/"([^"]*)"/gu)) rows.set(name, line);
  }
  const parsed = new Map<string, TypeData>();
  const parse = (type: string, line: string): TypeData => {
    const { cfnType: _, tfType: __, ...known } = JSON.parse(line.replace(/,$/u, '')) as Row;
    parsed.set(type, known);
    return known;
  };
  return {
    get: (type) => {
      const line = rows.get(type);
      return line === undefined ? undefined : (parsed.get(type) ?? parse(type, line));
    },
    has: (type) => rows.has(type),
    keys: () => rows.keys(),
  };
}

export const responsibilityVersion = (): string => responsibilityData().version;
