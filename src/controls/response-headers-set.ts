import { is } from '../model/truth';
import { control } from './control';

export const responseHeadersSet = control({
  id: 'response-headers-set',
  area: 'application',
  severity: 'low',
  gate: 'off',
  judges: 'front-guard',
  title: 'Browsers are told how to treat what comes back',
  failure: 'sets no security headers',
  why: 'Without headers such as HSTS, browsers fall back to what an attacker can bend.',
  fix: 'Attach a response headers policy.',
  holds: ({ guard, kept }) => (guard === 'response-headers' ? is(kept, (on) => on, 'response headers') : undefined),
});
