import type { ServiceRows } from '../../support/row';
import { auth0ApplicationRows } from './auth0-application';
import { auth0TenantRows } from './auth0-tenant';
import { cloudflareAccessRows } from './cloudflare-access';
import { cloudflareAccountRows } from './cloudflare-account';
import { cloudflareTrafficRows } from './cloudflare-traffic';
import { cloudflareZoneRows } from './cloudflare-zone';
import { datadogRows } from './datadog';
import { githubAccessRows } from './github-access';
import { githubOrganizationRows } from './github-organization';
import { githubRepositoryRows } from './github-repository';
import { githubSecretRows } from './github-secret';
import { githubWebhookRows } from './github-webhook';
import { googleWorkspaceRows } from './google-workspace';
import { oktaAdministrationRows } from './okta-administration';
import { oktaApplicationRows } from './okta-application';
import { oktaMonitoringRows } from './okta-monitoring';
import { oktaPasswordRows } from './okta-password';
import { oktaSignInRows } from './okta-sign-in';
import { snowflakeDataRows } from './snowflake-data';
import { snowflakeGrantRows } from './snowflake-grant';
import { snowflakeUserRows } from './snowflake-user';
import { tenantCodeRows } from './tenant-code';
import { tenantHookRows } from './tenant-hook';
import { tenantSecretRows } from './tenant-secret';
import { wiring } from './tables';

export const saasRows: readonly ServiceRows[] = [
  auth0ApplicationRows,
  auth0TenantRows,
  wiring('auth0-wiring', 'auth0_role'),
  cloudflareAccessRows,
  cloudflareAccountRows,
  cloudflareTrafficRows,
  wiring('cloudflare-wiring', 'cloudflare_zone'),
  cloudflareZoneRows,
  datadogRows,
  wiring('datadog-wiring', 'datadog_role'),
  githubAccessRows,
  githubOrganizationRows,
  githubRepositoryRows,
  githubSecretRows,
  githubWebhookRows,
  wiring('github-wiring', 'github_team'),
  googleWorkspaceRows,
  oktaAdministrationRows,
  oktaApplicationRows,
  oktaMonitoringRows,
  oktaPasswordRows,
  oktaSignInRows,
  wiring('okta-wiring', 'okta_group'),
  snowflakeDataRows,
  snowflakeGrantRows,
  snowflakeUserRows,
  wiring('snowflake-wiring', 'snowflake_warehouse'),
  tenantCodeRows,
  tenantHookRows,
  tenantSecretRows,
];
