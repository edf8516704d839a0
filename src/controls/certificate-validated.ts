import { is } from '../model/truth';
import { control } from './control';

export const certificateValidated = control({
  id: 'certificate-validated',
  area: 'in-transit',
  severity: 'medium',
  gate: 'warn',
  judges: 'data-in-transit',
  title: 'Certificates of the other side are checked',
  failure: 'does not check the certificate of the other side',
  why: 'Encryption to somebody unknown protects from nobody: without the check, anyone on the path can be the other side.',
  fix: 'Switch certificate verification on.',
  holds: ({ certificateValidated }) =>
    certificateValidated && is(certificateValidated, (on) => on, 'certificate verification'),
});
