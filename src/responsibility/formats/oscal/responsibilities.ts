import type { Area } from '../../../model/finding';
import type { MatrixRow } from '../../matrix';
import { providerName } from '../../provider';
import { sides } from '../../sides';
import type { ResponsibleRole } from './elements';
import type { Identify } from './identifiers';
import { shownBy } from './implementation-status';
import { providerRole, rolesOf } from './metadata';
import { joined, markup } from './text';

export interface Statement {
  readonly uuid: string;
  readonly description: string;
  readonly 'responsible-roles'?: readonly ResponsibleRole[];
}

export interface Responsibility extends Statement {
  readonly 'provided-uuid'?: string;
}

export interface Inherited extends Statement {
  readonly 'provided-uuid': string;
}

export interface Satisfied extends Statement {
  readonly 'responsibility-uuid': string;
}

/**
 * What a provider does for a control and what it leaves to its customers. Each is said once for all resources of which
 * the matrix says the same; whoever inherits it or takes it up names it by its identifier.
 */
export interface Share {
  readonly provider: string;
  readonly rows: readonly MatrixRow[];
  readonly provided: Statement | undefined;
  readonly responsibility: Responsibility | undefined;
}

interface Sided extends MatrixRow {
  readonly area: Area;
}

const isSided = (row: MatrixRow): row is Sided => row.area !== 'unclassified' && row.party !== 'unclassified';

/** The shares of a provider in a control, in the order of the lines. */
export function sharesOf(
  control: string,
  provider: string,
  rows: readonly MatrixRow[],
  identify: Identify,
): readonly Share[] {
  const alike = new Map<string, Sided[]>();
  for (const row of rows.filter(isSided)) {
    const key = JSON.stringify([row.type, row.area, row.party, row.because]);
    alike.set(key, [...(alike.get(key) ?? []), row]);
  }
  return [...alike.values()].flatMap((group) => {
    const [row] = group;
    return row ? [shareOf(control, provider, row, group, identify)] : [];
  });
}

function shareOf(
  control: string,
  provider: string,
  { type, area, party, because }: Sided,
  rows: readonly MatrixRow[],
  identify: Identify,
): Share {
  const names = [control, provider, type, area, party, because] as const;
  const half = sides[area];
  const provided: Statement | undefined =
    party === 'customer'
      ? undefined
      : {
          uuid: identify('provided', ...names),
          description: markup(`${type}: ${providerName(provider)} ${half.provider}. ${because}.`),
          'responsible-roles': [providerRole(provider, identify)],
        };
  const responsibility: Responsibility | undefined =
    party === 'provider'
      ? undefined
      : {
          uuid: identify('responsibility', ...names),
          ...(provided && { 'provided-uuid': provided.uuid }),
          description: markup(`${type}: ${half.customer}. ${because}.`),
        };
  return { provider, rows, provided, responsibility };
}

/** What a part of the system takes over from the provider; where that is all there is to it, with what shows it. */
export const inheritedFrom = (
  { provided, responsibility, provider }: Share,
  rows: readonly MatrixRow[],
  component: string,
  identify: Identify,
): readonly Inherited[] =>
  provided
    ? [
        {
          uuid: identify('inherited', component, provided.uuid),
          'provided-uuid': provided.uuid,
          description: markup(
            responsibility ? `What ${providerName(provider)} does of it.` : joined(rows.map(shownBy)),
          ),
        },
      ]
    : [];

/** How a part of the system takes up what the provider leaves to it: what was verified of it, or that nothing was. */
export function satisfiedOf(
  { responsibility }: Share,
  rows: readonly MatrixRow[],
  component: string,
  identify: Identify,
): readonly Satisfied[] {
  if (!responsibility) return [];
  const roles = rolesOf(rows, identify);
  return [
    {
      uuid: identify('satisfied', component, responsibility.uuid),
      'responsibility-uuid': responsibility.uuid,
      description: markup(joined(rows.map(shownBy))),
      ...(roles.length > 0 && { 'responsible-roles': roles }),
    },
  ];
}
