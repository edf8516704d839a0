import { system, unknown, type ServiceRows, type Table } from '../../support/row';

const recipe = (rows: Table['rows']): Record<string, Table> => ({
  'Image Builder recipe': { cloudformation: 'AWS::ImageBuilder::ImageRecipe', terraform: 'aws_imagebuilder_image_recipe', rows },
}); // prettier-ignore
const volumes = (...flags: readonly unknown[]) =>
  [
    { BlockDeviceMappings: flags.map((Encrypted) => ({ Ebs: { Encrypted } })) },
    { block_device_mapping: flags.map((encrypted) => ({ ebs: [{ encrypted }] })) },
  ] as const;
const keyed = (key: unknown) =>
  [
    { BlockDeviceMappings: [{ Ebs: { Encrypted: true, KmsKeyId: key } }] },
    { block_device_mapping: [{ ebs: [{ encrypted: 'true', kms_key_id: key }] }] },
  ] as const;
const tokens = (written: unknown) =>
  [
    { InstanceMetadataOptions: { HttpTokens: written } },
    { instance_metadata_options: [{ http_tokens: written }] },
  ] as const;

export const imageBuilderRows: ServiceRows = {
  service: 'image-builder',
  controls: {
    'storage-encrypted': recipe([
      ['silent', 'it maps no volume', {}, {}],
      ['silent', 'it takes a device away', { BlockDeviceMappings: [{ NoDevice: '' }] }, { block_device_mapping: [{ no_device: true }] }],
      ['fail', 'a volume says nothing', ...volumes(undefined)],
      ['pass', 'a volume is encrypted', ...volumes(true)],
      ['fail', 'one of two volumes is not', ...volumes(true, false)],
      ['undecided', 'it is a parameter', ...volumes(unknown)],
      ['pass', 'the account encrypts all new volumes', null, system(volumes(undefined)[1], { all: { type: 'aws_ebs_encryption_by_default', properties: {} } })],
    ]), // prettier-ignore
    'customer-managed-key': recipe([
      ['fail', 'no key is named', ...keyed(undefined)],
      ['pass', 'a key is named', ...keyed('alias/ours')],
    ]),
    'instance-metadata-v2': {
      'Image Builder infrastructure': {
        cloudformation: 'AWS::ImageBuilder::InfrastructureConfiguration',
        terraform: 'aws_imagebuilder_infrastructure_configuration',
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['fail', 'tokens are optional', ...tokens('optional')],
          ['pass', 'tokens are required', ...tokens('required')],
          ['undecided', 'it is a parameter', ...tokens(unknown)],
        ],
      },
    },
  },
};
