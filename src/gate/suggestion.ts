const longestCompared = 64;

/**
 * The known word that a mistyped one most likely means, or undefined where none is near: at most a third of its
 * letters (and always two) may differ. Adjacent letters that changed places count as one mistake.
 */
export function suggestion(word: string, known: Iterable<string>): string | undefined {
  const allowed = Math.max(2, Math.floor(word.length / 3));
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const distance = distanceBetween(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= allowed && distance < candidate.length && (!best || distance < best.distance))
      best = { word: candidate, distance };
  }
  return best?.word;
}

/** `; did you mean "x"?`, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const meant = suggestion(word, known);
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}

/** Edit distance with transpositions. Words too long to be meant for each other are not compared. */
function distanceBetween(one: string, other: string): number {
  if (one.length > longestCompared || other.length > longestCompared) return Infinity;
  let previous: readonly number[] = [];
  let current: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next.push(
        Math.min(
          at(next, column - 1) + 1,
          at(current, column) + 1,
          at(current, column - 1) + (same ? 0 : 1),
          swapped ? at(previous, column - 2) + 1 : Infinity,
        ),
      );
    }
    previous = current;
    current = next;
  }
  return at(current, other.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
