export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isJsonObject = (json: unknown): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

export const isJsonList = (json: unknown): json is readonly Json[] => Array.isArray(json);

/** A member that the document itself wrote: never what every object inherits. */
export const member = (json: unknown, key: string): Json | undefined =>
  isJsonObject(json) && Object.hasOwn(json, key) ? json[key] : undefined;

/** Whether two values mean the same to Terraform, which turns `"5"` into 5 and `"true"` into true where types ask. */
export function sameValue(one: Json | undefined, other: Json | undefined): boolean {
  if (isJsonList(one) && isJsonList(other))
    return one.length === other.length && one.every((item, index) => sameValue(item, other[index]));
  if (isJsonObject(one) && isJsonObject(other)) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => sameValue(one[key], member(other, key)));
  }
  return one === other || (isScalar(one) && isScalar(other) && String(one) === String(other));
}

const isScalar = (json: Json | undefined): json is boolean | number | string =>
  json !== undefined && json !== null && typeof json !== 'object';
