import { is } from '../model/truth';
import { control } from './control';

export const certificateTransparent = control({
  id: 'certificate-transparent',
  area: 'key-management',
  severity: 'low',
  gate: 'note',
  judges: 'certificate',
  title: 'Certificates are entered in the public logs',
  failure: 'keeps its certificate out of the public logs',
  why: 'Only what stands in the certificate transparency logs can be told from a certificate that somebody else obtained; browsers refuse what does not.',
  fix: 'Leave certificate transparency logging on.',
  holds: ({ transparent }) => transparent && is(transparent, (on) => on, 'certificate transparency'),
});
