import { is, not } from '../model/truth';
import { control } from './control';

export const aclNotPublic = control({
  id: 'acl-not-public',
  area: 'configuration',
  severity: 'critical',
  gate: 'block',
  judges: 'acl-grant',
  title: 'No access control list grants anything to everyone',
  failure: 'grants access to everyone by its ACL',
  why: 'A public ACL hands the data to anyone who guesses the name. ACLs are configuration, and configuration is yours.',
  fix: 'Use the private ACL, or switch ACLs off (bucket owner enforced), and grant by policy.',
  holds: ({ public: open }) => not(is(open, (granted) => granted, 'ACL grants to everyone')),
});
