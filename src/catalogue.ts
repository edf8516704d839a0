import { controls } from './controls';
import type { Control } from './controls/control';
import { ConfigurationError } from './gate/configuration-error';
import { ownControls } from './gate/own-controls';
import { problemOf, type Plugin } from './plugin';
import type { Resource } from './model/resource';
import { servicesFor } from './services/families';
import type { Service } from './services/service';

/** Everything that judges. */
export interface Catalogue {
  /** The services that may know some of the resources. */
  readonly servicesFor: (resources: readonly Resource[]) => readonly Service[];
  readonly controls: readonly Control[];
}

const own: Catalogue = { servicesFor, controls };
const made = new WeakMap<readonly Plugin[], Catalogue>();

/**
 * What Demarc brings, and what plugins add to it.
 *
 * @throws ConfigurationError where a plugin does not fit, or two take the same name.
 */
export function catalogueWith(plugins: readonly Plugin[] = []): Catalogue {
  if (plugins.length === 0) return own;
  const known = made.get(plugins);
  if (known) return known;
  for (const plugin of plugins) {
    const problem = problemOf(plugin);
    if (problem !== undefined) throw refusal(`a plugin ${problem}`);
  }
  const catalogue: Catalogue = {
    servicesFor: joinedWith(plugins.flatMap((plugin) => (plugin.services ?? []).map(beside))),
    controls: [...controls, ...plugins.flatMap((plugin) => plugin.controls ?? [])],
  };
  const ids = [...catalogue.controls, ...ownControls].map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw refusal(`two controls are called "${twice}"`);
  made.set(plugins, catalogue);
  return catalogue;
}

/** The same list for the same clouds: what is found out of a list of services is found once. */
function joinedWith(others: readonly Service[]): Catalogue['servicesFor'] {
  const joined = new Map<readonly Service[], readonly Service[]>();
  return (resources) => {
    const base = servicesFor(resources);
    const list = joined.get(base) ?? [...base, ...others];
    joined.set(base, list);
    return list;
  };
}

/** Its facts stand beside those that Demarc states of the same type. */
const beside = (service: Service): Service => ({ ...service, beside: true, facts: service.facts.bind(service) });

const refusal = (message: string): ConfigurationError => new ConfigurationError(null, [{ path: ['plugins'], message }]);
