import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import type { Context } from '../service';
import { supported } from './end-of-support';
import { itemsOf } from './items';
import { secretFacts } from './secret-facts';

const noun = 'CodeBuild project';

/** What a project says of the image it builds in, of its records, and of where its sources come from. */
export function* buildFacts(project: Resource, context: Context): Iterable<Fact> {
  const about = { noun, subject: project };
  yield* imageFacts(project, context);
  yield { kind: 'audit-log', scope: 'access', kept: buildsLogged(project), ...about };
  for (const source of sourcesOf(project)) yield* sourceFacts(project, source);
}

/** Images of AWS's own; what another image holds is not seen here. */
function* imageFacts(project: Resource, context: Context): Iterable<Fact> {
  const image = property(project, 'Environment.Image', 'environment.image').text();
  if (image.state !== 'known' || !image.value.startsWith('aws/codebuild/')) return;
  // A version that is not fixed to a release: `aws/codebuild/standard:7.0-24.10.29` is a `7.0`.
  const release = map(image, (name) => name.replace(/-\d\d\.\d\d\.\d\d$/, ''));
  yield { kind: 'runtime', noun, subject: project, supported: supported('codebuild', release, context.today) };
}

/** @see https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html */
function buildsLogged(project: Resource) {
  const read = (cloudformation: string, terraform: string) =>
    property(project, `LogsConfig.${cloudformation}.Status`, `logs_config.${terraform}.status`);
  const group = read('CloudWatchLogs', 'cloudwatch_logs');
  const bucket = read('S3Logs', 's3_logs');
  const isOn = (status: string): boolean => status === 'ENABLED';
  return settledTruth(
    any(
      is(otherwise(group.text(), 'ENABLED', 'builds are recorded unless told otherwise'), isOn, 'log group'),
      is(otherwise(bucket.text(), 'DISABLED', 'no bucket unless told otherwise'), isOn, 'bucket of logs'),
    ),
    group.at,
  );
}

const sourcesOf = (project: Resource): readonly Property[] => [
  property(project, 'Source', 'source'),
  ...itemsOf(property(project, 'SecondarySources', 'secondary_sources')),
];

/** The address of a repository, which may hold who signs in there; and whether that server's certificate is checked. */
function* sourceFacts(project: Resource, source: Property): Iterable<Fact> {
  const { vocabulary } = project;
  const address = member(source, vocabulary, 'Location', 'location');
  const written = address.text();
  if (written.state === 'known' && withCredentials.test(written.value))
    yield* secretFacts(project, noun, [['credentials in the address of its source', address]]);
  const unchecked = member(source, vocabulary, 'InsecureSsl', 'insecure_ssl').flag();
  if (unchecked.state === 'absent') return;
  yield {
    kind: 'data-in-transit',
    noun,
    subject: project,
    certificateValidated: map(otherwise(unchecked, false, 'checked unless told otherwise'), (off) => !off),
  };
}

/** A token, or a name and a password, in front of the host. */
const withCredentials = /^https?:\/\/[^/@\s]+@/;
