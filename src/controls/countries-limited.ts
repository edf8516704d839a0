import { is } from '../model/truth';
import { control } from './control';

export const countriesLimited = control({
  id: 'countries-limited',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'front-guard',
  title: 'Callers come from the countries that are served',
  failure: 'is reached from every country',
  why: 'Where customers live in a few countries only, everybody else is mostly an attacker.',
  fix: 'List the countries that are served, or those that are not.',
  holds: ({ guard, kept }) => (guard === 'countries' ? is(kept, (on) => on, 'limit to countries') : undefined),
});
