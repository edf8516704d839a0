import type { Image } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { chain, known, otherwise, unknown, type Settled } from '../../model/value';

const ownImages = ['google_compute_image', 'google_compute_machine_image', 'google_compute_snapshot'];

/**
 * Projects in which Google publishes images of its own and of vendors it works with.
 *
 * @see https://docs.cloud.google.com/compute/docs/images/os-details (2026-11)
 */
const publishers: ReadonlySet<string> = new Set([
  'almalinux-cloud', 'centos-cloud', 'cloud-hpc-image-public', 'confidential-vm-images', 'cos-cloud', 'debian-cloud',
  'deeplearning-platform-release', 'fedora-cloud', 'fedora-coreos-cloud', 'freebsd-org-cloud-dev', 'gce-uefi-images',
  'ml-images', 'opensuse-cloud', 'oracle-linux-cloud', 'rhel-cloud', 'rhel-sap-cloud', 'rocky-linux-accelerator-cloud',
  'rocky-linux-cloud', 'suse-byos-cloud', 'suse-cloud', 'suse-sap-cloud', 'ubuntu-os-accelerator-images',
  'ubuntu-os-cloud', 'ubuntu-os-pro-cloud', 'windows-cloud', 'windows-sql-cloud',
]); // prettier-ignore

/** Whether a machine starts from an image of one's own or of a publisher that Google works with. */
export function* imageFacts(
  subject: Resource,
  noun: string,
  images: readonly Property[],
  graph: ResourceGraph,
): Iterable<Image> {
  for (const image of images) {
    const present = image.present();
    if (present.state === 'known' && !present.value) continue;
    yield { kind: 'image', noun, subject, trusted: trustedImage(image, subject, graph) };
  }
}

function trustedImage(image: Property, subject: Resource, graph: ResourceGraph): Settled<boolean> {
  const link = graph.follow(image, ownImages);
  if (link.state === 'linked' && link.resource.mode === 'managed')
    return known(true, image.at, "an image of one's own");
  if (link.state === 'linked')
    return trustedOwner(
      otherwise(link.resource.properties.get('project').text(), '', 'the project that deploys'),
      subject,
    );
  const text = otherwise(image.text(), '', 'no image is named');
  return trustedOwner(
    chain(text, (name) => known(ownerOf(name), image.at)),
    subject,
  );
}

/** The project in the name of an image; none in that of an image of the project itself, or of a public family. */
function ownerOf(name: string): string {
  const path = name.replace(/^https?:\/\/[^/]+\//, '');
  const [, project] = /(?:^|\/)projects\/([^/]+)\//.exec(path) ?? [];
  if (project !== undefined) return project;
  const [first = '', second, ...rest] = path.split('/');
  return second === undefined || rest.length > 0 || ['family', 'global'].includes(first) ? '' : first;
}

const trustedOwner = (owner: Settled<string>, { properties }: Resource): Settled<boolean> =>
  chain(owner, (project) => {
    if (project === '' || publishers.has(project)) return known(true, owner.at);
    const own = properties.get('project').text();
    if (own.state === 'known' && own.value === project) return known(true, owner.at, 'an image of the same project');
    return unknown(`whether project ${project} is trusted is not said here`, owner.at);
  });
