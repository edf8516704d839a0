import { isDeepStrictEqual } from 'node:util';

/** What a template says, before anything is evaluated: plain JSON, every intrinsic function in its long form. */
export type Data = null | boolean | number | string | readonly Data[] | DataObject;
export interface DataObject {
  readonly [key: string]: Data;
}

/** Keys and indices from the root of a document. */
export type DataPath = readonly (string | number)[];

export const isDataList = (data: Data | undefined): data is readonly Data[] => Array.isArray(data);

export const isDataObject = (data: Data | undefined): data is DataObject =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** The value of an object's own key. Whatever else the data is, it has no members. */
export const member = (data: Data | undefined, key: string): Data | undefined =>
  isDataObject(data) && Object.hasOwn(data, key) ? data[key] : undefined;

/** A scalar as text; a structure in its JSON form, which is no name of anything. */
export const scalarText = (data: Data | undefined): string =>
  typeof data === 'object' ? JSON.stringify(data) : String(data);

export const entriesOf = (data: Data | undefined): readonly (readonly [string, Data])[] =>
  isDataObject(data) ? Object.entries(data) : [];

export const listOf = (data: Data | undefined): readonly Data[] =>
  data === undefined || data === null ? [] : isDataList(data) ? data : [data];

export interface Intrinsic {
  readonly name: string;
  readonly argument: Data;
}

/** The intrinsic function an object stands for: its only key is `Ref` or starts with `Fn::`. */
export function intrinsic(data: Data | undefined): Intrinsic | undefined {
  if (!isDataObject(data)) return undefined;
  const [name, ...others] = Object.keys(data);
  if (name === undefined || others.length > 0 || !(name === 'Ref' || name.startsWith('Fn::'))) return undefined;
  if (name.startsWith('Fn::ForEach::')) return undefined;
  return { name, argument: data[name] ?? null };
}

/** An intrinsic function of our own, for what is settled beyond this template. A template that writes it gains nothing. */
export const unsettled = (why: string): Data => ({ 'Fn::Unsettled': why });

export const equalData = (a: Data, b: Data): boolean => isDeepStrictEqual(a, b);

/** Deeper than any template that can be deployed, shallow enough for every recursion that follows. */
const maximumDepth = 200;

/** Whether data nests deeper than a reader should follow. */
export function isTooDeep(data: Data, allowed = maximumDepth): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if (allowed === 0) return true;
  return Object.values(data).some((item: Data) => isTooDeep(item, allowed - 1));
}
