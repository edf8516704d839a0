import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { map, otherwise, type Settled } from '../../model/value';
import { environmentSecrets } from '../aws/environment-secrets';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { encryptionOf } from './encryption';
import { accountFact } from './machine-account';
import { metadataSwitch } from './machine';
import { bootFacts } from './shielded-machine';

/** @see https://docs.cloud.google.com/vertex-ai/docs/reference/rest/v1/NetworkSpec (no access to the internet by default) */
export const notebooks: Service = {
  name: 'notebooks',
  types: {
    terraform: [
      'google_colab_runtime',
      'google_colab_runtime_template',
      'google_notebooks_instance',
      'google_notebooks_runtime',
      'google_workbench_instance',
    ],
  },
  *facts(resource, graph) {
    const { properties: written, type } = resource;
    if (type === 'google_workbench_instance') yield* workbenchFacts(resource, graph);
    if (type === 'google_notebooks_instance') yield* instanceFacts(resource, graph);
    if (type === 'google_notebooks_runtime') yield* runtimeFacts(resource);
    if (type !== 'google_colab_runtime_template') return;
    const key = written.get('encryption_spec', 'kms_key_name');
    yield { kind: 'storage-at-rest', noun, subject: resource, encryption: encryptionOf(key), requested: key.present() };
    yield {
      kind: 'way-out',
      noun,
      subject: resource,
      open: otherwise(
        written.get('network_spec', 'enable_internet_access').flag(),
        false,
        'a runtime reaches the internet only when told to',
      ),
    };
    yield bootFacts(noun, resource, written.get('shielded_vm_config'));
  },
};

const noun = 'notebook';
const openByDefault = 'a notebook has a public address unless told otherwise';

const addressFact = (subject: Resource, inside: Settled<boolean>): Fact => ({
  kind: 'public-endpoint',
  noun,
  subject,
  role: 'compute',
  public: map(inside, (on) => !on),
});

const insideOnly = (flag: Property): Settled<boolean> => otherwise(flag.flag(), false, openByDefault);

/**
 * Whoever uses a notebook is root on its machine, unless that is switched off.
 *
 * @see https://docs.cloud.google.com/vertex-ai/docs/workbench/instances/manage-metadata
 */
function* metadataFacts(subject: Resource, metadata: Property): Iterable<Fact> {
  const withoutRoot = otherwise(
    metadataSwitch(metadata.get('notebook-disable-root')),
    false,
    'users of a notebook are root unless that is switched off',
  );
  yield { kind: 'privilege', noun, subject, elevated: map(withoutRoot, (on) => !on) };
  yield* secretFacts(subject, noun, environmentSecrets(metadata));
}

/** @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/workbench_instance */
function* workbenchFacts(instance: Resource, graph: ResourceGraph): Iterable<Fact> {
  const { properties: written } = instance;
  const about = { noun, subject: instance };
  const setup = written.get('gce_setup');
  yield addressFact(instance, insideOnly(setup.get('disable_public_ip')));
  for (const disk of [setup.get('boot_disk'), ...itemsOf(setup.get('data_disks'))])
    yield {
      kind: 'storage-at-rest',
      encryption: encryptionOf(disk.get('kms_key')),
      requested: disk.get('kms_key').present(),
      ...about,
    };
  yield accountFact(instance, noun, setup.get('service_accounts', 'email'), graph);
  yield bootFacts(noun, instance, setup.get('shielded_instance_config'));
  yield* metadataFacts(instance, setup.get('metadata'));
  yield { kind: 'inner-access', fineGrained: written.get('instance_owners').present(), ...about };
  yield {
    kind: 'public-endpoint',
    role: 'front',
    public: map(
      otherwise(
        written.get('disable_proxy_access').flag(),
        false,
        "a notebook is reached by a name of Google's unless told otherwise",
      ),
      (closed) => !closed,
    ),
    ...about,
  };
}

/** @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/notebooks_instance */
function* instanceFacts(instance: Resource, graph: ResourceGraph): Iterable<Fact> {
  const { properties: written } = instance;
  const key = written.get('kms_key');
  yield addressFact(instance, insideOnly(written.get('no_public_ip')));
  yield { kind: 'storage-at-rest', noun, subject: instance, encryption: encryptionOf(key), requested: key.present() };
  yield accountFact(instance, noun, written.get('service_account'), graph);
  yield bootFacts(noun, instance, written.get('shielded_instance_config'));
  yield* metadataFacts(instance, written.get('metadata'));
}

/** @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/notebooks_runtime */
function* runtimeFacts(runtime: Resource): Iterable<Fact> {
  const machine = runtime.properties.get('virtual_machine', 'virtual_machine_config');
  const key = machine.get('encryption_config', 'kms_key');
  yield addressFact(runtime, insideOnly(machine.get('internal_ip_only')));
  yield { kind: 'storage-at-rest', noun, subject: runtime, encryption: encryptionOf(key), requested: key.present() };
  yield bootFacts(noun, runtime, machine.get('shielded_instance_config'));
}
