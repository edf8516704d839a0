import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, map, orElse, unknown, type Place, type Settled, type Value } from '../../model/value';
import { isExisting } from './database-encryption';
import { attachedParameter, familyOf, isOn, parameterOf } from './database-parameter';

/** The parameter by which an engine refuses plain text, and since which version it is on by default. */
interface Engine {
  readonly names: RegExp;
  readonly parameter: string;
  readonly onSince?: readonly [major: number, minor: number];
  /** Whether it is on in the version that RDS chooses for a new database that names none. */
  readonly onWhenUnsaid?: boolean;
}

/**
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html (15 and later)
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html (17 and later)
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html (9.7; not 8.4)
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html (11.8)
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.SSL.Using.html
 */
const engines: readonly Engine[] = [
  { names: /^postgres/, parameter: 'rds.force_ssl', onSince: [15, 0], onWhenUnsaid: true },
  { names: /^aurora-postgresql/, parameter: 'rds.force_ssl', onSince: [17, 0] },
  { names: /^mysql/, parameter: 'require_secure_transport', onSince: [9, 0], onWhenUnsaid: false },
  { names: /^aurora(-mysql)?\d*(\.\d+)?$/, parameter: 'require_secure_transport' },
  { names: /^mariadb/, parameter: 'require_secure_transport', onSince: [11, 8] },
  { names: /^sqlserver/, parameter: 'rds.force_ssl' },
];

const engineOf = (name: string): Engine | undefined => engines.find(({ names }) => names.test(name.toLowerCase()));

/** `15.4` of a version, and `15` of a family such as `postgres15`. */
function versionOf(text: string): readonly [number, number] | undefined {
  const match = /(\d+)(?:\.(\d+))?/.exec(text);
  return match ? [Number(match[1]), Number(match[2] ?? 0)] : undefined;
}

const isFrom = ([major, minor]: readonly [number, number], [since, sinceMinor]: readonly [number, number]): boolean =>
  major > since || (major === since && minor >= sinceMinor);

interface Database {
  readonly resource: Resource;
  readonly engine: Value<string>;
  readonly version: Value<string>;
  /** The property that names its parameter group, and the types that may be. */
  readonly group: Property;
  readonly groupTypes: readonly string[];
}

/** Whether a database refuses clients without TLS, by its parameter group or its version's default. */
export function tlsForced(
  database: Database,
  graph: ResourceGraph,
): { readonly enforced: Settled<boolean>; readonly related?: readonly Resource[] } {
  const { engine, resource, version } = database;
  if (engine.state !== 'known') return { enforced: unknown('the engine is not known', engine.at) };
  const described = engineOf(engine.value);
  if (!described) return { enforced: unknown(`${engine.value} has no parameter for it`, engine.at) };
  const { value, group, family } = attachedParameter(database.group, database.groupTypes, graph, described.parameter);
  const said = version.state === 'absent' ? family : version;
  return {
    enforced: orElse(map(value, isOn), () => byDefault(described, said, isExisting(resource), engine.at)),
    ...(group && { related: [group] }),
  };
}

function byDefault(engine: Engine, said: Value<string>, existing: boolean, at: Place): Settled<boolean> {
  const { parameter, onSince, onWhenUnsaid } = engine;
  if (!onSince) return known(false, at, `${parameter} is off by default`);
  if (said.state === 'known') {
    const version = versionOf(said.value);
    if (!version) return unknown('the version is not a number', said.at);
    const on = isFrom(version, onSince);
    return known(on, said.at, `${parameter} is ${on ? 'on' : 'off'} by default in this version`);
  }
  if (said.state === 'absent' && onWhenUnsaid !== undefined && !existing)
    return known(onWhenUnsaid, said.at, `${parameter} is ${onWhenUnsaid ? 'on' : 'off'} in the version RDS chooses`);
  return unknown(`the version decides whether ${parameter} is on`, said.at);
}

/**
 * Whether databases of a group that nothing here uses would refuse clients without TLS; undefined where its family has
 * no parameter for it, or has it in the other kind of group.
 */
export function tlsForcedByGroup(group: Resource): Settled<boolean> | undefined {
  const family = familyOf(group);
  if (family.state !== 'known') return unknown('the family of the parameter group is not known', family.at);
  const ofInstances = group.type === 'AWS::RDS::DBParameterGroup' || group.type === 'aws_db_parameter_group';
  if (ofInstances && family.value.startsWith('aurora')) return undefined;
  const engine = engineOf(family.value);
  return (
    engine && orElse(map(parameterOf(group, engine.parameter), isOn), () => byDefault(engine, family, false, family.at))
  );
}
