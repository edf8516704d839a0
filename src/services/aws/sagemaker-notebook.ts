import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { map, otherwise, type Settled } from '../../model/value';
import { alwaysEncrypted } from './key-custody';

/**
 * What a notebook means: its volume, its way to the internet, the power of its users, and its metadata service.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html
 */
export function* notebookFacts(notebook: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'SageMaker notebook', subject: notebook };
  yield {
    kind: 'storage-at-rest',
    encryption: alwaysEncrypted(
      property(notebook, 'KmsKeyId', 'kms_key_id'),
      graph,
      'provider-kms',
      'SageMaker always encrypts its storage',
    ),
    ...about,
  };
  yield { kind: 'runtime', supported: platformSupported(notebook), ...about };
  const subnet = property(notebook, 'SubnetId', 'subnet_id').present();
  yield { kind: 'default-network', used: map(subnet, (placed) => !placed), ...about };
  yield { kind: 'way-out', open: reachesInternet(notebook), ...about };
  const root = otherwise(
    property(notebook, 'RootAccess', 'root_access').text(),
    'Enabled',
    'users of notebooks are root unless told otherwise',
  );
  yield { kind: 'privilege', elevated: map(root, (text) => text !== 'Disabled'), ...about };
  const metadata = otherwise(
    property(
      notebook,
      'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion',
      'instance_metadata_service_configuration.minimum_instance_metadata_service_version',
    ).text(),
    '1',
    'session tokens are optional unless told otherwise',
  );
  yield { kind: 'instance-metadata', tokenRequired: map(metadata, (version) => version === '2'), ...about };
}

/** Whether it has the way out that SageMaker gives it. Only a notebook in a network of the customer's can do without. */
function reachesInternet(notebook: Resource): Settled<boolean> {
  const direct = otherwise(
    property(notebook, 'DirectInternetAccess', 'direct_internet_access').text(),
    'Enabled',
    'notebooks reach the internet unless told otherwise',
  );
  return map(direct, (text) => text !== 'Disabled');
}

/**
 * The first notebook platforms ran on Amazon Linux 1, which nobody mends any more.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-jl.html
 * @see https://aws.amazon.com/blogs/machine-learning/amazon-sagemaker-notebook-instances-now-support-amazon-linux-2/
 */
const platformSupported = (notebook: Resource): Settled<boolean> => {
  const platform = property(notebook, 'PlatformIdentifier', 'platform_identifier');
  const text = otherwise(platform.text(), '', 'SageMaker chooses one that is supported');
  return map(text, (name) => !name.startsWith('notebook-al1-'));
};
