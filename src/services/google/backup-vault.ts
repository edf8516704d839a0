import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import type { Service } from '../service';

/**
 * Where copies are kept that nobody can take away before their time.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/backup_dr_backup_vault (7.12, 2025-11)
 */
export const backupVault: Service = {
  name: 'backup-vault',
  types: { terraform: ['google_backup_dr_backup_vault'] },
  facts: (vault) => [vaultFact(vault)],
};

/** The least time is always given; as long as no date is set, it may be made shorter again. */
const vaultFact = (vault: Resource): Fact => ({
  subject: vault,
  noun: 'Backup vault',
  kind: 'immutability',
  locked: settledTruth(
    any(is(vault.properties.get('effective_time').present(), (on) => on, 'date from which it is locked')),
    vault.properties.get('effective_time').at,
  ),
});
