import { is } from '../model/truth';
import { control } from './control';

export const recordTargetGiven = control({
  id: 'record-target-given',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'domain-record',
  title: 'Domain records lead somewhere',
  failure: 'leads nowhere',
  why: 'A name that is left over leads to whoever gets hold of what it once meant.',
  fix: 'Write the values or the alias of the record, or take it away.',
  holds: ({ target }) => is(target, (written) => written, 'values of the record'),
});
