import type { Resource } from '../model/resource';
import type { Service } from './service';
import { utilities } from './utilities';

/** The services of a cloud, or of a kind of providers, which are loaded when there is something of theirs. */
interface Family {
  readonly prefix: RegExp;
  readonly load: () => readonly Service[];
}

const families: readonly Family[] = [
  { prefix: /^(?:AWS::|Alexa::|Custom::|aws_)/u, load: () => (require('./aws') as typeof import('./aws')).aws },
  { prefix: /^(?:azurerm|azuread)_/u, load: () => (require('./azure') as typeof import('./azure')).azure },
  { prefix: /^google_/u, load: () => (require('./google') as typeof import('./google')).google },
  {
    prefix: /^(?:auth0|cloudflare|datadog|github|googleworkspace|okta|snowflake)_/u,
    load: () => (require('./saas') as typeof import('./saas')).saas,
  },
  {
    prefix: /^provider:/u,
    load: () => [(require('./provider-blocks') as typeof import('./provider-blocks')).providerBlocks],
  },
];

const lists = new Map<string, readonly Service[]>();

/** The services that may know some of the resources: the same list for the same clouds. */
export function servicesFor(resources: readonly Pick<Resource, 'type'>[]): readonly Service[] {
  const types = new Set(resources.map(({ type }) => type));
  const needed = families.filter(({ prefix }) => [...types].some((type) => prefix.test(type)));
  const key = needed.map(({ prefix }) => prefix.source).join();
  const list = lists.get(key) ?? [...needed.flatMap(({ load }) => load()), utilities];
  lists.set(key, list);
  return list;
}
