import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { otherwise } from '../../model/value';
import type { Service } from '../service';
import { listedSecrets } from './containers';
import { environmentSecrets } from './environment-secrets';
import { alwaysEncrypted } from './key-custody';
import { secretFacts } from './secret-facts';

const noun = 'App Runner service';
const services = ['AWS::AppRunner::Service', 'aws_apprunner_service'];

export const appRunner: Service = {
  name: 'app-runner',
  types: {
    cloudformation: [
      // Numbers of instances, traces and the way out: settings of a service, which has the facts itself.
      'AWS::AppRunner::AutoScalingConfiguration',
      'AWS::AppRunner::ObservabilityConfiguration',
      'AWS::AppRunner::Service',
      'AWS::AppRunner::VpcConnector',
      'AWS::AppRunner::VpcIngressConnection',
    ],
    terraform: [
      'aws_apprunner_auto_scaling_configuration_version',
      'aws_apprunner_connection',
      'aws_apprunner_custom_domain_association',
      'aws_apprunner_default_auto_scaling_configuration_version',
      'aws_apprunner_deployment',
      'aws_apprunner_observability_configuration',
      'aws_apprunner_service',
      'aws_apprunner_vpc_connector',
      'aws_apprunner_vpc_ingress_connection',
    ],
  },
  facts: (resource, graph) => (services.includes(resource.type) ? serviceFacts(resource, graph) : []),
};

function* serviceFacts(service: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun, subject: service };
  yield {
    kind: 'storage-at-rest',
    ...about,
    // https://docs.aws.amazon.com/apprunner/latest/dg/security-data-protection-encryption.html
    encryption: alwaysEncrypted(
      property(service, 'EncryptionConfiguration.KmsKey', 'encryption_configuration.kms_key'),
      graph,
      'provider-kms',
      'App Runner always encrypts its copy of the source',
    ),
  };
  yield {
    kind: 'public-endpoint',
    role: 'front',
    public: otherwise(
      property(
        service,
        'NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible',
        'network_configuration.ingress_configuration.is_publicly_accessible',
      ).flag(),
      true,
      'services are public unless told otherwise',
    ),
    ...about,
  };
  yield {
    kind: 'tracing',
    on: otherwise(
      property(
        service,
        'ObservabilityConfiguration.ObservabilityEnabled',
        'observability_configuration.observability_enabled',
      ).flag(),
      false,
      'services are not traced unless told to be',
    ),
    ...about,
  };
  yield* secretFacts(
    service,
    noun,
    sources.flatMap(([cloudformation, terraform]) => [
      ...listedSecrets(property(service, `${cloudformation}.RuntimeEnvironmentVariables`, null), ['Name', 'Value']),
      ...environmentSecrets(property(service, null, `${terraform}.runtime_environment_variables`)),
    ]),
  );
}

/** Where the environment stands: of a service that is built from code, or that runs an image. */
const sources = [
  [
    'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues',
    'source_configuration.code_repository.code_configuration.code_configuration_values',
  ],
  [
    'SourceConfiguration.ImageRepository.ImageConfiguration',
    'source_configuration.image_repository.image_configuration',
  ],
] as const;
