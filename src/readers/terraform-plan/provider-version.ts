/** The majors that a version constraint allows, both ends included. */
interface Majors {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * The one major version that all constraints on a provider allow together, or undefined where they allow several.
 *
 * @param constraints such as `~> 5.0`, `5.31.0` or `>= 5.0, < 6.0`
 */
export function onlyMajor(constraints: readonly string[]): number | undefined {
  const allowed = constraints
    .flatMap((constraint) => constraint.split(','))
    .map(majorsOf)
    .reduce(
      (one, other) => ({ lowest: Math.max(one.lowest, other.lowest), highest: Math.min(one.highest, other.highest) }),
      { lowest: 0, highest: Infinity },
    );
  return allowed.lowest === allowed.highest ? allowed.lowest : undefined;
}

const term = /^\s*(>=|<=|~>|!=|=|>|<)?\s*v?(\d+)((?:\.\d+)*)/u;

function majorsOf(constraint: string): Majors {
  const [, operator = '=', digits, rest = ''] = term.exec(constraint) ?? [];
  const anything = { lowest: 0, highest: Infinity };
  if (digits === undefined) return anything;
  const major = Number(digits);
  switch (operator) {
    case '=':
      return { lowest: major, highest: major };
    case '~>':
      // Only the rightmost part may rise: `~> 5.0` stays within 5, a bare `~> 5` does not say so.
      return rest === '' ? { lowest: major, highest: Infinity } : { lowest: major, highest: major };
    case '>':
    case '>=':
      return { lowest: major, highest: Infinity };
    case '<':
      return { lowest: 0, highest: /[1-9]/u.test(rest) ? major : major - 1 };
    case '<=':
      return { lowest: 0, highest: major };
    default:
      return anything;
  }
}
