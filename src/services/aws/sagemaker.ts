import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Settled, type Value } from '../../model/value';
import type { Service } from '../service';
import { environmentSecrets } from './environment-secrets';
import { itemsOf } from './items';
import { alwaysEncrypted } from './key-custody';
import { policyFacts, type PolicyPlaces } from './resource-policy';
import { secretFacts } from './secret-facts';
import { userDataFacts } from './user-data';
import { notebookFacts } from './sagemaker-notebook';

/** Kinds of storage that SageMaker always encrypts, by type: what people call it, and the key's name. */
const stores: Readonly<Record<string, readonly [noun: string, cloudformation: string, terraform: string]>> = {
  'AWS::SageMaker::Domain': ['SageMaker domain', 'KmsKeyId', 'kms_key_id'],
  'AWS::SageMaker::EndpointConfig': ['SageMaker endpoint configuration', 'KmsKeyId', 'kms_key_arn'],
  aws_sagemaker_domain: ['SageMaker domain', 'KmsKeyId', 'kms_key_id'],
  aws_sagemaker_endpoint_configuration: ['SageMaker endpoint configuration', 'KmsKeyId', 'kms_key_arn'],
};
const notebooks = ['AWS::SageMaker::NotebookInstance', 'aws_sagemaker_notebook_instance'];
const domains = ['AWS::SageMaker::Domain', 'aws_sagemaker_domain'];
const scripts = [
  'AWS::SageMaker::NotebookInstanceLifecycleConfig',
  'AWS::SageMaker::StudioLifecycleConfig',
  'aws_sagemaker_notebook_instance_lifecycle_configuration',
  'aws_sagemaker_studio_lifecycle_config',
];
const models = ['AWS::SageMaker::Model', 'aws_sagemaker_model'];
const jobs = [
  'AWS::SageMaker::DataQualityJobDefinition',
  'AWS::SageMaker::ModelBiasJobDefinition',
  'AWS::SageMaker::ModelExplainabilityJobDefinition',
  'AWS::SageMaker::ModelQualityJobDefinition',
  'aws_sagemaker_data_quality_job_definition',
];
const groups = ['AWS::SageMaker::ModelPackageGroup', 'aws_sagemaker_model_package_group'];
const groupPlaces: PolicyPlaces = {
  noun: 'SageMaker model package group',
  inline: ['ModelPackageGroupPolicy', null],
  companions: [
    {
      types: ['aws_sagemaker_model_package_group_policy'],
      target: [null, 'model_package_group_name'],
      document: [null, 'resource_policy'],
    },
  ],
};

export const sagemaker: Service = {
  name: 'sagemaker',
  types: {
    cloudformation: [
      // Scripts, images, names and people of what is listed beside them.
      'AWS::SageMaker::App',
      'AWS::SageMaker::AppImageConfig',
      'AWS::SageMaker::CodeRepository',
      'AWS::SageMaker::DataQualityJobDefinition',
      'AWS::SageMaker::Domain',
      'AWS::SageMaker::Endpoint',
      'AWS::SageMaker::EndpointConfig',
      'AWS::SageMaker::Image',
      'AWS::SageMaker::ImageVersion',
      'AWS::SageMaker::Model',
      'AWS::SageMaker::ModelBiasJobDefinition',
      'AWS::SageMaker::ModelExplainabilityJobDefinition',
      'AWS::SageMaker::ModelPackage',
      'AWS::SageMaker::ModelPackageGroup',
      'AWS::SageMaker::ModelQualityJobDefinition',
      'AWS::SageMaker::NotebookInstance',
      'AWS::SageMaker::NotebookInstanceLifecycleConfig',
      'AWS::SageMaker::Pipeline',
      'AWS::SageMaker::Project',
      'AWS::SageMaker::Space',
      'AWS::SageMaker::StudioLifecycleConfig',
      'AWS::SageMaker::UserProfile',
    ],
    terraform: [
      'aws_sagemaker_app',
      'aws_sagemaker_app_image_config',
      'aws_sagemaker_code_repository',
      'aws_sagemaker_data_quality_job_definition',
      'aws_sagemaker_domain',
      'aws_sagemaker_endpoint',
      'aws_sagemaker_endpoint_configuration',
      'aws_sagemaker_image',
      'aws_sagemaker_image_version',
      'aws_sagemaker_model',
      'aws_sagemaker_model_package_group',
      'aws_sagemaker_model_package_group_policy',
      'aws_sagemaker_notebook_instance',
      'aws_sagemaker_notebook_instance_lifecycle_configuration',
      'aws_sagemaker_pipeline',
      'aws_sagemaker_project',
      'aws_sagemaker_space',
      'aws_sagemaker_studio_lifecycle_config',
      'aws_sagemaker_user_profile',
    ],
  },
  *facts(resource, graph) {
    const store = stores[resource.type];
    if (store) yield* storeFacts(resource, graph, store);
    if (notebooks.includes(resource.type)) yield* notebookFacts(resource, graph);
    if (domains.includes(resource.type)) yield* [domainWayOut(resource), domainSignIn(resource)];
    if (scripts.includes(resource.type)) yield* scriptFacts(resource);
    if (models.includes(resource.type)) yield* modelFacts(resource);
    if (jobs.includes(resource.type)) yield* jobFacts(resource, graph);
    yield* policyFacts(resource, groups, graph, groupPlaces);
  },
};

/** @see https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html */
function* storeFacts(
  store: Resource,
  graph: ResourceGraph,
  [noun, cloudformation, terraform]: readonly [string, string, string],
): Iterable<Fact> {
  yield {
    kind: 'storage-at-rest',
    noun,
    subject: store,
    encryption: alwaysEncrypted(
      property(store, cloudformation, terraform),
      graph,
      'provider-kms',
      'SageMaker always encrypts its storage',
    ),
  };
}

/** People sign in with the account's identities or with those of the organization: either way, they do. */
const domainSignIn = (domain: Resource): Fact => ({
  kind: 'sign-in',
  noun: 'SageMaker domain',
  subject: domain,
  required: map(otherwise(property(domain, 'AuthMode', 'auth_mode').text(), 'IAM', 'it must be said'), (mode) =>
    ['IAM', 'SSO'].includes(mode),
  ),
});

/** The scripts that a notebook starts with, in base64. */
function* scriptFacts(configuration: Resource): Iterable<Fact> {
  const { properties, vocabulary } = configuration;
  const texts =
    vocabulary === 'cloudformation'
      ? ['OnCreate', 'OnStart'].flatMap((hook) => itemsOf(properties.get(hook)).map((one) => one.get('Content')))
      : ['on_create', 'on_start'].map((hook) => properties.get(hook));
  const studio = property(configuration, 'StudioLifecycleConfigContent', 'studio_lifecycle_config_content');
  yield* userDataFacts({ noun: 'lifecycle configuration', subject: configuration }, [...texts, studio], 'script');
}

/** @see https://docs.aws.amazon.com/sagemaker/latest/dg/studio-notebooks-and-internet-access.html */
function domainWayOut(domain: Resource): Fact {
  const access = otherwise(
    property(domain, 'AppNetworkAccessType', 'app_network_access_type').text(),
    'PublicInternetOnly',
    'domains reach the internet unless told otherwise',
  );
  return {
    kind: 'way-out',
    noun: 'SageMaker domain',
    subject: domain,
    open: map(access, (type) => type !== 'VpcOnly'),
  };
}

/**
 * What a model's containers hold, and whether they reach the internet: they do, unless they are isolated or run in a
 * network of the customer's, whose groups then say.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html
 */
function* modelFacts(model: Resource): Iterable<Fact> {
  const containers = [
    ...itemsOf(property(model, 'PrimaryContainer', 'primary_container')),
    ...itemsOf(property(model, 'Containers', 'container')),
  ];
  yield* secretFacts(
    model,
    'SageMaker model',
    containers.flatMap((container) =>
      environmentSecrets(container.get(model.vocabulary === 'cloudformation' ? 'Environment' : 'environment')),
    ),
  );
  yield {
    kind: 'way-out',
    noun: 'SageMaker model',
    subject: model,
    open: outOfNetwork(
      property(model, 'EnableNetworkIsolation', 'enable_network_isolation').flag(),
      property(model, 'VpcConfig', 'vpc_config').present(),
    ),
  };
}

/** Whether containers that are not isolated are also in no network that could confine them. */
function outOfNetwork(isolation: Value<boolean>, network: Settled<boolean>): Settled<boolean> {
  const isolated = otherwise(isolation, false, 'containers reach the internet unless they are isolated');
  if (isolated.state === 'known' && isolated.value) return known(false, isolated.at);
  if (network.state === 'known' && network.value)
    return known(false, network.at, 'the security groups of its network say what it reaches');
  return network.state === 'unknown' ? network : map(isolated, (on) => !on);
}

/**
 * A job on several machines sends data between them: in clear, unless told otherwise.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html
 */
function* jobFacts(job: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'SageMaker job definition', subject: job };
  yield {
    kind: 'storage-at-rest',
    encryption: alwaysEncrypted(
      property(job, 'JobResources.ClusterConfig.VolumeKmsKeyId', 'job_resources.cluster_config.volume_kms_key_id'),
      graph,
      'provider-key',
      'SageMaker always encrypts its storage',
    ),
    ...about,
  };
  const network = (cloudformation: string, terraform: string) =>
    property(job, `NetworkConfig.${cloudformation}`, `network_config.${terraform}`);
  const encrypted = otherwise(
    network('EnableInterContainerTrafficEncryption', 'enable_inter_container_traffic_encryption').flag(),
    false,
    'traffic between machines is encrypted only when told to be',
  );
  const machines = property(job, 'JobResources.ClusterConfig.InstanceCount', 'job_resources.cluster_config.instance_count').number(); // prettier-ignore
  const plaintext = map(encrypted, (on) => !on);
  if (machines.state !== 'known' || machines.value > 1)
    yield {
      kind: 'data-in-transit',
      plaintext:
        machines.state === 'unknown' && (plaintext.state === 'unknown' || plaintext.value)
          ? unknown(machines.why, machines.at)
          : plaintext,
      ...about,
    };
  yield {
    kind: 'way-out',
    open: outOfNetwork(
      network('EnableNetworkIsolation', 'enable_network_isolation').flag(),
      network('VpcConfig', 'vpc_config').present(),
    ),
    ...about,
  };
}
