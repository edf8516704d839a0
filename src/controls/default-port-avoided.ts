import { is, not } from '../model/truth';
import { control } from './control';

export const defaultPortAvoided = control({
  id: 'default-port-avoided',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'listening-port',
  title: 'Stores do not listen on the port that everybody tries first',
  failure: 'listens on the well-known port of its engine',
  why: 'It keeps nobody out who looks closely; it keeps out what tries well-known ports only.',
  fix: 'Choose another port.',
  holds: ({ wellKnown }) => not(is(wellKnown, (known) => known, 'port')),
});
