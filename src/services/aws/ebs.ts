import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { known, otherwise, type Place, type Settled, type Value } from '../../model/value';
import type { Context, Service } from '../service';
import type { ResourceGraph } from '../../model/graph';
import { inBackupPlan } from './backup-plan';
import { requested } from './encryption-request';
import { encryptionBySwitch } from './key-custody';

/** Switches that make new volumes encrypted in the whole region, where the same input sets one. */
const defaultSwitches = ['aws_ebs_encryption_by_default'];

/**
 * Whether a volume that says nothing is encrypted: a switch of the account decides, off until somebody turns it on.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
 */
export function encryptedByDefault(
  written: Value<boolean>,
  graph: ResourceGraph,
  context: Context,
  at: Place,
): Settled<boolean> {
  if (context.assume['ebsEncryptionByDefault'] === true)
    return otherwise(written, true, 'the account encrypts new volumes, says the configuration');
  const [account] = graph.ofType(...defaultSwitches);
  if (account) {
    const enabled = otherwise(
      account.properties.get('enabled').flag(),
      true,
      'aws_ebs_encryption_by_default is on by default',
    );
    return written.state === 'absent' ? { ...enabled, at } : otherwise(written, false, 'not said');
  }
  return otherwise(written, false, 'EBS encrypts only when told to');
}

/** A volume need not ask for what a switch of the same input asks for all of them. */
export const volumeRequest = (
  written: Value<boolean>,
  key: Property,
  graph: ResourceGraph,
): { readonly requested?: Settled<boolean> } =>
  written.state === 'absent' && graph.ofType(...defaultSwitches).length > 0
    ? {}
    : { requested: requested(written, key) };

export const ebs: Service = {
  name: 'ebs',
  types: {
    cloudformation: ['AWS::EC2::Volume'],
    terraform: ['aws_ebs_volume', 'aws_ebs_default_kms_key', 'aws_ebs_encryption_by_default', 'aws_ebs_snapshot_copy'],
  },
  *facts(resource, graph, context) {
    if (resource.type === 'aws_ebs_encryption_by_default') yield defaultFact(resource, graph);
    if (resource.type.startsWith('aws_ebs_encryption') || resource.type === 'aws_ebs_default_kms_key') return;
    const encrypted = property(resource, 'Encrypted', 'encrypted');
    const key = property(resource, 'KmsKeyId', 'kms_key_id');
    yield {
      kind: 'storage-at-rest',
      noun: resource.type === 'aws_ebs_snapshot_copy' ? 'EBS snapshot copy' : 'EBS volume',
      subject: resource,
      encryption: encryptionBySwitch(encryptedByDefault(encrypted.flag(), graph, context, encrypted.at), key, graph, {
        off: 'none',
        on: 'provider-kms',
      }),
      ...volumeRequest(encrypted.flag(), key, graph),
    };
    if (resource.type !== 'aws_ebs_snapshot_copy') yield* backupFacts(resource, graph);
  },
};

/** Whether a plan of the input copies a volume; where it plans no copies at all, they are planned elsewhere. */
function* backupFacts(volume: Resource, graph: ResourceGraph): Iterable<Fact> {
  if (graph.ofType('AWS::Backup::BackupSelection', 'aws_backup_selection').length === 0) return;
  const none = known(false, { id: volume.id, path: [] }, 'no backup plan of the input names it');
  yield { kind: 'backup', noun: 'EBS volume', subject: volume, ...inBackupPlan(volume, none, graph) };
}

/** What the region does with new volumes that say nothing, and with which key. */
function defaultFact(account: Resource, graph: ResourceGraph): Fact {
  const [key] = graph.ofType('aws_ebs_default_kms_key');
  return {
    kind: 'storage-at-rest',
    noun: 'default of new EBS volumes',
    subject: account,
    encryption: encryptionBySwitch(
      otherwise(account.properties.get('enabled').flag(), true, 'aws_ebs_encryption_by_default is on by default'),
      (key ?? account).properties.get('key_arn'),
      graph,
      { off: 'none', on: 'provider-kms' },
    ),
  };
}
