import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { chain, known, map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { environmentSecrets } from '../aws/environment-secrets';
import { encryptionOf } from './encryption';
import { accountFact } from './machine-account';
import { bootFacts } from './shielded-machine';

/** Machines that Google starts for a while to work on data. */
export const dataProcessing: Service = {
  name: 'data-processing',
  types: { terraform: ['google_dataflow_flex_template_job', 'google_dataflow_job', 'google_dataproc_cluster'] },
  facts: (resource, graph) =>
    resource.type === 'google_dataproc_cluster' ? clusterFacts(resource, graph) : jobFacts(resource, graph),
};

/** @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataproc_cluster */
function* clusterFacts(cluster: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Dataproc cluster', subject: cluster };
  const config = cluster.properties.get('cluster_config');
  const machine = config.get('gce_cluster_config');
  const key = config.get('encryption_config', 'kms_key_name');
  yield { kind: 'public-endpoint', role: 'compute', public: publicMachines(cluster), ...about };
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  yield accountFact(cluster, about.noun, machine.get('service_account'), graph);
  yield bootFacts(about.noun, cluster, machine.get('shielded_instance_config'));
  yield {
    kind: 'inner-access',
    fineGrained: otherwise(
      config.get('security_config', 'kerberos_config', 'enable_kerberos').flag(),
      false,
      'users of a cluster are told apart only when told to',
    ),
    ...about,
  };
  yield* imageFacts(about, cluster);
  yield* secretFacts(cluster, about.noun, environmentSecrets(machine.get('metadata')));
}

const imageOf = ({ properties }: Resource) => properties.get('cluster_config', 'software_config', 'image_version');

/**
 * Machines of clusters have public addresses unless told otherwise; since image 2.2 it is the other way round.
 *
 * @see https://docs.cloud.google.com/dataproc/docs/reference/rest/v1/ClusterConfig (internalIpOnly)
 */
function publicMachines(cluster: Resource): Settled<boolean> {
  const written = cluster.properties.get('cluster_config', 'gce_cluster_config', 'internal_ip_only');
  return orElse(
    map(written.flag(), (inside) => !inside),
    () => {
      const image = imageOf(cluster).text();
      if (image.state === 'absent') return unknown('the version of its image decides, and none is named', written.at);
      return chain(image, (name) => {
        const version = versionOf(name);
        return version === undefined
          ? unknown('the version of its image decides', written.at)
          : known(version < 202, written.at, 'machines have public addresses before image 2.2 unless told otherwise');
      });
    },
  );
}

/** `2.2-debian12` as 202; undefined where it names none. */
function versionOf(image: string): number | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(image) ?? [];
  return major === undefined ? undefined : Number(major) * 100 + Number(minor);
}

/**
 * An image is mended for 24 months, and 2.0 is of January 2021. Of later ones, nothing is said here.
 *
 * @see https://docs.cloud.google.com/dataproc/docs/concepts/versioning/overview
 */
function* imageFacts(about: { readonly noun: string; readonly subject: Resource }, cluster: Resource): Iterable<Fact> {
  const image = imageOf(cluster).text();
  if (image.state === 'absent') return;
  const ended = (name: string): boolean => (versionOf(name) ?? Infinity) < 201;
  if (image.state === 'known' && !ended(image.value)) return;
  yield {
    kind: 'runtime',
    supported: chain(image, (name) =>
      ended(name)
        ? known(false, image.at, 'images before 2.1 are no longer mended')
        : unknown(`no date is known until which image ${name} is supported`, image.at),
    ),
    ...about,
  };
}

/** @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataflow_job */
function* jobFacts(job: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Dataflow job', subject: job };
  const { properties: written } = job;
  const address = otherwise(
    written.get('ip_configuration').text(),
    'WORKER_IP_PUBLIC',
    'workers have public addresses unless told otherwise',
  );
  yield {
    kind: 'public-endpoint',
    role: 'compute',
    public: map(address, (text) => text !== 'WORKER_IP_PRIVATE'),
    ...about,
  };
  const key = written.get('kms_key_name');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  yield accountFact(job, about.noun, written.get('service_account_email'), graph);
  yield* secretFacts(job, about.noun, environmentSecrets(written.get('parameters')));
}
