import { refer, system, unknown, type Properties, type ServiceRows, type System, type Table } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

const configuration = {
  cloudformation: 'AWS::EMR::SecurityConfiguration',
  terraform: 'aws_emr_security_configuration',
};
const cluster = { cloudformation: 'AWS::EMR::Cluster', terraform: 'aws_emr_cluster' };

const saying = (encryption: object) =>
  [
    { SecurityConfiguration: { EncryptionConfiguration: encryption } },
    { configuration: JSON.stringify({ EncryptionConfiguration: encryption }) },
  ] as const;
const using = (encryption: object): readonly [System, System] => [
  system(
    { SecurityConfiguration: refer('rules') },
    { rules: { type: configuration.cloudformation, properties: saying(encryption)[0] } },
  ),
  system(
    { security_configuration: refer('rules', 'name') },
    { rules: { type: configuration.terraform, properties: saying(encryption)[1] } },
  ),
];
const elsewhere = [{ SecurityConfiguration: 'ours' }, { security_configuration: 'ours' }] as const;

const disks = (key?: string) => ({
  EnableAtRestEncryption: true,
  AtRestEncryptionConfiguration: {
    LocalDiskEncryptionConfiguration: { EncryptionKeyProviderType: 'AwsKms', AwsKmsKey: key },
  },
});
const key = 'arn:aws:kms:eu-west-1:111122223333:key/1a';
const objectsOnly = {
  EnableAtRestEncryption: true,
  AtRestEncryptionConfiguration: { S3EncryptionConfiguration: { EncryptionMode: 'SSE-S3' } },
};

const withCertificates = {
  EnableInTransitEncryption: true,
  InTransitEncryptionConfiguration: { TLSCertificateConfiguration: { CertificateProviderType: 'PEM', S3Object: 's3://ours/certificates.zip' } },
}; // prettier-ignore

type Write = (encryption: object) => readonly [Properties | System, Properties | System];

const atRest = (write: Write): Table['rows'] => [
  ['fail', 'it says nothing of encryption', ...write({})],
  ['fail', 'it is switched off', ...write({ ...disks(key), EnableAtRestEncryption: false })],
  ['fail', 'it is switched on for S3 only', ...write(objectsOnly)],
  ['pass', 'it is switched on for disks', ...write(disks(key))],
];
const inTransit = (write: Write): Table['rows'] => [
  ['fail', 'it says nothing of encryption', ...write({})],
  ['fail', 'it is switched off', ...write({ EnableInTransitEncryption: false })],
  ['pass', 'it is switched on', ...write(withCertificates)],
  ['fail', 'it is switched on without certificates', ...write({ EnableInTransitEncryption: true })],
];
const notKnown = [
  'undecided',
  'it is a parameter',
  { SecurityConfiguration: unknown },
  { configuration: unknown },
] as const;
const notHere = ['undecided', 'its configuration is elsewhere', ...elsewhere] as const;
const none = ['fail', 'it has no configuration', {}, {}] as const;

const range = (min: unknown, max: unknown) => ({
  permitted_public_security_group_rule_range: [{ min_range: min, max_range: max }],
});

export const emrRows: ServiceRows = {
  service: 'emr',
  controls: {
    'access-logged': {
      'EMR cluster': {
        cloudformation: 'AWS::EMR::Cluster',
        terraform: 'aws_emr_cluster',
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'logs go to a bucket', { LogUri: 's3://ours/logs', LogEncryptionKmsKeyId: 'alias/ours' }, { log_uri: 's3://ours/logs', log_encryption_kms_key_id: 'alias/ours' }],
          ['undecided', 'it is a parameter', { LogUri: unknown }, { log_uri: unknown }],
        ], // prettier-ignore
      },
    },
    'patching-automatic': {
      'EMR cluster': {
        cloudformation: 'AWS::EMR::Cluster',
        terraform: 'aws_emr_cluster',
        rows: [
          ['pass', 'it takes the image of its release', { ReleaseLabel: 'emr-7.5.0' }, { release_label: 'emr-7.5.0' }],
          ['fail', 'its release keeps its first image', { ReleaseLabel: 'emr-5.29.0' }, { release_label: 'emr-5.29.0' }],
          ['fail', 'it has an image of its own', { ReleaseLabel: 'emr-7.5.0', CustomAmiId: 'ami-0a1b' }, { release_label: 'emr-7.5.0', custom_ami_id: 'ami-0a1b' }],
          ['fail', 'it stays at a release of the system', { ReleaseLabel: 'emr-7.5.0', OSReleaseLabel: '2.0.20230727.0' }, { release_label: 'emr-7.5.0', os_release_label: '2.0.20230727.0' }],
          ['undecided', 'its release is a parameter', { ReleaseLabel: unknown }, { release_label: unknown }],
        ], // prettier-ignore
      },
    },
    'storage-encrypted': {
      'EMR security configuration': { ...configuration, rows: [...atRest(saying), notKnown] },
      'EMR cluster': {
        ...cluster,
        rows: [
          ...atRest(using),
          none,
          notHere,
          [
            'pass',
            'the account encrypts all new volumes',
            null,
            system({}, { all: { type: 'aws_ebs_encryption_by_default', properties: {} } }),
          ],
        ],
      },
      'EMR security configuration that a cluster uses': {
        ...configuration,
        rows: [
          [
            'silent',
            'the cluster answers for it',
            system(saying({})[0], { it2: { type: cluster.cloudformation, properties: { SecurityConfiguration: refer() } } }),
            system(saying({})[1], { it2: { type: cluster.terraform, properties: { security_configuration: refer('it', 'name') } } }),
          ],
        ], // prettier-ignore
      },
    },
    'customer-managed-key': {
      'EMR cluster': {
        ...cluster,
        rows: [
          ['pass', 'a key is named', ...using(disks(key))],
          ['fail', 'disks are not encrypted', ...using(objectsOnly)],
        ],
      },
    },
    'transit-encrypted': {
      'EMR security configuration': { ...configuration, rows: [...inTransit(saying), notKnown] },
      'EMR cluster': { ...cluster, rows: [...inTransit(using), none, notHere] },
    },
    'no-secret-in-clear': {
      'password of Kerberos': secretTable({
        ...cluster,
        inCloudformation: (KdcAdminPassword) => ({ KerberosAttributes: { KdcAdminPassword } }),
        inTerraform: (kdc_admin_password) => ({ kerberos_attributes: [{ kdc_admin_password }] }),
      }),
    },
    'public-access-blocked': {
      'EMR account': {
        cloudformation: null,
        terraform: 'aws_emr_block_public_access_configuration',
        rows: [
          ['pass', 'public rules are blocked', null, { block_public_security_group_rules: true }],
          ['fail', 'they are not', null, { block_public_security_group_rules: false }],
          ['pass', 'they are, but for SSH', null, { block_public_security_group_rules: true, ...range(22, 22) }],
          [
            'fail',
            'they are, but for many ports',
            null,
            { block_public_security_group_rules: true, ...range(0, 65535) },
          ],
          ['undecided', 'it is a parameter', null, { block_public_security_group_rules: unknown }],
        ],
      },
    },
  },
};
