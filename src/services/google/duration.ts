import { map, unknown, type Value } from '../../model/value';

/** `7776000s` in days; what is no duration is not known. */
export function durationInDays(duration: Value<string>): Value<number> {
  if (duration.state === 'absent') return duration;
  const days = map(duration, (text) => inDays(text));
  return days.state === 'known' && Number.isNaN(days.value) ? unknown('not a duration', duration.at) : days;
}

const inDays = (text: string): number => Number(/^(\d+(?:\.\d+)?)s$/.exec(text.trim())?.[1] ?? Number.NaN) / 86400;
