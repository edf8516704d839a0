import type { MachineRole } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';

const defaultAccounts = ['google_compute_default_service_account', 'google_app_engine_default_service_account'];
const ownAccounts = ['google_service_account'];

/**
 * Whether a service account is the default one, which everything in the project acts with that names none.
 *
 * @param because why nothing written means the default account.
 * @see https://docs.cloud.google.com/iam/docs/service-account-types#default
 */
export function isDefaultAccount(account: Property, graph: ResourceGraph, because: string): Settled<boolean> {
  const link = graph.follow(account, [...defaultAccounts, ...ownAccounts]);
  if (link.state === 'linked') return known(defaultAccounts.includes(link.resource.type), account.at);
  const parts = account.parts();
  const last = parts.state === 'known' ? parts.value.at(-1) : undefined;
  if (typeof last === 'string' && isDefaultName(last)) return known(true, account.at);
  if (parts.state === 'known' && parts.value.length > 1 && typeof last === 'string' && /@[\w.-]+$/.test(last))
    return known(false, account.at);
  const text = account.text();
  return map(otherwise(text, '', because), (name) => name === '' || isDefaultName(name));
}

const isDefaultName = (name: string): boolean =>
  name === 'default' ||
  name.endsWith('-compute@developer.gserviceaccount.com') ||
  name.endsWith('@appspot.gserviceaccount.com');

/** What something that always acts with a service account acts with, where naming none means the default one. */
export const accountFact = (
  subject: Resource,
  noun: string,
  account: Property,
  graph: ResourceGraph,
  because = 'the default service account is taken where none is named',
): MachineRole => ({
  kind: 'machine-role',
  noun,
  subject,
  given: known(true, account.at, 'it always has a service account'),
  shared: isDefaultAccount(account, graph, because),
});

/** Nothing is known of the account, for what it is made from is not in sight. */
export const hiddenAccount = (subject: Resource, noun: string, account: Property, why: string): MachineRole => ({
  kind: 'machine-role',
  noun,
  subject,
  given: unknown(why, account.at),
});
