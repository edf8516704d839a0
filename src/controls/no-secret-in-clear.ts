import { is, not } from '../model/truth';
import { control } from './control';

export const noSecretInClear = control({
  id: 'no-secret-in-clear',
  area: 'application',
  severity: 'critical',
  gate: 'block',
  judges: 'secret-in-clear',
  title: 'No secret stands in what is deployed',
  failure: 'holds a secret in clear text',
  why: 'Templates, plans and state are copied to pipelines, logs and consoles; a secret in them is known to everyone who reads one.',
  fix: 'Keep the secret in a secrets manager and refer to it, or let the service manage it.',
  holds: ({ inClear, secret }) => not(is(inClear, (clear) => clear, `${secret} in clear text`)),
});
