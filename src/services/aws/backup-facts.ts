import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { known, map, otherwise, type Settled } from '../../model/value';
import { itemsOf } from './items';
import { belongsTo } from './resource-policy';

const vaults = ['AWS::Backup::BackupVault', 'aws_backup_vault'];

/** What plans, selections and the locks of vaults say. */
export function* backupFacts(resource: Resource, graph: ResourceGraph): Iterable<Fact> {
  switch (resource.type) {
    case 'AWS::Backup::BackupPlan':
    case 'aws_backup_plan':
      yield* planFacts(resource);
      return;
    case 'AWS::Backup::BackupSelection':
    case 'aws_backup_selection':
      yield selectionFact(resource);
      return;
    case 'AWS::Backup::BackupVault':
    case 'aws_backup_vault':
      yield vaultFact(resource, graph);
      return;
    case 'aws_backup_vault_lock_configuration':
      if (!belongsTo(resource.properties.get('backup_vault_name'), vaults, graph))
        yield {
          kind: 'deletion-protection',
          of: 'records',
          noun: 'backup vault of this lock',
          subject: resource,
          on: locked(resource.properties),
        };
  }
}

/** A plan backs up by its rules, and keeps what they say: for ever where they do not. */
function* planFacts(plan: Resource): Iterable<Fact> {
  const about = { noun: 'backup plan', subject: plan };
  const rules = property(plan, 'BackupPlan.BackupPlanRule', 'rule');
  const part = (rule: Property, cloudformation: string, terraform: string) =>
    member(rule, plan.vocabulary, cloudformation, terraform);
  const ages = itemsOf(rules).map((rule) =>
    otherwise(
      part(rule, 'Lifecycle.DeleteAfterDays', 'lifecycle.delete_after').number(),
      Infinity,
      'kept for ever unless told otherwise',
    ),
  );
  const kept = ages.map((days) => is(days, (count) => count >= 1, 'days that backups are kept'));
  yield {
    kind: 'backup',
    kept: kept.length === 0 ? known(false, rules.at, 'no rule') : settledTruth(any(...kept), rules.at),
    ...about,
    ...longest(ages),
  };
  const copies = itemsOf(rules).map((rule) =>
    is(part(rule, 'CopyActions', 'copy_action').present(), (copied) => copied, 'copy to another vault'),
  );
  yield {
    kind: 'remote-copy',
    kept: copies.length === 0 ? known(false, rules.at, 'no rule') : settledTruth(any(...copies), rules.at),
    ...about,
  };
}

/** The rule that reaches back furthest says how far one can go back. */
function longest(ages: readonly Settled<number>[]): { readonly days?: Settled<number> } {
  const [first, ...others] = ages;
  if (!first) return {};
  const days = others.reduce((most, one) => {
    if (most.state === 'unknown' || one.state === 'unknown') return most.state === 'unknown' ? most : one;
    return most.value >= one.value ? most : one;
  }, first);
  return { days };
}

/** A selection that names neither resources nor tags or conditions backs nothing up. */
function selectionFact(selection: Resource): Fact {
  const places = [
    property(selection, 'BackupSelection.Resources', 'resources'),
    property(selection, 'BackupSelection.ListOfTags', 'selection_tag'),
    property(selection, 'BackupSelection.Conditions', 'condition'),
  ];
  return {
    kind: 'backup',
    noun: 'backup selection',
    subject: selection,
    kept: settledTruth(
      any(...places.map((place) => is(place.present(), (written) => written, 'something is selected'))),
      {
        id: selection.id,
        path: [],
      },
    ),
  };
}

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html */
function vaultFact(vault: Resource, graph: ResourceGraph): Fact {
  const [lock] = graph.companions(vault, ['aws_backup_vault_lock_configuration'], 'backup_vault_name').certain;
  return {
    kind: 'deletion-protection',
    of: 'records',
    noun: 'backup vault',
    subject: vault,
    on: lock ? locked(lock.properties) : property(vault, 'LockConfiguration', null).present(),
    ...(lock && { related: [lock] }),
  };
}

/** A lock without limits still keeps its own settings from being changed, and backups from being deleted. */
const locked = (lock: Property): Settled<boolean> =>
  map(otherwise(lock.get('min_retention_days').number(), 1, 'a lock is written'), () => true);
