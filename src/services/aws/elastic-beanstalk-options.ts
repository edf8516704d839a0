import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { absent, unknown, type Settled, type Value } from '../../model/value';
import { itemsOf } from './items';

/** One option that an environment sets, by its namespace and name. */
export interface Option {
  readonly namespace: Value<string>;
  readonly name: Value<string>;
  readonly value: Property;
}

/** The options that an environment or a template of one sets. */
export const optionsOf = (resource: Resource): readonly Option[] =>
  itemsOf(list(resource)).map((option) => {
    const read = (cloudformation: string, terraform: string) =>
      member(option, resource.vocabulary, cloudformation, terraform);
    return {
      namespace: read('Namespace', 'namespace').text(),
      name: read('OptionName', 'name').text(),
      value: read('Value', 'value'),
    };
  });

const list = (resource: Resource): Property => property(resource, 'OptionSettings', 'setting');

/**
 * What an environment sets an option to.
 *
 * @returns absent where it sets none; unknown where an option of unknown name may be this one, or where a saved
 * configuration, which is not shown, may set it.
 */
export function optionValue(resource: Resource, namespace: string, name: string): Value<string> {
  const options = optionsOf(resource);
  const own = options.find((option) => names(option.namespace, namespace) && names(option.name, name));
  if (own) return own.value.text();
  const open = options.find((option) => mayName(option.namespace, namespace) && mayName(option.name, name));
  if (open) return unknown('an option whose name is not known may say so', open.value.at);
  const saved = property(resource, 'TemplateName', 'template_name');
  const present = saved.present();
  if (present.state === 'unknown' || present.value) return unknown('its saved configuration may say so', saved.at);
  return absent(list(resource).at);
}

/** The same of a switch. */
export function optionFlag(resource: Resource, namespace: string, name: string): Value<boolean> {
  const value = optionValue(resource, namespace, name);
  if (value.state !== 'known') return value.state === 'absent' ? value : unknown(value.why, value.at);
  const text = value.value.toLowerCase();
  const flag: Settled<boolean> =
    text === 'true' || text === 'false' ? { ...value, value: text === 'true' } : unknown('not a boolean', value.at);
  return flag;
}

const names = (text: Value<string>, wanted: string): boolean => text.state === 'known' && text.value === wanted;

const mayName = (text: Value<string>, wanted: string): boolean => text.state === 'unknown' || names(text, wanted);
