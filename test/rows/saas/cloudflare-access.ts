import { system, unknown, type ServiceRows } from '../../support/row';
import { setting, table } from './tables';

const policy = 'cloudflare_zero_trust_access_policy';
const staff = [{ email_domain: { domain: 'example.com' } }];

export const cloudflareAccessRows: ServiceRows = {
  service: 'cloudflare-access',
  controls: {
    'sign-in-required': {
      'Cloudflare Access policy': table(policy,
        ['fail', 'everyone gets past', { decision: 'bypass', include: [{ everyone: {} }] }],
        ['fail', 'everyone gets past without an identity', { decision: 'non_identity', include: [{ everyone: {} }] }],
        ['pass', 'one network gets past', { decision: 'bypass', include: [{ ip: { ip: '192.0.2.0/24' } }] }],
        ['pass', 'people sign in', { decision: 'allow', include: staff }],
        ['undecided', 'the decision is settled later', { decision: unknown, include: [{ everyone: {} }] }],
        ['undecided', 'who gets past is settled later', { decision: 'bypass', include: unknown }],
        ['silent', 'they are kept out', { decision: 'deny', include: [{ everyone: {} }] }]),
      'older policy': table('cloudflare_access_policy',
        ['fail', 'everyone gets past', { decision: 'bypass', include: { everyone: true } }],
        ['pass', 'not everyone gets past', { decision: 'bypass', include: { everyone: false } }]),
      'policy of an application': table('cloudflare_zero_trust_access_application',
        ['fail', 'everyone gets past', { policies: [{ decision: 'bypass', include: [{ everyone: {} }] }] }],
        ['pass', 'people sign in', { policies: [{ decision: 'allow', include: staff }] }],
        ['silent', 'it refers to a policy', { policies: [{ id: '1234' }] }]),
    },
    'resource-policy-not-public': {
      'Cloudflare Access policy': table(policy,
        ['fail', 'anybody with an address gets in', system({ decision: 'allow', include: [{ everyone: {} }] }, { mail: { type: 'cloudflare_zero_trust_access_identity_provider', properties: { type: 'onetimepin' } } })],
        ['undecided', 'whoever a directory lets in gets in', system({ decision: 'allow', include: [{ everyone: {} }] }, { directory: { type: 'cloudflare_zero_trust_access_identity_provider', properties: { type: 'okta' } } })],
        ['undecided', 'whoever signs in gets in', { decision: 'allow', include: [{ everyone: {} }] }],
        ['pass', 'staff alone gets in', { decision: 'allow', include: staff }],
        ['pass', 'more is asked of everyone', { decision: 'allow', include: [{ everyone: {} }], require: staff }],
        ['undecided', 'it is settled later', { decision: 'allow', include: [{ everyone: unknown }] }],
        ['undecided', 'what more is asked is settled later', { decision: 'allow', include: [{ everyone: {} }], require: unknown }]),
    },
    'sessions-short': {
      'Cloudflare Access policy': setting(policy, 'session_duration', '4h', '24h', 'silent', { decision: 'allow', include: staff },
        ['undecided', 'it is no duration', { decision: 'allow', session_duration: 'a while' }],
        ['pass', 'it is written in parts', { decision: 'allow', session_duration: '2h45m' }]),
      'Cloudflare Access application': setting('cloudflare_access_application', 'session_duration', '30m', '730h', 'fail'),
      'Cloudflare Access': setting('cloudflare_zero_trust_organization', 'session_duration', '1h', '24h', 'silent'),
    },
    'cross-origin-confined': {
      'Cloudflare Access application': setting('cloudflare_zero_trust_access_application', 'cors_headers', { allow_all_origins: false }, { allow_all_origins: true }, 'silent', {},
        ['fail', 'every origin is named', { cors_headers: { allowed_origins: ['*'] } }],
        ['pass', 'origins are named', { cors_headers: { allowed_origins: ['https://example.com'] } }]),
    },
    'no-long-lived-credentials': {
      'Cloudflare service token': setting('cloudflare_zero_trust_access_service_token', 'duration', '8760h', 'forever', 'pass', {},
        ['fail', 'it is good for ten years', { duration: '87600h' }],
        ['undecided', 'it is no duration', { duration: 'a while' }]),
    },
  },
}; // prettier-ignore
