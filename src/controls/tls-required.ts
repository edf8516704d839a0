import { is } from '../model/truth';
import { control } from './control';

export const tlsRequired = control({
  id: 'tls-required',
  area: 'in-transit',
  severity: 'low',
  gate: 'off',
  judges: 'connection-floor',
  title: 'Nobody gets in by less than TLS 1.2',
  failure: 'lets clients in by less than TLS 1.2',
  why: 'Standards such as PCI DSS ask for strong encryption of every connection: plain text beside it, or an older version, breaks the rule alike.',
  fix: 'Refuse plain text, and choose a security policy or minimum version of TLS 1.2 or later.',
  holds: ({ floor }) => is(floor, (version) => version === '1.2' || version === '1.3', 'the least that is accepted'),
});
