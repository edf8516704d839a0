import type { Property } from '../../model/property';

/** Whether a property is known to hold one text. */
export function isText(property: Property, wanted: string): boolean {
  const text = property.text();
  return text.state === 'known' && text.value === wanted;
}

/** Whether two properties hold the same text, or none both; undefined where nobody can say. */
export function sameText(one: Property, other: Property): boolean | undefined {
  const [first, second] = [one.text(), other.text()];
  if (first.state === 'known' && second.state === 'known') return first.value === second.value;
  if (first.state === 'absent' && second.state === 'absent') return true;
  return one.symbol !== undefined && one.symbol === other.symbol ? true : undefined;
}
