import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { chain, known, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { templateData } from './machine';

const groups = ['AWS::AutoScaling::AutoScalingGroup', 'aws_autoscaling_group'];
const blueprints = [
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::EC2::LaunchTemplate',
  'aws_launch_configuration',
  'aws_launch_template',
];

/** Where a group names what its machines are started from. */
const places: Readonly<Record<'cloudformation' | 'terraform', readonly string[]>> = {
  cloudformation: [
    'LaunchConfigurationName',
    'LaunchTemplate.LaunchTemplateId',
    'LaunchTemplate.LaunchTemplateName',
    // A version that is an attribute of a template says which template as well.
    'LaunchTemplate.Version',
    'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId',
    'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName',
  ],
  terraform: [
    'launch_configuration',
    'launch_template.id',
    'launch_template.name',
    'launch_template.version',
    'mixed_instances_policy.launch_template.launch_template_specification.launch_template_id',
    'mixed_instances_policy.launch_template.launch_template_specification.launch_template_name',
  ],
};

/** The groups whose machines are started from a launch template or configuration. */
export const groupsOf = (blueprint: Resource, graph: ResourceGraph): readonly Resource[] => [
  ...new Set(
    groups.flatMap((type) =>
      places[blueprint.vocabulary].flatMap((place) => graph.companions(blueprint, [type], place, blueprints).certain),
    ),
  ),
];

/** Groups of machines. What they are started from answers for the machines. */
export const autoScaling: Service = {
  name: 'auto-scaling',
  types: { cloudformation: ['AWS::AutoScaling::AutoScalingGroup'], terraform: ['aws_autoscaling_group'] },
  *facts(resource, graph) {
    const automatic = renewed(resource, graph);
    if (automatic) yield { kind: 'patching', noun: 'Auto Scaling group', subject: resource, of: 'guest-os', automatic };
  },
};

/**
 * Whether machines are replaced by fresh ones of the newest image, again and again: where their lives are limited, and
 * the image is looked up at each start. Who mends machines that live on is seen at run time only, and says nothing here.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/using-systems-manager-parameters.html
 */
function renewed(group: Resource, graph: ResourceGraph): Settled<boolean> | undefined {
  const lifetime = property(group, 'MaxInstanceLifetime', 'max_instance_lifetime').number();
  const refresh = property(group, null, 'instance_refresh').present();
  const isRefreshed = refresh.state === 'known' && refresh.value;
  if (lifetime.state === 'absent' || (lifetime.state === 'known' && lifetime.value === 0))
    return isRefreshed ? unknown('machines are replaced only when the code changes', refresh.at) : undefined;
  if (lifetime.state === 'unknown') return unknown(lifetime.why, lifetime.at);
  return chain(imageLookedUp(group, graph, lifetime.at), (fresh): Settled<boolean> =>
    fresh
      ? known(true, lifetime.at, 'fresh machines start from the newest image')
      : known(false, lifetime.at, 'fresh machines start from the same image'),
  );
}

function imageLookedUp(group: Resource, graph: ResourceGraph, at: { id: string; path: readonly (string | number)[] }) {
  const { properties, vocabulary } = group;
  for (const place of places[vocabulary]) {
    const link = graph.follow(properties.get(...place.split('.')), blueprints);
    if (link.state === 'linked') return byParameter(imageOf(link.resource));
  }
  return unknown<boolean>('what its machines are started from is not in the input', at);
}

const imageOf = (blueprint: Resource): Property =>
  (blueprint.type === 'AWS::EC2::LaunchTemplate' ? templateData(blueprint) : blueprint.properties).get(
    blueprint.vocabulary === 'cloudformation' ? 'ImageId' : 'image_id',
  );

/** Only an image that is named by a parameter of Systems Manager is looked up at each start. */
function byParameter(image: Property): Settled<boolean> {
  const text = image.text();
  if (text.state === 'known') return known(text.value.startsWith('resolve:ssm:'), text.at);
  return unknown(text.state === 'unknown' ? text.why : 'it names no image', text.at);
}
