import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import { any, is, settledTruth, truth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { at, type About } from './platform-service';

/**
 * Service Fabric clusters, of one's own scale sets and managed.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/service_fabric_cluster
 * @see https://learn.microsoft.com/azure/service-fabric/service-fabric-cluster-security
 */
export const serviceFabric: Service = {
  name: 'service-fabric',
  types: { terraform: ['azurerm_service_fabric_cluster', 'azurerm_service_fabric_managed_cluster'] },
  facts: (cluster) => clusterFacts({ noun: 'Service Fabric cluster', subject: cluster }),
};

function* clusterFacts(about: About): Iterable<Fact> {
  const { subject, noun } = about;
  const managed = subject.type === 'azurerm_service_fabric_managed_cluster';
  const directory = at(subject, managed ? 'authentication.active_directory' : 'azure_active_directory').present();
  yield { kind: 'local-auth', cloudIdentity: directory, ...about };
  yield* secretFacts(subject, noun, [['password of the administrator', at(subject, 'password')]]);
  if (managed) return;
  yield* nodeFacts(about);
  const upgrades = otherwise(at(subject, 'upgrade_mode').text(), 'Automatic', 'not named');
  yield { kind: 'patching', of: 'engine', automatic: map(upgrades, (mode) => mode === 'Automatic'), ...about };
}

/**
 * Nodes talk to each other in clear unless their protection level says otherwise, and anybody may join without a
 * certificate of the cluster.
 */
function* nodeFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const level = any(
    truth(false, at(subject, 'fabric_settings').at, 'no protection level'),
    ...itemsOf(at(subject, 'fabric_settings')).map((settings) => protects(settings)),
  );
  yield { kind: 'transit-enforcement', enforced: settledTruth(level, subject.properties.at), ...about };
  const certificates = ['certificate', 'certificate_common_names'].map((block) =>
    is(at(subject, block).present(), (set) => set, 'certificate'),
  );
  yield { kind: 'sign-in', required: settledTruth(any(...certificates), subject.properties.at), ...about };
}

/** The section is called Security, the parameter ClusterProtectionLevel. */
function protects(settings: Property) {
  const parameters = settings.get('parameters').entries();
  if (parameters.state === 'unknown') return truth(undefined, settings.at, parameters.why);
  const level =
    parameters.state === 'known' ? parameters.value.find(([name]) => name === 'ClusterProtectionLevel') : undefined;
  return level
    ? is(otherwise(level[1].text(), '', 'not named'), (text) => text === 'EncryptAndSign', 'protection level')
    : truth(false, settings.at, 'no protection level');
}
