import type { EncryptionState } from '../../model/fact';
import { property } from '../../model/resource';
import { chain, known, map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { requestedBy } from './encryption-request';
import { keyCustody } from './key-custody';

/** @see https://docs.aws.amazon.com/keyspaces/latest/devguide/EncryptionAtRest.html (always) */
export const keyspaces: Service = {
  name: 'keyspaces',
  types: {
    cloudformation: ['AWS::Cassandra::Keyspace', 'AWS::Cassandra::Table'],
    terraform: ['aws_keyspaces_keyspace', 'aws_keyspaces_table'],
  },
  *facts(resource, graph) {
    if (!/table$/i.test(resource.type)) return;
    const written = property(resource, 'EncryptionSpecification.EncryptionType', 'encryption_specification.type');
    const type = otherwise(
      written.text(),
      'AWS_OWNED_KMS_KEY',
      'Keyspaces encrypts with a key that AWS owns by default',
    );
    const key = property(
      resource,
      'EncryptionSpecification.KmsKeyIdentifier',
      'encryption_specification.kms_key_identifier',
    );
    const recovery = property(resource, 'PointInTimeRecoveryEnabled', 'point_in_time_recovery.status').text();
    yield {
      kind: 'backup',
      noun: 'Keyspaces table',
      subject: resource,
      kept: map(
        otherwise(recovery, 'DISABLED', 'point-in-time recovery is off by default'),
        (text) => text === 'true' || text === 'ENABLED',
      ),
    };
    yield {
      kind: 'storage-at-rest',
      noun: 'Keyspaces table',
      subject: resource,
      requested: requestedBy(written),
      encryption:
        type.state === 'unknown' && !type.among
          ? { ...type, among: ['provider-key', 'customer-key'] }
          : chain(type, (name): Settled<EncryptionState> =>
              name === 'CUSTOMER_MANAGED_KMS_KEY'
                ? keyCustody(key, graph, known('customer-key', type.at))
                : known('provider-key', type.at, type.state === 'known' ? type.because : undefined),
            ),
    };
  },
};
