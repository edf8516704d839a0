import {
  refer,
  system,
  unknown,
  type Other,
  type Properties,
  type Row,
  type ServiceRows,
  type System,
  type Table,
} from '../../support/row';
import { terraformSetting } from './kept-store';

const rule = 'google_compute_forwarding_rule';
const plain = 'google_compute_target_http_proxy';
const secure = 'google_compute_target_https_proxy';
const policy = 'google_compute_ssl_policy';

const rows = (terraform: string, list: readonly Row[]): Table => ({ cloudformation: null, terraform, rows: list });

const urlMap = (properties: Properties): Other => ({ type: 'google_compute_url_map', properties });
const redirect = { default_url_redirect: [{ https_redirect: true, strip_query: false }] };

/** A proxy for HTTP, and the URL map that it serves. */
const serving = (properties: Properties): System => system({ url_map: refer('map') }, { map: urlMap(properties) });

/** An address that leads to a proxy, and what it serves. */
const leading = (properties: Properties): System =>
  system(
    { target: refer('proxy') },
    { proxy: { type: plain, properties: { url_map: refer('map') } }, map: urlMap(properties) },
  );

/** A proxy for HTTPS with a policy beside it. */
const withPolicy = (properties: Properties): System =>
  system(
    { ssl_policy: refer('policy', 'self_link') },
    { policy: { type: policy, properties: { name: 'own', ...properties } } },
  );

const strong = ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'];

export const loadBalancingRows: ServiceRows = {
  service: 'load-balancing',
  controls: {
    'transit-encrypted': {
      'HTTP proxy': rows(plain, [
        ['fail', 'it serves requests', null, serving({ default_service: 's' })],
        ['pass', 'it sends callers to HTTPS', null, serving(redirect)],
        [
          'fail',
          'a path is served',
          null,
          serving({ ...redirect, path_matcher: [{ name: 'm', default_service: 's' }] }),
        ],
        [
          'pass',
          'every path is sent on, too',
          null,
          serving({
            ...redirect,
            path_matcher: [
              { name: 'm', ...redirect, path_rule: [{ paths: ['/a'], url_redirect: [{ https_redirect: true }] }] },
            ],
          }),
        ],
        [
          'fail',
          'one path is not',
          null,
          serving({
            ...redirect,
            path_matcher: [{ name: 'm', ...redirect, path_rule: [{ paths: ['/a'], service: 's' }] }],
          }),
        ],
        ['undecided', 'it is settled at apply', null, serving({ default_url_redirect: [{ https_redirect: unknown }] })],
        ['undecided', 'the URL map is not in sight', null, { url_map: 'elsewhere' }],
      ]),
      'forwarding rule': rows(rule, [
        ['fail', 'it leads to a proxy that serves requests', null, leading({ default_service: 's' })],
        ['pass', 'it leads to one that sends callers on', null, leading(redirect)],
        [
          'fail',
          'the address of a proxy for HTTP is written',
          null,
          { target: 'projects/p/global/targetHttpProxies/x' },
        ],
        ['silent', 'the address of another is', null, { target: 'projects/p/global/targetSslProxies/x' }],
        [
          'undecided',
          'what the proxy serves is not in sight',
          null,
          system({ target: refer('proxy') }, { proxy: { type: plain, properties: { url_map: 'elsewhere' } } }),
        ],
      ]),
      'HTTPS proxy': rows(secure, [['pass', 'it speaks TLS', null, {}]]),
    },
    'front-private': {
      'forwarding rule': terraformSetting(
        rule,
        'load_balancing_scheme',
        'INTERNAL_MANAGED',
        'EXTERNAL_MANAGED',
        'fail',
      ),
    },
    'tls-modern': {
      'HTTPS proxy': rows(secure, [
        ['fail', 'no policy is named', null, {}],
        [
          'silent',
          'its policy asks for TLS 1.2, and answers for itself',
          null,
          withPolicy({ min_tls_version: 'TLS_1_2', profile: 'MODERN' }),
        ],
        ['silent', 'its policy does not, and answers for itself', null, withPolicy({})],
        ['undecided', 'its policy is not in sight', null, { ssl_policy: 'elsewhere' }],
        ['undecided', 'its policy is settled at apply', null, { ssl_policy: unknown }],
      ]),
      'SSL policy': terraformSetting(policy, 'min_tls_version', 'TLS_1_2', 'TLS_1_1', 'fail', [
        ['pass', 'the profile speaks TLS 1.2 alone', null, { profile: 'RESTRICTED' }],
        ['pass', 'the profile does, whatever is written', null, { profile: 'RESTRICTED', min_tls_version: 'TLS_1_0' }],
        ['undecided', 'the profile is settled at apply', null, { profile: unknown, min_tls_version: 'TLS_1_0' }],
      ]),
    },
    'algorithms-current': {
      'SSL policy': terraformSetting(policy, 'profile', 'MODERN', 'COMPATIBLE', 'fail', [
        ['pass', 'it names strong ciphers', null, { profile: 'CUSTOM', custom_features: strong }],
        [
          'fail',
          'it names a weak one',
          null,
          { profile: 'CUSTOM', custom_features: [...strong, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'] },
        ],
        ['undecided', 'one is settled at apply', null, { profile: 'CUSTOM', custom_features: [unknown, ...strong] }],
      ]),
    },
    'peers-authenticated': {
      'HTTPS proxy': rows(secure, [
        ['fail', 'nothing is said', null, {}],
        [
          'pass',
          'callers show a certificate',
          null,
          { server_tls_policy: 'projects/p/locations/global/serverTlsPolicies/x' },
        ],
        ['undecided', 'it is settled at apply', null, { server_tls_policy: unknown }],
      ]),
    },
  },
};
