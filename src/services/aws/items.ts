import type { Property } from '../../model/property';
import { otherwise } from '../../model/value';

/** The items of a list; a list of which nothing is known is one item of which nothing is known. */
export function itemsOf(list: Property): readonly Property[] {
  const items = otherwise(list.list(), [], 'none');
  return items.state === 'known' ? items.value : [list];
}
