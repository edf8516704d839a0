import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth, some, truth, type Truth } from '../../model/truth';
import { chain, known, otherwise, type Settled } from '../../model/value';

/**
 * What a trail records, and what is done with the records.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html (the defaults)
 */
export function* trailFacts(trail: Resource): Iterable<Fact> {
  const about = { noun: 'CloudTrail trail', subject: trail, kind: 'audit-log', scope: 'trail' } as const;
  const flag = (cloudformation: string, terraform: string, fallback: boolean, because: string): Settled<boolean> =>
    otherwise(property(trail, cloudformation, terraform).flag(), fallback, because);
  const terraform = trail.vocabulary === 'terraform';
  const kept = all(
    // CloudFormation demands that the first is said.
    is(flag('IsLogging', 'enable_logging', terraform, terraform ? 'on unless told otherwise' : 'not switched on'), isOn, 'logging'),
    is(flag('IsMultiRegionTrail', 'is_multi_region_trail', false, 'one region unless told otherwise'), isOn, 'every region'),
    is(flag('IncludeGlobalServiceEvents', 'include_global_service_events', true, 'included unless told otherwise'), isOn, 'global services'),
    managementEvents(trail),
  ); // prettier-ignore
  const here = property(trail, 'IsLogging', 'enable_logging').at;
  yield {
    ...about,
    kept: settledTruth(kept, here),
    tamperEvident: flag('EnableLogFileValidation', 'enable_log_file_validation', false, 'off unless told otherwise'),
    // CloudTrail delivers with a role, and to a group: neither does without the other.
    watched: settledTruth(
      all(
        is(property(trail, 'CloudWatchLogsLogGroupArn', 'cloud_watch_logs_group_arn').present(), isOn, 'log group'),
        is(
          property(trail, 'CloudWatchLogsRoleArn', 'cloud_watch_logs_role_arn').present(),
          isOn,
          'role of the delivery',
        ),
      ),
      here,
    ),
    dataEvents: settledTruth(dataEvents(trail), here),
  };
}

const isOn = (on: boolean): boolean => on;

const basic = (trail: Resource): Property => property(trail, 'EventSelectors', 'event_selector');
const advanced = (trail: Resource): Property => property(trail, 'AdvancedEventSelectors', 'advanced_event_selector');

/** Without selectors every management event is recorded; selectors say themselves what is. */
function managementEvents(trail: Resource): Truth {
  const selective = any(
    is(basic(trail).present(), isOn, 'event selectors'),
    is(advanced(trail).present(), isOn, 'event selectors'),
  );
  const { vocabulary } = trail;
  const records = (kind: string) => (selector: Property): Truth =>
    all(
      is(
        otherwise(
          member(selector, vocabulary, 'IncludeManagementEvents', 'include_management_events').flag(),
          true,
          'included unless told otherwise',
        ),
        isOn,
        'management events',
      ),
      is(
        otherwise(member(selector, vocabulary, 'ReadWriteType', 'read_write_type').text(), 'All', 'all unless told otherwise'),
        (text) => text === 'All' || text === kind,
        'reads and writes',
      ),
    ); // prettier-ignore
  return any(
    truth(selective.holds === undefined ? undefined : !selective.holds, basic(trail).at, 'all management events'),
    all(...['ReadOnly', 'WriteOnly'].map((kind) => someSelector(basic(trail), records(kind), 'management events'))),
    someSelector(advanced(trail), ofCategory(trail, 'Management'), 'management events'),
  );
}

const dataEvents = (trail: Resource): Truth =>
  any(
    someSelector(
      basic(trail),
      (selector) => is(member(selector, trail.vocabulary, 'DataResources', 'data_resource').present(), isOn, 'data events'),
      'no data events unless told otherwise',
    ),
    someSelector(advanced(trail), ofCategory(trail, 'Data'), 'no data events unless told otherwise'),
  ); // prettier-ignore

const someSelector = (list: Property, test: (selector: Property) => Truth, note: string): Truth =>
  some(otherwise(list.list(), [], 'none is written'), test, note);

/** An advanced selector says by a field of its own which events it means. */
const ofCategory =
  ({ vocabulary }: Resource, category: string) =>
  (selector: Property): Truth =>
    someSelector(
      member(selector, vocabulary, 'FieldSelectors', 'field_selector'),
      (field) =>
        all(
          is(otherwise(member(field, vocabulary, 'Field', 'field').text(), '', 'not written'), (text) => text === 'eventCategory', 'field'),
          some(otherwise(member(field, vocabulary, 'Equals', 'equals').texts(), [], 'not written'), (text) => is(text, (one) => one === category, 'category of events'), 'category of events'),
        ),
      'category of events',
    ); // prettier-ignore

/**
 * An event data store keeps what it records: for how long, and whether it can be deleted.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateEventDataStore.html (the defaults)
 */
export function* eventDataStoreFacts(store: Resource): Iterable<Fact> {
  const about = { noun: 'CloudTrail event data store', subject: store };
  const mode = otherwise(
    property(store, 'BillingMode', 'billing_mode').text(),
    'EXTENDABLE_RETENTION_PRICING',
    'unless told otherwise',
  );
  const period = property(store, 'RetentionPeriod', 'retention_period');
  // The provider writes its own default; the platform's goes by the billing mode.
  const initially =
    store.vocabulary === 'terraform'
      ? known(2555, period.at, 'seven years unless told otherwise')
      : chain(mode, (text) => known(text === 'FIXED_RETENTION_PRICING' ? 2557 : 366, period.at, 'by the billing mode'));
  const days = period.number();
  yield { kind: 'retention', days: days.state === 'absent' ? initially : otherwise(days, 366, 'unless told otherwise'), ...about };
  yield {
    kind: 'deletion-protection', of: 'records', on: otherwise(
      property(store, 'TerminationProtectionEnabled', 'termination_protection_enabled').flag(),
      true,
      'on unless told otherwise',
    ), ...about,
  };
} // prettier-ignore
