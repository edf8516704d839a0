import type { Verdict } from '../../src/model/finding';
import { unknown, type Properties, type Row, type Table } from './row';

type Both<T> = readonly [cloudformation: T, terraform: T];

/** A setting that decides a control by itself. */
export interface Setting {
  readonly types: Both<string | null>;
  /** Where it is written, with dots between keys; null where a vocabulary does not have it. */
  readonly path: Both<string | null>;
  /** Values with which the control passes, and fails; of both vocabularies where they differ. */
  readonly pass: unknown;
  readonly fail: unknown;
  /** What comes of silence. */
  readonly silence: Both<Verdict | 'silent'>;
  /** What is written beside it. */
  readonly beside?: Both<Properties>;
  readonly more?: readonly Row[];
}

/** Two values, where the vocabularies spell it differently. */
export class Spelled {
  constructor(readonly values: Both<unknown>) {}
}
export const spelled = (cloudformation: unknown, terraform: unknown): Spelled =>
  new Spelled([cloudformation, terraform]);

function put(path: string, value: unknown, beside: Properties): Properties {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...beside, [key]: value };
  return { ...beside, [key]: put(rest.join('.'), value, (beside[key] ?? {}) as Properties) };
}

/** Rows for a setting: on, off, left out, and not settled. */
export function settingTable({ types, path, pass, fail, silence, beside = [{}, {}], more = [] }: Setting): Table {
  const written = (value: unknown, index: 0 | 1): Properties | null => {
    const at = path[index];
    if (at === null || types[index] === null) return null;
    return put(at, value instanceof Spelled ? value.values[index] : value, beside[index]);
  };
  const row = (verdict: Verdict, when: string, value: unknown): Row => [
    verdict,
    when,
    written(value, 0),
    written(value, 1),
  ];
  const silent = ([0, 1] as const).flatMap((index): readonly Row[] => {
    if (types[index] === null) return [];
    const when = index === 0 ? 'a template says nothing' : 'a configuration says nothing';
    return [[silence[index], when, index === 0 ? beside[0] : null, index === 1 ? beside[1] : null]];
  });
  return {
    cloudformation: types[0],
    terraform: types[1],
    rows: [
      row('pass', 'it is as it should be', pass),
      row('fail', 'it is not', fail),
      row('undecided', 'it is settled at deployment', unknown),
      ...silent,
      ...more,
    ],
  };
}

/** The settings of one control, by what is judged. */
export const settingTables = (settings: Readonly<Record<string, Setting>>): Readonly<Record<string, Table>> =>
  Object.fromEntries(Object.entries(settings).map(([subject, setting]) => [subject, settingTable(setting)]));
