import { refer, system, unknown, type Properties, type Row, type ServiceRows, type Table } from '../../support/row';
import { machineDiskTables } from './compute-instance-disk';
import { secretRows, terraformSetting } from './kept-store';

const machine = 'google_compute_instance';
const template = 'google_compute_instance_template';

const rows = (terraform: string, list: readonly Row[]): Table => ({ cloudformation: null, terraform, rows: list });

const metadata = (values: Properties): Properties => ({ metadata: values });

/** A machine whose project sets metadata, too. */
const inProject = (it: Properties, project: Properties) =>
  system(it, { project: { type: 'google_compute_project_metadata', properties: { metadata: project } } });

/** A machine that is made from a template beside it. */
const fromTemplate = (it: Properties, properties: Properties) =>
  system({ source_instance_template: refer('model'), ...it }, { model: { type: template, properties } });

const networks = (one: Properties): Properties => ({ network_interface: [one] });

const script = 'export DB_PASSWORD=Tr0ub4dor-and-3';

export const computeInstanceRows: ServiceRows = {
  service: 'compute-instance',
  controls: {
    'no-public-address': {
      machine: rows(machine, [
        ['pass', 'no access configuration is written', null, networks({ subnetwork: 's' })],
        ['fail', 'an empty one is written', null, networks({ subnetwork: 's', access_config: [{}] })],
        [
          'fail',
          'an address is written',
          null,
          networks({ subnetwork: 's', access_config: [{ nat_ip: '203.0.113.7' }] }),
        ],
        [
          'fail',
          'one for IPv6 is written',
          null,
          networks({ subnetwork: 's', ipv6_access_config: [{ network_tier: 'PREMIUM' }] }),
        ],
        ['undecided', 'it is settled at apply', null, networks({ subnetwork: 's', access_config: unknown })],
        ['pass', 'no interface is written', null, {}],
      ]),
      'machine template': rows(template, [
        ['fail', 'an address is asked for', null, networks({ network: 'n', access_config: [{}] })],
        ['pass', 'none is', null, networks({ network: 'n' })],
        ['undecided', 'the interfaces are settled at apply', null, { network_interface: unknown }],
      ]),
      'machine from a template': rows('google_compute_instance_from_template', [
        [
          'fail',
          'the template asks for an address',
          null,
          fromTemplate({}, networks({ network: 'n', access_config: [{}] })),
        ],
        [
          'pass',
          'the machine says otherwise',
          null,
          fromTemplate(networks({ network: 'n' }), networks({ network: 'n', access_config: [{}] })),
        ],
        ['undecided', 'the template is not in sight', null, { source_instance_template: 'elsewhere' }],
      ]),
    },
    'default-network-unused': {
      machine: rows(machine, [
        ['fail', 'it is in the default network', null, networks({ network: 'default' })],
        [
          'fail',
          'it is in a subnetwork of it',
          null,
          networks({ subnetwork: 'projects/p/regions/r/subnetworks/default' }),
        ],
        ['pass', 'it is in another', null, networks({ network: 'projects/p/global/networks/own' })],
        [
          'pass',
          'it is in one of the input',
          null,
          system(networks({ network: refer('own') }), {
            own: { type: 'google_compute_network', properties: { name: 'own' } },
          }),
        ],
        ['undecided', 'it is settled at apply', null, networks({ network: unknown })],
      ]),
    },
    'route-not-through-machine': {
      machine: terraformSetting(machine, 'can_ip_forward', false, true, 'pass'),
    },
    'local-auth-disabled': {
      machine: terraformSetting(machine, 'metadata.enable-oslogin', 'TRUE', 'FALSE', 'fail', [
        ['pass', 'it is written as yes', null, metadata({ 'enable-oslogin': 'yes' })],
        ['pass', 'the project switches it on', null, inProject({}, { 'enable-oslogin': 'true' })],
        [
          'fail',
          'another project switches it on',
          null,
          system(
            { project: 'p' },
            {
              other: {
                type: 'google_compute_project_metadata',
                properties: { project: 'q', metadata: { 'enable-oslogin': 'true' } },
              },
            },
          ),
        ],
        [
          'fail',
          'the machine says otherwise',
          null,
          inProject(metadata({ 'enable-oslogin': 'false' }), { 'enable-oslogin': 'true' }),
        ],
        ['undecided', 'the text is neither true nor false', null, metadata({ 'enable-oslogin': 'perhaps' })],
        ['undecided', 'the metadata are settled at apply', null, { metadata: unknown }],
      ]),
    },
    'local-secrets-refused': {
      machine: rows(machine, [
        ['fail', 'nothing is said', null, {}],
        ['fail', 'keys of the project are let in', null, metadata({ 'block-project-ssh-keys': false })],
        ['pass', 'they are blocked', null, metadata({ 'block-project-ssh-keys': 'TRUE' })],
        [
          'fail',
          'keys of its own are written',
          null,
          metadata({ 'block-project-ssh-keys': 'true', 'ssh-keys': 'jane:ssh-ed25519 AAAA' }),
        ],
        [
          'pass',
          'keys do not count',
          null,
          metadata({ 'enable-oslogin': 'true', 'ssh-keys': 'jane:ssh-ed25519 AAAA' }),
        ],
        ['undecided', 'it is settled at apply', null, metadata({ 'block-project-ssh-keys': unknown })],
      ]),
      'machine from a template': rows('google_compute_instance_from_template', [
        ['pass', 'the template blocks them', null, fromTemplate({}, metadata({ 'block-project-ssh-keys': 'true' }))],
        [
          'fail',
          'its own metadata replace those of the template',
          null,
          fromTemplate(metadata({ note: 'x' }), metadata({ 'block-project-ssh-keys': 'true' })),
        ],
        ['undecided', 'the template is not in sight', null, { source_instance_template: 'elsewhere' }],
      ]),
    },
    'endpoint-not-public': {
      'serial console': terraformSetting(machine, 'metadata.serial-port-enable', 'false', 'TRUE', 'pass', [
        ['fail', 'the project opens it', null, inProject({}, { 'serial-port-enable': '1' })],
      ]),
    },
    'machine-role-given': {
      machine: rows(machine, [
        ['fail', 'no account is written', null, {}],
        [
          'pass',
          'one is',
          null,
          { service_account: [{ email: 'own@p.iam.gserviceaccount.com', scopes: ['cloud-platform'] }] },
        ],
        ['undecided', 'it is settled at apply', null, { service_account: unknown }],
      ]),
    },
    'role-not-shared': {
      machine: rows(machine, [
        ['pass', 'no account is written', null, {}],
        ['pass', 'it has one of its own', null, { service_account: [{ email: 'own@p.iam.gserviceaccount.com' }] }],
        [
          'pass',
          'one is made beside it',
          null,
          system(
            { service_account: [{ email: refer('own', 'email') }] },
            { own: { type: 'google_service_account', properties: { account_id: 'own' } } },
          ),
        ],
        [
          'fail',
          'the default one is looked up',
          null,
          system(
            { service_account: [{ email: refer('all', 'email') }] },
            { all: { type: 'google_compute_default_service_account', data: true, properties: { project: 'p' } } },
          ),
        ],
        ['fail', 'no name is written', null, { service_account: [{ scopes: ['cloud-platform'] }] }],
        [
          'fail',
          'it is the default one',
          null,
          { service_account: [{ email: '123-compute@developer.gserviceaccount.com' }] },
        ],
        ['undecided', 'it is settled at apply', null, { service_account: [{ email: unknown }] }],
      ]),
    },
    'no-secret-in-clear': {
      'startup script': rows(machine, [
        ['fail', 'a secret stands in it', null, { metadata_startup_script: script }],
        ['fail', 'it stands in the metadata', null, metadata({ 'startup-script': script })],
        ['pass', 'none does', null, { metadata_startup_script: 'apt-get update' }],
        ['undecided', 'it is settled at apply', null, { metadata_startup_script: unknown }],
        ['fail', 'an entry is one', null, metadata({ db_password: 'Tr0ub4dor-and-3' })],
      ]),
      'disk encryption key': secretRows(machine, 'boot_disk.disk_encryption_key_raw'),
      'key of an attached disk': secretRows(machine, 'attached_disk.disk_encryption_key_raw'),
      'key of a source': secretRows(machine, 'boot_disk.initialize_params.source_image_encryption_key.raw_key'),
      'key of the disk of a template': secretRows(template, 'disk.disk_encryption_key.raw_key'),
    },
    'removal-guarded': {
      machine: terraformSetting(machine, 'deletion_protection', true, false, 'fail'),
    },
    ...machineDiskTables,
  },
};
