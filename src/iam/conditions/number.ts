import type { Points } from './points';

export type Order = 'Equals' | 'LessThan' | 'LessThanEquals' | 'GreaterThan' | 'GreaterThanEquals';

export function compare(order: Order, value: number, limit: number): boolean {
  switch (order) {
    case 'Equals':
      return value === limit;
    case 'LessThan':
      return value < limit;
    case 'LessThanEquals':
      return value <= limit;
    case 'GreaterThan':
      return value > limit;
    case 'GreaterThanEquals':
      return value >= limit;
  }
}

export const parseNumber = (text: string): number | undefined =>
  /^[-+]?\d{1,30}(\.\d{1,30})?$/.test(text) ? Number(text) : undefined;

/** Each limit, what lies beside it, and what lies between two. */
export const around = (limits: readonly number[]): readonly number[] => {
  const sorted = [...new Set(limits)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((limit, index) => (limit + (sorted[index] ?? limit)) / 2);
  return [...sorted, ...sorted.map((limit) => limit + 1), ...sorted.map((limit) => limit - 1), ...between];
};

/** A numeric condition. A limit that is no number is matched by no value. */
export function numberPoints(order: Order, limits: readonly string[]): Points {
  const numbers = limits.flatMap((text) => parseNumber(text) ?? []);
  return {
    holds: (value) => {
      const number = parseNumber(value);
      return number !== undefined && numbers.some((limit) => compare(order, number, limit));
    },
    candidates: [...around(numbers), 0].map(String),
  };
}
