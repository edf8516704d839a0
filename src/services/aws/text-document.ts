import { Property } from '../../model/property';
import type { Raw } from '../../model/raw';
import { known, unknown, type Value } from '../../model/value';

/** Few documents are written as text that is no JSON. */
const yaml = () => require('yaml') as typeof import('yaml');

/** A document that may be written as structure, or as a text of JSON or YAML. */
export function textDocument(property: Property): Value<Property> {
  const json = property.document();
  const text = property.text();
  if (json.state !== 'unknown' || text.state !== 'known') return json;
  const { at } = property;
  try {
    const parsed: unknown = yaml().parse(text.value, { logLevel: 'error' });
    const isObject = typeof parsed === 'object' && parsed !== null;
    return isObject ? known(new Property(parsed as Raw, { id: at.id }, at.path), at) : json;
  } catch {
    return unknown('neither JSON nor YAML', at);
  }
}
