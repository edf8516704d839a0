import { is } from '../model/truth';
import { control } from './control';

export const apiKeyRequired = control({
  id: 'api-key-required',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'sign-in',
  title: 'Callers of an API are told apart by a key',
  failure: 'is called without a key',
  why: 'Without a key per caller, use cannot be metered or stopped for one caller alone. (A key is no sign-in: whoever finds it may call.)',
  fix: 'Require an API key, and give each caller one through a usage plan.',
  holds: ({ callerKey }) => callerKey && is(callerKey, (on) => on, 'API key'),
});
