import type { TlsVersion } from '../../model/fact';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { policyFacts } from './resource-policy';

const domain = 'aws_cloudsearch_domain';

export const cloudsearch: Service = {
  name: 'cloudsearch',
  types: { terraform: [domain, 'aws_cloudsearch_domain_service_access_policy'] },
  *facts(resource, graph) {
    yield* policyFacts(resource, [domain], graph, {
      noun: 'CloudSearch domain',
      companions: [
        {
          types: ['aws_cloudsearch_domain_service_access_policy'],
          target: [null, 'domain_name'],
          document: [null, 'access_policy'],
        },
      ],
    });
    if (resource.type !== domain) return;
    const options = resource.properties.get('endpoint_options');
    const enforced = otherwise(options.get('enforce_https').flag(), false, 'plain text is accepted unless told otherwise');
    const policy = options.get('tls_security_policy').text();
    yield {
      kind: 'data-in-transit',
      noun: 'CloudSearch domain',
      subject: resource,
      plaintext: map(enforced, (on) => !on),
      ...(policy.state !== 'absent' && { oldestTls: chain(policy, oldest) }),
    };
  },
}; // prettier-ignore

/** `Policy-Min-TLS-1-2-2019-07` names the version. */
function oldest(policy: string): Settled<TlsVersion> {
  const minor = /^Policy-Min-TLS-1-([0-3])-/.exec(policy)?.[1];
  const at = { id: '', path: [] };
  return minor === undefined ? unknown('not a policy that is known', at) : known(`1.${minor}` as TlsVersion, at);
}
