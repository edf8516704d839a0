import type { RoleGrant } from '../../model/fact';
import { matchesGlob } from '../../model/policy-patterns';
import type { Property } from '../../model/property';
import { all, any, is, not, settledTruth, truth, type Truth } from '../../model/truth';
import { known, unknown, type Place, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';

/** What a role lets its holder do, in the words of a role grant. */
export type RolePower = Pick<RoleGrant, 'unlimited' | 'broad' | 'escalating'>;

const powerOf = (at: Place, unlimited: boolean, broad: boolean, escalating: boolean): RolePower => ({
  unlimited: known(unlimited, at),
  broad: known(broad, at),
  escalating: known(escalating, at),
});

/**
 * Roles of Azure's own that reach everything, or give roles to others.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles#privileged
 */
const privileged: ReadonlyMap<string, (at: Place) => RolePower> = new Map([
  ['owner', (at: Place) => powerOf(at, true, true, true)],
  ['contributor', (at: Place) => powerOf(at, false, true, false)],
  ['user access administrator', (at: Place) => powerOf(at, false, false, true)],
  ['role based access control administrator', (at: Place) => powerOf(at, false, false, true)],
]);

/** The ids that these and the reader's role have in every subscription. */
const builtInIds: ReadonlyMap<string, string> = new Map([
  ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner'],
  ['b24988ac-6180-42a0-ab88-20f7382dd24c', 'Contributor'],
  ['18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator'],
  ['f58310d9-a9f6-439a-9e8d-f62e7b41a168', 'Role Based Access Control Administrator'],
  ['acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader'],
]);

/** The name of a role whose id (a GUID, perhaps with a path before it) is that of one of these. */
export const builtInName = (id: string): string | undefined =>
  builtInIds.get(id.slice(id.lastIndexOf('/') + 1).toLowerCase());

/**
 * Roles of Azure's own for one service or for reading, that are often given on whole subscriptions. Those that hand out
 * roles of their service, if under a condition, are left out, but for the vaults' data.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles (2026-04-09)
 */
const confined: readonly RegExp[] = [
  /^(reader|reader and data access|acr(delete|imagesigner|pull|push|quarantinereader|quarantinewriter)|locks contributor|security admin|sql security manager|tag contributor|workbook (reader|contributor))$/,
  /^(security|monitoring|log analytics|billing|cost management|backup|reservations|quota request operator|site recovery|management group|cognitive services|search index data) ?(reader|operator|data reader)?$/,
  /^(monitoring|log analytics|cost management|network|classic network|virtual machine|dns zone|private dns zone|website|web plan|redis cache|cdn (profile|endpoint)|support request|backup|managed identity|disk (backup|restore|snapshot) \w+|resource policy|traffic manager|logic app|data factory|documentdb account|scheduled patching|template spec) (contributor|operator|reader)$/,
  /^(monitoring (metrics publisher|policy contributor)|cosmos db (account reader role|operator)|data operator for managed disks)$/,
  /^storage (account|(blob|file|queue|table) (data|delegator)) ?[\w ]*$/,
  /^(api management|app configuration|cognitive services|container (apps|registry)|desktop virtualization|eventgrid|grafana|iot hub|key vault|microsoft sentinel|search (index data|service)|signalr|sql (db|managed instance|server)) [\w ]+$/,
  /^virtual machine (administrator|local user|user) login$/,
  /^azure (arc|batch|connected machine|digital twins|event hubs|front door|kubernetes (fleet manager|service)|managed grafana|maps|relay|service bus) [\w ]+$/,
];

/** What a role lets do by its name; unknown where the name is not one of Azure's own that are known here. */
export function powerByName(name: string, at: Place): RolePower {
  const lower = name.trim().toLowerCase();
  const power = privileged.get(lower);
  if (power) return power(at);
  if (confined.some((pattern) => pattern.test(lower))) return powerOf(at, false, false, false);
  return unknownPower(`what the role "${name}" lets do is not shown here`, at);
}

export const unknownPower = (why: string, at: Place): RolePower => ({
  unlimited: unknown(why, at),
  broad: unknown(why, at),
  escalating: unknown(why, at),
});

/** Actions by which somebody gives permissions to others or to itself. */
const grantingActions: readonly string[] = [
  'microsoft.authorization/roleassignments/write',
  'microsoft.authorization/roledefinitions/write',
  'microsoft.authorization/elevateaccess/action',
];

/** Help and health: everything there is open to whoever reads. */
const harmless: readonly string[] = ['microsoft.support/*', 'microsoft.resourcehealth/*'];

/**
 * What the permissions of a role's definition add up to: `*` alone is everything, and what `not_actions` take away of it
 * is not there. An action is a path of words with wildcards: `Microsoft.Compute/virtualMachines/read`, `*\/read`.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/role-definitions
 */
export function powerOfPermissions(permissions: Property): RolePower {
  const blocks = itemsOf(permissions);
  const over = (test: (block: Property) => Truth, note: string): Settled<boolean> =>
    settledTruth(any(truth(false, permissions.at, note), ...blocks.map(test)), permissions.at);
  return {
    unlimited: over((block) => all(hasAction(block, 'actions', isEverything, 'every action'), grants(block)), 'no action is a wildcard'), // prettier-ignore
    broad: over(
      (block) =>
        any(
          hasAction(block, 'actions', isWhole, 'every action of a service'),
          hasAction(block, 'data_actions', isWhole, 'every action on the data of a service'),
        ),
      'no action is a wildcard',
    ),
    escalating: over(grants, 'no action gives permissions'),
  };
}

const isEverything = (action: string): boolean => action === '*' || action === '*/*';

/** Everything, everything of a service, or one verb that changes things, everywhere. */
const isWhole = (action: string): boolean =>
  isEverything(action) ||
  /^\*\/(write|delete|action)$/.test(action) ||
  (/^[\w.]+\/\*$/.test(action) && !harmless.includes(action));

/** Whether a block allows to give permissions, and does not take it away again. */
const grants = (block: Property): Truth =>
  any(
    ...grantingActions.map((wanted) =>
      all(
        hasAction(block, 'actions', (action) => matchesGlob(action, wanted), 'gives permissions'),
        not(hasAction(block, 'not_actions', (action) => matchesGlob(action, wanted), 'takes it away')),
      ),
    ),
  );

function hasAction(block: Property, list: string, test: (action: string) => boolean, note: string): Truth {
  const actions = itemsOf(block.get(list));
  return any(
    truth(false, block.get(list).at, `not among the ${list.replace('_', ' ')}`),
    ...actions.map((action) => {
      const text = action.text();
      return text.state === 'absent' ? truth(false, action.at, note) : is(text, (one) => test(one.toLowerCase()), note);
    }),
  );
}
