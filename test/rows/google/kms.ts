import { unknown, type ServiceRows } from '../../support/row';
import { secretRows } from './kept-store';

const type = 'google_kms_crypto_key';
const table = (rows: ServiceRows['controls'][string][string]['rows']) => ({
  'KMS key': { cloudformation: null, terraform: type, rows },
});

export const googleKmsRows: ServiceRows = {
  service: 'cloud-kms',
  controls: {
    'key-rotation': table([
      ['fail', 'nothing is said', null, {}],
      ['pass', 'it rotates', null, { rotation_period: '7776000s' }],
      ['undecided', 'the period is a variable', null, { rotation_period: unknown }],
      ['undecided', 'the period is no duration', null, { rotation_period: '90d' }],
      ['undecided', 'the period begins as none', null, { rotation_period: 'P7776000s' }],
      ['undecided', 'the period ends as none', null, { rotation_period: '7776000seconds' }],
      ['pass', 'the period has fractions', null, { rotation_period: ' 7776000.125s ' }],
      ['silent', 'it is asymmetric', null, { purpose: 'ASYMMETRIC_SIGN' }],
      ['silent', 'its material is imported', null, { import_only: true }],
      ['silent', 'its material is kept elsewhere', null, { version_template: { algorithm: 'a', protection_level: 'EXTERNAL' } }],
      ['undecided', 'its purpose is a variable', null, { purpose: unknown }],
    ]), // prettier-ignore
    'key-rotated-quarterly': table([
      ['pass', 'every 90 days', null, { rotation_period: '7776000s' }],
      ['fail', 'every 100 days', null, { rotation_period: '8640000s' }],
      ['fail', 'nothing is said', null, {}],
      ['undecided', 'the period is a variable', null, { rotation_period: unknown }],
    ]),
    'key-rotated-yearly': table([
      ['pass', 'every 100 days', null, { rotation_period: '8640000s' }],
      ['fail', 'every two years', null, { rotation_period: '63072000s' }],
    ]),
    'key-deletion-window': table([
      ['pass', 'nothing is said', null, {}],
      ['fail', 'a day', null, { destroy_scheduled_duration: '86400s' }],
      ['undecided', 'a variable', null, { destroy_scheduled_duration: unknown }],
    ]),
    'no-secret-in-clear': { 'plain text of a ciphertext': secretRows('google_kms_secret_ciphertext', 'plaintext') },
  },
};
