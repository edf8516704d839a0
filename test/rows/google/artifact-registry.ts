import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore } from './kept-store';

const type = 'google_artifact_registry_repository';
const noun = 'artifact repository';
const docker = (more: object) => ({ format: 'DOCKER', ...more });
const table = (rows: ServiceRows['controls'][string][string]['rows']) => ({
  [noun]: { cloudformation: null, terraform: type, rows },
});

export const artifactRegistryRows: ServiceRows = {
  service: 'artifact-registry',
  controls: merged(keptStore(noun, type, 'kms_key_name'), {
    'image-tag-immutable': table([
      ['pass', 'tags stay', null, docker({ docker_config: { immutable_tags: true } })],
      ['fail', 'tags may be moved', null, docker({ docker_config: { immutable_tags: false } })],
      ['fail', 'nothing is said', null, docker({})],
      ['undecided', 'it is a variable', null, docker({ docker_config: { immutable_tags: unknown } })],
      ['silent', 'no images', null, { format: 'MAVEN' }],
      ['silent', 'it fetches images from elsewhere', null, docker({ mode: 'REMOTE_REPOSITORY' })],
      [
        'undecided',
        'where its images come from is a variable',
        null,
        docker({ mode: unknown, docker_config: { immutable_tags: false } }),
      ],
    ]),
    'image-scanned': table([
      ['fail', 'nobody looks', null, docker({ vulnerability_scanning_config: { enablement_config: 'DISABLED' } })],
      ['silent', 'as the project says', null, docker({ vulnerability_scanning_config: { enablement_config: 'INHERITED' } })],
      ['undecided', 'it is a variable', null, docker({ vulnerability_scanning_config: { enablement_config: unknown } })],
    ]), // prettier-ignore
  }),
};
