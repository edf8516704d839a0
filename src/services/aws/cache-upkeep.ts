import type { Fact } from '../../model/fact';
import { property } from '../../model/resource';
import { all, any, is, settledTruth } from '../../model/truth';
import { known, orElse, otherwise, unknown, type Settled } from '../../model/value';
import type { Context } from '../service';
import { accessRecord, backupsFor, engineUpgrades, portFact, type About } from './database-upkeep';
import { versionSupported } from './database-version';
import { placementFact } from './network-placement';

/** Snapshots are taken where some are kept. */
export const snapshotFact = (about: About): Fact =>
  backupsFor(
    about,
    otherwise(
      property(about.subject, 'SnapshotRetentionLimit', 'snapshot_retention_limit').number(),
      0,
      'no snapshot is taken unless told otherwise',
    ),
  );

/** Terraform switches automatic upgrades on; what the service does is not documented. */
export function upgradeFact(about: About): Fact {
  const flag = property(about.subject, 'AutoMinorVersionUpgrade', 'auto_minor_version_upgrade').flag();
  return engineUpgrades(
    about,
    orElse(flag, () =>
      about.subject.vocabulary === 'terraform'
        ? known(true, flag.at, 'the provider switches it on by default')
        : unknown<boolean>('what is done where nothing is said is not documented', flag.at),
    ),
  );
}

/** Nodes are placed by a group of subnets: the default one, of the default network, where none is named. */
export const nodePlacement = (about: About): Fact =>
  placementFact(
    about,
    property(about.subject, 'CacheSubnetGroupName', 'subnet_group_name'),
    property(
      about.subject,
      about.subject.type === 'AWS::ElastiCache::CacheCluster' ? 'VpcSecurityGroupIds' : 'SecurityGroupIds',
      'security_group_ids',
    ),
  );

/** What a node group or node keeps and says, beside encryption. Memcached has neither snapshots nor logs. */
export function* nodeFacts(about: About, engine: Settled<string>, context: Context): Iterable<Fact> {
  const port = property(about.subject, 'Port', 'port').number();
  if (engine.state === 'unknown') return;
  const memcached = engine.value.toLowerCase() === 'memcached';
  yield portFact(about, port, memcached ? 11211 : 6379);
  if (memcached) return;
  yield snapshotFact(about);
  yield upgradeFact(about);
  yield logFact(about);
  if (engine.value.toLowerCase() !== 'redis') return;
  const version = property(about.subject, 'EngineVersion', 'engine_version').text();
  yield { kind: 'runtime', supported: versionSupported('redis', about.subject, version, context), ...about };
}

/**
 * The slow log and the log of the engine are the records that there are.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Log_Delivery.html
 */
const logFact = (about: About): Fact =>
  accessRecord(about, property(about.subject, 'LogDeliveryConfigurations', 'log_delivery_configuration').present());

/**
 * Who is let in: holders of a token, users of a group; else everybody. A token is one password for all. Neither works
 * without encryption in transit.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
export function* userGroupFacts(
  about: About,
  tokens: readonly (readonly [string | null, string])[],
  group: readonly [string, string],
  encrypted: Settled<boolean>,
): Iterable<Fact> {
  const { subject } = about;
  const groups = property(subject, ...group).present();
  const guards = [groups, ...tokens.map((token) => property(subject, ...token).present())];
  yield {
    kind: 'sign-in',
    inside: true,
    required: settledTruth(
      all(
        any(...guards.map((guard) => is(guard, (set) => set, 'token or user group'))),
        is(encrypted, (on) => on, 'encryption in transit, without which there is no sign-in'),
      ),
      groups.at,
    ),
    ...about,
  };
  yield { kind: 'inner-access', fineGrained: groups, ...about };
}
