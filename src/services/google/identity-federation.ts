import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';

/**
 * Outside identity providers whose tokens are taken for one's own identities.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/iam_workload_identity_pool_provider
 * @see https://cloud.google.com/iam/docs/best-practices-for-using-workload-identity-federation
 */
export const identityFederation: Service = {
  name: 'google-identity-federation',
  types: {
    terraform: [
      'google_iam_oauth_client',
      'google_iam_oauth_client_credential',
      // Holds providers, which say whom they take.
      'google_iam_workforce_pool',
      'google_iam_workforce_pool_provider',
      'google_iam_workforce_pool_provider_key',
      'google_iam_workload_identity_pool',
      'google_iam_workload_identity_pool_managed_identity',
      'google_iam_workload_identity_pool_namespace',
      'google_iam_workload_identity_pool_provider',
    ],
  },
  *facts(resource): Iterable<Fact> {
    const { properties, type } = resource;
    if (type === 'google_iam_workload_identity_pool_provider')
      yield { subject: resource, noun: 'Identity pool provider', kind: 'federation', confined: confined(resource) };
    if (type === 'google_iam_workforce_pool_provider')
      yield* secretFacts(resource, 'Workforce pool provider', [
        ['client secret', properties.get('oidc', 'client_secret', 'value', 'plain_text')],
        ['client secret', properties.get('extra_attributes_oauth2_client', 'client_secret', 'value', 'plain_text')],
      ]);
  },
};

/**
 * Providers that everybody may sign up with, and whose tokens all name one issuer. Of some, an issuer with a path is one
 * organization's own.
 */
const shared =
  /^https:\/\/(token\.actions\.githubusercontent\.com|gitlab\.com|app\.terraform\.io|agent\.buildkite\.com|oidc\.vercel\.com|accounts\.google\.com)\/?$/i;

function confined({ properties }: Resource): Settled<boolean> {
  const condition = properties.get('attribute_condition');
  const disabled = otherwise(properties.get('disabled').flag(), false, 'in use');
  const named = chain(otherwise(condition.text(), '', 'without a condition'), (text): Settled<boolean> =>
    text.trim() === '' ? byIssuer(properties) : known(text.trim() !== 'true', condition.at),
  );
  return settledTruth(
    any(
      is(disabled, (off) => off, 'switched off'),
      is(named, (yes) => yes, 'condition on whose tokens are taken'),
    ),
    condition.at,
  );
}

/** Without a condition, whoever the provider vouches for gets in. */
function byIssuer(properties: Resource['properties']): Settled<boolean> {
  const issuer = properties.get('oidc', 'issuer_uri');
  for (const own of ['aws', 'saml', 'x509']) {
    const present = properties.get(own).present();
    if (present.state === 'known' && present.value)
      return known(true, properties.get(own).at, 'its account, certificates or metadata are of one owner');
  }
  return chain(
    map(otherwise(issuer.text(), '', 'no issuer is named'), (uri) => uri.trim()),
    (uri): Settled<boolean> =>
      uri === '' || shared.test(uri)
        ? known(false, properties.get('attribute_condition').at, 'without a condition')
        : unknown('whether the issuer serves others as well is not known', issuer.at),
  );
}
