import { is, not } from '../model/truth';
import { control } from './control';

export const administratorNameKept = control({
  id: 'administrator-name-kept',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'administrator-name',
  title: 'Names of administrators are kept with their passwords',
  failure: 'has its administrator named in what is deployed',
  why: 'A name is no secret by itself, and half of what somebody who guesses must know. A secret that holds both is changed as a whole.',
  fix: 'Refer to the secret that holds the password for the name as well, or let the service manage both.',
  holds: ({ inClear }) => not(is(inClear, (clear) => clear, 'name of the administrator in clear text')),
});
