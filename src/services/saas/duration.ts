import { chain, known, unknown, type Settled } from '../../model/value';

const seconds: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
  d: 86400,
};

/** Seconds of a duration as Go writes it, `2h45m`. */
export const goSeconds = (duration: Settled<string>): Settled<number> =>
  converted(duration, (text) => {
    if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h|d))+$/.test(text)) return undefined;
    return [...text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h|d)/g)].reduce(
      (sum, [, amount, unit]) => sum + Number(amount) * (seconds[unit ?? ''] ?? 0),
      0,
    );
  });

/** Seconds of a duration as ISO 8601 writes it, `P1DT2H`. Years and months have no fixed length, and are not known. */
export const isoSeconds = (duration: Settled<string>): Settled<number> =>
  converted(duration, (text) => {
    const match = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
    if (!match) return undefined;
    const [days = 0, hours = 0, minutes = 0, rest = 0] = match.slice(1).map((part) => Number(part || 0));
    return days * 86400 + hours * 3600 + minutes * 60 + rest;
  });

function converted(duration: Settled<string>, convert: (text: string) => number | undefined): Settled<number> {
  return chain(duration, (text): Settled<number> => {
    const value = convert(text);
    if (value === undefined) return unknown('not a duration', duration.at);
    return duration.state === 'known' ? { ...duration, value } : known(value, duration.at);
  });
}
