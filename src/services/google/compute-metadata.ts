import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth } from '../../model/truth';
import { otherwise } from '../../model/value';
import { environmentSecrets } from '../aws/environment-secrets';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { metadataSwitch } from './machine';

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
      if (resource.type === 'google_compute_project_metadata') yield signInFact(resource, metadata);
      yield* keyFacts(resource, metadata.get('ssh-keys'));
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
    if (key.value === 'ssh-keys') yield* keyFacts(resource, value);
    if (key.value === 'serial-port-enable') yield* consoleFacts(resource, value);
  },
};

const noun = 'metadata of all machines';
const off = 'OS Login is off unless it is switched on';

/**
 * With OS Login, keys in metadata do not count.
 *
 * @see https://docs.cloud.google.com/compute/docs/oslogin
 */
function signInFact(subject: Resource, metadata: Property): Fact {
  const osLogin = otherwise(metadataSwitch(metadata.get('enable-oslogin')), false, off);
  const blocked = otherwise(
    metadataSwitch(metadata.get('block-project-ssh-keys')),
    false,
    'keys of the project are accepted unless they are blocked',
  );
  const keys = metadata.get('ssh-keys').present();
  return {
    kind: 'local-auth',
    noun,
    subject,
    cloudIdentity: osLogin,
    refused: settledTruth(
      any(
        is(osLogin, (on) => on, 'OS Login'),
        all(
          is(blocked, (on) => on, "the project's SSH keys are blocked"),
          not(is(keys, (given) => given, 'SSH keys')),
        ),
      ),
      metadata.at,
    ),
  };
}

/** Keys let their holders into every machine until somebody takes them out. */
function* keyFacts(subject: Resource, keys: Property): Iterable<Fact> {
  const given = keys.present();
  if (given.state === 'known' && !given.value) return;
  yield { kind: 'credential', noun, subject, longLived: given };
}

/** The serial console is reached from every address: no firewall stands before it. */
function* consoleFacts(subject: Resource, enabled: Property): Iterable<Fact> {
  const open = metadataSwitch(enabled);
  if (open.state === 'absent') return;
  yield { kind: 'public-endpoint', noun: 'serial console of all machines', subject, role: 'store', public: open };
}
