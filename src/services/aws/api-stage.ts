import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, type Truth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';

interface About {
  readonly noun: string;
  readonly subject: Resource;
  /** The API that the stage is one of. */
  readonly related?: readonly Resource[];
}

/** Where the settings of a stage's methods stand: in it, or in companions. */
export interface MethodSettings {
  readonly lists: readonly Property[];
  readonly related: readonly Resource[];
}

/** A log is kept where a destination is named. */
const destination = (log: Property, { subject }: About): Settled<boolean> =>
  member(log, subject.vocabulary, 'DestinationArn', 'destination_arn').present();

/** What settings alone say of their methods: those of a stage that is not managed here. */
export function* settingsFacts(about: About, settings: Property): Iterable<Fact> {
  const { subject } = about;
  yield {
    kind: 'audit-log',
    scope: 'execution',
    kept: settledTruth(level(settings, subject), settings.at),
    ...about,
  };
  yield {
    kind: 'front-guard',
    guard: 'discretion',
    kept: settledTruth(not(traced(settings, subject)), settings.at),
    ...about,
  };
}

/** What a REST stage keeps records of, and which guards it keeps: in itself, or in the settings of its methods. */
export function* restStageFacts(about: About, settings: MethodSettings, log: Property): Iterable<Fact> {
  const { subject } = about;
  const related = [...(about.related ?? []), ...settings.related];
  const at = { id: subject.id, path: [] };
  const inSettings = (test: (item: Property) => Truth, note: string): Settled<boolean> =>
    settledTruth(any(...settings.lists.map((list) => some(otherwise(list.list(), [], 'no settings'), test, note))), at);
  yield { kind: 'audit-log', scope: 'access', kept: destination(log, about), ...about };
  yield {
    kind: 'audit-log',
    ...about,
    scope: 'execution',
    kept: inSettings((item) => level(item, subject), 'logging level'),
    related,
  };
  yield {
    kind: 'front-guard',
    ...about,
    guard: 'rate',
    kept: inSettings((item) => limited(item, subject), 'limits'),
    related,
  };
  yield {
    kind: 'front-guard',
    ...about,
    guard: 'discretion',
    // A full trace writes bodies and headers to the log, credentials included.
    kept: map(
      inSettings((item) => traced(item, subject), 'data trace'),
      (on) => !on,
    ),
    related,
  };
  yield tracing(about, property(subject, 'TracingEnabled', 'xray_tracing_enabled'));
  yield {
    kind: 'front-guard',
    guard: 'peer-certificate',
    kept: property(subject, 'ClientCertificateId', 'client_certificate_id').present(),
    ...about,
  };
}

export const tracing = (about: About, flag: Property): Fact => ({
  kind: 'tracing',
  on: otherwise(flag.flag(), false, 'requests are not traced unless told to'),
  ...about,
});

const level = (item: Property, { vocabulary }: Resource): Truth =>
  is(
    otherwise(member(item, vocabulary, 'LoggingLevel', 'logging_level').text(), 'OFF', 'off unless told otherwise'),
    (name) => name === 'INFO' || name === 'ERROR',
    'logging level',
  );

const traced = (item: Property, { vocabulary }: Resource): Truth =>
  is(
    otherwise(member(item, vocabulary, 'DataTraceEnabled', 'data_trace_enabled').flag(), false, 'off unless told to'),
    (on) => on,
    'data trace',
  );

/** Terraform writes -1 for no limit of its own. */
function limited(item: Property, { vocabulary }: Resource): Truth {
  const limits = [
    member(item, vocabulary, 'ThrottlingRateLimit', 'throttling_rate_limit'),
    member(item, vocabulary, 'ThrottlingBurstLimit', 'throttling_burst_limit'),
  ];
  return all(
    ...limits.map((limit) =>
      is(otherwise(limit.number(), -1, 'no limit unless one is named'), (number) => number >= 0, 'limit'),
    ),
  );
}

/** The same for stages of HTTP and WebSocket APIs, which write it in themselves. */
export function* routeStageFacts(stage: Resource, apis: readonly Resource[]): Iterable<Fact> {
  const about = { noun: 'API stage', subject: stage, related: apis };
  const routes = property(stage, 'DefaultRouteSettings', 'default_route_settings');
  const log = property(stage, 'AccessLogSettings', 'access_log_settings');
  yield { kind: 'audit-log', scope: 'access', kept: destination(log, about), ...about };
  yield {
    kind: 'front-guard',
    guard: 'rate',
    kept: settledTruth(limited(routes, stage), routes.at),
    ...about,
  };
}
