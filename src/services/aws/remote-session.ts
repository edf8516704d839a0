import type { RemoteSession } from '../../model/fact';
import type { Property } from '../../model/property';
import { member, property, type Resource, type Vocabulary } from '../../model/resource';
import { all, any, is, not, settledTruth } from '../../model/truth';
import { known, otherwise, unknown, type Settled, type Value } from '../../model/value';
import { textDocument } from './text-document';

/** Where sessions are recorded: a bucket or a log group, each with the demand that it be encrypted. */
interface Destinations {
  readonly bucket: Property;
  readonly bucketEncrypted: Value<boolean>;
  readonly logGroup: Property;
  readonly logGroupEncrypted: Value<boolean>;
}

const isNamed = (destination: Property) => is(destination.present(), (named) => named, 'records of sessions');

const recorded = ({ bucket, logGroup }: Destinations): Settled<boolean> =>
  settledTruth(any(isNamed(bucket), isNamed(logGroup)), bucket.at);

/** No record goes to a place that need not be encrypted. */
function recordsEncrypted(to: Destinations): Settled<boolean> {
  const demanded = (encrypted: Value<boolean>) =>
    is(otherwise(encrypted, false, 'records go to any store unless told otherwise'), (on) => on, 'encrypted records');
  const each = [
    any(not(isNamed(to.bucket)), demanded(to.bucketEncrypted)),
    any(not(isNamed(to.logGroup)), demanded(to.logGroupEncrypted)),
  ];
  return settledTruth(all(...each), to.bucket.at);
}

/**
 * What a document says of the sessions that Session Manager opens. Only sessions of a shell have such preferences.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
 */
export function* sessionDocumentFacts(document: Resource): Iterable<RemoteSession> {
  const type = property(document, 'DocumentType', 'document_type').text();
  if (type.state === 'absent' || (type.state === 'known' && type.value !== 'Session')) return;
  const about = { kind: 'remote-session', noun: 'Session Manager document', subject: document } as const;
  const content = textDocument(property(document, 'Content', 'content'));
  const why = content.state === 'unknown' ? content.why : 'nothing is written';
  if (type.state === 'unknown' || content.state !== 'known') {
    const open = unknown<boolean>(type.state === 'unknown' ? type.why : why, content.at);
    yield { recorded: open, recordsEncrypted: open, ...about };
    return;
  }
  const sessions = content.value.get('sessionType').text();
  if (sessions.state === 'known' && sessions.value !== 'Standard_Stream') return;
  const inputs = content.value.get('inputs');
  const destinations = {
    bucket: inputs.get('s3BucketName'),
    bucketEncrypted: inputs.get('s3EncryptionEnabled').flag(),
    logGroup: inputs.get('cloudWatchLogGroupName'),
    logGroupEncrypted: inputs.get('cloudWatchEncryptionEnabled').flag(),
  };
  yield {
    recorded: recorded(destinations),
    recordsEncrypted: recordsEncrypted(destinations),
    ...about,
  };
}

/**
 * What a cluster says of the commands that people run in its containers. Without a word, the log driver of each task
 * decides what is recorded.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html
 */
export function* executeCommandFacts(cluster: Resource): Iterable<RemoteSession> {
  const { vocabulary } = cluster;
  const settings = property(
    cluster,
    'Configuration.ExecuteCommandConfiguration',
    'configuration.execute_command_configuration',
  );
  const present = settings.present();
  if (present.state === 'known' && !present.value) return;
  const logging = otherwise(
    member(settings, vocabulary, 'Logging', 'logging').text(),
    'DEFAULT',
    'the log driver of each task decides',
  );
  const destinations = destinationsOf(
    member(settings, vocabulary, 'LogConfiguration', 'log_configuration'),
    vocabulary,
  );
  const about = { kind: 'remote-session', noun: 'ECS cluster', subject: cluster } as const;
  if (logging.state === 'known' && logging.value === 'OVERRIDE')
    yield { recorded: recorded(destinations), recordsEncrypted: recordsEncrypted(destinations), ...about };
  else if (logging.state === 'known' && logging.value === 'NONE')
    yield { recorded: known(false, logging.at), recordsEncrypted: known(true, logging.at), ...about };
  else {
    const open = unknown<boolean>('the log driver of each task decides', logging.at);
    yield { recorded: open, recordsEncrypted: open, ...about };
  }
}

function destinationsOf(log: Property, vocabulary: Vocabulary): Destinations {
  const read = (cloudformation: string, terraform: string) => member(log, vocabulary, cloudformation, terraform);
  return {
    bucket: read('S3BucketName', 's3_bucket_name'),
    bucketEncrypted: read('S3EncryptionEnabled', 's3_bucket_encryption_enabled').flag(),
    logGroup: read('CloudWatchLogGroupName', 'cloud_watch_log_group_name'),
    logGroupEncrypted: read('CloudWatchEncryptionEnabled', 'cloud_watch_encryption_enabled').flag(),
  };
}
