import type { TlsVersion } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { combine, known, otherwise, unknown, type Settled } from '../../model/value';

export const policyTypes: readonly string[] = ['google_compute_region_ssl_policy', 'google_compute_ssl_policy'];

/** Cipher suites without forward secrecy, or broken, that a policy of one's own should not name. */
const weakFeatures: ReadonlySet<string> = new Set([
  'TLS_RSA_WITH_3DES_EDE_CBC_SHA',
  'TLS_RSA_WITH_AES_128_CBC_SHA',
  'TLS_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_RSA_WITH_AES_256_CBC_SHA',
  'TLS_RSA_WITH_AES_256_GCM_SHA384',
]);

const versions: Readonly<Record<string, TlsVersion>> = {
  TLS_1_0: '1.0',
  TLS_1_1: '1.1',
  TLS_1_2: '1.2',
  TLS_1_3: '1.3',
};

/** What a policy of a balancer accepts. */
export interface Accepted {
  readonly oldestTls: Settled<TlsVersion>;
  readonly algorithmsCurrent: Settled<boolean>;
}

/**
 * What a policy accepts: TLS 1.0 and old ciphers, unless it says otherwise. The strict profiles speak TLS 1.2 at least,
 * whatever version is written.
 *
 * @see https://docs.cloud.google.com/load-balancing/docs/ssl-policies-concepts
 */
export function acceptedBy({ properties: written }: Resource): Accepted {
  const version = otherwise(
    written.get('min_tls_version').text(),
    'TLS_1_0',
    'TLS 1.0 is accepted unless told otherwise',
  );
  const profile = otherwise(
    written.get('profile').text(),
    'COMPATIBLE',
    'the widest profile is taken unless another is named',
  );
  const oldest = combine({ version, profile }, ({ version: text, profile: name }): TlsVersion | undefined =>
    name === 'RESTRICTED' || name === 'FIPS_202205'
      ? text === 'TLS_1_3'
        ? '1.3'
        : '1.2'
      : name === undefined
        ? undefined
        : versions[text ?? ''],
  );
  const features = written.get('custom_features').texts();
  const weak =
    features.state === 'absent'
      ? known(false, features.at, 'none is named')
      : features.state === 'unknown'
        ? unknown<boolean>(features.why, features.at)
        : weakAmong(features.value, written.get('custom_features'));
  return {
    oldestTls: oldest.state === 'known' ? { ...oldest, at: version.at } : oldest,
    algorithmsCurrent: combine({ profile, weak }, ({ profile: name, weak: named }) =>
      name === 'CUSTOM'
        ? named === undefined
          ? undefined
          : !named
        : name === undefined
          ? undefined
          : name !== 'COMPATIBLE',
    ),
  };
}

function weakAmong(features: readonly Settled<string>[], place: Property): Settled<boolean> {
  if (features.some((one) => one.state === 'known' && weakFeatures.has(one.value))) return known(true, place.at);
  const open = features.find((one) => one.state === 'unknown');
  return open?.state === 'unknown' ? unknown(open.why, open.at) : known(false, place.at);
}

/** What a proxy accepts where it names no policy, or one that is not in sight. A policy of the input answers for itself. */
export function acceptedWithout(policy: Property, graph: ResourceGraph): Partial<Accepted> {
  const present = policy.present();
  const because = 'without a policy, TLS 1.0 and old ciphers are accepted';
  if (present.state === 'known' && !present.value)
    return {
      oldestTls: otherwise<TlsVersion>({ state: 'absent', at: policy.at }, '1.0', because),
      algorithmsCurrent: otherwise<boolean>({ state: 'absent', at: policy.at }, false, because),
    };
  const link = graph.follow(policy, policyTypes);
  if (link.state === 'linked' && link.resource.mode === 'managed') return {};
  const why = link.state === 'unknown' ? link.why : 'the policy is not in sight';
  return { oldestTls: unknown(why, policy.at), algorithmsCurrent: unknown(why, policy.at) };
}
