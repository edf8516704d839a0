import { is } from '../model/truth';
import { control } from './control';

export const encryptionExplicit = control({
  id: 'encryption-explicit',
  area: 'data-at-rest',
  severity: 'low',
  gate: 'off',
  judges: 'storage-at-rest',
  title: 'Encryption at rest is asked for in writing',
  failure: 'does not ask for encryption at rest',
  why: 'What the platform encrypts by itself depends on dates, regions and versions, and no reviewer sees it. What is written down also holds for what is imported, restored or copied.',
  fix: 'Switch encryption at rest on where the resource is written, or name the key.',
  holds: ({ requested }) => requested && is(requested, (asked) => asked, 'encryption asked for'),
});
