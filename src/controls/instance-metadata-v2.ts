import { is } from '../model/truth';
import { control } from './control';

export const instanceMetadataV2 = control({
  id: 'instance-metadata-v2',
  area: 'identity-access',
  severity: 'high',
  gate: 'warn',
  judges: 'instance-metadata',
  title: 'The metadata service answers no plain requests',
  failure: 'lets its metadata be read by a plain request',
  why: "Whoever can make the machine send one plain request (SSRF) reads the machine's credentials there.",
  fix: 'On AWS, require session tokens (IMDSv2): http_tokens = "required". On Google Kubernetes Engine, keep the old addresses off: disable-legacy-endpoints = "true".',
  holds: ({ tokenRequired }) => is(tokenRequired, (on) => on, 'session token required'),
});
