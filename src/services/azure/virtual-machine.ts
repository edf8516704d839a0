import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { otherwise } from '../../model/value';
import type { Service } from '../service';
import { machineAccess } from './machine-access';
import { machinePatching } from './machine-patching';
import { machineShapes, machineStorage, publicAddress } from './machine-shapes';
import { at, identityFact, type About } from './platform-service';

/**
 * Virtual machines and scale sets, of every generation of the provider. What may reach them is said by network security
 * groups.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_virtual_machine
 */
export const virtualMachine: Service = {
  name: 'virtual-machine',
  types: { terraform: Object.keys(machineShapes) },
  facts: (machine, graph) => machineFacts(machine, graph),
};

function* machineFacts(machine: Resource, graph: ResourceGraph): Iterable<Fact> {
  const shape = machineShapes[machine.type];
  if (!shape) return;
  const about: About = { noun: shape.noun, subject: machine };
  yield* machineStorage(about, shape);
  yield* machineAccess(about, shape, graph);
  yield* machinePatching(about, shape);
  yield* publicAddress(about, shape);
  if (!shape.withoutIdentity) yield identityFact(about);
  yield* bootFacts(about, shape.signedBoot ?? []);
  yield* backupFacts(about, graph);
}

/**
 * With secure boot, the machine starts a signed boot loader and kernel only.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/trusted-launch
 */
function* bootFacts(about: About, switches: readonly string[]): Iterable<Fact> {
  for (const path of switches)
    yield {
      kind: 'code-signing',
      enforced: otherwise(at(about.subject, path).flag(), false, 'off unless told otherwise'),
      ...about,
    };
}

/** Machines can be made anew from code: a backup is stated where there is one, and none is no fault. */
function* backupFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const types = ['azurerm_backup_protected_vm'];
  const { certain } = graph.companions(about.subject, types, 'source_vm_id', Object.keys(machineShapes));
  if (certain.length === 0) return;
  const policies = certain.map(({ properties }) => properties.get('backup_policy_id').present());
  yield {
    kind: 'backup',
    kept: settledTruth(
      any(...policies.map((policy) => is(policy, (set) => set, 'backup policy'))),
      about.subject.properties.at,
    ),
    related: certain,
    ...about,
  };
}
