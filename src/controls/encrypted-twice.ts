import { is } from '../model/truth';
import { control } from './control';

export const encryptedTwice = control({
  id: 'encrypted-twice',
  area: 'data-at-rest',
  severity: 'low',
  gate: 'off',
  judges: 'storage-at-rest',
  title: 'Stored data is encrypted a second time, with another key',
  failure: 'is encrypted once only',
  why: 'One layer protects data as long as its algorithm and its key hold. Where rules ask for two, the second is yours to switch on, and often when the store is made or never.',
  fix: 'Switch the second layer on: infrastructure or double encryption, or encryption by the machine.',
  holds: ({ twice }) => twice && is(twice, (on) => on, 'second encryption'),
});
