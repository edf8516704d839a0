import { markup, type Markup } from '../../../html/markup';
import type { Party } from '../../../model/finding';
import type { MappedResource } from '../../../model/resource-map';
import { counted } from '../../printable';
import { signAt } from '../signs';
import { occurring, type State, type Subject } from '../subjects';
import { shown } from '../words';
import type { Box, Geometry, LaidOutPlace, PlacedNode } from './layout';
import { clipped, rectangle, text } from './shapes';
import { fitted, fittedWithin } from './text';

/** A resource, or several that are counted together: what it is called, how it stands, and whose its areas are. */
export function drawnNode(node: PlacedNode, place: LaidOutPlace, { name }: Geometry): Markup {
  const { id, kind, state, subjects, box } = node;
  const [subject] = subjects;
  if (!subject) return markup``;
  const { title, detail } = textsOf(node, subject);
  const label = labelOf(node, subject);
  const count = kind === 'resource' ? standingCount(subject) : 0;
  const room = box.width - 42 - (count > 1 ? 26 : 8);
  const letters = Math.floor(room / 7.3);
  const body = markup`${kind === 'resource' ? '' : rectangle({ ...box, x: box.x + 3, y: box.y + 3 }, 'box behind', 8)}${rectangle(box, 'box', 8)}${signAt(state, box.x + 10, box.y + 11, 20)}${clipped(
    { x: box.x + 38, y: box.y + 2, width: room, height: box.height - 8 },
    [text('name', 0, 17, fittedWithin(title, letters)), text('type', 0, 32, fitted(detail, letters + 1))],
  )}${count > 1 ? text('count', box.x + box.width - 10, box.y + 19, String(count), 'end') : ''}${
    kind === 'resource' ? share(subject.resource, box) : ''
  }<title>${label}</title>`;
  const own = markup`data-node="${id}"${kind === 'resource' ? markup` data-resource="${subject.position}"` : ''}`;
  const anchor = name === 'wide' && kind === 'resource' ? markup` id="resource-${subject.position}"` : '';
  const target = targetOf(node, place);
  return target === null
    ? markup`<g class="node ${kind} ${state}"${anchor} ${own} role="img" aria-label="${label}">${body}</g>
`
    : markup`<a class="node ${kind} ${state}"${anchor} ${own} href="#findings"${target} aria-label="${label}">${body}</a>
`;
}

/** A box leads to its findings, where there are any. */
function targetOf({ kind, subjects }: PlacedNode, { position }: LaidOutPlace): Markup | null {
  const isFound = subjects.some(({ counts }) => occurring(counts).length > 0);
  if (!isFound) return null;
  if (kind === 'resource') return markup``;
  return position === null ? null : markup` data-place="${position}"`;
}

/** What stands against a resource: neither what is fixed nor what passes. */
const standingCount = ({ counts }: Subject): number => counts.block + counts.warn + counts.note + counts.waived;

const kindWords = { more: 'with findings', unjudged: 'not judged', none: 'nothing found' } as const;

const textsOf = (
  { kind, subjects }: PlacedNode,
  { resource }: Subject,
): { readonly title: string; readonly detail: string } =>
  kind === 'resource'
    ? { title: shortName(resource), detail: resource.type.replace(/^AWS::/u, '') }
    : { title: `${String(subjects.length)} more`, detail: kindWords[kind] };

/** Types of several resources, the first of them. */
function typesOf(subjects: readonly Subject[]): string {
  const types = [...new Set(subjects.map(({ resource }) => resource.type))];
  return `${types.slice(0, 10).join(', ')}${types.length > 10 ? ' and others' : ''}`;
}

/** The part of a name that tells a resource from those beside it. */
function shortName({ address, constructPath, module, type }: MappedResource): string {
  if (constructPath !== null) {
    const parts = constructPath.split('/').filter((part) => part !== 'Resource' && part !== 'Default');
    return parts.slice(1).slice(-2).join('/') || constructPath;
  }
  const inModule = module === null ? address : address.slice(module.length + 1);
  return inModule.startsWith(`${type}.`) ? inModule.slice(type.length + 1) : inModule || type;
}

const stateWords: Readonly<Record<State, string>> = {
  block: 'blocking',
  warn: 'warning',
  note: 'note',
  waived: 'waived',
  fixed: 'fixed',
  pass: 'passing',
  none: 'no findings',
  unjudged: 'not judged: no service knows this type',
};

/** The same for those who do not see the drawing. */
function labelOf({ kind, subjects, state }: PlacedNode, { resource, counts }: Subject): string {
  if (kind !== 'resource')
    return `${counted(subjects.length, 'more resource')}, ${kindWords[kind]}: ${shown(typesOf(subjects))}`;
  const found = occurring(counts).map(([standing, count]) => `${String(count)} ${stateWords[standing]}`);
  const parties = resource.areas
    ? `areas: ${partyNames.map(([party, word]) => `${String(resource.areas?.[party].length ?? 0)} ${word}`).join(', ')}`
    : 'nobody’s side is claimed';
  const name = shown(resource.constructPath ?? resource.address);
  return `${name} (${shown(resource.type, 120)}): ${found.length > 0 ? found.join(', ') : stateWords[state]}; ${parties}`;
}

const partyNames = [
  ['customer', 'yours'],
  ['shared', 'shared'],
  ['provider', 'the provider’s'],
] as const satisfies readonly (readonly [Party, string])[];

/** How the areas of a resource divide between the parties. */
function share({ areas }: MappedResource, box: Box): Markup | undefined {
  if (!areas) return undefined;
  const total = partyNames.reduce((sum, [party]) => sum + areas[party].length, 0);
  const width = box.width - 48;
  let x = box.x + 38;
  return markup`${partyNames.map(([party]) => {
    const part = total === 0 ? 0 : (areas[party].length / total) * width;
    const start = x;
    x += part;
    return part === 0
      ? undefined
      : markup`<rect class="share ${party}" x="${start.toFixed(1)}" y="${box.y + box.height - 7}" width="${part.toFixed(1)}" height="3"/>`;
  })}`;
}
