import { is, not } from '../model/truth';
import { control } from './control';

export const aclNotWritable = control({
  id: 'acl-not-writable',
  area: 'configuration',
  severity: 'critical',
  gate: 'off',
  judges: 'acl-grant',
  title: 'No access control list lets everyone write',
  failure: 'lets everyone write by its ACL',
  why: 'Whoever may write may replace what others read, and run up the bill.',
  fix: 'Use the private ACL, or switch ACLs off, and grant by policy.',
  holds: ({ writable }) => writable && not(is(writable, (granted) => granted, 'ACL lets everyone write')),
});
