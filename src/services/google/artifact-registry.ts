import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { chain, map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { encryptionOf } from './encryption';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/artifact_registry_repository (7.12, 2025-11)
 */
export const artifactRegistry: Service = {
  name: 'artifact-registry',
  types: {
    terraform: [
      'google_artifact_registry_repository',
      'google_artifact_registry_vpcsc_config',
      // A note on what was found in an image; whether images must be attested is said by the policy.
      'google_container_analysis_note',
      'google_container_analysis_occurrence',
      // Makes the bucket of the older registry: what may be done with it is given on the bucket.
      'google_container_registry',
    ],
  },
  facts: (resource) => (resource.type === 'google_artifact_registry_repository' ? repositoryFacts(resource) : []),
};

const standard = 'STANDARD_REPOSITORY';

function* repositoryFacts(repository: Resource): Iterable<Fact> {
  const about = { subject: repository, noun: 'Artifact repository' };
  const { properties } = repository;
  const key = properties.get('kms_key_name');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  const format = properties.get('format').text();
  if (format.state === 'known' && format.value.toUpperCase() !== 'DOCKER') return;
  const mode = otherwise(properties.get('mode').text(), standard, 'what is pushed there is kept unless told otherwise');
  // One that fetches from elsewhere, or gathers others, has tags of others.
  if (mode.state === 'unknown' || mode.value === standard)
    yield {
      kind: 'image',
      immutable: chain(mode, () =>
        otherwise(
          properties.get('docker_config', 'immutable_tags').flag(),
          false,
          'tags may be moved unless told otherwise',
        ),
      ),
      ...about,
    };
  // Inherited, it depends on a service of the project: there is nothing to say of it here.
  const scanning = properties.get('vulnerability_scanning_config', 'enablement_config').text();
  if (scanning.state === 'unknown' || (scanning.state === 'known' && scanning.value === 'DISABLED'))
    yield { kind: 'image', scanned: map(scanning, (state) => state !== 'DISABLED'), ...about };
}
