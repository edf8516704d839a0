import { refer, system, unknown, type Other, type ServiceRows } from '../../support/row';

const permission = (group: unknown, image: unknown = refer()): Record<string, Other> => ({
  permission: { type: 'aws_ami_launch_permission', properties: { image_id: image, group } },
});
const account = { permission: { type: 'aws_ami_launch_permission', properties: { image_id: refer(), account_id: '111122223333' } } }; // prettier-ignore
const device = (more: Record<string, unknown>) => ({ ebs_block_device: [{ device_name: '/dev/xvda', ...more }] });
const snapshot = (encrypted: unknown): Record<string, Other> => ({
  snapshot: { type: 'aws_ebs_snapshot', properties: { volume_id: refer('volume') } },
  volume: { type: 'aws_ebs_volume', properties: { encrypted } },
});

export const amiRows: ServiceRows = {
  service: 'ami',
  controls: {
    'image-from-trusted-owner': {
      'look-up of a machine image': {
        cloudformation: null,
        terraform: 'data.aws_ami',
        rows: [
          ['pass', 'an owner is named', null, { owners: ['amazon'] }],
          ['fail', 'none is named', null, { most_recent: true }],
          ['undecided', 'the owners are a parameter', null, { owners: unknown }],
        ],
      },
    },
    'storage-encrypted': {
      'copy of an image': {
        cloudformation: null,
        terraform: 'aws_ami_copy',
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'it is encrypted', null, { encrypted: true }],
          ['undecided', 'it is a parameter', null, { encrypted: unknown }],
          ['pass', 'the account encrypts', null, system({}, { all: { type: 'aws_ebs_encryption_by_default', properties: {} } })],
        ],
      },
      image: {
        cloudformation: null,
        terraform: 'aws_ami',
        rows: [
          ['silent', 'it has no EBS volume', null, {}],
          ['fail', 'its volume says nothing', null, device({})],
          ['pass', 'its volume is encrypted', null, device({ encrypted: true })],
          ['fail', 'one of two volumes is not', null, { ebs_block_device: [{ encrypted: true }, { encrypted: false }] }],
          ['pass', 'its snapshot is of an encrypted volume', null, system(device({ snapshot_id: refer('snapshot') }), snapshot(true))],
          ['fail', 'its snapshot is of another volume', null, system(device({ snapshot_id: refer('snapshot') }), snapshot(undefined))],
          ['undecided', 'its snapshot is elsewhere', null, device({ snapshot_id: 'snap-1' })],
          ['undecided', 'its volumes are not known', null, { ebs_block_device: unknown }],
        ],
      },
    }, // prettier-ignore
    'customer-managed-key': {
      'copy of an image': {
        cloudformation: null,
        terraform: 'aws_ami_copy',
        rows: [
          ['fail', 'no key is named', null, { encrypted: true }],
          ['pass', 'a key is named', null, { encrypted: true, kms_key_id: 'arn:aws:kms:eu-west-1:111122223333:key/1a' }],
        ],
      },
    }, // prettier-ignore
    'snapshot-not-public': {
      image: {
        cloudformation: null,
        terraform: 'aws_ami',
        rows: [
          ['pass', 'it is shared with nobody', null, {}],
          ['pass', 'it is shared with an account', null, system({}, account)],
          ['fail', 'it is shared with everyone', null, system({}, permission('all'))],
          ['undecided', 'with whom is a parameter', null, system({}, permission(unknown))],
          ['undecided', 'an image is shared with everyone, perhaps this one', null, system({}, permission('all', unknown))],
          ['pass', 'another image is', null, system({ id: 'ami-1' }, permission('all', 'ami-2'))],
        ],
      },
      'copy of an image': {
        cloudformation: null,
        terraform: 'aws_ami_copy',
        rows: [['fail', 'it is shared with everyone', null, system({}, permission('all'))]],
      },
      'image of an instance': {
        cloudformation: null,
        terraform: 'aws_ami_from_instance',
        rows: [['fail', 'it is shared with everyone', null, system({}, permission('all'))]],
      },
      'launch permission': {
        cloudformation: null,
        terraform: 'aws_ami_launch_permission',
        rows: [
          ['fail', 'everyone may launch an image from elsewhere', null, { image_id: 'ami-1', group: 'all' }],
          ['pass', 'an account may', null, { image_id: 'ami-1', account_id: '111122223333' }],
          ['fail', 'the image is only looked up', null, system({ image_id: 'ami-1', group: 'all' }, { image: { type: 'aws_ami', data: true, properties: { id: 'ami-1' } } })],
          ['silent', 'its image answers for it', null, system({ image_id: refer('image'), group: 'all' }, { image: { type: 'aws_ami', properties: {} } })],
        ],
      },
    }, // prettier-ignore
    'snapshot-not-shared': {
      'machine image': {
        cloudformation: null,
        terraform: 'aws_ami',
        rows: [
          ['pass', 'it is shared with nobody', null, {}],
          ['fail', 'it is shared with an account', null, system({}, account)],
          ['undecided', 'an image is, perhaps this one', null, system({}, permission('all', unknown))],
        ],
      },
      'launch permission': {
        cloudformation: null,
        terraform: 'aws_ami_launch_permission',
        rows: [['fail', 'an account may launch an image from elsewhere', null, { image_id: 'ami-1', account_id: '1' }]],
      },
    },
    'public-access-blocked': {
      'guard of machine images': {
        cloudformation: null,
        terraform: 'aws_ec2_image_block_public_access',
        rows: [
          ['pass', 'sharing is blocked', null, { state: 'block-new-sharing' }],
          ['fail', 'it is not', null, { state: 'unblocked' }],
          ['undecided', 'it is a parameter', null, { state: unknown }],
        ],
      },
    },
  },
};
