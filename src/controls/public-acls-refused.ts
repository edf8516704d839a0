import { is } from '../model/truth';
import { control } from './control';

export const publicAclsRefused = control({
  id: 'public-acls-refused',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'public-access-block',
  title: 'New public ACLs are refused, and somebody wrote so',
  failure: 'does not say that public ACLs are refused',
  why: 'One request with a public ACL publishes an object.',
  fix: 'Switch the setting on that blocks public ACLs.',
  holds: ({ switches }) => switches && is(switches.blockAcls, (on) => on, 'public ACLs blocked'),
});
