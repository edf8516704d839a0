import { unknown, type Properties, type Row, type ServiceRows, type Table } from '../../support/row';
import { keptStore, terraformSetting } from './kept-store';

const first = 'google_cloud_run_service';
const service = 'google_cloud_run_v2_service';
const job = 'google_cloud_run_v2_job';

const rows = (terraform: string, list: readonly Row[]): Table => ({ cloudformation: null, terraform, rows: list });
const annotated = (key: string, value: unknown): Properties => ({ metadata: [{ annotations: { [key]: value } }] });
const revised = (key: string, value: unknown): Properties => ({
  template: [{ metadata: [{ annotations: { [key]: value } }] }],
});
const container = (more: Properties): Properties => ({ template: [{ containers: [{ image: 'i', ...more }] }] });

const digest = `pkg.dev/p/i@sha256:${'a'.repeat(64)}`;

export const cloudRunRows: ServiceRows = {
  service: 'cloud-run',
  controls: {
    'front-private': {
      service: terraformSetting(service, 'ingress', 'INGRESS_TRAFFIC_INTERNAL_ONLY', 'INGRESS_TRAFFIC_ALL', 'fail'),
      'first version': rows(first, [
        ['fail', 'nothing is said', null, {}],
        ['pass', 'callers come from its network', null, annotated('run.googleapis.com/ingress', 'internal')],
        ['fail', 'callers come from everywhere', null, annotated('run.googleapis.com/ingress', 'all')],
        ['undecided', 'it is settled at apply', null, annotated('run.googleapis.com/ingress', unknown)],
      ]),
    },
    'sign-in-required': {
      service: terraformSetting(service, 'invoker_iam_disabled', false, true, 'pass'),
      'first version': rows(first, [
        ['silent', 'nothing is said', null, {}],
        ['fail', 'the check is off', null, annotated('run.googleapis.com/invoker-iam-disabled', 'true')],
        ['pass', 'it is on', null, annotated('run.googleapis.com/invoker-iam-disabled', 'false')],
        ['undecided', 'it is settled at apply', null, annotated('run.googleapis.com/invoker-iam-disabled', unknown)],
      ]),
    },
    'egress-confined': {
      service: terraformSetting(service, 'template.vpc_access.egress', 'ALL_TRAFFIC', 'PRIVATE_RANGES_ONLY', 'fail'),
      job: terraformSetting(job, 'template.template.vpc_access.egress', 'ALL_TRAFFIC', 'PRIVATE_RANGES_ONLY', 'fail'),
      'first version': rows(first, [
        ['fail', 'nothing is said', null, {}],
        ['pass', 'everything passes the network', null, revised('run.googleapis.com/vpc-access-egress', 'all-traffic')],
        ['undecided', 'it is settled at apply', null, revised('run.googleapis.com/vpc-access-egress', unknown)],
      ]),
    },
    'role-not-shared': {
      service: terraformSetting(
        service,
        'template.service_account',
        'own@p.iam.gserviceaccount.com',
        '1-compute@developer.gserviceaccount.com',
        'fail',
      ),
      job: terraformSetting(
        job,
        'template.template.service_account',
        'own@p.iam.gserviceaccount.com',
        '1-compute@developer.gserviceaccount.com',
        'fail',
      ),
      'first version': terraformSetting(
        first,
        'template.spec.service_account_name',
        'own@p.iam.gserviceaccount.com',
        '1-compute@developer.gserviceaccount.com',
        'fail',
      ),
    },
    'no-secret-in-clear': {
      service: rows(service, [
        ['fail', 'a variable holds one', null, container({ env: [{ name: 'DB_PASSWORD', value: 'Tr0ub4dor-and-3' }] })],
        [
          'silent',
          'it is kept elsewhere',
          null,
          container({ env: [{ name: 'DB_PASSWORD', value_source: [{ secret_key_ref: [{ secret: 's' }] }] }] }),
        ],
        ['silent', 'no variable sounds like one', null, container({ env: [{ name: 'COLOUR', value: 'blue' }] })],
      ]),
    },
    ...keptStore('Cloud Run service', service, 'template.encryption_key'),
    'image-tag-immutable': {
      service: rows(service, [
        ['pass', 'the image is named by its digest', null, container({ image: digest })],
        ['fail', 'it is named by a tag', null, container({ image: 'pkg.dev/p/i:latest' })],
        ['silent', 'it is settled at apply', null, container({ image: unknown })],
      ]),
    },
    'code-signed': {
      service: rows(service, [
        ['fail', 'nothing is said', null, {}],
        ['pass', 'the policy of the project holds', null, { binary_authorization: [{ use_default: true }] }],
        ['pass', 'a policy is named', null, { binary_authorization: [{ policy: 'p' }] }],
        ['undecided', 'it is settled at apply', null, { binary_authorization: [{ use_default: unknown }] }],
      ]),
    },
    'removal-guarded': { service: terraformSetting(service, 'deletion_protection', true, false, 'pass') },
    'engine-upgrades-automatic': {
      service: rows(service, [
        ['silent', 'it brings an image', null, {}],
        [
          'pass',
          'its base is kept current',
          null,
          { build_config: [{ base_image: 'b', enable_automatic_updates: true }] },
        ],
        ['fail', 'its base is not', null, { build_config: [{ base_image: 'b' }] }],
        [
          'undecided',
          'it is settled at apply',
          null,
          { build_config: [{ base_image: 'b', enable_automatic_updates: unknown }] },
        ],
      ]),
    },
  },
};
