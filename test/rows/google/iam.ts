import { refer, system, unknown, type Properties, type ServiceRows, type Table } from '../../support/row';

const member = (role: unknown, who: unknown, more: object = {}) => ({ project: 'p', role, member: who, ...more });
const binding = (role: unknown, who: unknown) => ({ project: 'p', role, members: who });

const onProject = (rows: Table['rows']): Table => ({
  cloudformation: null,
  terraform: 'google_project_iam_member',
  rows,
});

/** A bucket with a member beside it. */
const beside = (who: unknown, more: Properties = {}) =>
  system(more, {
    grant: {
      type: 'google_storage_bucket_iam_member',
      properties: { bucket: refer('it', 'name'), role: 'roles/storage.objectViewer', member: who },
    },
  });

const policy = (bindings: readonly unknown[]) => JSON.stringify({ bindings });

/** The resource with a member beside it who is everyone, somebody, or nobody knows who. */
const everyoneOn = (type: string, key: string, role: string, attribute = 'name'): Table => {
  const on = (who: unknown) =>
    system(
      {},
      { grant: { type: `${type}_iam_member`, properties: { [key]: refer('it', attribute), role, member: who } } },
    );
  return {
    cloudformation: null,
    terraform: type,
    rows: [
      ['fail', 'everyone is a member', null, on('allUsers')],
      ['pass', 'a group is', null, on('group:g@example.com')],
      ['undecided', 'the member is a variable', null, on(unknown)],
    ],
  };
};

export const googleIamRows: ServiceRows = {
  service: 'google-iam',
  controls: {
    'iam-no-admin': {
      'member of a project': onProject([
        ['fail', 'it owns the project', null, member('roles/owner', 'user:jane@example.com')],
        ['fail', 'it administers the project', null, member('roles/admin', 'user:jane@example.com')],
        ['pass', 'it edits', null, member('roles/editor', 'user:jane@example.com')],
        ['undecided', 'the role is a variable', null, member(unknown, 'user:jane@example.com')],
        [
          'fail',
          'it owns until a day',
          null,
          member('roles/owner', 'user:jane@example.com', { condition: { expression: 'request.time < timestamp("2030-01-01T00:00:00Z")', title: 't' } }),
        ],
      ]), // prettier-ignore
      'member of a bucket elsewhere': {
        cloudformation: null,
        terraform: 'google_storage_bucket_iam_member',
        rows: [
          [
            'pass',
            'a role on one resource',
            null,
            { bucket: 'b', role: 'roles/owner', member: 'user:jane@example.com' },
          ],
        ],
      },
      'policy of a folder': {
        cloudformation: null,
        terraform: 'google_folder_iam_policy',
        rows: [
          ['fail', 'somebody owns it', null, { folder: 'folders/1', policy_data: policy([{ role: 'roles/owner', members: ['group:g@example.com'] }]) }],
          ['pass', 'somebody looks at it', null, { folder: 'folders/1', policy_data: policy([{ role: 'roles/viewer', members: ['group:g@example.com'] }]) }],
          ['undecided', 'the policy is a variable', null, { folder: 'folders/1', policy_data: unknown }],
          [
            'fail',
            'the policy is a document',
            null,
            system(
              { folder: 'folders/1', policy_data: refer('document', 'policy_data') },
              { document: { type: 'google_iam_policy', data: true, properties: { binding: [{ role: 'roles/owner', members: ['group:g@example.com'] }] } } },
            ),
          ],
        ],
      }, // prettier-ignore
      'document that nobody uses': {
        cloudformation: null,
        terraform: 'data.google_iam_policy',
        rows: [
          ['undecided', 'what it is attached to is not in sight', null, { binding: [{ role: 'roles/owner', members: ['user:jane@example.com'] }] }],
          ['pass', 'a narrow role', null, { binding: [{ role: 'roles/run.invoker', members: ['user:jane@example.com'] }] }],
        ],
      }, // prettier-ignore
    },
    'iam-no-wildcard-action': {
      'binding of a project': {
        cloudformation: null,
        terraform: 'google_project_iam_binding',
        rows: [
          ['fail', 'somebody edits everything', null, binding('roles/editor', ['serviceAccount:s@p.iam.gserviceaccount.com'])],
          ['pass', 'somebody looks at everything', null, binding('roles/viewer', ['serviceAccount:s@p.iam.gserviceaccount.com'])],
          ['undecided', 'the role is a variable', null, binding(unknown, ['serviceAccount:s@p.iam.gserviceaccount.com'])],
        ],
      }, // prettier-ignore
    },
    'iam-no-privilege-escalation': {
      'member of a project': onProject([
        ['fail', 'it acts as every service account', null, member('roles/iam.serviceAccountTokenCreator', 'group:g@example.com')],
        ['fail', 'it writes the policy', null, member('roles/resourcemanager.projectIamAdmin', 'group:g@example.com')],
        ['pass', 'it stores objects', null, member('roles/storage.objectAdmin', 'group:g@example.com')],
        ['undecided', 'a condition may confine it', null, member('roles/iam.serviceAccountUser', 'group:g@example.com', { condition: { expression: 'resource.name == "x"', title: 't' } })],
        ['undecided', 'a custom role elsewhere', null, member('projects/p/roles/mine', 'group:g@example.com')],
        ['fail', 'a custom role of the input gives permissions', null, system(member(refer('role'), 'group:g@example.com'), { role: { type: 'google_project_iam_custom_role', properties: { role_id: 'mine', permissions: ['iam.serviceAccounts.actAs'] } } })],
        ['pass', 'a custom role of the input reads', null, system(member(refer('role'), 'group:g@example.com'), { role: { type: 'google_project_iam_custom_role', properties: { role_id: 'mine', permissions: ['storage.objects.get'] } } })],
      ]), // prettier-ignore
      'member of a service account': {
        cloudformation: null,
        terraform: 'google_service_account_iam_member',
        rows: [
          [
            'pass',
            'it acts as one service account',
            null,
            { service_account_id: 'projects/p/serviceAccounts/s', role: 'roles/iam.serviceAccountUser', member: 'group:g@example.com' },
          ],
        ],
      }, // prettier-ignore
    },
    'resource-policy-not-public': {
      'storage bucket': {
        cloudformation: null,
        terraform: 'google_storage_bucket',
        rows: [
          ['fail', 'everyone is a member', null, beside('allUsers')],
          ['fail', 'whoever has an account is a member', null, beside('allAuthenticatedUsers')],
          ['pass', 'everyone is a member, and refused', null, beside('allUsers', { public_access_prevention: 'enforced' })],
          ['pass', 'somebody is a member', null, beside('user:jane@example.com')],
          ['undecided', 'the member is a variable', null, beside(unknown)],
          ['undecided', 'whether everyone is refused is a variable', null, beside('allUsers', { public_access_prevention: unknown })],
        ],
      }, // prettier-ignore
      'artifact repository': everyoneOn(
        'google_artifact_registry_repository',
        'repository',
        'roles/artifactregistry.reader',
      ),
      'BigQuery dataset': everyoneOn(
        'google_bigquery_dataset',
        'dataset_id',
        'roles/bigquery.dataViewer',
        'dataset_id',
      ),
      'cloud function': everyoneOn('google_cloudfunctions2_function', 'cloud_function', 'roles/cloudfunctions.invoker'),
      'KMS key': everyoneOn('google_kms_crypto_key', 'crypto_key_id', 'roles/cloudkms.cryptoKeyDecrypter', 'id'),
      'Pub/Sub topic': everyoneOn('google_pubsub_topic', 'topic', 'roles/pubsub.publisher'),
      secret: everyoneOn(
        'google_secret_manager_secret',
        'secret_id',
        'roles/secretmanager.secretAccessor',
        'secret_id',
      ),
      'binding of a bucket elsewhere': {
        cloudformation: null,
        terraform: 'google_storage_bucket_iam_binding',
        rows: [
          [
            'fail',
            'everyone is among the members',
            null,
            { bucket: 'b', role: 'roles/storage.objectViewer', members: ['allUsers'] },
          ],
          [
            'pass',
            'a group is',
            null,
            { bucket: 'b', role: 'roles/storage.objectViewer', members: ['group:g@example.com'] },
          ],
        ],
      },
      'member of a Cloud Run service elsewhere': {
        cloudformation: null,
        terraform: 'google_cloud_run_v2_service_iam_member',
        rows: [
          ['fail', 'everyone may call it', null, { name: 's', role: 'roles/run.invoker', member: 'allUsers' }],
          ['pass', 'a service account may', null, system({ name: 's', role: 'roles/run.invoker', member: refer('account', 'member') }, { account: { type: 'google_service_account', properties: { account_id: 'a' } } })],
        ],
      }, // prettier-ignore
      'binding of a topic elsewhere': {
        cloudformation: null,
        terraform: 'google_pubsub_topic_iam_binding',
        rows: [
          ['fail', 'everyone is among the members', null, { topic: 't', role: 'roles/pubsub.publisher', members: ['user:jane@example.com', 'allUsers'] }],
          ['pass', 'nobody else is', null, { topic: 't', role: 'roles/pubsub.publisher', members: ['user:jane@example.com'] }],
          ['undecided', 'the members are a variable', null, { topic: 't', role: 'roles/pubsub.publisher', members: unknown }],
          ['undecided', 'nobody is named', null, { topic: 't', role: 'roles/pubsub.publisher' }],
        ],
      }, // prettier-ignore
      'policy of a secret elsewhere': {
        cloudformation: null,
        terraform: 'google_secret_manager_secret_iam_policy',
        rows: [
          ['fail', 'everyone stands in it', null, { secret_id: 's', policy_data: policy([{ role: 'roles/secretmanager.secretAccessor', members: ['allUsers'] }]) }],
          ['pass', 'a group stands in it', null, { secret_id: 's', policy_data: policy([{ role: 'roles/secretmanager.secretAccessor', members: ['group:g@example.com'] }]) }],
          ['undecided', 'nobody can tell what stands in it', null, { secret_id: 's', policy_data: unknown }],
        ],
      }, // prettier-ignore
    },
    'policies-through-groups': {
      'member of a project': onProject([
        ['fail', 'a person by name', null, member('roles/viewer', 'user:jane@example.com')],
        ['pass', 'a group', null, member('roles/viewer', 'group:g@example.com')],
        ['pass', 'a service account', null, member('roles/viewer', 'serviceAccount:s@p.iam.gserviceaccount.com')],
        ['undecided', 'nobody knows who', null, member('roles/viewer', unknown)],
      ]),
    },
    'users-in-directory': {
      'member of a project': onProject([
        ['fail', 'a private account', null, member('roles/viewer', 'user:jane@gmail.com')],
        ['pass', 'an account of the organization', null, member('roles/viewer', 'user:jane@example.com')],
        ['undecided', 'nobody knows who', null, member('roles/viewer', unknown)],
        ['silent', 'no person', null, member('roles/viewer', 'group:g@example.com')],
      ]),
    },
    'role-not-shared': {
      'member of a project': onProject([
        ['fail', 'the default account of machines', null, member('roles/viewer', 'serviceAccount:123-compute@developer.gserviceaccount.com')],
        ['fail', 'the default account of App Engine', null, member('roles/viewer', 'serviceAccount:p@appspot.gserviceaccount.com')],
        ['fail', 'it is looked up', null, system(member('roles/viewer', refer('account', 'email')), { account: { type: 'google_compute_default_service_account', data: true, properties: {} } })],
        ['pass', 'an account of its own', null, member('roles/viewer', 'serviceAccount:s@p.iam.gserviceaccount.com')],
        ['undecided', 'nobody knows whose', null, member('roles/viewer', unknown)],
        ['silent', 'no machine', null, member('roles/viewer', 'group:g@example.com')],
      ]), // prettier-ignore
    },
    'administrator-policies-avoided': {
      'member of a project': onProject([
        ['fail', 'a machine administers a service', null, member('roles/container.admin', 'serviceAccount:s@p.iam.gserviceaccount.com')],
        ['pass', 'a machine uses a service', null, member('roles/container.viewer', 'serviceAccount:s@p.iam.gserviceaccount.com')],
        ['pass', 'a group administers a service', null, member('roles/container.admin', 'group:g@example.com')],
        ['undecided', 'nobody knows who administers', null, member('roles/container.admin', unknown)],
      ]), // prettier-ignore
    },
    'provider-policies-avoided': {
      'member of a project': onProject([
        ['fail', 'a basic role', null, member('roles/viewer', 'group:g@example.com')],
        ['pass', 'a role of one service', null, member('roles/storage.objectViewer', 'group:g@example.com')],
        ['undecided', 'the role is a variable', null, member(unknown, 'group:g@example.com')],
      ]),
    },
  },
};
