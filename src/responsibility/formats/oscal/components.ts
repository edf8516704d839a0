import { providerName } from '../../provider';
import type { MatrixRow } from '../../matrix';
import type { Matrix } from '../format';
import { property, type Property, type SystemComponent } from './elements';
import type { Identify } from './identifiers';
import { isOfSystem, providerOfRow, providersOf } from './provider-of-row';
import { markup, plain } from './text';

/** What a line speaks of: the system as a whole, all resources of a type, or one resource. */
export const componentOf = (row: MatrixRow, identify: Identify): string =>
  isOfSystem(row) ? systemComponent(identify) : identify('component', row.type, row.resource);

const systemComponent = (identify: Identify): string => identify('this-system');

/** A provider as a whole. */
export const providerComponent = (provider: string, identify: Identify): string => identify('provider', provider);

/** Who and what a line speaks of, in one word for people. */
export function titleOf(row: MatrixRow): string {
  if (isOfSystem(row)) return row.type === 'account' ? 'account' : providerName(row.type);
  if (row.resource === null) return row.type;
  return row.resource.includes(row.type) ? row.resource : `${row.resource} (${row.type})`;
}

/** The system, its providers and what it consists of. Resources of one type and address in two inputs are one. */
export function componentsOf(
  { rows, inputs }: Matrix,
  identify: Identify,
  propertiesOf: (provider: string) => readonly Property[] = () => [],
): readonly SystemComponent[] {
  const system: SystemComponent = {
    uuid: systemComponent(identify),
    type: 'this-system',
    title: 'This System',
    description: markup(`What is declared in ${inputs.join(', ')}.`),
    status: { state: 'under-development' },
  };
  const providers = providersOf(rows).map((provider): SystemComponent => ({
    uuid: providerComponent(provider, identify),
    type: 'system',
    title: markup(providerName(provider)),
    description: markup(`${providerName(provider)}, whose services this system uses.`),
    props: [{ name: 'implementation-point', value: 'external' }, ...propertiesOf(provider)],
    status: { state: 'operational' },
  }));
  const parts = new Map(
    rows.flatMap((row) => (isOfSystem(row) ? [] : [[componentOf(row, identify), partOf(row, identify)] as const])),
  );
  return [system, ...providers, ...parts.values()];
}

function partOf(row: MatrixRow, identify: Identify): SystemComponent {
  const provider = providerOfRow(row);
  return {
    uuid: componentOf(row, identify),
    type: 'service',
    title: markup(titleOf(row)),
    description: markup(descriptionOf(row)),
    props: [
      property('resource-type', plain(row.type)),
      ...(row.resource === null ? [] : [property('address', plain(row.resource))]),
      ...(provider === undefined ? [] : [property('provider', plain(provider))]),
    ],
    status: { state: 'under-development' },
  };
}

function descriptionOf({ type, resource, area, because }: MatrixRow): string {
  if (area === 'unclassified') return `${type}: ${because}`;
  return resource === null
    ? `Resources of type ${type}, in what holds for all of them.`
    : `The resource ${resource} of type ${type}, in what holds for it alone.`;
}
