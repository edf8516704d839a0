import type { TlsVersion } from '../../model/fact';
import { chain, known, unknown, type Settled } from '../../model/value';

/** The policy of a listener that is created, other than in the console, without one. */
export const defaultSecurityPolicy = 'ELBSecurityPolicy-2016-08';

/**
 * Names that say their oldest version, and names that do not.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html
 */
const telling = /^ELBSecurityPolicy-(?:TLS13|TLS|FS)-(1-[0-3])-/;
const others: readonly (readonly [RegExp, TlsVersion])[] = [
  [/^ELBSecurityPolicy-(2011-08|2014-01)$/, 'ssl3'],
  [/^ELBSecurityPolicy-(2014-10|2015-\d\d|2016-08|FS-2018-06)$/, '1.0'],
];

/** The oldest TLS version that a predefined security policy of a load balancer accepts. */
export const oldestTlsOfPolicy = (policy: Settled<string>): Settled<TlsVersion> =>
  chain(policy, (name): Settled<TlsVersion> => {
    const version = telling.exec(name)?.[1]?.replace('-', '.') ?? others.find(([names]) => names.test(name))?.[1];
    return isVersion(version)
      ? known(
          version,
          policy.at,
          (policy.state === 'known' ? policy.because : undefined) ?? `${name} accepts TLS ${version}`,
        )
      : unknown(`"${name}" is no security policy that AWS has described`, policy.at);
  });

const isVersion = (text: string | undefined): text is TlsVersion =>
  text !== undefined && ['ssl3', '1.0', '1.1', '1.2', '1.3'].includes(text);
