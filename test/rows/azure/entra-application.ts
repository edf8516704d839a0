import { refer, system, unknown, type Properties, type Row, type ServiceRows } from '../../support/row';

const application = { cloudformation: null, terraform: 'azuread_application' };
const lasting = { start_date: '2026-11-24T00:00:00Z', end_date: '2030-01-01T00:00:00Z' };
const ending = { start_date: '2026-11-24T00:00:00Z', end_date: '2027-05-01T00:00:00Z' };

// prettier-ignore
const ends: readonly Row[] = [
  ['fail',      'nothing is said: two years', null, {}],
  ['pass',      'it ends within a year', null, ending],
  ['fail',      'it ends in years', null, lasting],
  ['pass',      'it ends after half a year', null, { end_date_relative: '4320h' }],
  ['fail',      'it ends after two years', null, { end_date_relative: '17520h' }],
  ['undecided', 'the end is settled at deployment', null, { end_date: unknown }],
  ['undecided', 'the end is no date', null, { end_date: 'later' }],
  ['undecided', 'the time is settled at deployment', null, { end_date_relative: unknown }],
];
const clock = (type: string, properties: Properties) => ({ clock: { type, properties } });
const turning = { rotate_when_changed: { rotation: refer('clock', 'id') } };
// prettier-ignore
const turns: readonly Row[] = [
  ['pass',      'it is replaced each quarter', null, system(turning, clock('time_rotating', { rotation_days: 90 }))],
  ['fail',      'it is replaced after two years', null, system(turning, clock('time_rotating', { rotation_years: 2 }))],
  ['pass',      'it ends when a clock says', null, system({ end_date: refer('clock', 'rotation_rfc3339') }, clock('time_rotating', { rotation_months: 6 }))],
  ['pass',      'it ends some days from now', null, system({ end_date: refer('clock', 'rfc3339') }, clock('time_offset', { offset_days: 180 }))],
  ['fail',      'it ends some years from now', null, system({ end_date: refer('clock', 'rfc3339') }, clock('time_offset', { offset_years: 5 }))],
  ['undecided', 'the clock is settled at deployment', null, system({ end_date: refer('clock', 'rfc3339') }, clock('time_offset', { offset_days: unknown }))],
  ['undecided', 'the clock says nothing', null, system({ end_date: refer('clock', 'rfc3339') }, clock('time_offset', {}))],
];
const certificates = ends.map((row): Row => [row[0], row[1], null, { value: 'MIIK', ...(row[3] as Properties) }]);

const redirecting = (...redirect_uris: readonly unknown[]): Properties => ({ web: [{ redirect_uris }] });

export const entraApplicationRows: ServiceRows = {
  service: 'entra-application',
  controls: {
    'no-long-lived-credentials': {
      'password of an application': {
        cloudformation: null,
        terraform: 'azuread_application_password',
        rows: [...ends, ...turns],
      },
      'password of a service principal': {
        cloudformation: null,
        terraform: 'azuread_service_principal_password',
        rows: ends,
      },
      'certificate of an application': {
        cloudformation: null,
        terraform: 'azuread_application_certificate',
        rows: certificates,
      },
      'certificate of a service principal': {
        cloudformation: null,
        terraform: 'azuread_service_principal_certificate',
        rows: certificates,
      },
      application: {
        ...application,
        // prettier-ignore
        rows: [
          ['silent',    'it has no password', null, { display_name: 'front' }],
          ['fail',      'its password lasts', null, { password: [{ display_name: 'p', ...lasting }] }],
          ['pass',      'its password ends', null, { password: [{ display_name: 'p', ...ending }] }],
          ['undecided', 'the end is settled at deployment', null, { password: [{ display_name: 'p', end_date: unknown }] }],
        ],
      },
    },
    'oauth-client-confined': {
      application: {
        ...application,
        // prettier-ignore
        rows: [
          ['pass',      'nothing is said', null, { display_name: 'front' }],
          ['pass',      'addresses are written out', null, redirecting('https://front.example.com/callback', 'http://localhost:8080/')],
          ['fail',      'an address has a wildcard', null, redirecting('https://*.example.com/callback')],
          ['fail',      'an address is not encrypted', null, redirecting('http://front.example.com/callback')],
          ['fail',      'an address only begins like the machine itself', null, redirecting('http://localhost.example.com/')],
          ['fail',      'a page has one of those', null, { single_page_application: [{ redirect_uris: ['https://*/'] }] }],
          ['fail',      'tokens are handed out by the browser', null, { web: [{ implicit_grant: [{ access_token_issuance_enabled: true }] }] }],
          ['pass',      'only who signed in is handed out', null, { web: [{ implicit_grant: [{ id_token_issuance_enabled: true }] }] }],
          ['fail',      'programs without a secret are let in', null, { fallback_public_client_enabled: true }],
          ['undecided', 'an address is settled at deployment', null, redirecting(unknown)],
          ['undecided', 'a flow is settled at deployment', null, { fallback_public_client_enabled: unknown }],
        ],
      },
      'redirect addresses': {
        cloudformation: null,
        terraform: 'azuread_application_redirect_uris',
        // prettier-ignore
        rows: [
          ['pass', 'they are written out', null, { type: 'Web', redirect_uris: ['https://front.example.com/'] }],
          ['fail', 'one has a wildcard', null, { type: 'Web', redirect_uris: ['https://*.example.com/'] }],
        ],
      },
    },
    'sign-up-by-invitation': {
      application: {
        ...application,
        // prettier-ignore
        rows: [
          ['pass',      'nothing is said: one tenant', null, {}],
          ['pass',      'one tenant', null, { sign_in_audience: 'AzureADMyOrg' }],
          ['fail',      'every tenant', null, { sign_in_audience: 'AzureADMultipleOrgs' }],
          ['fail',      'personal accounts', null, { sign_in_audience: 'PersonalMicrosoftAccount' }],
          ['undecided', 'it is settled at deployment', null, { sign_in_audience: unknown }],
        ],
      },
    },
    'no-secret-in-clear': {
      'secret of a synchronization': {
        cloudformation: null,
        terraform: 'azuread_synchronization_secret',
        // prettier-ignore
        rows: [
          ['fail', 'it is written', null, { credential: [{ key: 'SecretToken', value: 'correct horse' }] }],
        ],
      },
    },
  },
};
