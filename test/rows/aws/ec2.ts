import {
  refer,
  system,
  unknown,
  type Other,
  type Properties,
  type Row,
  type ServiceRows,
  type Table,
} from '../../support/row';
import { ec2Network } from './ec2-network';
import { backupRows, configuration, imageTables, instance, monitoringTables, protectionTables, userDataTables } from './ec2-start'; // prettier-ignore

const template = (rows: readonly Row[]): Table => ({
  cloudformation: 'AWS::EC2::LaunchTemplate',
  terraform: 'aws_launch_template',
  rows,
});
const fleet = (rows: readonly Row[]): Table => ({
  cloudformation: 'AWS::EC2::SpotFleet',
  terraform: 'aws_spot_fleet_request',
  rows,
});
const specification = (cloudformation: Properties, terraform: Properties) =>
  [
    { SpotFleetRequestConfigData: { LaunchSpecifications: [cloudformation] } },
    { launch_specification: [terraform] },
  ] as const;

/** A machine's root volume. */
const root = (encrypted: unknown, key?: unknown): readonly [Properties, Properties] => [
  { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: encrypted, KmsKeyId: key } }] },
  { root_block_device: [{ encrypted, kms_key_id: key }] },
];
/** A machine's second volume, beside an encrypted root. */
const data = (volume: Properties, block: Properties): readonly [Properties, Properties] => [
  {
    BlockDeviceMappings: [
      { DeviceName: '/dev/xvda', Ebs: { Encrypted: true } },
      { DeviceName: '/dev/sdf', Ebs: volume },
    ],
  },
  { root_block_device: [{ encrypted: true }], ebs_block_device: [{ device_name: '/dev/sdf', ...block }] },
];
const mapping = (...mappings: readonly (readonly [device: string, encrypted: unknown])[]) =>
  [
    {
      LaunchTemplateData: {
        BlockDeviceMappings: mappings.map(([name, encrypted]) => ({ DeviceName: name, Ebs: { Encrypted: encrypted } })),
      },
    },
    { block_device_mappings: mappings.map(([name, encrypted]) => ({ device_name: name, ebs: [{ encrypted }] })) },
  ] as const;

/** An instance that starts from a launch template beside it. */
const from = (
  [cfnTemplate, tfTemplate]: readonly [Properties, Properties],
  cfn: Properties = {},
  tf: Properties = {},
) =>
  [
    system(
      { ...cfn, LaunchTemplate: { LaunchTemplateId: refer('template'), Version: '1' } },
      { template: { type: 'AWS::EC2::LaunchTemplate', properties: cfnTemplate } },
    ),
    system(
      { ...tf, launch_template: [{ id: refer('template'), version: '$Latest' }] },
      { template: { type: 'aws_launch_template', properties: tfTemplate } },
    ),
  ] as const;

/** An instance whose launch template is elsewhere. */
const elsewhere = [
  { LaunchTemplate: { LaunchTemplateId: 'lt-0a1b', Version: '1' } },
  { launch_template: [{ id: 'lt-0a1b' }] },
] as const;

const tokens = (value: unknown, endpoint?: unknown) =>
  [
    { MetadataOptions: { HttpTokens: value, HttpEndpoint: endpoint } },
    { metadata_options: [{ http_tokens: value, http_endpoint: endpoint }] },
  ] as const;
const templateTokens = (value: unknown) =>
  [
    { LaunchTemplateData: { MetadataOptions: { HttpTokens: value } } },
    { metadata_options: [{ http_tokens: value }] },
  ] as const;

const looked = (properties: Properties): Record<string, Other> => ({
  image: { type: 'aws_ami', data: true, properties },
});
const subnet = (type: string, properties: Properties): Record<string, Other> => ({ subnet: { type, properties } });

export const ec2Rows: ServiceRows = {
  service: 'ec2',
  controls: {
    ...ec2Network,
    'backup-kept': { 'EC2 instance': instance(backupRows()) },
    'removal-guarded': protectionTables,
    'image-from-trusted-owner': imageTables,
    'monitored-in-detail': monitoringTables,
    'no-secret-in-clear': userDataTables,
    'storage-encrypted': {
      'EC2 instance': instance([
        ['fail', 'nothing is said of its root volume', {}, {}],
        ['pass', 'its root volume is encrypted', ...root(true)],
        ['pass', 'its root volume is encrypted, as text', ...root('true')],
        ['fail', 'its root volume is not', ...root(false)],
        ['undecided', 'its root volume is a parameter', ...root(unknown)],
        ['pass', 'the version says which template it starts from',
          system({ LaunchTemplate: { Version: refer('template', '', 'LatestVersionNumber') } }, { template: { type: 'AWS::EC2::LaunchTemplate', properties: { LaunchTemplateData: { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true } }] } } } }),
          system({ launch_template: [{ version: refer('template', 'latest_version') }] }, { template: { type: 'aws_launch_template', properties: { block_device_mappings: [{ device_name: '/dev/xvda', ebs: [{ encrypted: true }] }] } } })],
        ['undecided', 'all its volumes are a parameter', { BlockDeviceMappings: unknown }, { root_block_device: unknown }],
        ['fail', 'its second volume is not', ...data({ Encrypted: false }, { encrypted: false })],
        ['fail', 'its second volume says nothing', ...data({}, {})],
        ['pass', 'both are', ...data({ Encrypted: true }, { encrypted: true })],
        ['fail', 'only the second is',
          { BlockDeviceMappings: [{ DeviceName: '/dev/sdf', Ebs: { Encrypted: true } }] },
          { ebs_block_device: [{ device_name: '/dev/sdf', encrypted: true }] }],
        ['pass', 'the only volume has a name of its image\'s own', { BlockDeviceMappings: [{ DeviceName: 'root', Ebs: { Encrypted: true } }] }, null],
        ['pass', 'the root volume is written among the others', null, { ebs_block_device: [{ device_name: '/dev/sda1', encrypted: true }] }],
        ['pass', 'a device is taken away',
          { BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { Encrypted: true } }, { DeviceName: '/dev/sdf', NoDevice: '', Ebs: { Encrypted: false } }] }, null],
        ['pass', 'an instance store stands beside it',
          { BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { Encrypted: true } }, { DeviceName: '/dev/sdb', VirtualName: 'ephemeral0' }] },
          { root_block_device: [{ encrypted: true }], ephemeral_block_device: [{ device_name: '/dev/sdb', virtual_name: 'ephemeral0' }] }],
        ['pass', 'the account encrypts new volumes', null, system({}, { all: { type: 'aws_ebs_encryption_by_default', properties: {} } })],
        ['pass', 'its image is an encrypted copy', null, system({ ami: refer('image') }, { image: { type: 'aws_ami_copy', properties: { encrypted: true } } })],
        ['fail', 'its image is a copy that says nothing', null, system({ ami: refer('image') }, { image: { type: 'aws_ami_copy', properties: {} } })],
        ['undecided', 'its image is a copy, perhaps encrypted', null, system({ ami: refer('image') }, { image: { type: 'aws_ami_copy', properties: { encrypted: unknown } } })],
        ['pass', 'its image is looked up, and encrypted', null,
          system({ ami: 'ami-1' }, looked({ id: 'ami-1', root_device_name: '/dev/xvda', block_device_mappings: [{ device_name: '/dev/xvda', ebs: { encrypted: 'true' } }] }))],
        ['fail', 'its image is looked up, and is not', null,
          system({ ami: 'ami-1' }, looked({ id: 'ami-1', root_device_name: '/dev/xvda', block_device_mappings: [{ device_name: '/dev/xvda', ebs: { encrypted: 'false' } }] }))],
        ['undecided', 'its image is a parameter, and may be the encrypted one', null,
          system({ ami: unknown }, looked({ id: 'ami-1', root_device_name: '/dev/xvda', block_device_mappings: [{ device_name: '/dev/xvda', ebs: { encrypted: 'true' } }] }))],
        ['fail', 'its image is a parameter, and the one beside it is not encrypted', null,
          system({ ami: unknown }, looked({ id: 'ami-1', root_device_name: '/dev/xvda', block_device_mappings: [{ device_name: '/dev/xvda', ebs: { encrypted: 'false' } }] }))],
        ['fail', 'its image is elsewhere, though its launch template names an encrypted one', null,
          system({ ami: 'ami-2', launch_template: [{ id: refer('template') }] }, { template: { type: 'aws_launch_template', properties: { image_id: refer('image') } }, image: { type: 'aws_ami_copy', properties: { encrypted: true } } })],
        ['fail', 'its image is elsewhere', { ImageId: 'ami-1' }, { ami: 'ami-1' }],
        ['fail', 'its image is a parameter', { ImageId: unknown }, { ami: unknown }],
        ['undecided', 'the name of the only volume is a parameter',
          { BlockDeviceMappings: [{ DeviceName: unknown, Ebs: { Encrypted: true } }] },
          { ebs_block_device: [{ device_name: unknown, encrypted: true }] }],
        ['fail', 'the name of its unencrypted volume is a parameter',
          { BlockDeviceMappings: [{ DeviceName: unknown, Ebs: { Encrypted: false } }] },
          { ebs_block_device: [{ device_name: unknown, encrypted: false }] }],
        ['undecided', 'its unencrypted volume is perhaps taken away',
          { BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { Encrypted: true } }, { DeviceName: '/dev/sdf', NoDevice: unknown, Ebs: { Encrypted: false } }] }, null],
        ['pass', 'its encrypted volume is perhaps taken away',
          { BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { Encrypted: true } }, { DeviceName: '/dev/sdf', NoDevice: unknown, Ebs: { Encrypted: true } }] }, null],
        ['undecided', 'it perhaps overrides what the template says', ...from(mapping(['/dev/xvda', false]),
          { BlockDeviceMappings: [{ DeviceName: unknown, Ebs: { Encrypted: true } }] }, { ebs_block_device: [{ device_name: unknown, encrypted: true }] })],
        ['pass', 'its launch template encrypts the root volume', ...from(mapping(['/dev/xvda', true]))],
        ['fail', 'its launch template does not', ...from(mapping(['/dev/xvda', false]))],
        ['fail', 'its launch template encrypts another volume', ...from(mapping(['/dev/sdf', true]))],
        ['pass', 'it overrides what the template says', ...from(mapping(['/dev/xvda', false]), ...root(true))],
        ['undecided', 'its launch template is elsewhere', ...elsewhere],
        ['pass', 'its launch template is named', system({ LaunchTemplate: { LaunchTemplateName: 'mine', Version: '1' } }, { template: { type: 'AWS::EC2::LaunchTemplate', properties: { LaunchTemplateName: 'mine', ...mapping(['/dev/xvda', true])[0] } } }),
          system({ launch_template: [{ name: 'mine' }] }, { template: { type: 'aws_launch_template', properties: { name: 'mine', ...mapping(['/dev/xvda', true])[1] } } })],
        ['pass', 'its launch template is elsewhere, and it says so itself', { ...elsewhere[0], ...root(true)[0] }, { ...elsewhere[1], ...root(true)[1] }],
      ]),
      'spot instance': {
        cloudformation: null,
        terraform: 'aws_spot_instance_request',
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'its root volume is encrypted', null, root(true)[1]],
        ],
      },
      'launch template': template([
        ['fail', 'nothing is said', { LaunchTemplateData: {} }, {}],
        ['pass', 'the root volume is encrypted', ...mapping(['/dev/xvda', true])],
        ['pass', 'the root volume is encrypted, as text', ...mapping(['/dev/xvda', 'true'])],
        ['fail', 'one of two volumes is not', ...mapping(['/dev/xvda', true], ['/dev/sdb', false])],
        ['undecided', 'it is a parameter', ...mapping(['/dev/xvda', unknown])],
        ['undecided', 'everything is a parameter', { LaunchTemplateData: unknown }, { block_device_mappings: unknown }],
      ]),
      'launch configuration': configuration([
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'the root volume is encrypted', ...root(true)],
        ['fail', 'the second volume is not', ...data({ Encrypted: false }, { encrypted: false })],
        ['pass', 'the second volume is taken away',
          { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true } }, { DeviceName: '/dev/sdf', NoDevice: true }] },
          { root_block_device: [{ encrypted: true }], ebs_block_device: [{ device_name: '/dev/sdf', no_device: true }] }],
      ]),
      'spot fleet': fleet([
        ['fail', 'a specification says nothing', ...specification({}, {})],
        ['pass', 'a specification encrypts the root volume', ...specification(...root(true))],
        ['undecided', 'the specifications are a parameter', { SpotFleetRequestConfigData: { LaunchSpecifications: unknown } }, { launch_specification: unknown }],
        ['silent', 'there are launch templates only', { SpotFleetRequestConfigData: { LaunchTemplateConfigs: [] } }, { launch_template_config: [{}] }],
      ]),
    }, // prettier-ignore
    'customer-managed-key': {
      'EC2 instance': instance([
        ['fail', 'no key is named', ...root(true)],
        ['pass', 'a key is named', ...root(true, 'arn:aws:kms:eu-west-1:111122223333:key/1a2b')],
        ['undecided', 'the key is a parameter', ...root(true, unknown)],
      ]),
    },
    'instance-metadata-v2': {
      'EC2 instance': instance([
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'tokens are required', ...tokens('required')],
        ['fail', 'tokens are optional', ...tokens('optional')],
        ['undecided', 'it is a parameter', ...tokens(unknown)],
        ['pass', 'the service is off', ...tokens('optional', 'disabled')],
        ['undecided', 'the service may be off', ...tokens('optional', unknown)],
        ['pass', 'tokens are required, on or off', ...tokens('required', unknown)],
        ['pass', 'its launch template requires them', ...from(templateTokens('required'))],
        ['fail', 'its launch template does not', ...from(templateTokens('optional'))],
        ['fail', 'it overrides what its launch template says', ...from(templateTokens('required'), ...tokens('optional'))],
        ['undecided', 'its launch template is elsewhere', ...elsewhere],
        ['pass', 'the account requires them', null, system({}, { all: { type: 'aws_ec2_instance_metadata_defaults', properties: { http_tokens: 'required' } } })],
        ['fail', 'the account prefers nothing', null, system({}, { all: { type: 'aws_ec2_instance_metadata_defaults', properties: { http_tokens: 'no-preference' } } })],
        ['pass', 'its image asks for them', null, system({ ami: 'ami-1' }, looked({ id: 'ami-1', imds_support: 'v2.0' }))],
        ['undecided', 'its image is a parameter, and may be the one that asks', null, system({ ami: unknown }, looked({ id: 'ami-1', imds_support: 'v2.0' }))],
        ['fail', 'its image is a parameter', { ImageId: unknown }, { ami: unknown }],
        ['fail', 'its image does not ask', null, system({ ami: 'ami-1' }, looked({ id: 'ami-1', imds_support: '' }))],
      ]),
      'launch template': template([
        ['fail', 'nothing is said', { LaunchTemplateData: {} }, {}],
        ['pass', 'tokens are required', ...templateTokens('required')],
        ['undecided', 'it is a parameter', ...templateTokens(unknown)],
      ]),
      'launch configuration': configuration([
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'tokens are required', ...tokens('required')],
      ]),
      'spot fleet': fleet([['fail', 'a specification cannot require them', ...specification({}, {})]]),
      'default of new instances': {
        cloudformation: null,
        terraform: 'aws_ec2_instance_metadata_defaults',
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'tokens are required', null, { http_tokens: 'required' }],
        ],
      },
    }, // prettier-ignore
    'no-public-address': {
      'EC2 instance': instance([
        ['undecided', 'nothing is said: the default subnet decides', {}, {}],
        ['fail', 'it asks for one', { NetworkInterfaces: [{ DeviceIndex: '0', AssociatePublicIpAddress: true }] }, { associate_public_ip_address: true }],
        ['pass', 'it refuses one', { NetworkInterfaces: [{ DeviceIndex: '0', AssociatePublicIpAddress: false }] }, { associate_public_ip_address: false }],
        ['undecided', 'it is a parameter', { NetworkInterfaces: [{ AssociatePublicIpAddress: unknown }] }, { associate_public_ip_address: unknown }],
        ['fail', 'one of two interfaces asks for one', { NetworkInterfaces: [{ AssociatePublicIpAddress: false }, { AssociatePublicIpAddress: true }] }, null],
        ['fail', 'its subnet assigns one',
          system({ SubnetId: refer('subnet') }, subnet('AWS::EC2::Subnet', { MapPublicIpOnLaunch: true })),
          system({ subnet_id: refer('subnet') }, subnet('aws_subnet', { map_public_ip_on_launch: true }))],
        ['pass', 'its subnet assigns none',
          system({ SubnetId: refer('subnet') }, subnet('AWS::EC2::Subnet', {})),
          system({ subnet_id: refer('subnet') }, subnet('aws_subnet', {}))],
        ['pass', 'its interface refuses the one its subnet assigns',
          system({ NetworkInterfaces: [{ SubnetId: refer('subnet'), AssociatePublicIpAddress: false }] }, subnet('AWS::EC2::Subnet', { MapPublicIpOnLaunch: true })),
          system({ subnet_id: refer('subnet'), associate_public_ip_address: false }, subnet('aws_subnet', { map_public_ip_on_launch: true }))],
        ['fail', 'its interface is in a subnet that assigns one',
          system({ NetworkInterfaces: [{ SubnetId: refer('subnet') }] }, subnet('AWS::EC2::Subnet', { MapPublicIpOnLaunch: true })), null],
        ['fail', 'it is in a default subnet', null, system({ subnet_id: refer('subnet') }, subnet('aws_default_subnet', {}))],
        ['pass', 'its subnet is looked up', null,
          system({ subnet_id: 'subnet-1' }, { subnet: { type: 'aws_subnet', data: true, properties: { id: 'subnet-1', map_public_ip_on_launch: false } } })],
        ['undecided', 'its subnet is elsewhere', { SubnetId: 'subnet-1' }, { subnet_id: 'subnet-1' }],
        ['pass', 'an interface is attached to it', { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1' }] }, { network_interface: [{ network_interface_id: 'eni-1', device_index: 0 }] }],
        ['fail', 'its launch template asks for one', ...from([{ LaunchTemplateData: { NetworkInterfaces: [{ AssociatePublicIpAddress: true }] } }, { network_interfaces: [{ associate_public_ip_address: 'true' }] }])],
        ['fail', 'an elastic address is its own', system({}, { address: { type: 'AWS::EC2::EIP', properties: { InstanceId: refer() } } }), system({}, { address: { type: 'aws_eip', properties: { instance: refer() } } })],
        ['fail', 'an elastic address is associated with it',
          system({}, { address: { type: 'AWS::EC2::EIPAssociation', properties: { InstanceId: refer() } } }),
          system({}, { address: { type: 'aws_eip_association', properties: { instance_id: refer() } } })],
      ]),
      'launch template': template([
        ['silent', 'nothing is said: the subnets decide', { LaunchTemplateData: {} }, {}],
        ['fail', 'it asks for one', { LaunchTemplateData: { NetworkInterfaces: [{ AssociatePublicIpAddress: true }] } }, { network_interfaces: [{ associate_public_ip_address: true }] }],
        ['pass', 'it refuses one', { LaunchTemplateData: { NetworkInterfaces: [{ AssociatePublicIpAddress: false }] } }, { network_interfaces: [{ associate_public_ip_address: 'false' }] }],
      ]),
      'launch configuration': configuration([
        ['silent', 'nothing is said: the subnets decide', {}, {}],
        ['fail', 'it asks for one', { AssociatePublicIpAddress: true }, { associate_public_ip_address: true }],
        ['pass', 'it refuses one', { AssociatePublicIpAddress: false }, { associate_public_ip_address: false }],
      ]),
      'elastic address': {
        cloudformation: 'AWS::EC2::EIP',
        terraform: 'aws_eip',
        rows: [
          ['silent', 'it is nobody\'s yet', {}, {}],
          ['fail', 'its instance is elsewhere', { InstanceId: 'i-1' }, { instance: 'i-1' }],
          ['silent', 'its instance answers for it',
            system({ InstanceId: refer('machine') }, { machine: { type: 'AWS::EC2::Instance', properties: {} } }),
            system({ instance: refer('machine') }, { machine: { type: 'aws_instance', properties: {} } })],
        ],
      },
      'elastic address association': {
        cloudformation: 'AWS::EC2::EIPAssociation',
        terraform: 'aws_eip_association',
        rows: [['fail', 'its instance is elsewhere', { InstanceId: 'i-1' }, { instance_id: 'i-1' }]],
      },
      'spot fleet': fleet([
        ['fail', 'a specification asks for one', ...specification({ NetworkInterfaces: [{ AssociatePublicIpAddress: true }] }, { associate_public_ip_address: true })],
      ]),
    }, // prettier-ignore
  },
};
