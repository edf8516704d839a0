import { is } from '../model/truth';
import { control } from './control';

export const recordTargetManaged = control({
  id: 'record-target-managed',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'domain-record',
  title: 'Address records lead to resources, not to addresses by number',
  failure: 'leads to an address by number',
  why: 'An address that is given back belongs to somebody else next, and the name still leads there.',
  fix: 'Refer to the resource that the address is of, so that the record goes when it goes.',
  holds: ({ targetManaged }) => targetManaged && is(targetManaged, (own) => own, 'address'),
});
