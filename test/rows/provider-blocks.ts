import { terraformTable } from '../support/terraform-rows';
import { refer, system, unknown, withParameter, type ServiceRows } from '../support/row';

const password = { password: { type: 'random_password', properties: { length: 32 } } };
const serviceAccountKey = JSON.stringify({ type: 'service_account', private_key: 'not-a-real-key' });
const pem = '-----BEGIN PRIVATE KEY-----\nnot-a-real-key\n-----END PRIVATE KEY-----';

export const providerBlocksRows: ServiceRows = {
  service: 'provider-blocks',
  controls: {
    'no-secret-in-clear': {
      'provider block (AWS)': terraformTable(
        'data.provider:aws',
        [
          'fail',
          'the key is written',
          { access_key: 'not-a-real-id', secret_key: `${'not/a/real/secret/'.repeat(2)}40ab` },
        ],
        [
          'undecided',
          'it is a word for a mock of the cloud, or the key of a store like it',
          { access_key: 'mock', secret_key: 'test' },
        ],
        ['fail', 'a session token is written', { token: 'not-a-real-token' }],
        ['fail', 'a web identity is written', { assume_role_with_web_identity: [{ web_identity_token: 'not-real' }] }],
        ['silent', 'it is found by its profile', { region: 'eu-central-1', profile: 'deploy' }],
        ['silent', 'the id of a key is written alone, which is no secret', { access_key: 'not-a-real-id' }],
        ['silent', 'the key is empty', { secret_key: '' }],
        ['undecided', 'nobody knows where it comes from', { secret_key: unknown }],
        ['undecided', 'it is put together', { secret_key: withParameter('not-a-real-') }],
        ['pass', 'another resource makes it', system({ secret_key: refer('password', 'result') }, password)],
      ),
      'provider block (Google)': terraformTable(
        'data.provider:google',
        ['fail', 'the key of a service account is written', { credentials: serviceAccountKey }],
        ['fail', 'an access token is written', { access_token: 'not-a-real-token' }],
        ['pass', 'a file has the key', { credentials: '/home/deploy/account.json' }],
        ['undecided', 'nobody knows whether it is a key or a file', { credentials: unknown }],
      ),
      'provider block (Okta)': terraformTable(
        'data.provider:okta',
        ['fail', 'the key is written', { private_key: pem, client_id: 'id' }],
        ['pass', 'a file has the key', { private_key: 'okta.pem', client_id: 'id' }],
        ['undecided', 'the key is unknown', { private_key: unknown, client_id: 'id' }],
      ),
      'provider block (Grafana)': terraformTable(
        'data.provider:grafana',
        ['fail', 'a password is written', { auth: 'admin:not-a-real-password' }],
        ['pass', 'it signs nobody in', { auth: 'anonymous' }],
        ['undecided', 'it is unknown', { auth: unknown }],
      ),
      'provider block (MongoDB Atlas)': terraformTable(
        'data.provider:mongodbatlas',
        ...['access_token', 'client_secret', 'private_key', 'aws_secret_access_key', 'aws_session_token'].map(
          (argument) => ['fail', `${argument} is written`, { [argument]: 'not-a-real-secret' }] as const,
        ),
        ['silent', 'the public half of the key is written', { public_key: 'not-a-real-id' }],
      ),
      'provider block (Snowflake)': terraformTable(
        'data.provider:snowflake',
        ...['oauth_client_secret', 'passcode', 'password', 'private_key', 'private_key_passphrase', 'token'].map(
          (argument) => ['fail', `${argument} is written`, { [argument]: 'not-a-real-secret' }] as const,
        ),
        ...['client_secret', 'refresh_token'].map(
          (argument) =>
            ['fail', `${argument} is written`, { token_accessor: [{ [argument]: 'not-a-real-secret' }] }] as const,
        ),
        ['silent', 'a profile has them', { profile: 'deploy', user: 'deploy' }],
      ),
      'provider block (Helm)': terraformTable(
        'data.provider:helm',
        ['fail', 'the token of the cluster is written', { kubernetes: { token: 'not-a-real-token' } }],
        ['fail', 'the second registry has a password', { registry: [{ url: 'oci://a' }, { password: 'not-real' }] }],
        [
          'silent',
          'a program gets the token',
          { kubernetes: [{ host: 'https://k8s.test', exec: [{ command: 'aws' }] }] },
        ],
        ['silent', 'nobody knows whether it has any', { kubernetes: unknown }],
      ),
      'provider block (GitHub)': terraformTable(
        'data.provider:github',
        ['fail', 'the token is written', { token: 'not-a-real-token' }],
        ['fail', 'the key of an app is written', { app_auth: [{ id: '1', pem_file: pem }] }],
        ['silent', 'the environment has the token', { owner: 'demarc' }],
      ),
    },
  },
};
