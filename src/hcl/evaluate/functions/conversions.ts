import { knownText, toBoolean, toList, toNumber, toObject, toSet, toText, unified } from '../convert';
import { isSettled, marksOf, unknownFrom, whyOpen } from '../inspect';
import { fromJson, fromParts } from '../json';
import { booleanValue, jsonValue, listValue, nullValue, objectValue, type Value } from '../value';
import { argument, type Arguments, type Functions } from './definition';

export const conversionFunctions: Functions = {
  ephemeralasnull: (given) => argument(given, 0),
  issensitive: (given) => booleanValue(marksOf(given).sensitive === true),
  jsondecode,
  jsonencode: (given) => jsonValue(argument(given, 0), marksOf(given)),
  list: (given) => listValue(unified(given)),
  nonsensitive: (given) => withoutSecrecy(argument(given, 0)),
  sensitive: (given) => ({ ...argument(given, 0), sensitive: true }),
  tobool: unlessNull(toBoolean),
  tolist: unlessNull(listOf),
  tomap: unlessNull(mapOf),
  tonumber: unlessNull(toNumber),
  toset: unlessNull(setOf),
  tostring: unlessNull(toText),
};

function unlessNull(convert: (value: Value) => Value) {
  return (given: Arguments): Value => {
    const value = argument(given, 0);
    return value.kind === 'null' ? nullValue() : convert(value);
  };
}

function listOf(value: Value): Value {
  const list = toList(value);
  if (list.kind === 'unknown') return list;
  const { set: _, ...rest } = list;
  return { ...rest, items: unified(list.items) };
}

/** Items that are not known may be equal, so that there may be fewer; there are never more. */
function setOf(value: Value): Value {
  const list = toList(value);
  return list.kind === 'unknown' ? list : toSet(list);
}

function mapOf(value: Value): Value {
  const map = toObject(value);
  if (map.kind === 'unknown') return map;
  const values = unified([...map.members.values()]);
  const members = [...map.members.keys()].map((key, index) => [key, values[index] ?? nullValue()] as const);
  return objectValue(members, { at: map.at, ...marksOf([map]) }, map.open);
}

/** What is in it keeps its own secrets. */
function withoutSecrecy(value: Value): Value {
  const { sensitive: _, ...rest } = value;
  return rest;
}

/** A text that was encoded here is what it was; another is parsed, and what is not known stays a hole. */
function jsondecode(given: Arguments): Value {
  const value = argument(given, 0);
  const marks = marksOf(given);
  if (value.kind === 'json') return value.value;
  if (value.kind === 'template') return { ...fromParts(value.parts), ...marks };
  if (!isSettled(value)) return unknownFrom(given, whyOpen(value));
  return { ...fromJson(knownText(value) ?? ''), ...marks };
}
