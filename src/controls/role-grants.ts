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
export const notWide = (grant: RoleGrant, power: Power): Truth => confined(grant, grant[power], notes[power]);

/** The same of a role that hands identities to machines and services, where that is stated. */
export const notHandingOver = (grant: RoleGrant): Truth | undefined =>
  grant.handingOver && confined(grant, grant.handingOver, 'hands identities to machines and services');

const confined = (grant: RoleGrant, power: Settled<boolean>, note: string): Truth =>
  not(
    all(
      holds(power, grant, note),
      is(grant.wide, (wide) => wide, 'the role reaches everything below'),
    ),
  );

/** A requirement that a role is not given to everybody. */
export const notEveryone = (grant: RoleGrant): Truth => not(holds(grant.everyone, grant, 'is given to everybody'));

const holds = (value: Settled<boolean>, { role }: RoleGrant, note: string): Truth =>
  is(value, (yes) => yes, `${role.state === 'known' ? role.value : 'the role'} ${note}`);
