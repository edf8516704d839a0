import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { any, is, settledTruth, some } from '../../model/truth';
import { combine, type Settled } from '../../model/value';
import { environmentSecrets } from '../aws/environment-secrets';
import { secretFacts } from '../aws/secret-facts';
import { userDataFacts } from '../aws/user-data';
import type { Service } from '../service';
import { defaultNetworkFact } from './default-network';
import { isDefaultAccount } from './machine-account';
import { machineSwitch, machineOf, templateTypes, type Machine } from './machine';
import { machineDiskFacts } from './machine-disk';
import { bootFacts } from './shielded-machine';
import { acceptedUnlessBlocked, signInFact } from './sign-in';

export const computeInstance: Service = {
  name: 'compute-instance',
  types: {
    terraform: [
      'google_compute_instance',
      'google_compute_instance_from_machine_image',
      'google_compute_instance_from_template',
      'google_compute_instance_template',
      'google_compute_region_instance_template',
    ],
  },
  *facts(resource, graph) {
    const machine = machineOf(resource, graph);
    yield* networkFacts(machine, graph);
    yield* signInFacts(machine, graph);
    yield accountFacts(machine, graph);
    yield* secretsOf(machine);
    yield* machineDiskFacts(machine, graph);
    yield bootFacts(machine.noun, resource, machine.get('shielded_instance_config'), machine.initially);
    if (!templateTypes.includes(resource.type)) yield deletionFact(machine);
  },
};

/**
 * An interface has an address on the internet when it has an access configuration, be it empty.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance#access_config
 */
function* networkFacts({ subject, noun, get, initially }: Machine, graph: ResourceGraph): Iterable<Fact> {
  const interfaces = initially(get('network_interface').list(), [], 'no network interface');
  const open = (one: Property) =>
    any(
      is(one.get('access_config').present(), (given) => given, 'access configuration'),
      is(one.get('ipv6_access_config').present(), (given) => given, 'access configuration for IPv6'),
    );
  const at = get('network_interface').at;
  yield {
    kind: 'public-endpoint',
    noun,
    subject,
    role: 'compute',
    public: settledTruth(some(interfaces, open, 'network interfaces'), at),
  };
  yield defaultNetworkFact(subject, noun, interfaces, graph);
  yield {
    kind: 'network-path',
    noun,
    subject,
    path: 'machine',
    open: initially(
      get('can_ip_forward').flag(),
      false,
      'machines send and receive packets of their own only, unless told otherwise',
    ),
  };
}

const offByDefault = 'it is off unless the metadata of the machine or its project switches it on';

/** @see https://docs.cloud.google.com/compute/docs/troubleshooting/troubleshooting-using-serial-console */
function* signInFacts(machine: Machine, graph: ResourceGraph): Iterable<Fact> {
  const { subject, noun, get } = machine;
  const osLogin = machineSwitch(machine, 'enable-oslogin', graph, offByDefault);
  const blocked = machineSwitch(machine, 'block-project-ssh-keys', graph, acceptedUnlessBlocked);
  yield signInFact({ noun, subject }, { osLogin, blocked }, get('metadata'));
  yield {
    kind: 'public-endpoint',
    noun: `serial console of a ${noun}`,
    subject,
    role: 'store',
    public: machineSwitch(
      machine,
      'serial-port-enable',
      graph,
      'the serial console is closed unless it is switched on',
    ),
  };
}

/** A machine acts with no service account unless one is written; one without a name is the project's default. */
function accountFacts({ subject, noun, get, initially }: Machine, graph: ResourceGraph): Fact {
  const account = get('service_account');
  const written = account.present();
  const given = initially(
    written.state === 'known' && !written.value ? { state: 'absent', at: account.at } : written,
    false,
    'a machine acts with a service account only when one is written',
  );
  const shared: Settled<boolean> = combine(
    {
      given,
      isDefault: isDefaultAccount(
        account.get('email'),
        graph,
        'the default service account is taken where none is named',
      ),
    },
    ({ given: has, isDefault }) => (has === false || isDefault === false ? false : has && isDefault),
  );
  return { kind: 'machine-role', noun, subject, given, shared };
}

/** Whoever may look at the machine reads its metadata, and so does every process on it. */
function* secretsOf({ subject, noun, get }: Machine): Iterable<Fact> {
  const metadata = get('metadata');
  const scripts = [
    get('metadata_startup_script'),
    ...[
      'startup-script',
      'shutdown-script',
      'user-data',
      'windows-startup-script-ps1',
      'sysprep-specialize-script-ps1',
    ].map((key) => metadata.get(key)),
  ];
  yield* userDataFacts({ noun, subject }, scripts, 'startup script');
  yield* secretFacts(subject, noun, environmentSecrets(metadata));
}

const deletionFact = ({ subject, noun, get, initially }: Machine): Fact => ({
  kind: 'deletion-protection',
  noun,
  subject,
  of: 'service',
  on: initially(get('deletion_protection').flag(), false, 'machines may be deleted unless they are protected'),
});
