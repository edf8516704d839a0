import { isScalar, type Pair, type YAMLMap } from 'yaml';
import type { TextEdit } from '../hcl/edit';
import type { Value } from './edit';
import { isTree, type Tree } from './line';

/** A map that something is written in. */
export interface Spot {
  readonly map: YAMLMap;
  /** The key that holds it. */
  readonly header: Pair;
  /** The member behind which new ones go; they go first where there is none, so that no other line changes. */
  readonly after?: Pair | undefined;
}

export type Entry = readonly [name: string, value: Tree | Value];

const unusual = 'it is laid out in a way that nothing can be added to';

/** The edit that adds members to a map, in the style of those that are there; else why there is none. */
export function insertion(text: string, spot: Spot, entries: readonly Entry[]): TextEdit | string {
  if (spot.map.flow !== true) return intoBlock(text, spot, entries);
  return spot.map.items.length === 0 ? intoEmpty(text, spot, entries) : intoFlow(text, spot, entries);
}

export const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
const endOf = (node: unknown): number => (isNode(node) ? (node.range?.[1] ?? 0) : 0);

interface Placed {
  readonly range?: readonly [number, number, number] | null;
}
const isNode = (node: unknown): node is Placed => typeof node === 'object' && node !== null && 'range' in node;

export const keyText = (key: unknown): string => (isScalar(key) ? String(key.value) : '');

const isQuoted = (key: unknown): boolean => isScalar(key) && key.type === 'QUOTE_DOUBLE';

/** A value beside a key: as JSON where the key is written as JSON writes it. */
export function spelled(value: Value, key: unknown): string {
  if (typeof value !== 'string') return String(value);
  const isPlain =
    !isQuoted(key) && /^[A-Za-z][\w./-]*$/u.test(value) && !/^(?:true|false|yes|no|on|off|null|y|n)$/iu.test(value);
  return isPlain ? value : JSON.stringify(value);
}

// ---- lines ----------------------------------------------------------------------------------------------------------

const newLineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

const indentationAt = (text: string, offset: number): string =>
  /^[ \t]*/u.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';

/** What an indentation has beyond the one around it. */
const stepBetween = (outer: string, inner: string): string =>
  inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : '  ';

// ---- block style ----------------------------------------------------------------------------------------------------

function intoBlock(text: string, { map, header, after }: Spot, entries: readonly Entry[]): TextEdit | string {
  const neighbour = (after ?? map.items[0])?.key;
  const start = lineStart(text, startOf(neighbour));
  const indent = text.slice(start, startOf(neighbour));
  if (!/^ *$/u.test(indent)) return unusual;
  const step = stepBetween(indentationAt(text, startOf(header.key)), indent);
  const newLine = newLineOf(text);
  const lines = entries.flatMap((entry) => blockLines(entry, neighbour, step)).map((line) => `${indent}${line}`);
  if (!after) return at(aboveComments(text, start), lines.map((line) => `${line}${newLine}`).join(''));
  // A block scalar ends on a line of its own, and its end is not the end of that line.
  if (isScalar(after.value) && after.value.type?.startsWith('BLOCK_')) return unusual;
  return at(lineEnd(text, endOf(after.value)), lines.map((line) => `${newLine}${line}`).join(''));
}

const at = (offset: number, text: string): TextEdit => ({ start: offset, end: offset, text });

/** A comment on the lines right above a member belongs to it. */
function aboveComments(text: string, start: number): number {
  const above = lineStart(text, start - 1);
  return start > 0 && /^[ \t]*#/u.test(text.slice(above, start)) ? aboveComments(text, above) : start;
}

function blockLines([name, value]: Entry, neighbour: unknown, step: string): readonly string[] {
  const key = isQuoted(neighbour) ? JSON.stringify(name) : name;
  if (!isTree(value)) return [`${key}: ${spelled(value, neighbour)}`];
  const inner = Object.entries(value).flatMap((entry) => blockLines(entry, neighbour, step));
  return [`${key}:`, ...inner.map((line) => `${step}${line}`)];
}

// ---- flow style: JSON, and maps in braces in YAML -------------------------------------------------------------------

interface FlowStyle {
  /** A key of the kind that is written. */
  readonly neighbour: unknown;
  /** What stands between a key and its value. */
  readonly colon: string;
  /** What stands inside of the braces of a map on one line. */
  readonly padding: string;
  /** Of a map on several lines. */
  readonly lines?: { readonly newLine: string; readonly indent: string; readonly step: string };
}

/** The style of a map by its first member. */
function styleOf(text: string, map: YAMLMap): FlowStyle | undefined {
  const [first] = map.items;
  const gap = text.slice(startOf(map) + 1, startOf(first?.key));
  // Comments may stand there, and nothing else: a mark or an anchor belongs to the key.
  if (!first || !/^(?:\s|#[^\n]*\n)*$/u.test(gap)) return undefined;
  const written = text.slice(endOf(first.key), startOf(first.value));
  const colon = /^ ?: ?$/u.test(written) && (isQuoted(first.key) || written.endsWith(' ')) ? written : ': ';
  if (!gap.includes('\n')) return { neighbour: first.key, colon, padding: /^ *$/u.test(gap) ? gap : '' };
  const indent = indentationAt(text, startOf(first.key));
  const step = stepBetween(indentationAt(text, startOf(map)), indent);
  return { neighbour: first.key, colon, padding: ' ', lines: { newLine: newLineOf(text), indent, step } };
}

function intoFlow(text: string, { map, after }: Spot, entries: readonly Entry[]): TextEdit | string {
  const style = styleOf(text, map);
  if (!style) return unusual;
  const gap = style.lines ? `${style.lines.newLine}${style.lines.indent}` : style.colon.endsWith(' ') ? ' ' : '';
  const members = entries.map((entry) => flowMember(entry, style));
  if (after) return at(endOf(after.value), members.map((member) => `,${gap}${member}`).join(''));
  return at(startOf(map.items[0]?.key), members.map((member) => `${member},${gap}`).join(''));
}

/** Braces with nothing in them are written as those around them, or on one line where there are none. */
function intoEmpty(text: string, { map, header }: Spot, entries: readonly Entry[]): TextEdit | string {
  const start = startOf(map) + 1;
  const end = endOf(map) - 1;
  if (text.slice(start, end).trim() !== '') return unusual;
  const indent = indentationAt(text, startOf(header.key));
  const style = emptyStyle(text, header, indent);
  return { start, end, text: flowInside(entries, style, indent) };
}

function emptyStyle(text: string, { key, value }: Pair, indent: string): FlowStyle {
  const written = text.slice(endOf(key), startOf(value));
  const colon = isQuoted(key) && written.trim() === ':' && !written.includes('\n') ? written : ': ';
  const inline = { neighbour: key, colon, padding: colon.endsWith(' ') && !isQuoted(key) ? ' ' : '' };
  // JSON on several lines: the key is the first of its line.
  const isFirst = lineStart(text, startOf(key)) + indent.length === startOf(key) && lineStart(text, startOf(key)) > 0;
  if (!isQuoted(key) || !isFirst) return inline;
  const outer = outerIndentation(text, startOf(key), indent);
  return { ...inline, lines: { newLine: newLineOf(text), indent: '', step: stepBetween(outer, indent) } };
}

/** The indentation of the nearest line above that is indented less. */
function outerIndentation(text: string, offset: number, indent: string): string {
  const above = text
    .slice(0, lineStart(text, offset))
    .split('\n')
    .findLast((line) => line.trim() !== '' && (/^[ \t]*/u.exec(line)?.[0].length ?? 0) < indent.length);
  return /^[ \t]*/u.exec(above ?? '')?.[0] ?? '';
}

function flowMember([name, value]: Entry, style: FlowStyle): string {
  const key = isQuoted(style.neighbour) ? JSON.stringify(name) : name;
  if (!isTree(value)) return `${key}${style.colon}${spelled(value, style.neighbour)}`;
  return `${key}${style.colon}{${flowInside(Object.entries(value), style, style.lines?.indent ?? '')}}`;
}

/** @param outer the indentation of the line on which the braces open. */
function flowInside(entries: readonly Entry[], style: FlowStyle, outer: string): string {
  const { lines, padding, colon } = style;
  if (!lines) {
    const members = entries.map((entry) => flowMember(entry, style));
    return `${padding}${members.join(colon.endsWith(' ') ? ', ' : ',')}${padding}`;
  }
  const { newLine, step } = lines;
  const indent = outer + step;
  const members = entries.map((entry) => indent + flowMember(entry, { ...style, lines: { ...lines, indent } }));
  return `${newLine}${members.join(`,${newLine}`)}${newLine}${outer}`;
}
