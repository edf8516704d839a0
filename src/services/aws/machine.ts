import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource, Vocabulary } from '../../model/resource';
import { unknown, type Place, type Value } from '../../model/value';

/** What decides how a machine starts: what is written of itself, and of the launch template it starts from. */
export interface Machine {
  /** Where its properties begin: the resource, the data of a launch template, one specification of a fleet. */
  readonly written: Property;
  readonly vocabulary: Vocabulary;
  readonly template: Template;
}

/** The launch template of a machine. One that is not in the graph may say anything. */
export type Template =
  | { readonly state: 'none' }
  | { readonly state: 'linked'; readonly written: Property; readonly resource: Resource }
  | { readonly state: 'unknown'; readonly why: string; readonly at: Place };

export const instances = ['AWS::EC2::Instance', 'aws_instance', 'aws_spot_instance_request'];
export const launchTemplates = ['AWS::EC2::LaunchTemplate', 'aws_launch_template'];

/** Where the data of a launch template begin. */
export const templateData = (template: Resource): Property =>
  template.vocabulary === 'cloudformation' ? template.properties.get('LaunchTemplateData') : template.properties;

/** The launch template that an instance names. */
export function templateOf(instance: Resource, graph: ResourceGraph): Template {
  const cloudformation = instance.vocabulary === 'cloudformation';
  const block = instance.properties.get(cloudformation ? 'LaunchTemplate' : 'launch_template');
  const present = block.present();
  if (present.state === 'known' && !present.value) return { state: 'none' };
  // A version that is an attribute of a template says which template as well.
  const names = cloudformation ? ['LaunchTemplateId', 'LaunchTemplateName', 'Version'] : ['id', 'name', 'version'];
  const links = names.map((name) => graph.follow(block.get(name), launchTemplates));
  const linked = links.find((link) => link.state === 'linked');
  if (linked) return { state: 'linked', written: templateData(linked.resource), resource: linked.resource };
  return { state: 'unknown', why: 'its launch template is not in the input', at: block.at };
}

/** What a machine says of something, or else its launch template. */
export function inherited<T>(machine: Machine, read: (written: Property) => Value<T>): Value<T> {
  const own = read(machine.written);
  const { template } = machine;
  if (own.state !== 'absent' || template.state === 'none') return own;
  return template.state === 'linked' ? read(template.written) : unknown(template.why, template.at);
}
