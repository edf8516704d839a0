import { auth0Application } from './auth0-application';
import { auth0Tenant } from './auth0-tenant';
import { auth0Wiring } from './auth0-wiring';
import { cloudflareAccess } from './cloudflare-access';
import { cloudflareAccount } from './cloudflare-account';
import { cloudflareTraffic } from './cloudflare-traffic';
import { cloudflareWiring } from './cloudflare-wiring';
import { cloudflareZone } from './cloudflare-zone';
import { datadog } from './datadog';
import { datadogWiring } from './datadog-wiring';
import { githubAccess } from './github-access';
import { githubOrganization } from './github-organization';
import { githubRepository } from './github-repository';
import { githubSecret } from './github-secret';
import { githubWebhook } from './github-webhook';
import { githubWiring } from './github-wiring';
import { googleWorkspace } from './google-workspace';
import { oktaAdministration } from './okta-administration';
import { oktaApplication } from './okta-application';
import { oktaMonitoring } from './okta-monitoring';
import { oktaPassword } from './okta-password';
import { oktaSignIn } from './okta-sign-in';
import { oktaWiring } from './okta-wiring';
import { snowflakeData } from './snowflake-data';
import { snowflakeGrant } from './snowflake-grant';
import { snowflakeUser } from './snowflake-user';
import { snowflakeWiring } from './snowflake-wiring';
import { tenantCode } from './tenant-code';
import { tenantHook } from './tenant-hook';
import { tenantSecret } from './tenant-secret';
import type { Service } from '../service';

/** Every service of tenants of software as a service, sorted by name. */
export const saas: readonly Service[] = [
  auth0Application,
  auth0Tenant,
  auth0Wiring,
  cloudflareAccess,
  cloudflareAccount,
  cloudflareTraffic,
  cloudflareWiring,
  cloudflareZone,
  datadog,
  datadogWiring,
  githubAccess,
  githubOrganization,
  githubRepository,
  githubSecret,
  githubWebhook,
  githubWiring,
  googleWorkspace,
  oktaAdministration,
  oktaApplication,
  oktaMonitoring,
  oktaPassword,
  oktaSignIn,
  oktaWiring,
  snowflakeData,
  snowflakeGrant,
  snowflakeUser,
  snowflakeWiring,
  tenantCode,
  tenantHook,
  tenantSecret,
];
