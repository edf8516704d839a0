import { property } from '../../model/resource';
import type { Service } from '../service';
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
    yield {
      kind: 'storage-at-rest',
      noun: 'QLDB ledger',
      subject: resource,
      encryption: ownedOrNamedKey(property(resource, 'KmsKey', 'kms_key'), graph, 'QLDB is always encrypted'),
    };
  },
};
