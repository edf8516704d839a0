import type { DataInTransit, Fact, TlsVersion } from '../../model/fact';
import type { Companions, ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { is, settledTruth, type Truth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import { at, tlsVersion, type About } from './platform-service';

/* Parameters of database servers: resources of a name and a value, each beside its server. */

/** The parameters of a server, by its id or by its name. */
export function parametersOf(server: Resource, graph: ResourceGraph, type: string): Companions {
  const found = ['server_id', 'server_name'].map((key) => graph.companions(server, [type], key, [server.type]));
  return {
    certain: found.flatMap(({ certain }) => certain),
    possible: found.flatMap(({ possible }) => possible),
  };
}

const nameOf = (parameter: Resource): Settled<string> =>
  map(otherwise(at(parameter, 'name').text(), '', 'no name'), (name) => name.toLowerCase());

const valueOf = (parameter: Resource): Settled<string> =>
  map(otherwise(at(parameter, 'value').text(), '', 'no value'), (value) => value.toLowerCase());

const isCalled = (parameter: Resource, name: string): boolean => {
  const called = nameOf(parameter);
  return called.state === 'known' && called.value === name;
};

/** What a parameter says, or what the engine does where none says it. */
export function parameter({ certain, possible }: Companions, name: string, initial: Settled<string>): Settled<string> {
  const [said] = certain.filter((one) => isCalled(one, name));
  if (said) return valueOf(said);
  const open = [...certain.map((resource) => ({ resource, why: 'its name is not known' })), ...possible].find(
    ({ resource }) => nameOf(resource).state === 'unknown' || (isCalled(resource, name) && !certain.includes(resource)),
  );
  return open ? unknown(`a parameter may say it: ${open.why}`, open.resource.properties.at) : initial;
}

/**
 * Flexible servers refuse plain text and accept TLS 1.2 and later, unless parameters say otherwise.
 *
 * @see https://learn.microsoft.com/azure/postgresql/security/security-tls
 * @see https://learn.microsoft.com/azure/mysql/flexible-server/security-tls
 */
export function flexibleTransit(about: About, parameters: Companions): DataInTransit {
  const { at: place } = about.subject.properties;
  const required = parameter(parameters, 'require_secure_transport', known('on', place, 'TLS is required unless told otherwise')); // prettier-ignore
  const initial = known('tlsv1.2', place, 'TLS 1.2 is the oldest version unless told otherwise');
  const postgres = parameter(parameters, 'ssl_min_protocol_version', initial);
  const mysql = parameter(parameters, 'tls_version', initial);
  return {
    kind: 'data-in-transit',
    plaintext: map(required, (value) => value !== 'on'),
    oldestTls: chain(postgres, (version) =>
      version === 'tlsv1.2' ? oldestOf(mysql) : tlsVersion(known(version, postgres.at)),
    ),
    ...about,
    ...(parameters.certain.length > 0 && { related: parameters.certain }),
  };
}

/** The oldest version of a list such as `TLSv1.2,TLSv1.3`. */
const oldestOf = (list: Settled<string>): Settled<TlsVersion> =>
  chain(list, (text): Settled<TlsVersion> => {
    const oldest = text.split(',').map((one) => one.trim()).sort()[0] ?? ''; // prettier-ignore
    return tlsVersion(known(oldest, list.at, list.state === 'known' ? list.because : undefined));
  });

const connectionLogs = ['log_connections', 'log_disconnections', 'audit_log_enabled'];
const executionLogs = ['log_checkpoints', 'log_duration', 'slow_query_log'];

/**
 * What a parameter means by itself: whether connections or statements are recorded, and for how long.
 *
 * @see https://learn.microsoft.com/azure/postgresql/single-server/concepts-server-logs
 * @see https://learn.microsoft.com/azure/mysql/flexible-server/concepts-audit-logs
 */
export function* parameterFacts(about: About, written: Resource): Iterable<Fact> {
  const value = valueOf(written);
  const on = settledTruth(isOn(value), value.at);
  const called = nameOf(written);
  if (called.state !== 'known') return;
  const related = written === about.subject ? {} : { related: [written] };
  if (connectionLogs.includes(called.value))
    yield { kind: 'audit-log', scope: 'access', kept: on, ...about, ...related };
  if (executionLogs.includes(called.value))
    yield { kind: 'audit-log', scope: 'execution', kept: on, ...about, ...related };
  if (called.value === 'connection_throttling' || called.value === 'connection_throttle.enable')
    yield { kind: 'front-guard', guard: 'rate', kept: on, ...about, ...related };
  if (called.value === 'log_retention_days' || called.value === 'logfiles.retention_days')
    yield {
      kind: 'retention',
      days: map(value, (text) => (/^\d+$/.test(text) ? Number(text) : 0)),
      ...about,
      ...related,
    };
}

const isOn = (value: Settled<string>): Truth =>
  is(value, (text) => text === 'on' || text === 'true' || text === '1', 'parameter');
