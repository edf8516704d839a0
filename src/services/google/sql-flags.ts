import type { Resource } from '../../model/resource';
import { absent, map, unknown, type Value } from '../../model/value';

/** The engine of an instance, by how its version begins: `POSTGRES_15`, `MYSQL_8_0`, `SQLSERVER_2019_STANDARD`. */
export type SqlEngine = 'postgres' | 'mysql' | 'sqlserver';

const engines: readonly SqlEngine[] = ['postgres', 'mysql', 'sqlserver'];

export const sqlEngine = ({ properties }: Resource): SqlEngine | undefined => {
  const version = properties.get('database_version').text();
  return version.state === 'known'
    ? engines.find((engine) => version.value.toLowerCase().startsWith(engine))
    : undefined;
};

/** What a flag of the database is set to; unknown where nobody can tell which flags are set. */
export function sqlFlag({ properties }: Resource, name: string): Value<string> {
  const flags = properties.get('settings', 'database_flags');
  const list = flags.list();
  if (list.state !== 'known') return list.state === 'absent' ? absent(flags.at) : unknown(list.why, flags.at);
  let open: Value<string> = absent(flags.at);
  for (const flag of list.value) {
    const named = flag.get('name').text();
    if (named.state === 'known' && named.value.toLowerCase() === name)
      return map(flag.get('value').text(), (value) => value.toLowerCase());
    if (named.state === 'unknown') open = unknown('which flag it is, is not known', flag.at);
  }
  return open;
}
