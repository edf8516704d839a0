import type { RoleGrant } from '../../model/fact';
import { chain, known, map, unknown, type Settled } from '../../model/value';
import type { About } from './about';

/** What a role of a tenant lets its holder do. */
export interface Power {
  readonly unlimited?: true;
  readonly broad?: true;
  readonly escalating?: true;
}

/** Everything. */
export const everything: Power = { unlimited: true, broad: true, escalating: true };

interface Grant {
  readonly role: Settled<string>;
  readonly powers: Settled<Power>;
  readonly wide: Settled<boolean>;
  readonly everyone?: Settled<boolean>;
}

/** States a role that somebody is given in a tenant. */
export const roleGrant = (about: About, { role, powers, wide, everyone }: Grant): RoleGrant => ({
  kind: 'role-grant',
  role,
  wide,
  everyone: everyone ?? known(false, role.at, 'it is given by name'),
  unlimited: map(powers, ({ unlimited }) => unlimited ?? false),
  broad: map(powers, ({ broad }) => broad ?? false),
  escalating: map(powers, ({ escalating }) => escalating ?? false),
  ...about,
});

/**
 * What a role can do by its name.
 *
 * @param custom what is true of a name that is not in the list; without, nobody knows.
 */
export const powersOf = (
  role: Settled<string>,
  powers: Readonly<Record<string, Power>>,
  custom?: Power,
): Settled<Power> =>
  chain(role, (name): Settled<Power> => {
    const found = Object.hasOwn(powers, name) ? powers[name] : custom;
    return found ? known(found, role.at, because(role)) : unknown('a role that is not known here', role.at);
  });

const because = (role: Settled<unknown>): string | undefined => (role.state === 'known' ? role.because : undefined);
