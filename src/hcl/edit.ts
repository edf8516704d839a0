import { positionAt } from './lines';
import type { Attribute, Block, Body, BodyItem, Expression, SourceFile, Span } from './syntax';

/** Text that takes the place of a piece of a file. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** What can be written: a text, a number, a switch. */
export type Scalar = string | number | boolean;

/**
 * The text with edits in it. They must not overlap.
 *
 * @throws Error where two of them do.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: replacement } of ordered) {
    if (start < at) throw new Error('two edits of one piece of text');
    pieces.push(text.slice(at, start), replacement);
    at = end;
  }
  return [...pieces, text.slice(at)].join('');
}

/**
 * The edits that set an attribute of a block, or of a block within it, and leave everything else as it is: formatted as
 * `terraform fmt` does.
 *
 * @param path names of the nested blocks, and the attribute's at the end.
 * @returns a sentence where that cannot be said by editing this block: something else than a plain value stands there.
 */
export function setAttribute(
  file: SourceFile,
  block: Block,
  path: readonly string[],
  value: Scalar,
): readonly TextEdit[] | string {
  const [name = '', ...rest] = path;
  if (block.body.damaged) return 'the block holds what cannot be read';
  const { items } = block.body;
  const dynamic = items.some(
    (item) => item.kind === 'block' && item.type === 'dynamic' && item.labels[0]?.value === name,
  );
  if (dynamic) return `"${name}" is made by a dynamic block`;
  const attribute = items.find((item): item is Attribute => item.kind === 'attribute' && item.name === name);
  if (rest.length > 0) return setInside(file, block, [name, ...rest], value, attribute);
  if (attribute) return replaceValue(file, attribute, value);
  return insertAttribute(file, block, name, spelled(value));
}

function setInside(
  file: SourceFile,
  block: Block,
  [name = '', ...rest]: readonly string[],
  value: Scalar,
  attribute: Attribute | undefined,
): readonly TextEdit[] | string {
  if (attribute) return `"${name}" is written as an attribute`;
  const blocks = block.body.items.filter((item): item is Block => item.kind === 'block' && item.type === name);
  const [only] = blocks;
  if (blocks.length > 1) return `there are several blocks "${name}"`;
  return only ? setAttribute(file, only, rest, value) : [insertBlock(file, block, nestedLines(name, rest, value))];
}

/** Only what is written plainly is written anew: what a variable or function says is decided elsewhere. */
function replaceValue(file: SourceFile, { name, expression }: Attribute, value: Scalar): readonly TextEdit[] | string {
  if (!isPlain(expression)) return `"${name}" is ${shortly(file, expression)}`;
  const { start, end } = expression;
  const text = spelled(value);
  return file.text.slice(start, end) === text ? [] : [{ start, end, text }];
}

const isPlain = (expression: Expression): boolean =>
  expression.kind === 'literal' || (expression.kind === 'unary' && expression.operand.kind === 'literal');

const shownAtMost = 40;
function shortly({ text }: SourceFile, { start, end }: Span): string {
  const written = text.slice(start, end).replace(/\s+/gu, ' ');
  return written.length > shownAtMost ? `${written.slice(0, shownAtMost)}…` : written;
}

/** A value as HCL writes it. */
export const spelled = (value: Scalar): string =>
  typeof value === 'string' ? JSON.stringify(value).replace(/[$%](?=\{)/gu, (mark) => mark + mark) : String(value);

const indentation = '  ';

function nestedLines(name: string, [inner = '', ...rest]: readonly string[], value: Scalar): readonly string[] {
  const body = rest.length === 0 ? [`${inner} = ${spelled(value)}`] : nestedLines(inner, rest, value);
  return [`${name} {`, ...body.map((line) => indentation + line), '}'];
}

// ---- where new text goes --------------------------------------------------------------------------------------------

/** Arguments about the resource rather than of it: nothing is lined up with them. */
const metaArguments: ReadonlySet<string> = new Set(['count', 'for_each', 'provider', 'depends_on', 'lifecycle']);

function insertAttribute(file: SourceFile, block: Block, name: string, value: string): readonly TextEdit[] {
  if (isOneLine(file, block)) return [openUp(file, block, [`${name} = ${value}`])];
  const anchor = attributesBeforeBlocks(block.body).findLast((one) => !metaArguments.has(one.name));
  if (!anchor) return [insertFirst(file, block, `${name} = ${value}`)];
  const indent = indentOf(file, anchor.start);
  const at = lineEnd(file, anchor.end);
  const newLine = endOfLine(file);
  // What spans several lines is never lined up with its neighbours: an empty line keeps them apart.
  if (!isSingleLine(file, anchor)) return [insertion(at, `${newLine}${newLine}${indent}${name} = ${value}`)];
  const run = runUpTo(file, block.body, anchor);
  const width = Math.max(name.length, ...run.map((one) => one.name.length));
  return [
    ...run.flatMap((one) => padded(file, one, width)),
    insertion(at, `${newLine}${indent}${name.padEnd(width)} = ${value}`),
  ];
}

const insertion = (at: number, text: string): TextEdit => ({ start: at, end: at, text });

/** `terraform fmt` lines up the equals signs of attributes on neighbouring lines. */
function padded({ text }: SourceFile, { name, nameSpan }: Attribute, width: number): readonly TextEdit[] {
  const equals = text.indexOf('=', nameSpan.end);
  const gap = ' '.repeat(width - name.length + 1);
  return text.slice(nameSpan.end, equals) === gap ? [] : [{ start: nameSpan.end, end: equals, text: gap }];
}

/** The attributes on the lines right above one, and itself. */
function runUpTo(file: SourceFile, body: Body, anchor: Attribute): readonly Attribute[] {
  const before = attributesBeforeBlocks(body);
  const run = [anchor];
  for (const one of before.slice(0, before.indexOf(anchor)).toReversed()) {
    const [first = anchor] = run;
    if (!isSingleLine(file, one) || lineOf(file, one.start) !== lineOf(file, first.start) - 1) break;
    run.unshift(one);
  }
  return run;
}

function attributesBeforeBlocks({ items }: Body): readonly Attribute[] {
  const end = items.findIndex((item) => item.kind === 'block');
  return (end === -1 ? items : items.slice(0, end)).filter((item): item is Attribute => item.kind === 'attribute');
}

function insertFirst(file: SourceFile, block: Block, line: string): TextEdit {
  const newLine = endOfLine(file);
  const indent = indentOf(file, block.start) + indentation;
  const after = file.text.slice(block.openingBrace + 1, block.closingBrace);
  const apart = block.body.items.length > 0 && !/^[ \t]*\r?\n[ \t]*\r?\n/u.test(after) ? newLine : '';
  return insertion(block.openingBrace + 1, `${newLine}${indent}${line}${apart}`);
}

function insertBlock(file: SourceFile, block: Block, lines: readonly string[]): TextEdit {
  const newLine = endOfLine(file);
  const indent = indentOf(file, block.start) + indentation;
  if (isOneLine(file, block)) return openUp(file, block, lines, block.body.items.length > 0);
  const at = lineStart(file, block.closingBrace);
  const before = file.text.slice(block.openingBrace + 1, at);
  const apart = block.body.items.length === 0 || /\n[ \t]*\r?\n$/u.test(before) ? '' : newLine;
  return insertion(at, `${apart}${lines.map((line) => `${indent}${line}${newLine}`).join('')}`);
}

/** `{}` and `{ a = 1 }` become blocks of several lines. */
function openUp(file: SourceFile, block: Block, lines: readonly string[], apart = false): TextEdit {
  const newLine = endOfLine(file);
  const outer = indentOf(file, block.start);
  const indent = outer + indentation;
  const { openingBrace, closingBrace, body } = block;
  const inner = file.text.slice(openingBrace + 1, closingBrace).trim();
  const [only] = body.items;
  const aligned = only && !apart ? alignedPair(file, only, lines) : undefined;
  const kept = aligned ?? [...(inner === '' ? [] : [inner]), ...(apart ? [''] : []), ...lines];
  const text = kept.map((line) => (line === '' ? newLine : `${indent}${line}${newLine}`)).join('');
  return { start: openingBrace + 1, end: closingBrace, text: `${newLine}${text}${outer}` };
}

/** One attribute that was there, and one that is new, lined up. */
function alignedPair(
  { text }: SourceFile,
  item: BodyItem,
  [line = '', ...more]: readonly string[],
): readonly string[] | undefined {
  if (item.kind !== 'attribute' || more.length > 0) return undefined;
  const [name = '', value = ''] = line.split(/ = (.*)/su);
  const width = Math.max(item.name.length, name.length);
  const { start, end } = item.expression;
  return [`${item.name.padEnd(width)} = ${text.slice(start, end)}`, `${name.padEnd(width)} = ${value}`];
}

// ---- lines ----------------------------------------------------------------------------------------------------------

const endOfLine = ({ text }: SourceFile): string => (text.includes('\r\n') ? '\r\n' : '\n');

const lineOf = (file: SourceFile, offset: number): number => positionAt(file, offset).line;

const lineStart = (file: SourceFile, offset: number): number => file.lineStarts[lineOf(file, offset) - 1] ?? 0;

function lineEnd({ text }: SourceFile, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

const indentOf = (file: SourceFile, offset: number): string =>
  /^[ \t]*/u.exec(file.text.slice(lineStart(file, offset), offset))?.[0] ?? '';

const isOneLine = (file: SourceFile, { openingBrace, closingBrace }: Block): boolean =>
  lineOf(file, openingBrace) === lineOf(file, closingBrace);

const isSingleLine = (file: SourceFile, { start, end }: Span): boolean =>
  lineOf(file, start) === lineOf(file, Math.max(start, end - 1));
