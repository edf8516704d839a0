import {
  refer,
  system,
  unknown,
  withParameter,
  type Other,
  type Properties,
  type Row,
  type Table,
} from '../../support/row';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const script = '#!/bin/bash\nyum -y update\n';
const leaky = `${script}export DB_PASSWORD=hunter-2-hunter\n`;

/** A text under the name that each kind of machine has for it. */
const texts = (
  cloudformation: (text: unknown) => Properties,
  terraform: (text: unknown) => Properties,
): readonly Row[] => {
  const both = (text: unknown) => [cloudformation(text), terraform(text)] as const;
  return [
    ['silent', 'nothing is said', ...both(undefined)],
    ['pass', 'no secret stands in it', ...both(script)],
    ['pass', 'no secret stands in it, and it is in base64', ...both(base64(script))],
    ['fail', 'a variable holds a secret', ...both(leaky)],
    ['fail', 'a variable holds a secret, and it is in base64', ...both(base64(leaky))],
    ['fail', 'a private key stands in it', ...both(base64('-----BEGIN RSA PRIVATE KEY-----\nsomeKey'))],
    ['fail', 'an access key stands in it', ...both('echo AKIAABCDEFGHIJKLMNOP')],
    ['pass', 'a variable is filled by a parameter', cloudformation(withParameter('export DB_PASSWORD=')), null],
    [
      'fail',
      'a variable is written beside one that is a parameter',
      cloudformation(withParameter(`${leaky}export REGION=`)),
      null,
    ],
    ['undecided', 'only its digest is shown', ...both('da39a3ee5e6b4b0d3255bfef95601890afd80709')],
    ['undecided', 'it is packed and broken', ...both('H4sIAAAAAAAAAwAAAAAAAA==')],
    ['undecided', 'it is a parameter', ...both(unknown)],
  ];
};

/** Texts that a machine is started with, by what starts it. */
export const userDataTables: Readonly<Record<string, Table>> = {
  'EC2 instance': {
    cloudformation: 'AWS::EC2::Instance',
    terraform: 'aws_instance',
    rows: texts(
      (UserData) => ({ UserData }),
      (user_data) => ({ user_data }),
    ),
  },
  'EC2 instance with packed user data': {
    cloudformation: null,
    terraform: 'aws_instance',
    rows: [['fail', 'a variable holds a secret', null, { user_data_base64: base64(leaky) }]],
  },
  'launch template': {
    cloudformation: 'AWS::EC2::LaunchTemplate',
    terraform: 'aws_launch_template',
    rows: texts(
      (UserData) => ({ LaunchTemplateData: { UserData } }),
      (user_data) => ({ user_data }),
    ),
  },
  'launch configuration': {
    cloudformation: 'AWS::AutoScaling::LaunchConfiguration',
    terraform: 'aws_launch_configuration',
    rows: texts(
      (UserData) => ({ UserData }),
      (user_data) => ({ user_data }),
    ),
  },
};

export const configuration = (rows: readonly Row[]): Table => ({
  cloudformation: 'AWS::AutoScaling::LaunchConfiguration',
  terraform: 'aws_launch_configuration',
  rows,
});

export const instance = (rows: readonly Row[]): Table => ({
  cloudformation: 'AWS::EC2::Instance',
  terraform: 'aws_instance',
  rows,
});
const template = (cloudformation: Properties, terraform: Properties) =>
  [
    system(
      { LaunchTemplate: { LaunchTemplateId: refer('template'), Version: '1' } },
      { template: { type: 'AWS::EC2::LaunchTemplate', properties: { LaunchTemplateData: cloudformation } } },
    ),
    system(
      { launch_template: [{ id: refer('template') }] },
      { template: { type: 'aws_launch_template', properties: terraform } },
    ),
  ] as const;

export const protectionTables: Readonly<Record<string, Table>> = {
  'EC2 instance': instance([
    ['fail', 'nothing is said', {}, {}],
    ['pass', 'it is switched on', { DisableApiTermination: true }, { disable_api_termination: true }],
    ['fail', 'it is switched off', { DisableApiTermination: 'false' }, { disable_api_termination: 'false' }],
    [
      'pass',
      'its launch template switches it on',
      ...template({ DisableApiTermination: true }, { disable_api_termination: true }),
    ],
    ['undecided', 'it is a parameter', { DisableApiTermination: unknown }, { disable_api_termination: unknown }],
  ]),
  'spot instance': {
    cloudformation: null,
    terraform: 'aws_spot_instance_request',
    rows: [['silent', 'it cannot be protected', null, {}]],
  },
};

export const monitoringTables: Readonly<Record<string, Table>> = {
  'EC2 instance': instance([
    ['fail', 'nothing is said', {}, {}],
    ['pass', 'it is switched on', { Monitoring: true }, { monitoring: true }],
    ['fail', 'it is switched off', { Monitoring: false }, { monitoring: false }],
    [
      'pass',
      'its launch template switches it on',
      ...template({ Monitoring: { Enabled: true } }, { monitoring: [{ enabled: true }] }),
    ],
    ['undecided', 'it is a parameter', { Monitoring: unknown }, { monitoring: unknown }],
  ]),
  'launch template': {
    cloudformation: 'AWS::EC2::LaunchTemplate',
    terraform: 'aws_launch_template',
    rows: [
      ['fail', 'nothing is said', {}, {}],
      [
        'pass',
        'it is switched on',
        { LaunchTemplateData: { Monitoring: { Enabled: true } } },
        { monitoring: [{ enabled: true }] },
      ],
      [
        'undecided',
        'it is a parameter',
        { LaunchTemplateData: { Monitoring: { Enabled: unknown } } },
        { monitoring: [{ enabled: unknown }] },
      ],
    ],
  },
};

const looked = (properties: Properties) =>
  system({ ami: refer('image') }, { image: { type: 'aws_ami', data: true, properties } });

export const imageTables: Readonly<Record<string, Table>> = {
  'EC2 instance': {
    cloudformation: null,
    terraform: 'aws_instance',
    rows: [
      ['silent', 'its image is named by number', null, { ami: 'ami-0a1b' }],
      ['pass', 'an owner is named', null, looked({ owners: ['amazon'], most_recent: true })],
      [
        'fail',
        'no owner is named',
        null,
        looked({ most_recent: true, filter: [{ name: 'name', values: ['ubuntu*'] }] }),
      ],
      [
        'pass',
        'a filter names the owner',
        null,
        looked({ most_recent: true, filter: [{ name: 'owner-id', values: ['099720109477'] }] }),
      ],
      ['undecided', 'the owners are a parameter', null, looked({ owners: unknown })],
    ],
  },
};

/** Backup selections beside a resource, by what they choose. */
export const backupRows = (): readonly Row[] => {
  const beside = (
    cloudformation: Properties,
    terraform: Properties,
  ): readonly [Record<string, Other>, Record<string, Other>] => [
    { selection: { type: 'AWS::Backup::BackupSelection', properties: { BackupSelection: cloudformation } } },
    { selection: { type: 'aws_backup_selection', properties: terraform } },
  ];
  const row = (cloudformation: Properties, terraform: Properties) => {
    const [c, t] = beside(cloudformation, terraform);
    return [system({}, c), system({}, t)] as const;
  };
  return [
    ['silent', 'no copies are planned here', {}, {}],
    ['pass', 'a plan names it', ...row({ Resources: [refer()] }, { resources: [refer('it', 'arn')] })],
    [
      'fail',
      'a plan names another',
      ...row(
        { Resources: ['arn:aws:ec2:eu-west-1:111122223333:volume/vol-1'] },
        { resources: ['arn:aws:ec2:eu-west-1:111122223333:volume/vol-1'] },
      ),
    ],
    [
      'undecided',
      'a plan chooses by tags',
      ...row({ ListOfTags: [{ ConditionKey: 'a' }] }, { selection_tag: [{ key: 'a' }] }),
    ],
  ];
};
