import { refer, system, unknown, type Properties, type Table } from '../../support/row';

type Tables = Readonly<Record<string, Readonly<Record<string, Table>>>>;

const put = (path: string, value: unknown): Properties => {
  const [key = '', ...rest] = path.split('.');
  return { [key]: rest.length === 0 ? value : put(rest.join('.'), value) };
};

/** Rows for something that Google always encrypts, with a key that the customer may name. */
export const keptStore = (noun: string, terraform: string, path: string): Tables => ({
  'storage-encrypted': {
    [noun]: {
      cloudformation: null,
      terraform,
      rows: [
        ['pass', 'nothing is said', null, {}],
        ['pass', 'the key is a variable', null, put(path, unknown)],
      ],
    },
  },
  'customer-managed-key': {
    [noun]: {
      cloudformation: null,
      terraform,
      rows: [
        ['fail', 'nothing is said', null, {}],
        ['pass', 'a key is named', null, put(path, 'projects/p/locations/l/keyRings/r/cryptoKeys/k')],
        [
          'pass',
          'a key is created beside it',
          null,
          system(put(path, refer('key')), { key: { type: 'google_kms_crypto_key', properties: { name: 'k' } } }),
        ],
        ['undecided', 'the key is a variable', null, put(path, unknown)],
      ],
    },
  },
});

/** A setting that Terraform alone has: where it is, and what passes, what does not, and what comes of silence. */
export const terraformSetting = (
  terraform: string,
  path: string,
  pass: unknown,
  fail: unknown,
  silence: 'pass' | 'fail' | 'undecided' | 'silent',
  more: Table['rows'] = [],
): Table => ({
  cloudformation: null,
  terraform,
  rows: [
    ['pass', 'it is as it should be', null, put(path, pass)],
    ['fail', 'it is not', null, put(path, fail)],
    ['undecided', 'it is settled at apply', null, put(path, unknown)],
    [silence, 'nothing is said', null, {}],
    ...more,
  ],
});

/** A secret that must not be written in the open. */
export const secretRows = (terraform: string, path: string): Table => ({
  cloudformation: null,
  terraform,
  rows: [
    ['fail', 'it is written in the open', null, put(path, 'hunter2')],
    ['pass', 'another resource makes it', null, system(put(path, refer('made', 'result')), { made: { type: 'random_password', properties: { length: 20 } } })], // prettier-ignore
    ['silent', 'nothing is said', null, {}],
  ],
});
