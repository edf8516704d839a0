import type { BootIntegrity } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, is, settledTruth } from '../../model/truth';
import { otherwise, type Settled, type Value } from '../../model/value';

type Initially = <T>(value: Value<T>, fallback: T, because: string) => Settled<T>;

/**
 * Whether what a machine starts is checked. Shielded VMs measure what they start, and compare it with what it was at
 * first, unless that is switched off; signatures are checked when that is switched on.
 *
 * @see https://docs.cloud.google.com/compute/shielded-vm/docs/shielded-vm
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#shielded_instance_config
 */
export function bootFacts(
  noun: string,
  subject: Resource,
  shielded: Property,
  initially: Initially = otherwise,
): BootIntegrity {
  const flag = (key: string, fallback: boolean, because: string) =>
    initially(shielded.get(key).flag(), fallback, because);
  return {
    kind: 'boot-integrity',
    noun,
    subject,
    signed: flag('enable_secure_boot', false, 'signatures are checked when secure boot is switched on'),
    measured: settledTruth(
      all(
        is(flag('enable_vtpm', true, 'the virtual TPM is on unless it is switched off'), (on) => on, 'virtual TPM'),
        is(
          flag('enable_integrity_monitoring', true, 'integrity is monitored unless that is switched off'),
          (on) => on,
          'integrity monitoring',
        ),
      ),
      shielded.at,
    ),
  };
}
