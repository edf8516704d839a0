import { is } from '../model/truth';
import { control } from './control';

export const publicAclsIgnored = control({
  id: 'public-acls-ignored',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'public-access-block',
  title: 'Public ACLs are ignored, and somebody wrote so',
  failure: 'does not say that public ACLs are ignored',
  why: 'A public ACL that is there already keeps its effect unless it is ignored.',
  fix: 'Switch the setting on that ignores public ACLs.',
  holds: ({ switches }) => switches && is(switches.ignoreAcls, (on) => on, 'public ACLs ignored'),
});
