import type { ResourceGraph } from '../../model/graph';
import { perGraph } from '../../model/per-graph';
import type { Resource } from '../../model/resource';
import { known, unknown, type Settled } from '../../model/value';

/** Where a selection of AWS Backup names what it is for. */
const selections = [
  { type: 'AWS::Backup::BackupSelection', resources: 'BackupSelection.Resources', tags: 'BackupSelection.ListOfTags' },
  { type: 'aws_backup_selection', resources: 'resources', tags: 'selection_tag' },
] as const;

/**
 * Whether copies are made, by the store itself or by a plan of AWS Backup. A plan that chooses by tags or by a pattern may
 * mean the store.
 *
 * @param own what the store's own properties say
 */
export function inBackupPlan(
  store: Resource,
  own: Settled<boolean>,
  graph: ResourceGraph,
): { readonly kept: Settled<boolean>; readonly related?: readonly Resource[] } {
  if (own.state === 'known' && own.value) return { kept: own };
  for (const { type, resources } of selections) {
    const [named] = graph.companions(store, [type], resources).certain;
    if (named) return { kept: known(true, { id: named.id, path: [] }, 'a backup plan names it'), related: [named] };
    const open = openSelections(graph, type);
    if (open) return { kept: unknown('a backup plan may choose it', { id: open.id, path: [] }), related: [open] };
  }
  return { kept: own };
}

/** By type: the first selection that may mean any store. */
const openSelections = perGraph(
  (graph): ReadonlyMap<string, Resource> =>
    new Map(
      selections.flatMap(({ type, resources, tags }) => {
        const open = graph.ofType(type).find((selection) => mayMean(selection, resources, tags));
        return open ? [[type, open] as const] : [];
      }),
    ),
);

function mayMean({ properties }: Resource, resources: string, tags: string): boolean {
  const tagged = properties.get(...tags.split('.')).present();
  if (tagged.state === 'unknown' || tagged.value) return true;
  const named = properties.get(...resources.split('.')).texts();
  if (named.state !== 'known') return named.state === 'unknown';
  return named.value.some((one) => one.state === 'known' && one.value.includes('*'));
}
