import { is, not } from '../model/truth';
import { control } from './control';

export const endpointNamesPrivate = control({
  id: 'endpoint-names-private',
  area: 'network-controls',
  severity: 'low',
  gate: 'note',
  judges: 'network-path',
  title: 'Names of services lead to their private endpoints',
  failure: 'is passed by: the public name of the service does not lead to it',
  why: 'Clients that use the usual name of the service go out to its public address, past the endpoint and its policy.',
  fix: 'Switch private DNS on for the endpoint, and DNS resolution on for the network.',
  holds: ({ path, open }) => (path === 'public-name' ? not(is(open, (on) => on, 'way past the endpoint')) : undefined),
});
