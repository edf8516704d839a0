/**
 * The ids of the controls that a subject passes. Most resources of a type pass the same ones in the same order: each list is
 * there once, and knows those that are longer by one.
 */
interface PassList {
  /** Who stated the first of the facts, and what it called the subject. */
  readonly service: string;
  readonly noun: string;
  readonly ids: readonly string[];
  readonly longer: Map<string, PassList>;
}

/** The lists of a run. A subject keeps the ids alone. */
export interface PassLists {
  /** The list that has a control too, which the fact of a service passes. */
  readonly with: (
    ids: readonly string[] | undefined,
    control: string,
    fact: Omit<PassList, 'ids' | 'longer'>,
  ) => readonly string[];
  /** What else is known of a list. */
  readonly about: (ids: readonly string[]) => Pick<PassList, 'service' | 'noun'>;
}

export function passLists(): PassLists {
  const empty = new Map<string, PassList>();
  const known = new Map<readonly string[], PassList>();

  function emptyOf({ service, noun }: Pick<PassList, 'service' | 'noun'>): PassList {
    const key = `${service} ${noun}`;
    const list = empty.get(key) ?? { service, noun, ids: [], longer: new Map<string, PassList>() };
    empty.set(key, list);
    return list;
  }

  function withPass(list: PassList, id: string): PassList {
    if (list.ids.includes(id)) return list;
    const longer = list.longer.get(id) ?? { ...list, ids: [...list.ids, id], longer: new Map<string, PassList>() };
    list.longer.set(id, longer);
    known.set(longer.ids, longer);
    return longer;
  }

  return {
    with: (ids, control, fact) => withPass((ids && known.get(ids)) ?? emptyOf(fact), control).ids,
    about(ids) {
      const list = known.get(ids);
      if (!list) throw new Error('a list of passes that nobody made');
      return list;
    },
  };
}
