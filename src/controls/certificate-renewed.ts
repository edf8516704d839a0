import { is } from '../model/truth';
import { control } from './control';

export const certificateRenewed = control({
  id: 'certificate-renewed',
  area: 'key-management',
  severity: 'low',
  gate: 'note',
  judges: 'certificate',
  title: 'Certificates are renewed automatically',
  failure: 'is not renewed automatically',
  why: 'A certificate that somebody must remember to renew will one day take the service down.',
  fix: 'Validate it by DNS rather than by e-mail, and let the certificate manager issue it rather than importing it.',
  holds: ({ renewed }) => renewed && is(renewed, (on) => on, 'renewal of the certificate'),
});
