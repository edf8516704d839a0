import type { RoleGrant } from '../model/fact';
import { all, is, not, type Truth } from '../model/truth';
import type { Settled } from '../model/value';

type Power = 'unlimited' | 'broad' | 'escalating';

const notes: Readonly<Record<Power, string>> = {
  unlimited: 'does everything',
  broad: 'changes everything',
  escalating: 'gives permissions',
};

/** A requirement that a role with a power is not given on a whole organization, subscription, project or tenant. */
export const notWide = (grant: RoleGrant, power: Power): Truth =>
  not(
    all(
      holds(grant[power], grant, notes[power]),
      is(grant.wide, (wide) => wide, 'the role reaches everything below'),
    ),
  );

/** A requirement that a role is not given to everybody. */
export const notEveryone = (grant: RoleGrant): Truth => not(holds(grant.everyone, grant, 'is given to everybody'));

const holds = (value: Settled<boolean>, { role }: RoleGrant, note: string): Truth =>
  is(value, (yes) => yes, `${role.state === 'known' ? role.value : 'the role'} ${note}`);
