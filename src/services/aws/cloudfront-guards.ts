import type { Fact } from '../../model/fact';
import type { Companions, ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import { itemsOf } from './items';

interface About {
  readonly noun: string;
  readonly subject: Resource;
}

const configured = ({ subject }: About, cloudformation: string, terraform: string): Property =>
  property(subject, `DistributionConfig.${cloudformation}`, terraform);

/** What a distribution keeps records of, and which guards it keeps. */
export function* guardFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  yield accessLog(about, graph);
  const root = configured(about, 'DefaultRootObject', 'default_root_object').text();
  yield {
    kind: 'front-guard',
    ...about,
    guard: 'discretion',
    // Without one, whoever asks for the root is shown what the origin lists there.
    kept: map(otherwise(root, '', 'no root object unless one is named'), (name) => name !== ''),
  };
  const countries = configured(
    about,
    'Restrictions.GeoRestriction.RestrictionType',
    'restrictions.geo_restriction.restriction_type',
  );
  yield {
    kind: 'front-guard',
    guard: 'countries',
    kept: map(otherwise(countries.text(), 'none', 'no country is left out'), (type) => type !== 'none'),
    ...about,
  };
  yield { kind: 'front-guard', guard: 'response-headers', kept: responseHeaders(about), ...about };
  const own = ownCertificate(about);
  yield {
    kind: 'certificate',
    own,
    ...about,
    ...(own.state === 'known' && own.value && { byName: chosenByName(about) }),
  };
}

/**
 * Standard logging of the first version is a property; of the second, a delivery source that names the distribution.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
function accessLog(about: About, graph: ResourceGraph): Fact {
  const { subject } = about;
  const sources = deliveriesOf(subject, graph);
  const written = configured(about, 'Logging', 'logging_config');
  const bucket = member(written, subject.vocabulary, 'Bucket', 'bucket');
  const enabled = member(written, subject.vocabulary, 'Enabled', null).flag();
  return {
    kind: 'audit-log',
    scope: 'access',
    kept: settledTruth(
      any(
        all(
          is(bucket.present(), (present) => present, 'bucket of the log'),
          is(otherwise(enabled, true, 'a bucket is enough'), (on) => on, 'log'),
        ),
        ...sources.certain.map(({ id }) => truth(true, { id, path: [] }, 'delivers its log')),
        ...sources.possible.map(({ resource: { id }, why }) =>
          truth(undefined, { id, path: [] }, `may deliver its log: ${why}`),
        ),
      ),
      written.at,
    ),
    related: sources.certain,
    ...about,
  };
}

const deliveriesOf = (distribution: Resource, graph: ResourceGraph): Companions =>
  graph.companions(
    distribution,
    ['AWS::Logs::DeliverySource', 'aws_cloudwatch_log_delivery_source'],
    distribution.vocabulary === 'cloudformation' ? 'ResourceArn' : 'resource_arn',
  );

function responseHeaders(about: About) {
  const behaviors = [
    configured(about, 'DefaultCacheBehavior', 'default_cache_behavior'),
    ...itemsOf(configured(about, 'CacheBehaviors', 'ordered_cache_behavior')),
  ];
  const named = behaviors.map((behavior): Truth => {
    const policy = member(behavior, about.subject.vocabulary, 'ResponseHeadersPolicyId', 'response_headers_policy_id');
    return is(policy.present(), (present) => present, 'response headers policy');
  });
  return settledTruth(all(...named), { id: about.subject.id, path: [] });
}

/** A certificate of ACM, or one uploaded to IAM, is one's own. */
function ownCertificate(about: About) {
  const written = configured(about, 'ViewerCertificate', 'viewer_certificate');
  const own = member(
    written,
    about.subject.vocabulary,
    'CloudFrontDefaultCertificate',
    'cloudfront_default_certificate',
  );
  return chain(written.present(), (present) =>
    present
      ? map(otherwise(own.flag(), false, 'its own certificate is named'), (byDefault) => !byDefault)
      : known(false, written.at, "CloudFront's own certificate where none is named"),
  );
}

/**
 * A certificate of one's own is served by name, or at addresses of its own (`vip`, `static-ip`): CloudFront wants it said.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html
 */
function chosenByName(about: About): Settled<boolean> {
  const written = configured(about, 'ViewerCertificate', 'viewer_certificate');
  const method = member(written, about.subject.vocabulary, 'SslSupportMethod', 'ssl_support_method');
  const text = method.text();
  return text.state === 'absent'
    ? unknown('how the certificate is served is not written', method.at)
    : map(text, (name) => name === 'sni-only');
}
