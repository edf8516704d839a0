import { property, type Resource } from '../../model/resource';
import type { Settled } from '../../model/value';
import { requested } from './encryption-request';
import type { Spelling } from './resource-policy';

/**
 * Whether somebody asked for the encryption of a database. A copy that says nothing is encrypted as what it is copied
 * from: AWS asks to write nothing then.
 *
 * @param key where it names its key; absent where it has no switch.
 * @param original it is certainly no copy.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
 */
export function databaseRequest(
  store: Resource,
  key: Spelling | undefined,
  original: boolean,
): { readonly requested?: Settled<boolean> } {
  const flag = property(store, 'StorageEncrypted', 'storage_encrypted').flag();
  if (!key || (flag.state === 'absent' && (!original || decidedElsewhere(store)))) return {};
  return { requested: requested(flag, property(store, ...key)) };
}

/**
 * An Aurora instance is encrypted as its cluster is, and a serverless cluster of the first version always.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless.html
 */
function decidedElsewhere(store: Resource): boolean {
  const engine = property(store, 'Engine', 'engine').text();
  const aurora = engine.state === 'known' && engine.value.startsWith('aurora');
  return (aurora && /instance$/i.test(store.type)) || isServerless(store);
}

function isServerless(store: Resource): boolean {
  if (store.type !== 'AWS::RDS::DBCluster' && store.type !== 'aws_rds_cluster') return false;
  const mode = property(store, 'EngineMode', 'engine_mode').text();
  return mode.state === 'known' && mode.value === 'serverless';
}
