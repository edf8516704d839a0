import type { AuditLog, Contact, Detector, Fact, Retention } from '../../model/fact';
import type { Companions } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, truth, type Truth } from '../../model/truth';
import { map, otherwise, type Settled, type Value } from '../../model/value';
import { at, companionSays, type About } from './platform-service';

/* Who watches a database of Azure: its audit, the alerts on attacks, and the scans for weak settings. */

/** The first of two spellings that is written. */
const either = <T>(first: Value<T>, second: Value<T>): Value<T> => (first.state === 'absent' ? second : first);

/**
 * Whether an audit is kept: by policies beside the server, by blocks in it (as older versions of the provider spell it),
 * or by something else that covers it.
 *
 * @see https://learn.microsoft.com/azure/azure-sql/database/auditing-overview
 */
export function auditFact(
  about: About,
  policies: Companions,
  blocks: readonly Property[] = [],
  covered: readonly Truth[] = [],
): AuditLog {
  const place = about.subject.properties.at;
  return {
    kind: 'audit-log',
    scope: 'access',
    kept: settledTruth(
      any(
        companionSays(policies, auditOn, truth(false, place, 'no auditing policy')),
        ...blocks.map((block) => is(block.present(), (on) => on, 'auditing policy')),
        ...covered,
      ),
      place,
    ),
    ...about,
    ...(policies.certain.length > 0 && { related: policies.certain }),
  };
}

/** A policy is on unless told otherwise. */
export const auditOn = (policy: Resource): Truth =>
  is(otherwise(at(policy, 'enabled').flag(), true, 'on unless told otherwise'), (on) => on, 'auditing policy');

/** How long each audit is kept: for ever where the days are 0 or not written. */
export function* auditRetentionFacts(
  about: About,
  policies: readonly Resource[],
  blocks: readonly Property[] = [],
): Iterable<Retention> {
  for (const policy of policies) yield { ...retentionOf(about, policy.properties), related: [policy] };
  for (const block of blocks) {
    const set = block.present();
    if (set.state === 'unknown' || set.value) yield retentionOf(about, block);
  }
}

const retentionOf = (about: About, written: Property): Retention => ({
  kind: 'retention',
  days: map(otherwise(written.get('retention_in_days').number(), 0, 'for ever unless told otherwise'), (days) =>
    days === 0 ? Infinity : days,
  ),
  ...about,
});

/**
 * What a policy for alerts says, in a resource of its own or in a block: whether it watches, whether any alert is
 * switched off, and who hears of it.
 *
 * @see https://learn.microsoft.com/azure/azure-sql/database/threat-detection-configure
 */
export function* alertFacts(
  about: About & { readonly related?: readonly Resource[] },
  written: Property,
): Iterable<Detector | Contact> {
  const on = isOn(written);
  const disabled = otherwise(written.get('disabled_alerts').texts(), [], 'no alert is switched off');
  yield {
    kind: 'detector',
    on: settledTruth(on, written.at),
    whole: settledTruth(all(on, not(is(disabled, (alerts) => alerts.length > 0, 'alerts switched off'))), written.at),
    ...about,
  };
  yield { kind: 'contact', set: settledTruth(reachesSomebody(written), written.at), ...about };
}

/** `state` and `policy_state` are words, `enabled` is a switch; what says none of them is off. */
function isOn(policy: Property): Truth {
  const word = either(policy.get('state').text(), policy.get('policy_state').text());
  const state = map(either(word, policy.get('enabled').text()), (text) => /^(enabled|true)$/i.test(text));
  return is(otherwise(state, false, 'alerts are off unless told otherwise'), (on) => on, 'alerts');
}

function reachesSomebody(policy: Property): Truth {
  const admins = either(policy.get('email_account_admins').text(), policy.get('email_account_admins_enabled').text());
  const emails = otherwise(policy.get('email_addresses').texts(), [], 'no address');
  return any(
    is(otherwise(admins, 'false', 'administrators are not told'), (text) => /^(enabled|true)$/i.test(text), 'administrators are told'),
    is(emails, (list) => list.length > 0, 'addresses'),
  ); // prettier-ignore
}

/**
 * Whether settings are scanned for weaknesses again and again: by an assessment beside the database, or by the switch of
 * the newer kind.
 *
 * @see https://learn.microsoft.com/azure/defender-for-cloud/sql-azure-vulnerability-assessment-overview
 */
export const scanFact = (about: About, assessments: Companions, express?: Settled<boolean>): Detector => {
  const place = about.subject.properties.at;
  return {
    kind: 'detector',
    on: settledTruth(
      any(
        companionSays(assessments, scans, truth(false, place, 'no vulnerability assessment')),
        ...(express ? [is(express, (on) => on, 'vulnerability assessment')] : []),
      ),
      place,
    ),
    ...about,
    ...(assessments.certain.length > 0 && { related: assessments.certain }),
  };
};

/** Scans recur only when told to. */
export const scans = (assessment: Resource): Truth =>
  is(
    otherwise(at(assessment, 'recurring_scans.enabled').flag(), false, 'scans recur only when told to'),
    (on) => on,
    'recurring scans',
  );

/** An assessment, or a policy, whose server is not managed here answers for itself. */
export function* lonelyScanFacts(assessment: Resource, noun: string): Iterable<Fact> {
  const recurs = settledTruth(scans(assessment), assessment.properties.at);
  yield { noun, subject: assessment, kind: 'detector', on: recurs };
}
