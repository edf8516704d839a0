import { refer, system, unknown, type Row, type ServiceRows, type Table } from '../../support/row';

const profile = (name: unknown) => [{ IamInstanceProfile: name }, { iam_instance_profile: name }] as const;
const machine = (cloudformation: string, terraform: string): Table => ({
  cloudformation,
  terraform,
  rows: [
    ['fail', 'nothing is said', {}, {}],
    ['pass', 'a profile is named', ...profile('app')],
    ['undecided', 'the profile is a parameter', ...profile(unknown)],
    ['pass', 'the profile beside it has a role', system({ IamInstanceProfile: refer('profile') }, { profile: { type: 'AWS::IAM::InstanceProfile', properties: { Roles: ['app'] } } }), system({ iam_instance_profile: refer('profile', 'name') }, { profile: { type: 'aws_iam_instance_profile', properties: { role: 'app' } } })],
    ['fail', 'the profile beside it has none', system({ IamInstanceProfile: refer('profile') }, { profile: { type: 'AWS::IAM::InstanceProfile', properties: {} } }), system({ iam_instance_profile: refer('profile', 'name') }, { profile: { type: 'aws_iam_instance_profile', properties: {} } })],
  ],
}); // prettier-ignore

const started = (data: object) =>
  system(
    { LaunchTemplate: { LaunchTemplateId: refer('template'), Version: '1' } },
    { template: { type: 'AWS::EC2::LaunchTemplate', properties: { LaunchTemplateData: data } } },
  );
const startedFrom = (properties: Readonly<Record<string, unknown>>) =>
  system(
    { launch_template: [{ id: refer('template', 'id') }] },
    { template: { type: 'aws_launch_template', properties } },
  );

export const machineRoleRows: ServiceRows = {
  service: 'ec2',
  controls: {
    'machine-role-given': {
      'EC2 instance': machine('AWS::EC2::Instance', 'aws_instance'),
      'launch configuration': machine('AWS::AutoScaling::LaunchConfiguration', 'aws_launch_configuration'),
      'EC2 instance of a launch template': {
        cloudformation: 'AWS::EC2::Instance',
        terraform: 'aws_instance',
        rows: [
          ['pass', 'the template names a profile', started({ IamInstanceProfile: { Name: 'app' } }), startedFrom({ iam_instance_profile: [{ name: 'app' }] })],
          ['fail', 'the template names none', started({}), startedFrom({})],
          ['undecided', 'the template is elsewhere', { LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '1' } }, { launch_template: [{ id: 'lt-1' }] }],
        ],
      },
      'spot instance': {
        cloudformation: null,
        terraform: 'aws_spot_instance_request',
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'a profile is named', null, { iam_instance_profile: 'app' }],
        ],
      },
    },
  },
}; // prettier-ignore

const task = (role: unknown, agent?: unknown) =>
  [
    { TaskRoleArn: role, ExecutionRoleArn: agent },
    { task_role_arn: role, execution_role_arn: agent },
  ] as const;
const hosted = (...containers: readonly object[]) =>
  [
    { NetworkMode: 'host', ContainerDefinitions: containers.map((one) => ({ Name: 'web', ...one })) },
    { network_mode: 'host', container_definitions: JSON.stringify(containers.map((one) => ({ name: 'web', ...Object.fromEntries(Object.entries(one).map(([name, value]) => [name.toLowerCase(), value as unknown])) }))) },
  ] as const; // prettier-ignore

export const taskRoleRows: ServiceRows = {
  service: 'ecs',
  controls: {
    'role-not-shared': {
      'ECS task definition': {
        cloudformation: 'AWS::ECS::TaskDefinition',
        terraform: 'aws_ecs_task_definition',
        rows: [
          ['silent', 'the task has no role', {}, {}],
          ['pass', 'the agent has none', ...task('arn:aws:iam::111122223333:role/app')],
          ['pass', 'the agent has another', ...task('arn:aws:iam::111122223333:role/app', 'arn:aws:iam::111122223333:role/agent')],
          ['fail', 'the agent has the same', ...task('arn:aws:iam::111122223333:role/app', 'arn:aws:iam::111122223333:role/app')],
          ['fail', 'the agent has the one beside it too', system({ TaskRoleArn: refer('role', 'arn', 'Arn'), ExecutionRoleArn: refer('role', 'arn', 'Arn') }, { role: { type: 'AWS::IAM::Role', properties: {} } }), system({ task_role_arn: refer('role', 'arn'), execution_role_arn: refer('role', 'arn') }, { role: { type: 'aws_iam_role', properties: {} } })],
          ['undecided', "the agent's is a parameter", ...task('arn:aws:iam::111122223333:role/app', unknown)],
        ],
      },
    },
    'host-network-declared': {
      'ECS task definition': {
        cloudformation: 'AWS::ECS::TaskDefinition',
        terraform: 'aws_ecs_task_definition',
        rows: [
          ['silent', 'it has a network of its own', { ContainerDefinitions: [{ Name: 'web' }] }, { container_definitions: '[{"name":"web"}]' }],
          ['fail', 'it is root on the network of its host', ...hosted({ User: 'root' })],
          ['fail', 'it names no user', ...hosted({})],
          ['pass', 'it is declared privileged', ...hosted({ User: 'root', Privileged: true })],
          ['pass', 'it is somebody else', ...hosted({ User: '1000' })],
          ['fail', 'one of two is declared', ...hosted({ Privileged: true }, { User: '0:0', Privileged: false })],
          ['undecided', 'its user is a parameter', { NetworkMode: 'host', ContainerDefinitions: [{ Name: 'web', User: unknown }] }, null],
          ['undecided', 'its network is a parameter', { NetworkMode: unknown, ContainerDefinitions: [{ Name: 'web' }] }, { network_mode: unknown, container_definitions: '[{"name":"web"}]' }],
        ],
      },
    },
  },
}; // prettier-ignore

const twin = (role: unknown) =>
  [
    { twin: { type: 'AWS::Lambda::Function', properties: { Role: role } } },
    { twin: { type: 'aws_lambda_function', properties: { role } } },
  ] as const;
const beside = (role: unknown, other: unknown): readonly [Row[2], Row[3]] => {
  const [cloudformation, terraform] = twin(other);
  return [system({ Role: role }, cloudformation), system({ role }, terraform)];
};
const permission = (action: unknown): readonly [Row[2], Row[3]] => [
  { FunctionName: 'web', Action: action, Principal: 's3.amazonaws.com' },
  { function_name: 'web', action, principal: 's3.amazonaws.com' },
];

export const functionRoleRows: ServiceRows = {
  service: 'lambda',
  controls: {
    'role-not-shared': {
      'Lambda function': {
        cloudformation: 'AWS::Lambda::Function',
        terraform: 'aws_lambda_function',
        rows: [
          ['pass', 'it is alone', { Role: 'arn:aws:iam::111122223333:role/app' }, { role: 'arn:aws:iam::111122223333:role/app' }],
          ['pass', 'another has another role', ...beside('arn:aws:iam::111122223333:role/app', 'arn:aws:iam::111122223333:role/other')],
          ['fail', 'another has the same', ...beside('arn:aws:iam::111122223333:role/app', 'arn:aws:iam::111122223333:role/app')],
          ['undecided', "another's is a parameter", ...beside('arn:aws:iam::111122223333:role/app', unknown)],
          ['fail', 'another names the same, of another template', system({ Role: { Ref: 'Elsewhere' } }, { twin: { type: 'AWS::Lambda::Function', properties: { Role: { Ref: 'Elsewhere' } } } }), null],
          ['undecided', 'another names another, of another template', system({ Role: { Ref: 'Elsewhere' } }, { twin: { type: 'AWS::Lambda::Function', properties: { Role: { Ref: 'Besides' } } } }), null],
        ],
      },
    },
    'function-policy-invokes-only': {
      'permission for a function elsewhere': {
        cloudformation: 'AWS::Lambda::Permission',
        terraform: 'aws_lambda_permission',
        rows: [
          ['pass', 'it grants calls', ...permission('lambda:InvokeFunction')],
          ['pass', 'it grants calls by a URL', ...permission('lambda:InvokeFunctionUrl')],
          ['fail', 'it grants to read the code', ...permission('lambda:GetFunction')],
          ['fail', 'it grants everything', ...permission('lambda:*')],
          ['fail', 'it grants to read, beside calls', { FunctionName: 'web', Action: ['lambda:InvokeFunction', 'lambda:GetFunction'], Principal: 's3.amazonaws.com' }, null],
        ],
      },
      'policy of a function elsewhere': {
        cloudformation: 'AWS::Lambda::ResourcePolicy',
        terraform: 'aws_lambda_resource_policy',
        rows: [
          ['undecided', 'one effect is a parameter', { ResourceArn: 'arn:aws:lambda:eu-west-1:111122223333:function:web', PolicyDocument: { Statement: [{ Effect: unknown, Action: 'lambda:GetFunction', Principal: { AWS: '111122223333' }, Resource: '*' }] } }, { resource_arn: 'arn:aws:lambda:eu-west-1:111122223333:function:web', policy: { Statement: [{ Effect: unknown, Action: 'lambda:GetFunction', Principal: { AWS: '111122223333' }, Resource: '*' }] } }],
        ],
      },
      'grant of a layer': {
        cloudformation: 'AWS::Lambda::LayerVersionPermission',
        terraform: 'aws_lambda_layer_version_permission',
        rows: [['silent', 'layers are there to be read', { LayerVersionArn: 'arn:aws:lambda:eu-west-1:111122223333:layer:tools:1', Action: 'lambda:GetLayerVersion', Principal: '444455556666' }, { layer_name: 'arn:aws:lambda:eu-west-1:111122223333:layer:tools', version_number: 1, statement_id: 'a', action: 'lambda:GetLayerVersion', principal: '444455556666' }]],
      },
    },
  },
}; // prettier-ignore
