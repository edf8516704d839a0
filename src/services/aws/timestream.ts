import { property } from '../../model/resource';
import { otherwise } from '../../model/value';
import type { Service } from '../service';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';
import { secretFacts } from './secret-facts';

const databases: EncryptedStore = {
  types: ['AWS::Timestream::Database', 'aws_timestreamwrite_database'],
  places: { noun: 'Timestream database' },
  encryption: withKey(['KmsKeyId', 'kms_key_id'], 'provider-kms', 'Timestream is always encrypted'),
};

const influx: EncryptedStore = {
  types: [
    'AWS::Timestream::InfluxDBCluster',
    'AWS::Timestream::InfluxDBInstance',
    'aws_timestreaminfluxdb_db_cluster',
    'aws_timestreaminfluxdb_db_instance',
  ],
  places: { noun: 'Timestream for InfluxDB database' },
  encryption: withKey([null, null], 'provider-key', 'Timestream for InfluxDB is always encrypted'),
};

/** @see https://docs.aws.amazon.com/timestream/latest/developerguide/EncryptionAtRest.html */
export const timestream: Service = {
  name: 'timestream',
  types: {
    cloudformation: [
      'AWS::Timestream::Database',
      'AWS::Timestream::InfluxDBCluster',
      'AWS::Timestream::InfluxDBInstance',
      'AWS::Timestream::Table',
    ],
    terraform: [
      'aws_timestreaminfluxdb_db_cluster',
      'aws_timestreaminfluxdb_db_instance',
      'aws_timestreamwrite_database',
      'aws_timestreamwrite_table',
    ],
  },
  *facts(resource, graph) {
    yield* encryptedStoreFacts(resource, graph, [databases, influx]);
    if (!influx.types.includes(resource.type)) return;
    const { noun } = influx.places;
    yield {
      kind: 'public-endpoint',
      noun,
      subject: resource,
      role: 'store',
      public: otherwise(
        property(resource, 'PubliclyAccessible', 'publicly_accessible').flag(),
        false,
        'private unless told otherwise',
      ),
    };
    yield* secretFacts(resource, noun, [['initial password', property(resource, 'Password', 'password')]]);
  },
};
