import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, truth } from '../../model/truth';
import { otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import { userDataFacts } from '../aws/user-data';
import { blocksAt, machineShapes, type MachineShape } from './machine-shapes';
import { at, companionSays, type About } from './platform-service';

/** Who may sign in to a machine, and the secrets that stand in its definition. */
export function* machineAccess(about: About, shape: MachineShape, graph: ResourceGraph): Iterable<Fact> {
  const { subject, noun } = about;
  yield* passwordFacts(about, shape, graph);
  yield* remoteManagementFacts(about, shape);
  yield* secretFacts(
    subject,
    noun,
    shape.passwords.map((path) => ['password of the administrator', at(subject, path)] as const),
  );
  yield* userDataFacts(
    about,
    shape.startTexts.map((path) => at(subject, path)),
    'custom data',
  );
}

/**
 * Linux machines take keys, or passwords as well; with an extension they ask Entra. Windows always has a password.
 *
 * @see https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-linux
 */
function* passwordFacts(about: About, shape: MachineShape, graph: ResourceGraph): Iterable<Fact> {
  if (!shape.passwordsRefused) return;
  const [path, initial] = shape.passwordsRefused;
  const { subject } = about;
  const parent = path.split('.').slice(0, -1).join('.');
  const runsLinux = parent === '' ? undefined : at(subject, parent).present();
  if (runsLinux?.state === 'known' && !runsLinux.value) return;
  const refused = otherwise(
    at(subject, path).flag(),
    initial,
    initial ? 'passwords are refused unless told otherwise' : 'passwords are accepted unless told otherwise',
  );
  const extensions = graph.companions(
    subject,
    ['azurerm_virtual_machine_extension'],
    'virtual_machine_id',
    Object.keys(machineShapes),
  );
  const directory = companionSays(
    extensions,
    isDirectorySignIn,
    truth(false, refused.at, 'no sign-in with Microsoft Entra'),
  );
  yield {
    kind: 'local-auth',
    cloudIdentity: settledTruth(
      any(
        is(refused, (off) => off, 'passwords refused'),
        directory,
      ),
      refused.at,
    ),
    refused,
    ...about,
  };
}

const isDirectorySignIn = ({ properties }: Resource) =>
  is(
    otherwise(properties.get('type').text(), '', 'not named'),
    (type) => /^AAD(SSH)?LoginForLinux$/.test(type),
    'sign-in with Microsoft Entra',
  );

/** Windows Remote Management in plain HTTP shows what an administrator types and sees. */
function* remoteManagementFacts(about: About, { remoteManagement }: MachineShape): Iterable<Fact> {
  if (remoteManagement === undefined) return;
  for (const listener of blocksAt(about, remoteManagement)) yield listenerFact(about, listener);
}

function listenerFact(about: About, listener: Property): Fact {
  const protocol = otherwise(listener.get('protocol').text(), 'Http', 'no protocol is named');
  return {
    kind: 'data-in-transit',
    plaintext: settledTruth(
      is(protocol, (name) => name.toLowerCase() === 'http', 'Windows Remote Management'),
      listener.at,
    ),
    ...about,
  };
}
