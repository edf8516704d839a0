import type { OriginAccess } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { any, is, not, settledTruth, truth, type Truth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import { itemsOf } from './items';

interface About {
  readonly noun: string;
  readonly subject: Resource;
}

const buckets = ['AWS::S3::Bucket', 'aws_s3_bucket'];

/** The host name of a bucket, other than that of its website, which knows no access control. */
const bucketHost = /\.s3([.-][\w-]+)?\.amazonaws\.com(\.cn)?$/;

/**
 * A bucket that CloudFront asks without an identity of its own must be open to everyone else as well.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export function* originAccessFacts(about: About, graph: ResourceGraph): Iterable<OriginAccess> {
  const { subject } = about;
  for (const origin of itemsOf(property(subject, 'DistributionConfig.Origins', 'origin'))) {
    const bucket = isBucket(origin, subject, graph);
    if (bucket.holds === false) continue;
    const confined = any(not(bucket), hasIdentity(origin, subject));
    yield { kind: 'origin-access', confined: settledTruth(confined, origin.at), ...about };
  }
  const legacy = property(subject, 'DistributionConfig.S3Origin', null);
  const present = legacy.present();
  if (present.state === 'known' && !present.value) return;
  const identity = namesIdentity(legacy.get('OriginAccessIdentity'));
  yield { kind: 'origin-access', confined: settledTruth(identity, legacy.at), ...about };
}

function isBucket(origin: Property, { vocabulary }: Resource, graph: ResourceGraph): Truth {
  const custom = member(origin, vocabulary, 'CustomOriginConfig', 'custom_origin_config').present();
  if (custom.state === 'known' && custom.value) return truth(false, custom.at, 'a custom origin');
  const s3 = member(origin, vocabulary, 'S3OriginConfig', 's3_origin_config').present();
  if (s3.state === 'known' && s3.value) return truth(true, s3.at, 'an S3 origin');
  const host = member(origin, vocabulary, 'DomainName', 'domain_name');
  if (host.text().state !== 'known' && graph.follow(host, buckets).state === 'linked')
    return truth(true, host.at, 'a bucket of the input');
  return is(otherwise(host.text(), '', 'no host is written'), (name) => bucketHost.test(name), 'host of the origin');
}

const hasIdentity = (origin: Property, { vocabulary }: Resource): Truth =>
  any(
    namesIdentity(member(origin, vocabulary, 'OriginAccessControlId', 'origin_access_control_id')),
    namesIdentity(
      member(origin, vocabulary, 'S3OriginConfig.OriginAccessIdentity', 's3_origin_config.origin_access_identity'),
    ),
  );

/** The empty text is how no identity is written. */
function namesIdentity(identity: Property): Truth {
  const text = identity.text();
  return text.state === 'known'
    ? is(
        map(text, (name) => name !== ''),
        (named) => named,
        'identity of CloudFront',
      )
    : is(identity.present(), (named) => named, 'identity of CloudFront');
}
