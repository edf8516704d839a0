import { refuse } from '../failure';
import { numberValue, unknownValue, type Value } from '../value';
import { allStrict, text, textAt, type Functions } from './definition';

/** The time of the run, and what is drawn by lot, differs each time. */
const settledAtApply = (name: string) => (): Value =>
  unknownValue(`settled at apply: ${name}()`, { source: 'elsewhere', set: true });

export const timeFunctions: Functions = {
  ...allStrict({
    formatdate: (given) => formatDate(textAt(given, 0), instant(textAt(given, 1))),
    timeadd: (given) => addDuration(textAt(given, 0), textAt(given, 1)),
    timecmp: (given) =>
      numberValue(Math.sign(instant(textAt(given, 0)).getTime() - instant(textAt(given, 1)).getTime())),
  }),
  bcrypt: settledAtApply('bcrypt'),
  plantimestamp: settledAtApply('plantimestamp'),
  timestamp: settledAtApply('timestamp'),
  uuid: settledAtApply('uuid'),
};

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u;

function instant(written: string): Date {
  const date = new Date(written);
  return rfc3339.test(written) && !Number.isNaN(date.getTime()) ? date : refuse('the text is no RFC 3339 timestamp');
}

const factors: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, us: 0.001, ns: 0.000_001 };

function addDuration(written: string, duration: string): Value {
  if (!/^[+-]?(?:\d+(?:\.\d+)?(?:h|ms|m|s|us|ns))+$/u.test(duration)) return refuse('the text is no duration');
  if (!written.endsWith('Z')) return unknownValue('a time in another zone is not evaluated');
  const sign = duration.startsWith('-') ? -1 : 1;
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|ns)/gu)];
  const total = parts.reduce((sum, [, count = '0', unit = 's']) => sum + Number(count) * (factors[unit] ?? 0), 0);
  const moved = new Date(instant(written).getTime() + sign * total);
  return Number.isNaN(moved.getTime())
    ? refuse('a time out of range')
    : text(moved.toISOString().replace(/\.000Z$/u, 'Z'));
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore

const two = (value: number): string => String(value).padStart(2, '0');

const verbs: Readonly<Record<string, (date: Date) => string>> = {
  YYYY: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  YY: (date) => two(date.getUTCFullYear() % 100),
  MMMM: (date) => months[date.getUTCMonth()] ?? '',
  MMM: (date) => (months[date.getUTCMonth()] ?? '').slice(0, 3),
  MM: (date) => two(date.getUTCMonth() + 1),
  M: (date) => String(date.getUTCMonth() + 1),
  DD: (date) => two(date.getUTCDate()),
  D: (date) => String(date.getUTCDate()),
  EEEE: (date) => days[date.getUTCDay()] ?? '',
  EEE: (date) => (days[date.getUTCDay()] ?? '').slice(0, 3),
  hh: (date) => two(date.getUTCHours()),
  h: (date) => String(date.getUTCHours()),
  HH: (date) => two(date.getUTCHours() % 12 || 12),
  H: (date) => String(date.getUTCHours() % 12 || 12),
  AA: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  aa: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  mm: (date) => two(date.getUTCMinutes()),
  m: (date) => String(date.getUTCMinutes()),
  ss: (date) => two(date.getUTCSeconds()),
  s: (date) => String(date.getUTCSeconds()),
  ZZZZZ: () => '+00:00',
  ZZZZ: () => '+0000',
  ZZZ: () => 'UTC',
  Z: () => 'Z',
};

/** Letters are verbs, unless they stand in single quotes. */
function formatDate(pattern: string, date: Date): Value {
  const written = pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/gu, (run, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted.replaceAll("''", "'");
    const verb = Object.hasOwn(verbs, run) ? verbs[run] : undefined;
    return verb ? verb(date) : refuse(`"${run}" is no part of a date`);
  });
  return text(written);
}
