import type { Fact } from '../../model/fact';
import type { Companions, ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { any, is, settledTruth, truth } from '../../model/truth';
import { otherwise } from '../../model/value';
import type { Service } from '../service';
import { recordFacts, zoneUsage } from './domain-record';

const zones = ['AWS::Route53::HostedZone', 'aws_route53_zone'];
const signings = ['AWS::Route53::DNSSEC', 'aws_route53_hosted_zone_dnssec'];
const queryLogs = ['aws_route53_query_log'];

export const route53: Service = {
  name: 'route53',
  types: {
    cloudformation: [
      'AWS::Route53::DNSSEC',
      'AWS::Route53::HealthCheck',
      'AWS::Route53::HostedZone',
      'AWS::Route53::KeySigningKey',
      'AWS::Route53::RecordSet',
      'AWS::Route53::RecordSetGroup',
    ],
    terraform: [
      'aws_route53_health_check',
      'aws_route53_hosted_zone_dnssec',
      'aws_route53_key_signing_key',
      'aws_route53_query_log',
      'aws_route53_record',
      'aws_route53_zone',
      'aws_route53_zone_association',
    ],
  },
  *facts(zone, graph) {
    if (zones.includes(zone.type)) yield* zoneFacts(zone, graph);
    else yield* recordFacts(zone);
  },
};

/** A zone of networks is private: its names are not signed, and the resolver keeps the log. */
function* zoneFacts(zone: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'hosted zone', subject: zone };
  yield zoneUsage(about, graph);
  const networks = property(zone, 'VPCs', 'vpc').present();
  if (networks.state === 'known' && networks.value) return;
  const whole = is(networks, (hidden) => hidden, 'networks of the zone');
  const at = { id: zone.id, path: [] };
  const signed = graph.companions(zone, signings, keyOf(zone, 'HostedZoneId', 'hosted_zone_id'));
  const logs = graph.companions(zone, queryLogs, 'zone_id');
  const written = property(zone, 'QueryLoggingConfig', null).present();
  yield {
    kind: 'zone-signing',
    signed: settledTruth(any(whole, truth(false, at, 'not signed unless told to'), ...having(signed, signs)), at),
    related: signed.certain,
    ...about,
  };
  yield {
    kind: 'audit-log',
    scope: 'access',
    kept: settledTruth(
      any(
        whole,
        is(written, (on) => on, 'query log'),
        ...having(logs, keepsLog),
      ),
      at,
    ),
    related: logs.certain,
    ...about,
  };
}

const keyOf = ({ vocabulary }: Resource, cloudformation: string, terraform: string): string =>
  vocabulary === 'cloudformation' ? cloudformation : terraform;

const keepsLog = (log: Resource) =>
  is(property(log, null, 'cloudwatch_log_group_arn').present(), (named) => named, 'log group of its query log');

/** Terraform's resource can also switch signing off. */
const signs = (signing: Resource) =>
  is(
    otherwise(property(signing, null, 'signing_status').text(), 'SIGNING', 'signing where nothing is said'),
    (status) => status === 'SIGNING',
    'DNSSEC',
  );

const having = ({ certain, possible }: Companions, test: (companion: Resource) => ReturnType<typeof signs>) => [
  ...certain.map(test),
  ...possible.map(({ resource: { id }, why }) => truth(undefined, { id, path: [] }, `may be of this zone: ${why}`)),
];
