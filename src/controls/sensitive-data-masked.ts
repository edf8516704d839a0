import { is } from '../model/truth';
import { control } from './control';

export const sensitiveDataMasked = control({
  id: 'sensitive-data-masked',
  area: 'logging-audit',
  severity: 'low',
  gate: 'off',
  judges: 'masking',
  title: 'Sensitive data in records is masked',
  failure: 'shows sensitive data as it comes',
  why: 'Card numbers, addresses and tokens end in records, which more people read than the data itself.',
  fix: 'Write a data protection policy that masks what is sensitive.',
  holds: ({ on }) => is(on, (masked) => masked, 'data protection policy'),
});
