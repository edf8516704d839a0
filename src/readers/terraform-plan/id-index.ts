/** Positions by id. Unlike a map it keeps no ids, and takes a quarter of the memory. */
export interface IdIndex {
  readonly find: (id: string) => number | undefined;
  /** Adds an id that is not there yet. */
  readonly add: (id: string, position: number) => void;
}

const smallest = 1 << 6;

/**
 * A hash table with open addressing.
 *
 * @param idAt the id of a position that was added
 */
export function idIndex(idAt: (position: number) => string): IdIndex {
  /** Positions, counted from 1: 0 is a free slot. Beside each stands the hash of its id. */
  let slots = new Uint32Array(smallest);
  let hashes = new Uint32Array(smallest);
  let count = 0;

  /** The slot of the id, or the free one where it would stand. */
  function slotOf(hash: number, isIt: (position: number) => boolean): number {
    const last = slots.length - 1;
    let slot = hash & last;
    while (slots[slot] !== 0 && !(hashes[slot] === hash && isIt((slots[slot] ?? 0) - 1))) slot = (slot + 1) & last;
    return slot;
  }

  function enter(hash: number, position: number): void {
    const slot = slotOf(hash, () => false);
    slots[slot] = position + 1;
    hashes[slot] = hash;
  }

  function grow(): void {
    const [oldSlots, oldHashes] = [slots, hashes];
    slots = new Uint32Array(oldSlots.length * 2);
    hashes = new Uint32Array(oldSlots.length * 2);
    for (const [index, slot] of oldSlots.entries()) if (slot !== 0) enter(oldHashes[index] ?? 0, slot - 1);
  }

  return {
    find(id) {
      const position = slots[slotOf(hashOf(id), (one) => idAt(one) === id)] ?? 0;
      return position === 0 ? undefined : position - 1;
    },
    add(id, position) {
      if (++count * 3 > slots.length * 2) grow();
      enter(hashOf(id), position);
    },
  };
}

/** Another one in each process, so that nobody can write a plan whose ids all have one hash. */
const seed = Math.floor(Math.random() * 2 ** 32);

/** FNV-1a, and the mixing of what is left: neighbours would stand side by side. */
function hashOf(text: string): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
