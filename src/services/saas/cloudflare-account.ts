import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { secretInClear } from '../aws/secret';
import { secretsInText } from '../aws/secret-text';
import { aboutOwner, type About } from './about';

const tokens = ['cloudflare_account_token', 'cloudflare_api_token'];

export const cloudflareAccount: Service = {
  name: 'cloudflare-account',
  types: {
    terraform: [...tokens, 'cloudflare_account', 'cloudflare_logpush_job', 'cloudflare_r2_managed_domain'],
  },
  *facts(resource, graph, { providerVersion }) {
    if (tokens.includes(resource.type)) yield tokenFact(resource);
    else if (resource.type === 'cloudflare_account') yield* accountFacts(resource, providerVersion('cloudflare'));
    else if (resource.type === 'cloudflare_logpush_job') yield* logFacts(resource);
    else yield bucketFact(resource, graph);
  },
};

/**
 * A token without an end works until somebody takes it away.
 *
 * @see https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/api_token
 */
const tokenFact = (token: Resource): Fact => ({
  noun: 'Cloudflare API token',
  subject: token,
  kind: 'credential',
  longLived: map(token.properties.get('expires_on').present(), (ends) => !ends),
});

/**
 * Version 5 of the provider writes the settings in a block of their own, version 4 at once, where nobody can be named.
 *
 * @see https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/account
 */
function* accountFacts(account: Resource, version: number | undefined): Iterable<Fact> {
  const about: About = { noun: 'Cloudflare account', subject: account };
  const { properties } = account;
  yield {
    kind: 'multi-factor',
    required: orElse(properties.get('settings', 'enforce_twofactor').flag(), () =>
      otherwise(properties.get('enforce_twofactor').flag(), false, 'not asked for unless told so'),
    ),
    ...about,
  };
  if (version === undefined || version >= 5)
    yield { kind: 'contact', set: properties.get('settings', 'abuse_contact_email').present(), ...about };
}

/**
 * Records of what is done in an account, or of requests, sent to a store of one's own.
 *
 * @see https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/logpush_job
 * @see https://developers.cloudflare.com/logs/logpush/logpush-job/enable-destinations/
 */
function* logFacts(job: Resource): Iterable<Fact> {
  const about: About = { noun: 'Cloudflare log job', subject: job };
  const { properties } = job;
  const dataset = properties.get('dataset').text();
  const trail = dataset.state === 'known' && dataset.value.startsWith('audit_logs');
  yield {
    kind: 'audit-log',
    scope: trail ? 'trail' : 'access',
    kept: otherwise(properties.get('enabled').flag(), false, 'off unless told otherwise'),
    ...about,
  };
  const destination = properties.get('destination_conf').text();
  if (destination.state === 'absent') return;
  yield {
    kind: 'data-in-transit',
    certificateValidated: map(destination, (text) => !/[?&]insecure-skip-verify=true/i.test(text)),
    ...about,
  };
  yield {
    kind: 'secret-in-clear',
    secret: 'secret in the destination',
    inClear: secretInDestination(properties.get('destination_conf')),
    ...about,
  };
}

/** Stands for what is filled in later: it ends what is written before. */
const hole = '&';

/** Whether a key, a token or a header is written in an address; what is filled in later is no clear text. */
function secretInDestination(destination: Property): Settled<boolean> {
  const parts = destination.parts();
  if (parts.state !== 'known') return unknown(parts.state === 'unknown' ? parts.why : 'not written', parts.at);
  const written = parts.value.map((part) => (typeof part === 'string' ? part : hole)).join('');
  const carries =
    /[?&](header_authorization|secret-access-key|ddapikey|header_dd-api-key|sig|sharedkey)=[^&]/i.test(written) ||
    secretsInText(written).length > 0;
  return carries ? secretInClear(destination) : known(false, parts.at);
}

/** The address that Cloudflare gives a bucket is for everyone. */
const bucketFact = (domain: Resource, graph: ResourceGraph): Fact => ({
  kind: 'public-switch',
  public: otherwise(domain.properties.get('enabled').flag(), false, 'off unless told otherwise'),
  ...aboutOwner(domain, domain.properties.get('bucket_name'), ['cloudflare_r2_bucket'], graph, {
    owner: 'Cloudflare R2 bucket',
    itself: 'address of a Cloudflare R2 bucket',
  }),
});
