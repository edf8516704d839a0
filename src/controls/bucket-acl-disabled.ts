import { is } from '../model/truth';
import { control } from './control';

export const bucketAclDisabled = control({
  id: 'bucket-acl-disabled',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'object-ownership',
  title: 'Access control lists are switched off',
  failure: 'still honours access control lists',
  why: 'With ACLs on, access is decided in two places, one of which nobody reviews.',
  fix: 'Set object ownership to BucketOwnerEnforced.',
  holds: ({ aclDisabled }) => is(aclDisabled, (disabled) => disabled, 'ACLs switched off'),
});
