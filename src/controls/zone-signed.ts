import { is } from '../model/truth';
import { control } from './control';

export const zoneSigned = control({
  id: 'zone-signed',
  area: 'in-transit',
  severity: 'low',
  gate: 'note',
  judges: 'zone-signing',
  title: 'Public DNS zones are signed',
  failure: 'is not signed',
  why: 'Without DNSSEC, whoever sits between a client and its resolver can answer in your name.',
  fix: 'Switch DNSSEC signing on, and publish the key with the parent zone.',
  holds: ({ signed }) => is(signed, (on) => on, 'DNSSEC'),
});
