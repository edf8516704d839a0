import { compare, type Order } from './number';
import type { Points } from './points';

const farthest = 8.64e15;

/** Milliseconds since 1970 of an ISO 8601 date or of seconds since 1970. */
export function parseDate(text: string): number | undefined {
  if (/^\d{1,12}(\.\d{1,6})?$/.test(text) && !/^\d{4}$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}(-\d\d(-\d\d(T[\d:.]+(Z|[-+]\d\d:?\d\d)?)?)?)?$/i.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

export const showDate = (time: number): string => new Date(time).toISOString();

/** A date condition. A limit that is no date is matched by no value. */
export function datePoints(order: Order, limits: readonly string[]): Points {
  const times = limits.flatMap((text) => parseDate(text) ?? []);
  return {
    holds: (value) => {
      const time = parseDate(value);
      return time !== undefined && times.some((limit) => compare(order, time, limit));
    },
    candidates: times
      .flatMap((time) => [time, time + 1, time - 1])
      .filter((time) => Math.abs(time) < farthest)
      .map(showDate),
  };
}
