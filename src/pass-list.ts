/**
 * The ids of the controls that a subject passes. Most resources of a type pass the same ones in the same order: each list is
 * there once, and knows those that are longer by one.
 */
export interface PassList {
  /** Who stated the first of the facts, and what it called the subject. */
  readonly service: string;
  readonly noun: string;
  readonly ids: readonly string[];
  readonly longer: Map<string, PassList>;
}

/** @returns the empty list of a service's noun */
export function passLists(): (service: string, noun: string) => PassList {
  const empty = new Map<string, PassList>();
  return (service, noun) => {
    const key = `${service} ${noun}`;
    const known = empty.get(key) ?? { service, noun, ids: [], longer: new Map<string, PassList>() };
    empty.set(key, known);
    return known;
  };
}

export function withPass(list: PassList, id: string): PassList {
  const known = list.longer.get(id);
  if (known) return known;
  if (list.ids.includes(id)) return list;
  const longer = { ...list, ids: [...list.ids, id], longer: new Map<string, PassList>() };
  list.longer.set(id, longer);
  return longer;
}
