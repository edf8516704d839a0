import { unknown, type ServiceRows, type Table } from '../../support/row';

const job = (rows: Table['rows']): Record<string, Table> => ({
  'Batch job definition': { cloudformation: 'AWS::Batch::JobDefinition', terraform: 'aws_batch_job_definition', rows },
});

const container = (privileged: unknown) =>
  [
    { ContainerProperties: { Image: 'busybox', Privileged: privileged } },
    { container_properties: JSON.stringify({ image: 'busybox', privileged }) },
  ] as const;
const task = (privileged: unknown) =>
  [
    { EcsProperties: { TaskProperties: [{ Containers: [{ Privileged: false }, { Privileged: privileged }] }] } },
    { ecs_properties: JSON.stringify({ taskProperties: [{ containers: [{ privileged: false }, { privileged }] }] }) },
  ] as const;
const node = (privileged: unknown) =>
  [
    { NodeProperties: { NodeRangeProperties: [{ Container: { Privileged: privileged } }] } },
    { node_properties: JSON.stringify({ nodeRangeProperties: [{ container: { privileged } }] }) },
  ] as const;
const pod = (privileged: unknown) =>
  [
    { EksProperties: { PodProperties: { Containers: [{ SecurityContext: { Privileged: privileged } }] } } },
    { eks_properties: [{ pod_properties: [{ containers: [{ security_context: [{ privileged }] }] }] }] },
  ] as const;
const variable = (name: string, value: unknown) =>
  [
    { ContainerProperties: { Environment: [{ Name: name, Value: value }] } },
    { container_properties: JSON.stringify({ environment: [{ name, value }] }) },
  ] as const;
const podVariable = (name: string, value: unknown) =>
  [
    { EksProperties: { PodProperties: { Containers: [{ Env: [{ Name: name, Value: value }] }] } } },
    { eks_properties: [{ pod_properties: [{ containers: [{ env: [{ name, value }] }] }] }] },
  ] as const;

export const batchRows: ServiceRows = {
  service: 'batch',
  controls: {
    'patching-automatic': {
      'Batch compute environment': {
        cloudformation: 'AWS::Batch::ComputeEnvironment',
        terraform: 'aws_batch_compute_environment',
        rows: [
          ['silent', 'its machines are not managed', { Type: 'UNMANAGED' }, { type: 'UNMANAGED' }],
          ['silent', 'it runs on Fargate', { ComputeResources: { Type: 'FARGATE' } }, { compute_resources: [{ type: 'FARGATE' }] }],
          ['fail', 'nothing is said of the image', { ComputeResources: { Type: 'EC2' } }, { compute_resources: [{ type: 'EC2' }] }],
          ['pass', 'it takes the newest image', { ComputeResources: { Type: 'EC2', UpdateToLatestImageVersion: true } }, null],
          ['fail', 'it has an image of its own', { ComputeResources: { Type: 'EC2', UpdateToLatestImageVersion: true, Ec2Configuration: [{ ImageType: 'ECS_AL2023', ImageIdOverride: 'ami-0a1b' }] } }, { compute_resources: [{ type: 'EC2', ec2_configuration: [{ image_type: 'ECS_AL2023', image_id_override: 'ami-0a1b' }] }] }],
          ['pass', 'it names a kind of image only', { ComputeResources: { Type: 'EC2', UpdateToLatestImageVersion: true, Ec2Configuration: [{ ImageType: 'ECS_AL2023' }] } }, null],
          ['undecided', 'its type is a parameter', { ComputeResources: { Type: unknown } }, { compute_resources: [{ type: unknown }] }],
        ], // prettier-ignore
      },
    },
    'not-privileged': job([
      ['silent', 'it has no container', {}, {}],
      ['pass', 'its container says nothing', ...container(undefined)],
      ['fail', 'its container is privileged', ...container(true)],
      ['fail', 'it is, as text', ...container('true')],
      ['pass', 'its container is not', ...container(false)],
      [
        'undecided',
        'its container is a parameter',
        { ContainerProperties: unknown },
        { container_properties: unknown },
      ],
      ['fail', 'one container of a task is', ...task(true)],
      ['pass', 'no container of a task is', ...task(false)],
      ['fail', 'the container of a node is', ...node(true)],
      ['pass', 'the container of a node is not', ...node(false)],
      ['fail', 'the container of a pod is', ...pod(true)],
      ['pass', 'the container of a pod says nothing', ...pod(undefined)],
      ['undecided', 'the container of a pod is a parameter', ...pod(unknown)],
    ]),
    'no-secret-in-clear': job([
      ['fail', 'a variable holds a password', ...variable('DB_PASSWORD', 'hunter-2-hunter')],
      ['silent', 'a variable is no secret', ...variable('STAGE', 'live')],
      ['fail', 'a variable of a pod holds a password', ...podVariable('DB_PASSWORD', 'hunter-2-hunter')],
    ]),
  },
};
