import { policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

const notebook = { cloudformation: 'AWS::SageMaker::NotebookInstance', terraform: 'aws_sagemaker_notebook_instance' };
const metadata = (version: unknown) =>
  [
    { InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: version } },
    { instance_metadata_service_configuration: [{ minimum_instance_metadata_service_version: version }] },
  ] as const;

const access = (direct: unknown, subnet?: unknown) =>
  [
    { DirectInternetAccess: direct, SubnetId: subnet },
    { direct_internet_access: direct, subnet_id: subnet },
  ] as const;
const domain = { cloudformation: 'AWS::SageMaker::Domain', terraform: 'aws_sagemaker_domain' };
const model = { cloudformation: 'AWS::SageMaker::Model', terraform: 'aws_sagemaker_model' };
const network = (cloudformation: object, terraform: object) =>
  [
    { ...cloudformation, VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] } },
    { ...terraform, vpc_config: [{ subnets: ['subnet-1'], security_group_ids: ['sg-1'] }] },
  ] as const;
const job = {
  cloudformation: 'AWS::SageMaker::DataQualityJobDefinition',
  terraform: 'aws_sagemaker_data_quality_job_definition',
};
const traffic = (machines: unknown, encrypted?: unknown) =>
  [
    {
      JobResources: { ClusterConfig: { InstanceCount: machines } },
      NetworkConfig: { EnableInterContainerTrafficEncryption: encrypted },
    },
    {
      job_resources: [{ cluster_config: [{ instance_count: machines }] }],
      network_config: [{ enable_inter_container_traffic_encryption: encrypted }],
    },
  ] as const;

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const scripts = (text: string) => [{ OnStart: [{ Content: base64(text) }] }, { on_start: base64(text) }] as const;

const packages = { noun: 'SageMaker model package group', action: 'sagemaker:DescribeModelPackageGroup' };

export const sagemakerRows: ServiceRows = {
  service: 'sagemaker',
  controls: merged(
    keptStoreTables({
      ...notebook,
      noun: 'SageMaker notebook instance',
      inCloudformation: (key) => ({ KmsKeyId: key }),
      inTerraform: (key) => ({ kms_key_id: key }),
    }),
    keptStoreTables({
      noun: 'SageMaker endpoint configuration',
      cloudformation: 'AWS::SageMaker::EndpointConfig',
      terraform: 'aws_sagemaker_endpoint_configuration',
      inCloudformation: (key) => ({ KmsKeyId: key }),
      inTerraform: (key) => ({ kms_key_arn: key }),
    }),
    keptStoreTables({
      noun: 'SageMaker domain',
      cloudformation: 'AWS::SageMaker::Domain',
      terraform: 'aws_sagemaker_domain',
      inCloudformation: (key) => ({ KmsKeyId: key }),
      inTerraform: (key) => ({ kms_key_id: key }),
    }),
    keptStoreTables({
      ...job,
      noun: 'SageMaker job definition',
      inCloudformation: (VolumeKmsKeyId) => ({ JobResources: { ClusterConfig: { VolumeKmsKeyId } } }),
      inTerraform: (volume_kms_key_id) => ({ job_resources: [{ cluster_config: [{ volume_kms_key_id }] }] }),
    }),
    policyTables({
      ...packages,
      cloudformation: 'AWS::SageMaker::ModelPackageGroup',
      terraform: 'aws_sagemaker_model_package_group',
      inCloudformation: (ModelPackageGroupPolicy) => ({ ModelPackageGroupPolicy }),
      inTerraform: (resource_policy) =>
        system(
          { model_package_group_name: 'ours' },
          { policy: { type: 'aws_sagemaker_model_package_group_policy', properties: { model_package_group_name: refer(), resource_policy } } },
        ), // prettier-ignore
    }),
    {
      'egress-confined': {
        'SageMaker notebook instance': {
          ...notebook,
          rows: [
            ['fail', 'nothing is said', {}, {}],
            [
              'fail',
              'it has direct access',
              { DirectInternetAccess: 'Enabled' },
              { direct_internet_access: 'Enabled' },
            ],
            ['pass', 'it has none', ...access('Disabled', 'subnet-1')],
            ['pass', 'it has none; SageMaker asks for a subnet then', ...access('Disabled')],
            ['fail', 'it has a subnet beside direct access', ...access(undefined, 'subnet-1')],
            ['undecided', 'it is a parameter', ...access(unknown, 'subnet-1')],
          ],
        },
        'SageMaker domain': {
          ...domain,
          rows: [
            ['fail', 'nothing is said', {}, {}],
            [
              'pass',
              'it stays in its network',
              { AppNetworkAccessType: 'VpcOnly' },
              { app_network_access_type: 'VpcOnly' },
            ],
            ['undecided', 'it is a parameter', { AppNetworkAccessType: unknown }, { app_network_access_type: unknown }],
          ],
        },
        'SageMaker model': {
          ...model,
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['pass', 'it is isolated', { EnableNetworkIsolation: true }, { enable_network_isolation: true }],
            ['fail', 'it is not', { EnableNetworkIsolation: false }, { enable_network_isolation: false }],
            ['pass', 'it is not, in a network', ...network({ EnableNetworkIsolation: false }, { enable_network_isolation: false })],
            ['undecided', 'it is a parameter', { EnableNetworkIsolation: unknown }, { enable_network_isolation: unknown }],
            ['undecided', 'its network is', { VpcConfig: unknown }, { vpc_config: unknown }],
            ['pass', 'its network is, and it is isolated', { EnableNetworkIsolation: true, VpcConfig: unknown }, { enable_network_isolation: true, vpc_config: unknown }],
          ], // prettier-ignore
        },
      },
      'transit-encrypted': {
        'SageMaker job definition': {
          ...job,
          rows: [
            ['fail', 'nothing is said', ...traffic(2)],
            ['fail', 'it is switched off', ...traffic(2, false)],
            ['pass', 'it is switched on', ...traffic(2, true)],
            ['undecided', 'it is a parameter', ...traffic(2, unknown)],
            ['silent', 'it is one machine, with nothing to send', ...traffic(1)],
            ['undecided', 'nobody knows how many machines it is', ...traffic(unknown)],
            ['pass', 'nobody knows, and it is switched on', ...traffic(unknown, true)],
          ],
        },
      },
      'not-privileged': {
        'SageMaker notebook instance': {
          ...notebook,
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['fail', 'users are root', { RootAccess: 'Enabled' }, { root_access: 'Enabled' }],
            ['pass', 'users are not', { RootAccess: 'Disabled' }, { root_access: 'Disabled' }],
            ['undecided', 'it is a parameter', { RootAccess: unknown }, { root_access: unknown }],
          ],
        },
      },
      'default-network-unused': {
        'SageMaker notebook instance': {
          ...notebook,
          rows: [
            ['fail', 'no subnet is named', {}, {}],
            ['pass', 'a subnet is named', { SubnetId: 'subnet-1' }, { subnet_id: 'subnet-1' }],
            ['undecided', 'it is a parameter', { SubnetId: unknown }, { subnet_id: unknown }],
          ],
        },
      },
      'runtime-supported': {
        'SageMaker notebook instance': {
          ...notebook,
          rows: [
            ['pass', 'nothing is said', {}, {}],
            ['pass', 'its platform is mended', { PlatformIdentifier: 'notebook-al2023-v1' }, { platform_identifier: 'notebook-al2023-v1' }],
            ['fail', 'its platform is the first', { PlatformIdentifier: 'notebook-al1-v1' }, { platform_identifier: 'notebook-al1-v1' }],
            ['undecided', 'it is a parameter', { PlatformIdentifier: unknown }, { platform_identifier: unknown }],
          ], // prettier-ignore
        },
      },
      'sign-in-required': {
        'SageMaker domain': {
          ...domain,
          rows: [
            ['pass', "people sign in with the account's identities", { AuthMode: 'IAM' }, { auth_mode: 'IAM' }],
            ['pass', "they do with the organization's", { AuthMode: 'SSO' }, { auth_mode: 'SSO' }],
          ],
        },
      },
      'no-secret-in-clear': {
        'lifecycle configuration of notebooks': {
          cloudformation: 'AWS::SageMaker::NotebookInstanceLifecycleConfig',
          terraform: 'aws_sagemaker_notebook_instance_lifecycle_configuration',
          rows: [
            ['silent', 'it has no script', {}, {}],
            ['pass', 'its script holds none', ...scripts('echo hello world and goodbye')],
            ['fail', 'its script holds one', ...scripts('export API_KEY=hunter-2-hunter')],
            ['undecided', 'its script is a parameter', { OnStart: [{ Content: unknown }] }, { on_start: unknown }],
          ],
        },
        'lifecycle configuration of Studio': {
          cloudformation: 'AWS::SageMaker::StudioLifecycleConfig',
          terraform: 'aws_sagemaker_studio_lifecycle_config',
          rows: [
            ['fail', 'its script holds one', { StudioLifecycleConfigContent: base64('export API_KEY=hunter-2-hunter') }, { studio_lifecycle_config_content: base64('export API_KEY=hunter-2-hunter') }],
          ], // prettier-ignore
        },
        'SageMaker model': {
          ...model,
          rows: [
            ['fail', 'its container holds a secret', { PrimaryContainer: { Environment: { API_KEY: 'hunter-2-hunter' } } }, { primary_container: [{ environment: { API_KEY: 'hunter-2-hunter' } }] }],
            ['fail', 'one of its containers does', { Containers: [{}, { Environment: { API_KEY: 'hunter-2-hunter' } }] }, { container: [{}, { environment: { API_KEY: 'hunter-2-hunter' } }] }],
            ['silent', 'its container holds none', { PrimaryContainer: { Environment: { STAGE: 'live' } } }, { primary_container: [{ environment: { STAGE: 'live' } }] }],
          ], // prettier-ignore
        },
      },
      'instance-metadata-v2': {
        'SageMaker notebook instance': {
          ...notebook,
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['fail', 'the first version is accepted', ...metadata('1')],
            ['pass', 'the second version is required', ...metadata('2')],
            ['pass', 'it is required, as a number', ...metadata(2)],
            ['undecided', 'it is a parameter', ...metadata(unknown)],
          ],
        },
      },
    },
  ),
};
