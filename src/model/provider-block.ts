/**
 * The block that configures a Terraform provider. It is no resource, and it stands in the graph as one that is looked up
 * and used by nothing, so that it is judged and not counted: only where it says something that may be a secret.
 */
export interface ProviderName {
  /** `module.network`; empty for the root module. */
  readonly module: string;
  /** As the configuration calls the provider: `aws`. */
  readonly localName: string;
  readonly alias?: string | undefined;
}

/** `provider.aws.west`, in a module `module.network.provider.aws`. */
export const providerAddress = ({ module, localName, alias }: ProviderName): string =>
  [module, 'provider', localName, alias].filter((part) => part !== undefined && part !== '').join('.');

/**
 * The type of a block by the provider's short name: `provider:aws`. No resource has it, and it is no address, so that what
 * is said of `provider.aws` is not said of `provider.aws.west`.
 */
export const providerType = (provider: string): string => `provider:${provider}`;

/** Tells blocks of one address apart, such as that of an override file, in the order they are asked for. */
export function distinctKeys(): (address: string) => string {
  const taken = new Map<string, number>();
  return (address) => {
    const count = (taken.get(address) ?? 0) + 1;
    taken.set(address, count);
    return count === 1 ? address : `${address} (${String(count)})`;
  };
}

/** An argument that holds a secret; keys of nested blocks are separated by dots. */
export interface SecretArgument {
  readonly path: string;
  /** It takes the name of a file as well, which is no secret. */
  readonly orFile?: true;
  /** A word that it takes for nobody in particular. */
  readonly nobody?: string;
  /** How such a secret is written: what is not may be a word for a mock, or a secret of somebody who copies the interface. */
  readonly shape?: RegExp;
}

const secret = (path: string): SecretArgument => ({ path });
const secretOrFile = (path: string): SecretArgument => ({ path, orFile: true });

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html (40 letters in all examples) */
const secretAccessKey = /^[A-Za-z0-9/+=]{40}$/;

/** What Azure's providers take from a service principal. */
const principal = ['client_secret', 'client_certificate', 'client_certificate_password', 'oidc_token', 'oidc_request_token'].map(secret); // prettier-ignore

const google = [secretOrFile('credentials'), secret('access_token'), secret('external_credentials.identity_token')];

const cluster = ['client_key', 'password', 'token'];

/**
 * Arguments of provider blocks that hold secrets, by the provider's short name. Ids of keys and names of users are none.
 *
 * Those of azuread, azurerm, cloudflare, datadog, github, google, okta and snowflake are as in the schemas of the
 * providers' versions 3.7, 4.73, 5.14, 3.82, 6.9, 6.50, 4.20 and 2.11; the others as their documentation names them.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs#argument-reference
 * @see https://registry.terraform.io/providers/auth0/auth0/latest/docs#schema
 * @see https://registry.terraform.io/providers/PaloAltoNetworks/bridgecrew/latest/docs#schema
 * @see https://registry.terraform.io/providers/databricks/databricks/latest/docs#argument-reference
 * @see https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs#argument-reference
 * @see https://registry.terraform.io/providers/kreuzwerker/docker/latest/docs#schema
 * @see https://registry.terraform.io/providers/fastly/fastly/latest/docs#schema
 * @see https://registry.terraform.io/providers/gitlabhq/gitlab/latest/docs#argument-reference
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/provider_reference
 * @see https://registry.terraform.io/providers/hashicorp/googleworkspace/latest/docs#schema
 * @see https://registry.terraform.io/providers/grafana/grafana/latest/docs#schema
 * @see https://registry.terraform.io/providers/hetznercloud/hcloud/latest/docs#argument-reference
 * @see https://registry.terraform.io/providers/hashicorp/helm/latest/docs#argument-reference
 * @see https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs#argument-reference
 * @see https://registry.terraform.io/providers/linode/linode/latest/docs#configuration-reference
 * @see https://registry.terraform.io/providers/mongodb/mongodbatlas/latest/docs/guides/provider-configuration
 * @see https://registry.terraform.io/providers/newrelic/newrelic/latest/docs#argument-reference
 * @see https://registry.terraform.io/providers/okta/okta/latest/docs#argument-reference
 * @see https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs#configuration-reference
 * @see https://registry.terraform.io/providers/PagerDuty/pagerduty/latest/docs#argument-reference
 * @see https://registry.terraform.io/providers/PaloAltoNetworks/panos/latest/docs#schema
 * @see https://registry.terraform.io/providers/PaloAltoNetworks/prismacloud/latest/docs#argument-reference
 * @see https://registry.terraform.io/providers/cyrilgdn/postgresql/latest/docs#argument-reference
 * @see https://registry.terraform.io/providers/hashicorp/tfe/latest/docs#argument-reference
 * @see https://registry.terraform.io/providers/hashicorp/vault/latest/docs#provider-arguments
 */
export const providerSecrets: Readonly<Record<string, readonly SecretArgument[]>> = {
  auth0: ['api_token', 'client_secret'].map(secret),
  aws: [
    { path: 'secret_key', shape: secretAccessKey },
    ...['token', 'assume_role_with_web_identity.web_identity_token'].map(secret),
  ],
  azuread: principal,
  azurerm: principal,
  bridgecrew: ['token', 'secret_key', 'secretkey'].map(secret),
  cloudflare: ['api_key', 'api_token', 'api_user_service_key'].map(secret),
  databricks: ['token', 'password', 'azure_client_secret'].map(secret),
  datadog: ['api_key', 'app_key', 'aws_secret_access_key', 'aws_session_token'].map(secret),
  digitalocean: ['token', 'spaces_secret_key'].map(secret),
  docker: ['key_material', 'registry_auth.password', 'registry_auth.config_file_content'].map(secret),
  fastly: [secret('api_key')],
  github: ['token', 'app_auth.pem_file'].map(secret),
  gitlab: [secret('token')],
  google,
  'google-beta': google,
  googleworkspace: [secretOrFile('credentials')],
  grafana: [
    { path: 'auth', nobody: 'anonymous' },
    ...[
      'cloud_access_policy_token',
      'cloud_provider_access_token',
      'connections_api_access_token',
      'fleet_management_auth',
      'frontend_o11y_api_access_token',
      'k6_access_token',
      'oncall_access_token',
      'sm_access_token',
    ].map(secret),
  ],
  hcloud: [secret('token')],
  // The block was called `registry` before version 3.
  helm: [...cluster.map((name) => `kubernetes.${name}`), 'registry.password', 'registries.password'].map(secret),
  kubernetes: cluster.map(secret),
  linode: ['token', 'obj_secret_key'].map(secret),
  mongodbatlas: ['access_token', 'client_secret', 'private_key', 'aws_secret_access_key', 'aws_session_token'].map(secret), // prettier-ignore
  newrelic: ['api_key', 'insights_insert_key'].map(secret),
  okta: [secret('access_token'), secret('api_token'), secretOrFile('private_key')],
  openstack: [...['application_credential_secret', 'password', 'token'].map(secret), secretOrFile('key')],
  pagerduty: ['token', 'user_token'].map(secret),
  panos: ['api_key', 'password'].map(secret),
  postgresql: [secret('password')],
  prismacloud: ['json_web_token', 'password'].map(secret),
  snowflake: [
    'oauth_client_secret',
    'passcode',
    'password',
    'private_key',
    'private_key_passphrase',
    'token',
    'token_accessor.client_secret',
    'token_accessor.refresh_token',
  ].map(secret),
  tfe: [secret('token')],
  vault: [
    'token',
    'auth_login.parameters.password',
    'auth_login.parameters.secret_id',
    'auth_login_userpass.password',
  ].map(secret),
};

/** The secrets that a provider's block may say; none of a provider that is not known. */
export const secretsOf = (provider: string): readonly SecretArgument[] =>
  Object.hasOwn(providerSecrets, provider) ? (providerSecrets[provider] ?? []) : [];

/** Whether a block with these arguments, nested blocks among them, may say a secret. */
export function mayHoldSecret(provider: string, written: (argument: string) => boolean): boolean {
  return secretsOf(provider).some(({ path }) => written(path.split('.', 1)[0] ?? path));
}
