import type { Witness } from '../model/truth';

/** Witnesses without repetitions: the same place with the same note is one. */
export function distinctWitnesses(witnesses: readonly Witness[]): readonly Witness[] {
  const byContent = new Map(
    witnesses.map((witness) => [JSON.stringify([witness.at.id, witness.at.path, witness.note]), witness]),
  );
  return [...byContent.values()];
}
