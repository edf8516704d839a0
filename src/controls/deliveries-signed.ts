import { is } from '../model/truth';
import { control } from './control';

export const deliveriesSigned = control({
  id: 'deliveries-signed',
  area: 'in-transit',
  severity: 'low',
  gate: 'note',
  judges: 'delivery',
  title: 'The receiver of a webhook can tell who sent it',
  failure: 'sends what anybody could have sent',
  why: 'The address of a webhook does not stay unknown. Without a secret, whoever finds it makes the receiver act.',
  fix: 'Give the webhook a secret, and let the receiver check the signature.',
  holds: ({ signed }) => is(signed, (on) => on, 'signature or secret'),
});
