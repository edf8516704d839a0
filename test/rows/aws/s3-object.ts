import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';

/** The object in a bucket of the same plan. */
const inBucket = (it: Properties, others: Readonly<Record<string, Properties & { type: string }>> = {}) =>
  system(
    { bucket: refer('records'), ...it },
    {
      records: { type: 'aws_s3_bucket', properties: {} },
      ...Object.fromEntries(
        Object.entries(others).map(([name, { type, ...properties }]) => [
          name,
          { type, properties: { bucket: refer('records'), ...properties } },
        ]),
      ),
    },
  );

const types = { cloudformation: null, terraform: 'aws_s3_object' };
const bucketKey = {
  type: 'aws_s3_bucket_server_side_encryption_configuration',
  rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms', kms_master_key_id: 'alias/ours' }] }],
};

export const s3ObjectRows: ServiceRows = {
  service: 's3-object',
  controls: {
    'storage-encrypted': {
      'S3 object': {
        ...types,
        rows: [
          ['pass', 'nothing is said: S3 encrypts every object', null, { bucket: 'elsewhere' }],
          ['pass', 'the algorithm is a parameter', null, { bucket: 'elsewhere', server_side_encryption: unknown }],
        ],
      },
    },
    'customer-managed-key': {
      'S3 object': {
        ...types,
        // prettier-ignore
        rows: [
          ['fail',      'nothing is said', null, { bucket: 'elsewhere' }],
          ['pass',      'a key is named', null, { bucket: 'elsewhere', kms_key_id: 'alias/ours' }],
          ['fail',      "AWS's own key is asked for", null, { bucket: 'elsewhere', server_side_encryption: 'aws:kms' }],
          ['pass',      'its bucket encrypts with a customer key', null, inBucket({}, { encryption: bucketKey })],
          ['fail',      'it asks for another encryption than its bucket', null, inBucket({ server_side_encryption: 'AES256' }, { encryption: bucketKey })],
          ['undecided', 'the key is a parameter', null, { bucket: 'elsewhere', kms_key_id: unknown }],
        ],
      },
    },
    'customer-supplied-key-refused': {
      'copy of an S3 object': {
        cloudformation: null,
        terraform: 'aws_s3_object_copy',
        rows: [
          ['fail', 'the key comes with the request', null, { bucket: 'elsewhere', customer_key: 'c2VjcmV0' }],
          ['pass', 'nothing is said', null, { bucket: 'elsewhere' }],
          ['undecided', 'the key is a parameter', null, { bucket: 'elsewhere', customer_key: unknown }],
        ],
      },
    },
    'acl-not-public': {
      'S3 object': {
        ...types,
        // prettier-ignore
        rows: [
          ['pass',      'nothing is said', null, { bucket: 'elsewhere' }],
          ['fail',      'everyone may read', null, { bucket: 'elsewhere', acl: 'public-read' }],
          ['undecided', 'the ACL is a parameter', null, { bucket: 'elsewhere', acl: unknown }],
          ['fail',      'its bucket says nothing', null, inBucket({ acl: 'public-read' })],
          ['pass',      'its bucket ignores public ACLs', null, inBucket({ acl: 'public-read' }, { guard: { type: 'aws_s3_bucket_public_access_block', ignore_public_acls: true } })],
          ['pass',      'its bucket has ACLs switched off', null, inBucket({ acl: 'public-read' }, { ownership: { type: 'aws_s3_bucket_ownership_controls', rule: [{ object_ownership: 'BucketOwnerEnforced' }] } })],
        ],
      },
      'copy of an S3 object': {
        cloudformation: null,
        terraform: 'aws_s3_object_copy',
        rows: [
          ['fail', 'a grant names everyone', null, { bucket: 'elsewhere', grant: [{ type: 'Group', permissions: ['READ'], uri: 'http://acs.amazonaws.com/groups/global/AllUsers' }] }], // prettier-ignore
          ['pass', 'nothing is said', null, { bucket: 'elsewhere' }],
        ],
      },
      'S3 object, as older providers call it': {
        cloudformation: null,
        terraform: 'aws_s3_bucket_object',
        rows: [['fail', 'everyone may read', null, { bucket: 'elsewhere', acl: 'public-read' }]],
      },
    },
  },
};
