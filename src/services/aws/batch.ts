import type { Fact } from '../../model/fact';
import { member, property, type Resource } from '../../model/resource';
import { otherwise } from '../../model/value';
import type { Service } from '../service';
import { containerFacts, containersIn, containersOfText, listedSecrets, type Container } from './containers';
import { itemsOf } from './items';
import { secretFacts } from './secret-facts';

const noun = 'Batch job definition';
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
    if (!jobs.includes(resource.type)) return;
    yield* containerFacts(resource, noun, containersOf(resource));
    yield* podFacts(resource);
  },
};

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
