/**
 * The newest major version of each Terraform provider whose defaults the services know: what is assumed where an input
 * does not tell.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade (2025-06)
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/5.0-upgrade-guide
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_7_upgrade (2025-08)
 */
const newest: ReadonlyMap<string, number> = new Map([
  ['aws', 6],
  ['azurerm', 5],
  ['google', 7],
]);

/** The version of a provider by its short name, and a record of what had to be assumed, for people. */
export interface ProviderVersions {
  readonly of: (provider: string) => number | undefined;
  /** `aws provider version assumed: 6`; complete when everything was judged. */
  readonly assumed: () => readonly string[];
}

/** @param told major versions that the input tells. */
export function providerVersions(told: Readonly<Record<string, number>>): ProviderVersions {
  const assumed = new Set<string>();
  return {
    of(provider) {
      if (Object.hasOwn(told, provider)) return told[provider];
      const version = newest.get(provider);
      if (version !== undefined) assumed.add(`${provider} provider version assumed: ${version}`);
      return version;
    },
    assumed: () => [...assumed],
  };
}
