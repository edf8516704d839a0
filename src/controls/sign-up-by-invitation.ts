import { is, not } from '../model/truth';
import { control } from './control';

export const signUpByInvitation = control({
  id: 'sign-up-by-invitation',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'sign-up',
  title: 'Accounts are made by invitation',
  failure: 'lets anybody make an account',
  why: 'What only people one knows should use must not hand out accounts to everybody who asks.',
  fix: 'Let administrators alone create users, where the application is not for the public.',
  holds: ({ open }) => not(is(open, (anybody) => anybody, 'accounts for whoever asks')),
});
