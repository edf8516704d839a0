import type { AuditLog, Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth, some, type Truth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Context } from '../service';
import { engineUpgrades, type About } from './database-upkeep';
import { versionSupported } from './database-version';

/** Only domains of OpenSearch can be told to update their software. */
const withUpdates = ['AWS::OpenSearchService::Domain', 'aws_opensearch_domain'];

export function* upkeepFacts(about: About, context: Context): Iterable<Fact> {
  const { subject } = about;
  yield logFact(about, 'access', (type) => type === 'AUDIT_LOGS');
  yield logFact(about, 'execution', (type) => type !== 'AUDIT_LOGS');
  yield* versionFacts(about, context);
  if (withUpdates.includes(subject.type))
    yield engineUpgrades(
      about,
      otherwise(
        property(
          subject,
          'SoftwareUpdateOptions.AutoSoftwareUpdateEnabled',
          'software_update_options.auto_software_update_enabled',
        ).flag(),
        false,
        'optional updates wait unless told otherwise',
      ),
    );
  // Whether snapshots are taken is not the customer's to say: every hour since Elasticsearch 5.3, every day before.
  const at = property(subject, 'SnapshotOptions', 'snapshot_options').at;
  yield {
    kind: 'backup',
    kept: known(true, at, 'every domain is backed up automatically'),
    days: known(14, at),
    ...about,
  };
}

/**
 * The audit log says who asked what; the others what the domain did with it.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html
 */
function logFact(about: About, scope: AuditLog['scope'], isMeant: (type: string) => boolean): AuditLog {
  const { subject } = about;
  const written = property(subject, 'LogPublishingOptions', 'log_publishing_options');
  const kept = subject.vocabulary === 'cloudformation' ? byType(written, isMeant) : byBlock(written, isMeant);
  return { kind: 'audit-log', scope, kept: settledTruth(kept, written.at), ...about };
}

/** A map from the type of a log to its options. */
function byType(written: Property, isMeant: (type: string) => boolean): Truth {
  const entries = otherwise(written.entries(), [], 'no log is published by default');
  return some(
    entries,
    ([type, options]) =>
      all(
        is(known(type, options.at), isMeant, 'published log'),
        is(otherwise(options.get('Enabled').flag(), false, 'not published unless told so'), (on) => on, 'publishing'),
      ),
    'published logs',
  );
}

function byBlock(written: Property, isMeant: (type: string) => boolean): Truth {
  const blocks = otherwise(written.list(), [], 'no log is published by default');
  return some(
    blocks,
    (block) =>
      all(
        is(
          otherwise(block.get('log_type').text(), '', 'no type'),
          (type) => isMeant(type) && type !== '',
          'published log',
        ),
        is(otherwise(block.get('enabled').flag(), true, 'published unless told otherwise'), (on) => on, 'publishing'),
      ),
    'published logs',
  );
}

/** `OpenSearch_2.11` and `Elasticsearch_7.10`; the older types say the number alone, and mean 1.5 where they say nothing. */
function* versionFacts(about: About, context: Context): Iterable<Fact> {
  const { subject } = about;
  if (!withUpdates.includes(subject.type)) {
    const version = property(subject, 'ElasticsearchVersion', 'elasticsearch_version').text();
    const settled = otherwise(version, '1.5', '1.5 where nothing is said');
    yield { kind: 'runtime', supported: versionSupported('elasticsearch', subject, settled, context), ...about };
    return;
  }
  const version = property(subject, 'EngineVersion', 'engine_version').text();
  yield {
    kind: 'runtime',
    supported:
      version.state === 'absent'
        ? versionSupported('opensearch', subject, version, context)
        : chain(version, (name) => ofEngine(name, version, subject, context)),
    ...about,
  };
}

function ofEngine(name: string, version: Settled<string>, domain: Resource, context: Context): Settled<boolean> {
  const [, engine, number] = /^(opensearch|elasticsearch)_(.+)$/i.exec(name) ?? [];
  if (engine === undefined || number === undefined) return unknown(`"${name}" names no engine and version`, version.at);
  return versionSupported(engine.toLowerCase(), domain, known(number, version.at), context);
}

/** Users of its own, each with what is granted to it. */
export const fineGrainedFact = (about: About, enabled: Settled<boolean>): Fact => ({
  kind: 'inner-access',
  fineGrained: map(enabled, (on) => on),
  ...about,
});

/** A data access policy of a serverless collection that lets its principals do everything tells nobody apart. */
export function dataPolicyFact(policy: Resource): Fact {
  const written = property(policy, 'Policy', 'policy');
  const document = written.document();
  const entries = otherwise((document.state === 'known' ? document.value : written).list(), [], 'no entry');
  const everything = some(
    entries,
    (entry) =>
      some(
        otherwise(entry.get('Rules').list(), [], 'no rule'),
        (rule) =>
          some(
            otherwise(rule.get('Permission').texts(), [], 'no permission'),
            (permission) => any(is(permission, (name) => name === 'aoss:*' || name === '*', 'permission')),
            'permissions',
          ),
        'rules',
      ),
    'entries',
  );
  return {
    kind: 'inner-access',
    noun: 'OpenSearch Serverless access policy',
    subject: policy,
    fineGrained: map(settledTruth(everything, written.at), (all) => !all),
  };
}
