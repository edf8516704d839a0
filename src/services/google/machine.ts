import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import {
  absent,
  chain,
  known,
  orElse,
  otherwise,
  unknown,
  type Path,
  type Settled,
  type Value,
} from '../../model/value';
import { isText, sameText } from './written-text';

export const templateTypes: readonly string[] = [
  'google_compute_instance_template',
  'google_compute_region_instance_template',
];

/** What a machine or template says of itself, and what its template says in its stead. */
export interface Machine {
  readonly subject: Resource;
  readonly noun: string;
  /** The property that says it: the machine's own, else its template's. */
  readonly get: (...path: Path) => Property;
  /** Settles what nobody wrote: the platform's default, unless what it is made from is out of sight. */
  readonly initially: <T>(value: Value<T>, fallback: T, because: string) => Settled<T>;
}

/** Machines that are made from something else, and where it is named. */
const sources: Readonly<Record<string, string>> = {
  google_compute_instance_from_template: 'source_instance_template',
  google_compute_instance_from_machine_image: 'source_machine_image',
};

export function machineOf(subject: Resource, graph: ResourceGraph): Machine {
  const noun = templateTypes.includes(subject.type) ? 'machine template' : 'machine';
  const { properties } = subject;
  const source = sources[subject.type];
  if (source === undefined) return { subject, noun, get: (...path) => properties.get(...path), initially: otherwise };
  const link = graph.follow(properties.get(source), templateTypes);
  const template = link.state === 'linked' && link.resource.mode === 'managed' ? link.resource.properties : undefined;
  const why = link.state === 'unknown' ? link.why : 'what it is made from is not in sight';
  return {
    subject,
    noun,
    // What a machine says of a property replaces the whole of what its template says.
    get: (...path) => {
      const present = properties.get(...path.slice(0, 1)).present();
      return (template && present.state === 'known' && !present.value ? template : properties).get(...path);
    },
    initially: (value, fallback, because) =>
      template ? otherwise(value, fallback, because) : orElse(value, () => unknown(why, value.at)),
  };
}

/**
 * A switch in a machine's metadata.
 *
 * @see https://docs.cloud.google.com/compute/docs/metadata/setting-custom-metadata#boolean
 */
export function metadataSwitch(entry: Property): Value<boolean> {
  const text = entry.text();
  if (text.state === 'absent') return absent(entry.at);
  return chain(text, (written) => {
    const value = written.toLowerCase();
    if (['true', 'y', 'yes', '1'].includes(value)) return known(true, text.at);
    if (['false', 'n', 'no', '0', ''].includes(value)) return known(false, text.at);
    return unknown('neither true nor false', text.at);
  });
}

/** What the metadata of the project, where the input sets it, says of a switch for every machine. */
export function projectSwitch(key: string, machine: Resource, graph: ResourceGraph): Value<boolean> {
  const whole = graph
    .ofType('google_compute_project_metadata')
    .map((metadata) => [metadata, metadata.properties.get('metadata', key)] as const);
  const single = graph
    .ofType('google_compute_project_metadata_item')
    .filter(({ properties }) => isText(properties.get('key'), key))
    .map((item) => [item, item.properties.get('value')] as const);
  const written = [...whole, ...single]
    .map(([metadata, entry]) => switchOf(metadata, metadataSwitch(entry), machine))
    .filter(({ state }) => state !== 'absent');
  const [only] = written;
  if (only && written.length === 1) return only;
  return only
    ? unknown('the metadata of several projects says so', only.at)
    : absent({ id: machine.id, path: ['metadata', key] });
}

/** What metadata say of a machine: nothing, where they are of another project. */
function switchOf({ properties }: Resource, value: Value<boolean>, machine: Resource): Value<boolean> {
  const same = sameText(properties.get('project'), machine.properties.get('project'));
  if (value.state === 'absent' || same === true) return value;
  return same === false ? absent(value.at) : unknown('of which project the metadata are, is not known', value.at);
}

/**
 * A switch as the machine says it, else as its project does, else as it is initially. Metadata that a machine writes
 * replace all of its template's.
 */
export const machineSwitch = (machine: Machine, key: string, graph: ResourceGraph, because: string): Settled<boolean> =>
  orElse(metadataSwitch(machine.get('metadata', key)), () => {
    const ofProject = projectSwitch(key, machine.subject, graph);
    const own = machine.subject.properties.get('metadata').present();
    return own.state === 'known' && own.value
      ? otherwise(ofProject, false, because)
      : machine.initially(ofProject, false, because);
  });
