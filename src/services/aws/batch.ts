import type { Fact } from '../../model/fact';
import { member, property, type Resource } from '../../model/resource';
import { known, otherwise, unknown } from '../../model/value';
import type { Service } from '../service';
import { containerFacts, containersIn, containersOfText, listedSecrets, type Container } from './containers';
import { itemsOf } from './items';
import { secretFacts } from './secret-facts';

const noun = 'Batch job definition';
const environments = ['AWS::Batch::ComputeEnvironment', 'aws_batch_compute_environment'];
const jobs = ['AWS::Batch::JobDefinition', 'aws_batch_job_definition'];

export const batch: Service = {
  name: 'batch',
  types: {
    cloudformation: [
      // Where and in which order jobs run; the machines are of the launch template or of Fargate.
      'AWS::Batch::ComputeEnvironment',
      'AWS::Batch::ConsumableResource',
      'AWS::Batch::JobDefinition',
      'AWS::Batch::JobQueue',
      'AWS::Batch::SchedulingPolicy',
    ],
    terraform: [
      'aws_batch_compute_environment',
      'aws_batch_job_definition',
      'aws_batch_job_queue',
      'aws_batch_scheduling_policy',
    ],
  },
  *facts(resource) {
    if (environments.includes(resource.type)) yield* environmentFacts(resource);
    if (!jobs.includes(resource.type)) return;
    yield* containerFacts(resource, noun, containersOf(resource));
    yield* podFacts(resource);
  },
};

/**
 * Who mends the system of the machines that jobs run on: AWS that of Fargate. An environment of machines keeps the image
 * that it began with, unless it is told to take the newest whenever it is changed, and names none of its own.
 *
 * @see https://docs.aws.amazon.com/batch/latest/APIReference/API_ComputeResource.html
 * @see https://docs.aws.amazon.com/batch/latest/userguide/managing-ami-versions.html
 */
function* environmentFacts(environment: Resource): Iterable<Fact> {
  const machines = property(environment, 'ComputeResources', 'compute_resources');
  const read = (cloudformation: string, terraform: string | null) =>
    member(machines, environment.vocabulary, cloudformation, terraform);
  const present = machines.present();
  if (present.state === 'known' && !present.value) return;
  const type = read('Type', 'type').text();
  if (type.state === 'known' && type.value.startsWith('FARGATE')) return;
  const images = [
    ...itemsOf(read('Ec2Configuration', 'ec2_configuration')).map((one) =>
      member(one, environment.vocabulary, 'ImageIdOverride', 'image_id_override').present(),
    ),
    read('ImageId', 'image_id').present(),
  ];
  const own = images.find((image) => image.state === 'unknown' || image.value);
  const newest = otherwise(
    read('UpdateToLatestImageVersion', null).flag(),
    false,
    'environments keep the image that they began with unless told otherwise',
  );
  const byImage = own?.state === 'known' ? known(false, own.at, 'an image of its own') : own ? unknown<boolean>(own.why, own.at) : newest; // prettier-ignore
  yield {
    kind: 'patching',
    noun: 'Batch compute environment',
    subject: environment,
    of: 'guest-os',
    automatic: type.state === 'known' ? byImage : unknown('its type is not known', machines.at),
  };
}

/**
 * The containers of a job, of the tasks of a job, or of the nodes of a job. Terraform writes each as a JSON text.
 *
 * @see https://docs.aws.amazon.com/batch/latest/APIReference/API_RegisterJobDefinition.html
 */
function containersOf({ vocabulary, properties }: Resource): readonly Container[] {
  if (vocabulary === 'terraform')
    return [
      ...containersOfText(properties.get('container_properties')),
      ...containersOfText(properties.get('ecs_properties'), 'taskProperties', 'containers'),
      ...containersOfText(properties.get('node_properties'), 'nodeRangeProperties', 'container'),
    ];
  const nodes = itemsOf(properties.get('NodeProperties', 'NodeRangeProperties'));
  return [
    properties.get('ContainerProperties'),
    properties.get('EcsProperties', 'TaskProperties', 'Containers'),
    ...nodes.map((node) => node.get('Container')),
  ].flatMap((list) => containersIn(list, true));
}

/** Containers of a pod have their own words: a security context, and `env`. */
function* podFacts(job: Resource): Iterable<Fact> {
  const containers = itemsOf(property(job, 'EksProperties.PodProperties.Containers', 'eks_properties.pod_properties.containers')); // prettier-ignore
  for (const container of containers) {
    const read = (cloudformation: string, terraform: string) =>
      member(container, job.vocabulary, cloudformation, terraform);
    yield* secretFacts(
      job,
      noun,
      listedSecrets(read('Env', 'env'), job.vocabulary === 'cloudformation' ? ['Name', 'Value'] : ['name', 'value']),
    );
    yield {
      kind: 'privilege',
      noun,
      subject: job,
      elevated: otherwise(
        read('SecurityContext.Privileged', 'security_context.privileged').flag(),
        false,
        'containers are not privileged unless told to be',
      ),
    };
  }
}
