import type { BackendTransit, DataInTransit, TlsVersion } from '../../model/fact';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { chain, known, narrow, otherwise, unknown, type Place, type Settled } from '../../model/value';
import type { Service } from '../service';
import { guardFacts } from './cloudfront-guards';
import { originAccessFacts } from './cloudfront-origin';
import { withConnectionFloor } from './connection-floor';
import { itemsOf } from './items';

const distributions = ['AWS::CloudFront::Distribution', 'aws_cloudfront_distribution'];

export const cloudfront: Service = {
  name: 'cloudfront',
  types: {
    cloudformation: [
      'AWS::CloudFront::CloudFrontOriginAccessIdentity',
      'AWS::CloudFront::Distribution',
      'AWS::CloudFront::OriginAccessControl',
    ],
    terraform: [
      'aws_cloudfront_distribution',
      'aws_cloudfront_origin_access_control',
      'aws_cloudfront_origin_access_identity',
    ],
  },
  *facts(distribution, graph) {
    // Who asks on a distribution's behalf is the bucket's policy to say.
    if (!distributions.includes(distribution.type)) return;
    const about = { noun: 'CloudFront distribution', subject: distribution };
    const at: Place = { id: distribution.id, path: [] };
    const plaintext = viewerPlaintext(distribution);
    yield {
      kind: 'public-endpoint',
      role: 'front',
      public: known(true, at, 'a CDN is for everyone'),
      byNature: true,
      ...about,
    };
    yield* withConnectionFloor([{ kind: 'data-in-transit', plaintext, oldestTls: viewerTls(distribution), ...about }]);
    for (const origin of customOrigins(distribution)) yield* originFacts(about, origin, plaintext);
    yield { kind: 'firewall', attached: configured(distribution, 'WebACLId', 'web_acl_id').present(), ...about };
    yield* guardFacts(about, graph);
    yield* originAccessFacts(about, graph);
  },
};

/** CloudFormation wraps the configuration of a distribution once more. */
const configured = (distribution: Resource, cloudformation: string, terraform: string): Property =>
  property(distribution, `DistributionConfig.${cloudformation}`, terraform);

/** Whether viewers may ask in plain text for anything. Each behavior must say so. */
function viewerPlaintext(distribution: Resource): Settled<boolean> {
  const first = configured(distribution, 'DefaultCacheBehavior', 'default_cache_behavior');
  const behaviors = [first, ...itemsOf(configured(distribution, 'CacheBehaviors', 'ordered_cache_behavior'))];
  const policies = behaviors.map((behavior): Settled<string> => {
    const { vocabulary } = distribution;
    const written = member(behavior, vocabulary, 'ViewerProtocolPolicy', 'viewer_protocol_policy').text();
    return written.state === 'absent' ? unknown('no viewer protocol policy is written', written.at) : written;
  });
  return settledTruth(
    any(...policies.map((policy) => is(policy, (text) => text === 'allow-all', 'viewers'))),
    first.at,
  );
}

const versions: ReadonlyMap<string, TlsVersion> = new Map([
  ['SSLv3', 'ssl3'],
  ['TLSv1', '1.0'],
  ['TLSv1.0', '1.0'],
  ['TLSv1.1', '1.1'],
  ['TLSv1.2', '1.2'],
  ['TLSv1.3', '1.3'],
]);

/** The version in the name of a security policy, which may end in the year of its ciphers: `TLSv1.2_2021`. */
const versionOf = (policy: Settled<string>): Settled<TlsVersion> =>
  chain(policy, (name): Settled<TlsVersion> => {
    const version = versions.get(name.replace(/_\d+$/, ''));
    return version
      ? known(
          version,
          policy.at,
          (policy.state === 'known' ? policy.because : undefined) ?? `${name} accepts TLS ${version}`,
        )
      : unknown(`"${name}" is no TLS version or policy of CloudFront`, policy.at);
  });

/**
 * The oldest TLS version for viewers. With CloudFront's own certificate it is TLS 1.0, whatever is written.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-viewercertificate.html
 */
function viewerTls(distribution: Resource): Settled<TlsVersion> {
  const certificate = configured(distribution, 'ViewerCertificate', 'viewer_certificate');
  const read = (cloudformation: string, terraform: string): Property =>
    member(certificate, distribution.vocabulary, cloudformation, terraform);
  const own = chain(certificate.present(), (present) =>
    present
      ? otherwise(read('CloudFrontDefaultCertificate', 'cloudfront_default_certificate').flag(), false, 'not said')
      : known(true, certificate.at),
  );
  const policy = read('MinimumProtocolVersion', 'minimum_protocol_version').text();
  return chain(own, (byDefault) =>
    byDefault
      ? known<TlsVersion>('1.0', own.at, "TLSv1 is the policy of CloudFront's own certificate")
      : versionOf(otherwise(policy, 'TLSv1', 'TLSv1 where no policy is named')),
  );
}

/** How origins that are no buckets are asked. What is asked of a bucket goes as the viewer asked. */
function customOrigins(distribution: Resource): readonly Property[] {
  const origins = itemsOf(configured(distribution, 'Origins', 'origin')).map((origin) =>
    member(origin, distribution.vocabulary, 'CustomOriginConfig', 'custom_origin_config'),
  );
  const legacy = property(distribution, 'DistributionConfig.CustomOrigin', null);
  return [...origins, legacy].filter((origin) => {
    const present = origin.present();
    return present.state === 'unknown' || present.value;
  });
}

function* originFacts(
  about: { readonly noun: string; readonly subject: Resource },
  origin: Property,
  viewers: Settled<boolean>,
): Iterable<BackendTransit | DataInTransit> {
  const { vocabulary } = about.subject;
  const policy = member(origin, vocabulary, 'OriginProtocolPolicy', 'origin_protocol_policy');
  const named = policy.text();
  const settled: Settled<string> =
    named.state === 'absent' ? unknown('no origin protocol policy is written', named.at) : named;
  const plaintext = chain(settled, (text): Settled<boolean> =>
    text === 'match-viewer' ? viewers : known(text === 'http-only', policy.at, `origin protocol policy ${text}`),
  );
  yield { kind: 'data-in-transit', plaintext, ...about };
  const silent = is(settled, (text) => text === 'http-only', 'origin protocol policy').holds;
  if (silent) {
    yield { kind: 'backend-transit', plaintext, ...about };
    return;
  }
  const written = oldest(member(origin, vocabulary, 'OriginSSLProtocols', 'origin_ssl_protocols'));
  const oldestTls = silent === undefined ? chain(written, (version) => unlessSilent(version, settled)) : written;
  yield { kind: 'data-in-transit', oldestTls, ...about };
  yield { kind: 'backend-transit', plaintext, oldestTls, ...about };
}

/** An origin that is perhaps never spoken to by TLS has the fault of an old version only perhaps. */
const unlessSilent = (version: TlsVersion, policy: Settled<string>): Settled<TlsVersion> =>
  narrow(unknown(policy.state === 'unknown' ? policy.why : 'not decided', policy.at, [version, '1.3']));

/** The oldest of the versions that CloudFront may speak to an origin. */
function oldest(list: Property): Settled<TlsVersion> {
  const texts = list.texts();
  if (texts.state === 'absent') return unknown('no protocols are named', list.at);
  if (texts.state === 'unknown') return unknown(texts.why, texts.at);
  const named = texts.value.map(versionOf);
  for (const version of versions.values()) {
    const found = named.find((one) => one.state === 'known' && one.value === version);
    if (found && (version !== '1.2' || named.every(({ state }) => state === 'known'))) return found;
  }
  return named.find(({ state }) => state === 'unknown') ?? unknown('no protocols are named', list.at);
}
