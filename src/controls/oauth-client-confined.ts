import { all, is } from '../model/truth';
import { control } from './control';

/** @see https://www.rfc-editor.org/rfc/rfc9700 (OAuth 2.0 Security Best Current Practice, 2025-01: 2.1, 2.1.2, 2.4, 4.14) */
export const oauthClientConfined = control({
  id: 'oauth-client-confined',
  area: 'identity-access',
  severity: 'medium',
  gate: 'note',
  judges: 'oauth-client',
  title: 'Applications get tokens at named addresses, by flows of today',
  failure: 'gets codes or tokens where others can take them',
  why: 'A wildcard sends codes to hosts that somebody else may own; the implicit and password flows lay tokens and passwords open.',
  fix: 'Write every redirect address out, use the authorization code flow with PKCE, and rotate refresh tokens.',
  holds: ({ redirectsNamed, flowsCurrent }) => {
    const parts = [
      ...(redirectsNamed ? [is(redirectsNamed, (named) => named, 'redirect addresses written out')] : []),
      ...(flowsCurrent ? [is(flowsCurrent, (current) => current, 'recommended flows')] : []),
    ];
    return parts.length > 0 ? all(...parts) : undefined;
  },
});
