import type { MatrixRow } from '../../matrix';
import { providerName } from '../../provider';
import type { Matrix } from '../format';
import { componentOf, providerComponent } from './components';
import { nonEmpty, type ImplementationStatus, type ResponsibleRole } from './elements';
import type { Identify } from './identifiers';
import { attestedStatus, implementationStatus } from './implementation-status';
import { providerRole, rolesOf } from './metadata';
import { providerOfRow, providersOf } from './provider-of-row';
import {
  inheritedFrom,
  satisfiedOf,
  sharesOf,
  type Inherited,
  type Responsibility,
  type Satisfied,
  type Share,
  type Statement,
} from './responsibilities';
import { joined, markup } from './text';

/** What one component does for a control. */
export interface ByComponent {
  readonly uuid: string;
  readonly 'component-uuid': string;
  readonly description: string;
  readonly 'implementation-status'?: ImplementationStatus;
  readonly export?: {
    readonly provided?: readonly Statement[];
    readonly responsibilities?: readonly Responsibility[];
  };
  readonly inherited?: readonly Inherited[];
  readonly satisfied?: readonly Satisfied[];
  readonly 'responsible-roles'?: readonly ResponsibleRole[];
}

/** Each provider with its half of a control, and each part of the system with what it takes up of them. */
export function byComponentsOf(
  control: string,
  rows: readonly MatrixRow[],
  matrix: Matrix,
  identify: Identify,
): readonly ByComponent[] {
  const shares = providersOf(rows).map((provider) => {
    const own = rows.filter((row) => providerOfRow(row) === provider);
    return [provider, sharesOf(control, provider, own, identify)] as const;
  });
  const parts = new Map<string, MatrixRow[]>();
  for (const row of rows) {
    const component = componentOf(row, identify);
    parts.set(component, [...(parts.get(component) ?? []), row]);
  }
  const taken = shares.flatMap(([, own]) => own);
  return [
    ...shares.map(([provider, own]) => ofProvider(control, provider, own, matrix, identify)),
    ...[...parts].map(([component, own]) => ofPart(control, component, own, taken, matrix, identify)),
  ];
}

function ofProvider(
  control: string,
  provider: string,
  shares: readonly Share[],
  matrix: Matrix,
  identify: Identify,
): ByComponent {
  const component = providerComponent(provider, identify);
  const halves = shares.flatMap(({ provided, rows }) => (provided ? rows : []));
  return {
    uuid: identify('by-component', control, component),
    'component-uuid': component,
    description: markup(`What ${providerName(provider)} does for ${control}, and what it leaves to its customers.`),
    ...(halves.length > 0 && { 'implementation-status': attestedStatus(halves, matrix) }),
    export: {
      ...nonEmpty(
        'provided',
        shares.flatMap(({ provided }) => provided ?? []),
      ),
      ...nonEmpty(
        'responsibilities',
        shares.flatMap(({ responsibility }) => responsibility ?? []),
      ),
    },
    'responsible-roles': [providerRole(provider, identify)],
  };
}

function ofPart(
  control: string,
  component: string,
  rows: readonly MatrixRow[],
  shares: readonly Share[],
  matrix: Matrix,
  identify: Identify,
): ByComponent {
  const uuid = identify('by-component', control, component);
  const taken = shares.flatMap((share) => {
    const own = share.rows.filter((row) => rows.includes(row));
    return own.length > 0 ? [{ share, own }] : [];
  });
  return {
    uuid,
    'component-uuid': component,
    description: markup(`Supports ${control}. ${joined(rows.map(({ because }) => because))}.`),
    'implementation-status': implementationStatus(rows, matrix),
    ...nonEmpty(
      'inherited',
      taken.flatMap(({ share, own }) => inheritedFrom(share, own, uuid, identify)),
    ),
    ...nonEmpty(
      'satisfied',
      taken.flatMap(({ share, own }) => satisfiedOf(share, own, uuid, identify)),
    ),
    ...nonEmpty('responsible-roles', rolesOf(rows, identify)),
  };
}
