import { property } from '../../model/resource';
import type { Service } from '../service';
import { deletionGuard } from './database-upkeep';
import { ownedOrNamedKey } from './owned-key';

/** @see https://docs.aws.amazon.com/qldb/latest/developerguide/encryption-at-rest.html (always) */
export const qldb: Service = {
  name: 'qldb',
  types: {
    cloudformation: ['AWS::QLDB::Ledger', 'AWS::QLDB::Stream'],
    terraform: ['aws_qldb_ledger', 'aws_qldb_stream'],
  },
  *facts(resource, graph) {
    if (!/ledger$/i.test(resource.type)) return;
    const about = { noun: 'QLDB ledger', subject: resource };
    const flag = property(resource, 'DeletionProtection', 'deletion_protection').flag();
    yield deletionGuard(about, flag, true, 'a ledger is protected unless told otherwise');
    yield {
      kind: 'storage-at-rest',
      encryption: ownedOrNamedKey(property(resource, 'KmsKey', 'kms_key'), graph, 'QLDB is always encrypted'),
      ...about,
    };
  },
};
