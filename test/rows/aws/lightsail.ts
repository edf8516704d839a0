import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

const database = { cloudformation: 'AWS::Lightsail::Database', terraform: 'aws_lightsail_database' };
const port = (from: number, cidrs?: unknown, more?: object) =>
  [
    { Networking: { Ports: [{ FromPort: from, ToPort: from, Protocol: 'tcp', Cidrs: cidrs, ...more }] } },
    system(
      { name: 'ours' },
      {
        ports: {
          type: 'aws_lightsail_instance_public_ports',
          properties: {
            instance_name: refer('it', 'name'),
            port_info: [{ from_port: from, to_port: from, protocol: 'tcp', cidrs }],
          },
        },
      },
    ),
  ] as const;

export const lightsailRows: ServiceRows = {
  service: 'lightsail',
  controls: {
    'backup-kept': {
      'Lightsail instance': {
        cloudformation: 'AWS::Lightsail::Instance',
        terraform: 'aws_lightsail_instance',
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'the add-on is on', { AddOns: [{ AddOnType: 'AutoSnapshot', Status: 'Enabled' }] }, { add_on: [{ type: 'AutoSnapshot', status: 'Enabled' }] }],
          ['fail', 'the add-on is off', { AddOns: [{ AddOnType: 'AutoSnapshot', Status: 'Disabled' }] }, { add_on: [{ type: 'AutoSnapshot', status: 'Disabled' }] }],
          ['undecided', 'the add-ons are a parameter', { AddOns: unknown }, { add_on: unknown }],
        ], // prettier-ignore
      },
    },
    'ingress-admin-not-open': {
      'Lightsail instance': {
        cloudformation: 'AWS::Lightsail::Instance',
        terraform: 'aws_lightsail_instance',
        rows: [
          ['silent', 'nothing is said', {}, {}],
          ['fail', 'SSH is open', ...port(22)],
          ['fail', 'SSH is open to everyone', ...port(22, ['0.0.0.0/0'])],
          ['pass', 'SSH is open to one network', ...port(22, ['198.51.100.0/24'])],
          ['undecided', 'the network is a parameter', ...port(22, unknown)],
          ['pass', 'HTTPS is open', ...port(443)],
          ['fail', 'SSH is open to everyone by IPv6', port(22, ['198.51.100.0/24'], { Ipv6Cidrs: ['::/0'] })[0], null],
          ['pass', 'SSH is open to the console only', port(22, undefined, { CidrListAliases: ['lightsail-connect'] })[0], null],
        ], // prettier-ignore
      },
      'ports of a Lightsail instance': {
        cloudformation: null,
        terraform: 'aws_lightsail_instance_public_ports',
        rows: [
          [
            'fail',
            'the instance is elsewhere',
            null,
            { instance_name: 'ours', port_info: [{ from_port: 22, to_port: 22, protocol: 'tcp' }] },
          ],
        ],
      },
    },
    'endpoint-not-public': {
      'Lightsail database': {
        ...database,
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['fail', 'it is public', { PubliclyAccessible: true }, { publicly_accessible: true }],
          ['pass', 'it is private', { PubliclyAccessible: false }, { publicly_accessible: false }],
          ['undecided', 'it is a parameter', { PubliclyAccessible: unknown }, { publicly_accessible: unknown }],
        ],
      },
    },
    'storage-not-public': {
      'Lightsail bucket': {
        cloudformation: 'AWS::Lightsail::Bucket',
        terraform: null,
        rows: [
          ['pass', 'nothing is said', {}, null],
          ['fail', 'everyone may read', { AccessRules: { GetObject: 'public' } }, null],
          ['pass', 'it is private', { AccessRules: { GetObject: 'private' } }, null],
          ['undecided', 'it is a parameter', { AccessRules: unknown }, null],
        ],
      },
    },
    'no-secret-in-clear': {
      'Lightsail instance': {
        cloudformation: 'AWS::Lightsail::Instance',
        terraform: 'aws_lightsail_instance',
        rows: [
          ['silent', 'nothing is said', {}, {}],
          ['pass', 'no secret stands in its script', { UserData: 'yum -y update' }, { user_data: 'yum -y update' }],
          ['fail', 'a secret does', { UserData: 'DB_PASSWORD=hunter-2-hunter' }, { user_data: 'DB_PASSWORD=hunter-2-hunter' }],
          ['undecided', 'it is a parameter', { UserData: unknown }, { user_data: unknown }],
        ], // prettier-ignore
      },
      'password of a Lightsail database': secretTable({
        ...database,
        inCloudformation: (MasterUserPassword) => ({ MasterUserPassword }),
        inTerraform: (master_password) => ({ master_password }),
      }),
    },
  },
};
