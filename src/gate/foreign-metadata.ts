import type { ResourceGraph } from '../model/graph';
import type { Property } from '../model/property';
import type { Resource } from '../model/resource';
import type { Path } from '../model/value';
import type { ForeignTool } from './foreign-rules';
import type { Suppression } from './foreign-suppressions';
import { textOf } from './metadata-waivers';

/** Where a tool keeps its suppressions in the metadata of a resource, and how it calls the reason. */
interface Shelf {
  readonly tool: ForeignTool;
  readonly path: Path;
  readonly reason: string;
}

/**
 * @see https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html
 * @see https://github.com/stelligent/cfn_nag#per-resource-rule-suppression
 * @see https://github.com/cdklabs/cdk-nag#writing-suppressions-to-cloudformation-metadata
 */
const shelves: readonly Shelf[] = [
  { tool: 'checkov', path: ['checkov', 'skip'], reason: 'comment' },
  { tool: 'cfn-nag', path: ['cfn_nag', 'rules_to_suppress'], reason: 'reason' },
  { tool: 'cdk-nag', path: ['cdk_nag', 'rules_to_suppress'], reason: 'reason' },
];

/** What other tools were told in metadata to pass over, on resources and for whole templates. Most have no metadata. */
export function metadataSuppressions(graph: ResourceGraph): readonly Suppression[] {
  const managed = graph.resources.filter(({ mode }) => mode === 'managed');
  return [...ofDocuments(managed), ...managed.flatMap(ofResource)];
}

const ofResource = (resource: Resource): readonly Suppression[] =>
  shelves.flatMap((shelf) => suppressionsOn(resource.attributes?.get('Metadata'), shelf, () => placeOf(resource)));

type SuppressionPlace = Pick<Suppression, 'resource' | 'ids' | 'file' | 'line' | 'column'>;

function placeOf({ address, id, document, locate }: Resource): SuppressionPlace {
  const { file = document, line = null, column = null } = locate?.([]) ?? {};
  return { resource: address, ids: [id], file, line, column };
}

/** cdk-nag 2 knows suppressions for a stack: they stand in the metadata of its template. */
function ofDocuments(resources: readonly Resource[]): readonly Suppression[] {
  const documents = new Map<string, Resource[]>();
  for (const resource of resources) {
    const beside = documents.get(resource.document);
    if (beside) beside.push(resource);
    else documents.set(resource.document, [resource]);
  }
  return [...documents].flatMap(([file, all]) => {
    const place = () => ({ resource: file, ids: all.map(({ id }) => id), file, line: null, column: null });
    return shelves
      .filter(({ tool }) => tool === 'cdk-nag')
      .flatMap((shelf) => suppressionsOn(all[0]?.documentMetadata, shelf, place));
  });
}

function suppressionsOn(
  metadata: Property | undefined,
  { tool, path, reason }: Shelf,
  placeAt: () => SuppressionPlace,
): readonly Suppression[] {
  const items = metadata?.get(...path).list();
  if (items?.state !== 'known' || items.value.length === 0) return [];
  const place = placeAt();
  return items.value.flatMap((item): readonly Suppression[] => {
    const id = textOf(item.get('id'));
    if (id === null || isOfAnotherPlugin(id)) return [];
    const rule = id.replace(/\[.*$/s, '');
    return [{ tool, rule, narrowedTo: narrowing(id, item), reason: reasonOf(item, reason), until: null, ...place }];
  });
}

/** cdk-nag writes down all acknowledgements of the CDK, those of other plugins (`plugin::rule`) too. */
const isOfAnotherPlugin = (rule: string): boolean => rule.replace(/\[.*$/s, '').includes('::');

/** A finding of the rule: in brackets behind its id (cdk-nag 3), or in a list (cdk-nag 2). */
function narrowing(rule: string, item: Property): string | null {
  const inBrackets = /\[(.*?)\]?$/s.exec(rule)?.[1];
  if (inBrackets !== undefined) return inBrackets;
  const listed = item.get('applies_to').present();
  return listed.state === 'known' && !listed.value ? null : 'applies_to';
}

/** cdk-nag encodes a reason that is not written in Latin letters alone. */
function reasonOf(item: Property, name: string): string | null {
  const text = textOf(item.get(name));
  const encoded = item.get('is_reason_encoded').flag();
  return text !== null && encoded.state === 'known' && encoded.value
    ? Buffer.from(text, 'base64').toString('utf8')
    : text;
}
