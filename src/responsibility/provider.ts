import type { Resource } from '../model/resource';
import { responsibilityData } from './data';

/** A provider as the responsibility data know it, and as people call it. */
export interface Provider {
  /** `aws`, `azure`, `gcp`; for others the name of the Terraform provider. */
  readonly id: string;
  readonly name: string;
}

/** Whose service a resource is a part of. */
export function providerOf({
  vocabulary,
  type,
  provider,
}: Pick<Resource, 'vocabulary' | 'type' | 'provider'>): Provider {
  const stated = responsibilityData().types.get(type)?.provider;
  const written = vocabulary === 'cloudformation' ? 'aws' : (provider ?? type.split('_', 1)[0] ?? type);
  const id = stated ?? families.get(written) ?? written;
  return { id, name: providerName(id) };
}

/** The same of a type alone, or of a provider's own id, as a line of the matrix has them. */
export const providerOfType = (type: string): Provider =>
  providerOf({ type, vocabulary: type.includes('::') ? 'cloudformation' : 'terraform' });

export const providerName = (id: string): string => names.get(id) ?? id;

/** Terraform providers that speak for one and the same company. */
const families: ReadonlyMap<string, string> = new Map(
  Object.entries({
    awscc: 'aws',
    azurerm: 'azure',
    azapi: 'azure',
    azuread: 'microsoft-entra',
    google: 'gcp',
    'google-beta': 'gcp',
  }),
);

const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aws: 'AWS',
    azure: 'Microsoft Azure',
    gcp: 'Google Cloud',
    'microsoft-entra': 'Microsoft Entra',
    googleworkspace: 'Google Workspace',
    github: 'GitHub',
    okta: 'Okta',
    auth0: 'Auth0',
    cloudflare: 'Cloudflare',
    datadog: 'Datadog',
    snowflake: 'Snowflake',
  }),
);
