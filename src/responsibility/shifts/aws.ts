import { property, type Resource } from '../../model/resource';
import { all, any, is, not, some, truth, type Truth } from '../../model/truth';
import { otherwise } from '../../model/value';
import { isSet, spells, type Shift } from './shift';

/** Of several that hold, the last counts. */
export const awsShifts: readonly Shift[] = [
  {
    types: ['AWS::ECS::Service', 'aws_ecs_service'],
    area: 'guest-os',
    when: spells('LaunchType', 'launch_type', 'FARGATE'),
    party: 'provider',
    because: 'Fargate provisions and patches the machines that the tasks run on',
    source: 'aws-ecs-srm',
  },
  {
    types: ['AWS::ECS::Service', 'aws_ecs_service'],
    area: 'guest-os',
    when: spells('LaunchType', 'launch_type', 'EC2'),
    party: 'customer',
    because: 'with the launch type EC2, agent and machine image are yours to patch and harden',
    source: 'aws-ecs-srm',
  },
  {
    types: ['AWS::ECS::Service', 'aws_ecs_service'],
    area: 'guest-os',
    when: (service) =>
      all(
        spells('LaunchType', 'launch_type', 'FARGATE')(service),
        is(property(service, 'PlatformVersion', 'platform_version').present(), (set) => set, 'platform version'),
        not(spells('PlatformVersion', 'platform_version', 'LATEST')(service)),
      ),
    party: 'shared',
    because: 'a platform version that is pinned keeps new tasks from taking a newer one',
    source: 'aws-ecs-srm',
  },
  {
    types: ['AWS::ECS::CapacityProvider', 'aws_ecs_capacity_provider'],
    area: 'guest-os',
    when: isSet('ManagedInstancesProvider', 'managed_instances_provider'),
    party: 'provider',
    because: 'ECS Managed Instances: AWS patches the operating system, and no instance lives longer than 21 days',
    source: 'aws-ecs-mi-srm',
  },
  {
    types: ['AWS::ECS::CapacityProvider', 'aws_ecs_capacity_provider'],
    area: 'guest-os',
    when: isSet('AutoScalingGroupProvider', 'auto_scaling_group_provider'),
    party: 'customer',
    because: 'the machines are of an Auto Scaling group of your own',
    source: 'aws-ecs-srm',
  },
  {
    types: ['AWS::EKS::Cluster', 'aws_eks_cluster'],
    area: 'guest-os',
    when: (cluster) =>
      is(
        otherwise(
          property(cluster, 'ComputeConfig.Enabled', 'compute_config.enabled').flag(),
          false,
          'off unless told',
        ),
        (on) => on,
        'Auto Mode',
      ),
    party: 'provider',
    because: 'EKS Auto Mode: AWS configures and patches the instances',
    source: 'aws-eks-auto-srm',
  },
  {
    types: ['AWS::EKS::Nodegroup', 'aws_eks_node_group'],
    area: 'guest-os',
    when: spells('AmiType', 'ami_type', 'CUSTOM'),
    party: 'customer',
    because: 'a machine image of your own is yours to build and patch',
    source: 'aws-eks-auto-srm',
  },
  {
    types: ['AWS::AppRunner::Service', 'aws_apprunner_service'],
    area: 'runtime',
    when: isSet('SourceConfiguration.ImageRepository', 'source_configuration.image_repository'),
    party: 'customer',
    because: 'the runtime inside a container image is yours',
    source: 'aws-ecs-srm',
  },
  {
    types: ['AWS::Batch::ComputeEnvironment', 'aws_batch_compute_environment'],
    area: 'guest-os',
    when: spells('ComputeResources.Type', 'compute_resources.type', 'FARGATE', 'FARGATE_SPOT'),
    party: 'provider',
    because: 'Fargate provisions and patches the machines that the jobs run on',
    source: 'aws-ecs-srm',
  },
  {
    types: ['AWS::ElasticBeanstalk::Environment', 'aws_elastic_beanstalk_environment'],
    area: 'guest-os',
    when: hasManagedActions,
    party: 'provider',
    because: 'managed platform updates apply new platform versions by themselves',
    source: 'aws-beanstalk',
  },
  {
    types: ['AWS::Lambda::Function', 'aws_lambda_function'],
    area: 'runtime',
    when: updatesRuntime('FunctionUpdate'),
    party: 'shared',
    because: 'AWS publishes runtime updates, and applies them only when you update the function',
    source: 'aws-lambda-rt',
  },
  {
    types: ['AWS::Lambda::Function', 'aws_lambda_function'],
    area: 'runtime',
    when: updatesRuntime('Manual'),
    party: 'customer',
    because: 'the version of the runtime is pinned, so it is yours to move',
    source: 'aws-lambda-rt',
  },
  {
    types: ['AWS::Lambda::Function', 'aws_lambda_function'],
    area: 'runtime',
    when: (lambda) =>
      is(
        otherwise(property(lambda, 'Runtime', 'runtime').text(), '', 'no runtime is named'),
        (name) => name.startsWith('provided'),
        'runtime',
      ),
    party: 'customer',
    because: 'what you bring as a runtime of your own is yours above the operating system',
    source: 'aws-lambda-rt',
  },
  {
    types: ['AWS::Lambda::Function', 'aws_lambda_function'],
    area: 'runtime',
    when: spells('PackageType', 'package_type', 'Image'),
    party: 'customer',
    because: 'a container image is yours to rebuild from the patched base image',
    source: 'aws-lambda-rt',
  },
  {
    types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
    area: 'guest-os',
    when: (instance) =>
      is(
        otherwise(property(instance, 'Engine', 'engine').text(), '', 'no engine is named'),
        (engine) => engine.startsWith('custom-'),
        'engine',
      ),
    party: 'shared',
    because: 'RDS Custom opens the operating system and the database host to you',
    source: 'aws-rds-custom',
  },
  {
    types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
    area: 'runtime',
    when: (instance) =>
      not(
        is(
          otherwise(
            property(instance, 'AutoMinorVersionUpgrade', 'auto_minor_version_upgrade').flag(),
            true,
            'on unless told otherwise',
          ),
          (on) => on,
          'automatic minor version upgrades',
        ),
      ),
    party: 'customer',
    because: 'minor versions of the engine wait for you to install them',
    source: 'aws-rds-cfn',
  },
  {
    types: ['AWS::OpenSearchService::Domain', 'aws_opensearch_domain'],
    area: 'runtime',
    when: (domain) =>
      is(
        otherwise(
          property(
            domain,
            'SoftwareUpdateOptions.AutoSoftwareUpdateEnabled',
            'software_update_options.auto_software_update_enabled',
          ).flag(),
          false,
          'off unless told',
        ),
        (on) => on,
        'automatic software updates',
      ),
    party: 'provider',
    because: 'optional software updates of the service are applied by themselves',
    source: 'aws-opensearch',
  },
  {
    types: ['AWS::KMS::Key', 'aws_kms_key', 'aws_kms_external_key'],
    area: 'key-management',
    when: (key) =>
      key.type === 'aws_kms_external_key'
        ? truth(true, { id: key.id, path: [] }, 'material from outside')
        : spells('Origin', null, 'EXTERNAL')(key),
    party: 'customer',
    because: 'key material from outside is yours to keep, to rotate and to import again',
    source: 'aws-kms',
  },
];

/** In Terraform the mode is a resource of its own. */
function updatesRuntime(mode: string): Shift['when'] {
  return (lambda, graph) => {
    const companions = graph.companions(lambda, ['aws_lambda_runtime_management_config'], 'function_name');
    return any(
      spells('RuntimeManagementConfig.UpdateRuntimeOn', null, mode)(lambda),
      ...companions.certain.map((config) => spells(null, 'update_runtime_on', mode)(config)),
      ...companions.possible.map(({ resource, why }) => truth(undefined, { id: resource.id, path: [] }, why)),
    );
  };
}

/** @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html */
function hasManagedActions(environment: Resource): Truth {
  const cloudformation = environment.vocabulary === 'cloudformation';
  const [namespace, name, value] = cloudformation
    ? ['Namespace', 'OptionName', 'Value']
    : ['namespace', 'name', 'value'];
  const settings = otherwise(property(environment, 'OptionSettings', 'setting').list(), [], 'no option is set');
  return some(
    settings,
    (setting) =>
      all(
        ...[
          [namespace, 'aws:elasticbeanstalk:managedactions'],
          [name, 'ManagedActionsEnabled'],
          [value, 'true'],
        ].map(([key = '', word]) =>
          is(otherwise(setting.get(key).text(), '', 'not written'), (text) => text === word, key),
        ),
      ),
    'managed actions',
  );
}
