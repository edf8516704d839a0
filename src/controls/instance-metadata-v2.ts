import { is } from '../model/truth';
import { control } from './control';

export const instanceMetadataV2 = control({
  id: 'instance-metadata-v2',
  area: 'identity-access',
  severity: 'high',
  gate: 'warn',
  judges: 'instance-metadata',
  title: 'The metadata service answers requests with a session token only',
  failure: 'lets its metadata be read without a session token',
  why: "IMDSv1 gives the machine's credentials to anyone who can make it send one request (SSRF).",
  fix: 'Require session tokens (IMDSv2): http_tokens = "required".',
  holds: ({ tokenRequired }) => is(tokenRequired, (on) => on, 'session token required'),
});
