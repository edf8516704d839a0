import { is } from '../model/truth';
import { control } from './control';

export const certificateManaged = control({
  id: 'certificate-managed',
  area: 'key-management',
  severity: 'low',
  gate: 'note',
  judges: 'certificate',
  title: 'Certificates are kept by the certificate manager',
  failure: 'shows a certificate that was uploaded by hand',
  why: "A certificate that was uploaded is renewed by hand, and its key has been in somebody's hands.",
  fix: 'Let the certificate manager issue the certificate, and name that one.',
  holds: ({ managed }) => managed && is(managed, (on) => on, 'certificate manager'),
});
