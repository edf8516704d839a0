import type { ResourceGraph } from '../model/graph';
import type { Property } from '../model/property';
import type { Resource } from '../model/resource';
import type { Waiver } from './waivers';

/**
 * The waivers in the resources' own metadata. In CloudFormation:
 *
 *     Metadata: { demarc: { allow: [{ control: storage-encrypted, reason: …, owner: …, until: … }] } }
 */
export const metadataWaivers = (graph: ResourceGraph): readonly Waiver[] =>
  graph.resources.filter(({ mode }) => mode === 'managed').flatMap(waiversOf);

function waiversOf(resource: Resource): readonly Waiver[] {
  const items = resource.attributes?.get('Metadata', 'demarc', 'allow').list();
  if (items?.state !== 'known') return [];
  const location = resource.locate?.([]);
  return items.value.map((item) => ({
    control: textOf(item.get('control')) ?? textOf(item) ?? '',
    resource: resource.address,
    ids: [resource.id],
    reason: textOf(item.get('reason')),
    owner: textOf(item.get('owner')),
    until: textOf(item.get('until')),
    ticket: textOf(item.get('ticket')),
    source: 'metadata',
    file: location?.file ?? resource.document,
    line: location?.line ?? null,
    column: location?.column ?? null,
  }));
}

/** A text that is there for everybody to read; what is settled at deployment says nothing yet. */
export function textOf(property: Property): string | null {
  const text = property.text();
  return text.state === 'known' && !text.sensitive ? text.value : null;
}
