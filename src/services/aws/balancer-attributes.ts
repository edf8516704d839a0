import type { AuditLog, DeletionProtection, FrontGuard, Redundancy } from '../../model/fact';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, is, settledTruth } from '../../model/truth';
import { absent, chain, map, otherwise, unknown, type Settled, type Value } from '../../model/value';

interface About {
  readonly noun: string;
  readonly subject: Resource;
}

/** An attribute of a balancer: CloudFormation lists them by key, Terraform has a property for each. */
function attribute(balancer: Resource, key: string, terraform: string): Value<string> {
  if (balancer.vocabulary === 'terraform') return balancer.properties.get(...terraform.split('.')).text();
  const list = balancer.properties.get('LoadBalancerAttributes');
  const items = list.list();
  if (items.state === 'unknown') return unknown(items.why, items.at);
  const entries = items.state === 'known' ? items.value : [];
  const keyOf = entries.map((entry) => ({ entry, name: entry.get('Key').text() }));
  const found = keyOf.find(({ name }) => name.state === 'known' && name.value === key);
  if (found) return found.entry.get('Value').text();
  const open = keyOf.find(({ name }) => name.state === 'unknown');
  return open?.name.state === 'unknown' ? unknown(open.name.why, open.name.at) : absent(list.at);
}

/** The bucket that a balancer of the second generation writes its access log to, where it is listed. */
export function accessLogBucket(balancer: Resource): Property | undefined {
  const list = property(balancer, 'LoadBalancerAttributes', null).list();
  const entries = list.state === 'known' ? list.value : [];
  const entry = entries.find((one) => {
    const key = one.get('Key').text();
    return key.state === 'known' && key.value === 'access_logs.s3.bucket';
  });
  return entry?.get('Value');
}

const switchOf = (value: Value<string>, because: string): Settled<boolean> =>
  map(otherwise(value, 'false', because), (text) => text.toLowerCase() === 'true');

/**
 * What attributes say of a balancer of the second generation. All are off by default.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
 */
export const balancerAccessLog = (about: About): AuditLog => ({
  kind: 'audit-log',
  scope: 'access',
  kept: switchOf(
    attribute(about.subject, 'access_logs.s3.enabled', 'access_logs.enabled'),
    'balancers keep no access log unless told to',
  ),
  ...about,
});

export const balancerDeletionProtection = (about: About): DeletionProtection => ({
  kind: 'deletion-protection',
  of: 'service',
  on: switchOf(
    attribute(about.subject, 'deletion_protection.enabled', 'enable_deletion_protection'),
    'deletion protection is off by default',
  ),
  ...about,
});

/** Only what speaks HTTP handles requests. */
export function balancerNormalization(about: About): FrontGuard {
  const drop = switchOf(
    attribute(about.subject, 'routing.http.drop_invalid_header_fields.enabled', 'drop_invalid_header_fields'),
    'invalid header fields are passed on unless told otherwise',
  );
  const mode = desyncMode(attribute(about.subject, 'routing.http.desync_mitigation_mode', 'desync_mitigation_mode'));
  return {
    kind: 'front-guard',
    guard: 'normalization',
    kept: settledTruth(
      all(
        is(drop, (on) => on, 'invalid header fields are dropped'),
        is(mode, (name) => name !== 'monitor', 'desync mitigation mode'),
      ),
      { id: about.subject.id, path: [] },
    ),
    ...about,
  };
}

/** Classic balancers always drop invalid header fields; Terraform alone names their mode. */
export const classicNormalization = (about: About): FrontGuard => ({
  kind: 'front-guard',
  guard: 'normalization',
  kept: map(desyncMode(property(about.subject, null, 'desync_mitigation_mode').text()), (name) => name !== 'monitor'),
  ...about,
});

const desyncMode = (written: Value<string>): Settled<string> =>
  otherwise(written, 'defensive', 'the mode is defensive unless told otherwise');

/**
 * Whether what comes in by one zone reaches the machines of all. Application balancers always see to it.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-cross-zone.html
 */
export function balancerZones(about: About, type: Settled<string>): Redundancy {
  const across = switchOf(
    attribute(about.subject, 'load_balancing.cross_zone.enabled', 'enable_cross_zone_load_balancing'),
    'each zone serves its own machines unless told otherwise',
  );
  const kept = chain(across, (on) => (on || type.state === 'known' ? across : unknown<boolean>(type.why, type.at)));
  return { kind: 'redundancy', of: 'requests', kept, ...about };
}

/**
 * The same of a classic balancer, for which the Terraform provider has another default than the API.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elb#cross_zone_load_balancing-2
 */
export function classicZones(about: About): Redundancy {
  const written = property(about.subject, 'CrossZone', 'cross_zone_load_balancing').flag();
  const kept =
    about.subject.vocabulary === 'terraform'
      ? otherwise(written, true, 'the provider switches it on unless told otherwise')
      : otherwise(written, false, 'each zone serves its own machines unless told otherwise');
  return { kind: 'redundancy', of: 'requests', kept, ...about };
}
