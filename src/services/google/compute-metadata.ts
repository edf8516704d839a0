import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { settledTruth } from '../../model/truth';
import { otherwise, type Settled } from '../../model/value';
import { environmentSecrets } from '../aws/environment-secrets';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { metadataSwitch } from './machine';
import { acceptedUnlessBlocked, holdsKeys, keyNames, signInFact } from './sign-in';

/** Metadata that all machines of a project share. */
export const computeMetadata: Service = {
  name: 'compute-metadata',
  types: {
    terraform: [
      // The metadata of a zone say the same, and only of its own machines.
      'google_compute_instance_settings',
      'google_compute_project_metadata',
      'google_compute_project_metadata_item',
    ],
  },
  *facts(resource) {
    const { properties: written } = resource;
    if (resource.type !== 'google_compute_project_metadata_item') {
      const metadata =
        resource.type === 'google_compute_instance_settings'
          ? written.get('metadata', 'items')
          : written.get('metadata');
      if (resource.type === 'google_compute_project_metadata') yield projectSignIn(resource, metadata);
      yield* keyFacts(resource, settledTruth(holdsKeys(metadata), metadata.at));
      yield* consoleFacts(resource, metadata.get('serial-port-enable'));
      yield* secretFacts(resource, noun, environmentSecrets(metadata));
      return;
    }
    const key = written.get('key').text();
    if (key.state !== 'known') return;
    const value = written.get('value');
    if (key.value === 'enable-oslogin')
      yield {
        kind: 'local-auth',
        noun,
        subject: resource,
        cloudIdentity: otherwise(metadataSwitch(value), false, off),
      };
    if (keyNames.includes(key.value)) yield* keyFacts(resource, value.present());
    if (key.value === 'serial-port-enable') yield* consoleFacts(resource, value);
  },
};

const noun = 'metadata of all machines';
const off = 'OS Login is off unless it is switched on';

function projectSignIn(subject: Resource, metadata: Property): Fact {
  const osLogin = otherwise(metadataSwitch(metadata.get('enable-oslogin')), false, off);
  const blocked = otherwise(metadataSwitch(metadata.get('block-project-ssh-keys')), false, acceptedUnlessBlocked);
  return signInFact({ noun, subject }, { osLogin, blocked }, metadata);
}

/** Keys let their holders into every machine until somebody takes them out. */
function* keyFacts(subject: Resource, given: Settled<boolean>): Iterable<Fact> {
  if (given.state === 'known' && !given.value) return;
  yield { kind: 'credential', noun, subject, longLived: given };
}

/** The serial console is reached from every address: no firewall stands before it. */
function* consoleFacts(subject: Resource, enabled: Property): Iterable<Fact> {
  const open = metadataSwitch(enabled);
  if (open.state === 'absent') return;
  yield { kind: 'public-endpoint', noun: 'serial console of all machines', subject, role: 'store', public: open };
}
