import { providerName } from '../../provider';
import type { Matrix } from '../format';
import { oscalVersion, nonEmpty, type Metadata, type Party, type ResponsibleRole, type Role } from './elements';
import type { Identify } from './identifiers';
import { providersOf } from './provider-of-row';
import { plain } from './text';

const roles: readonly Role[] = [
  { id: 'asset-owner', title: 'Owner', description: "Answers for the customer's side." },
  { id: 'verifier', title: 'Verifier', description: 'Looks whether it is as it should be.' },
  { id: 'provider', title: 'Provider', description: "Answers for the provider's side." },
];

/** What stands at the head of each document. */
export const metadataOf = (title: string, matrix: Matrix, identify: Identify): Metadata => ({
  title,
  'last-modified': timeOf(matrix.today),
  version: plain(matrix.version),
  'oscal-version': oscalVersion,
  roles,
  ...nonEmpty('parties', partiesOf(matrix, identify)),
  remarks:
    'Made by Demarc from infrastructure code, before deployment. A check that passes supports a control; it does not show that the control is met.',
});

/** Days are all that Demarc knows: they begin at midnight, UTC. */
export const timeOf = (day: string): string => `${day}T00:00:00Z`;

function partiesOf({ rows }: Matrix, identify: Identify): readonly Party[] {
  const people = rows.flatMap(({ owner, verifier }) => [owner ?? [], verifier ?? []].flat());
  const names = new Set([...providersOf(rows).map(providerName), ...people]);
  return [...names]
    .toSorted()
    .map((name) => ({ uuid: partyOf(name, identify), type: 'organization', name: plain(name) }));
}

export const partyOf = (name: string, identify: Identify): string => identify('party', name);

export const providerRole = (provider: string, identify: Identify): ResponsibleRole => ({
  'role-id': 'provider',
  'party-uuids': [partyOf(providerName(provider), identify)],
});

/** Whoever answers for lines of the matrix, and whoever looks. */
export function rolesOf(
  rows: readonly { readonly owner: string | null; readonly verifier: string | null }[],
  identify: Identify,
): readonly ResponsibleRole[] {
  const role = (id: string, names: readonly (string | null)[]): readonly ResponsibleRole[] => {
    const parties = [...new Set(names.flatMap((name) => name ?? []))].map((name) => partyOf(name, identify));
    return parties.length > 0 ? [{ 'role-id': id, 'party-uuids': parties }] : [];
  };
  return [
    ...role(
      'asset-owner',
      rows.map(({ owner }) => owner),
    ),
    ...role(
      'verifier',
      rows.map(({ verifier }) => verifier),
    ),
  ];
}
