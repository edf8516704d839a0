import { is } from '../model/truth';
import { control } from './control';

export const passwordAgeLimited = control({
  id: 'password-age-limited',
  area: 'client-users',
  severity: 'low',
  gate: 'off',
  judges: 'password-policy',
  title: 'Passwords are changed every 90 days',
  failure: 'lets passwords grow old',
  why: 'Some standards still ask for it (PCI DSS 8.3.9 where there is no second factor); NIST SP 800-63B advises against it.',
  fix: 'Set a maximum age of 90 days at most.',
  holds: ({ maximumAge }) => maximumAge && is(maximumAge, (days) => days <= 90, 'maximum age in days'),
});
