import type { Attribute, Block, Body, BodyItem, Expression, Invalid, Label, Span } from '../syntax';
import type { Cursor, Mark } from './cursor';
import { readExpression } from './expression';
import { refuseTooHigh } from './height';
import { readPlainQuoted } from './quoted';
import type { Recovery } from './recovery';

/** One reading of a file: strict or tolerant, and whether it is inside a block. */
export interface Reading {
  readonly cursor: Cursor;
  readonly recovery: Recovery;
  readonly block: Opening | undefined;
}

/** Where the block that is being read was opened. */
type Opening = number;

/** Attributes and blocks up to the closing brace of the block, or to the end of the file. */
export function readBody(reading: Reading): Body {
  const { cursor, recovery } = reading;
  const start = cursor.position;
  const failuresBefore = recovery.failures;
  const items: BodyItem[] = [];
  const names = new Set<string>();
  while (!atEndOfBody(reading)) {
    const item = readNext(reading);
    if (item) items.push(item);
    if (item?.kind === 'attribute') refuseTwice(reading, names, item);
  }
  return { items, damaged: recovery.failures > failuresBefore, start, end: cursor.position };
}

/** Passes what lies between two items. */
function atEndOfBody({ cursor, recovery, block }: Reading): boolean {
  cursor.skip(true);
  if (block === undefined) return cursor.atEnd;
  if (cursor.at('}')) return true;
  const open = cursor.atEnd || (recovery.tolerant && recovery.atTopLevelBlock());
  if (open) unclosed(cursor, recovery, block);
  return open;
}

function unclosed(cursor: Cursor, recovery: Recovery, opening: Opening): void {
  const error = { message: 'Unclosed block: "}" expected', start: opening, end: opening + 1 };
  if (!recovery.tolerant) cursor.fail(error.message, error.start, error.end);
  recovery.note(error);
}

function readNext(reading: Reading): BodyItem | undefined {
  const { cursor, recovery, block } = reading;
  const mark = cursor.mark();
  if (block === undefined && startsUnindented(cursor)) recovery.startTopLevelItem();
  return recovery.attempt(block !== undefined, mark, () => readItem(reading, mark));
}

/** A name at the start of a line; a brace there is what an error left over. */
const startsUnindented = (cursor: Cursor): boolean =>
  (cursor.position === 0 || cursor.text[cursor.position - 1] === '\n') && cursor.identifierEnd() > cursor.position;

function readItem(reading: Reading, mark: Mark): BodyItem {
  const { cursor } = reading;
  const comment = cursor.at('/*');
  const name = cursor.takeIdentifier(
    comment ? 'Unterminated comment: "*/" expected' : 'An argument or a block expected',
  );
  const nameSpan = { start: mark.position, end: cursor.position };
  cursor.skip(false);
  return atEquals(cursor) ? readAttribute(reading, mark, name, nameSpan) : readBlock(reading, name, nameSpan);
}

const atEquals = (cursor: Cursor): boolean => cursor.at('=') && !cursor.at('==');

/** A name with an equals sign was written, whatever follows: it never becomes "not there". */
function readAttribute({ cursor, recovery, block }: Reading, mark: Mark, name: string, nameSpan: Span): Attribute {
  cursor.take('=');
  cursor.skip(false);
  const start = cursor.position;
  const read = recovery.attempt(block !== undefined, mark, () => {
    const expression = readWholeExpression(cursor, false);
    endLine(cursor, 'Missing newline behind the argument');
    return expression;
  });
  const expression = read ?? invalid(cursor, start);
  return { kind: 'attribute', name, nameSpan, expression, start: nameSpan.start, end: expression.end };
}

/** All that was passed to get over the error, the end of the line excepted. */
function invalid({ text, position }: Cursor, start: number): Invalid {
  const end = start + text.slice(start, position).trimEnd().length;
  return { kind: 'invalid', message: 'it is not valid HCL', start, end };
}

/** An expression that is not part of another. */
export function readWholeExpression(cursor: Cursor, multiline: boolean): Expression {
  cursor.operators = 0;
  const expression = readExpression(cursor, multiline);
  refuseTooHigh(cursor, expression);
  return expression;
}

function refuseTwice({ cursor, recovery }: Reading, names: Set<string>, { name, nameSpan }: Attribute): void {
  if (!names.has(name)) {
    names.add(name);
    return;
  }
  const message = `The argument "${name}" is already given in this block`;
  if (!recovery.tolerant) cursor.fail(message, nameSpan.start, nameSpan.end);
  recovery.note({ message, ...nameSpan });
}

function readBlock(reading: Reading, type: string, typeSpan: Span): Block {
  const { cursor, recovery } = reading;
  const labels = readLabels(cursor);
  const openingBrace = cursor.position;
  cursor.take('{');
  const body = readBlockBody({ ...reading, block: openingBrace });
  const closingBrace = cursor.position;
  const closed = cursor.take('}');
  const end = cursor.position;
  if (closed) {
    recovery.attempt(reading.block !== undefined, cursor.mark(), () => {
      endLine(cursor, 'Missing newline behind the block');
    });
  }
  return { kind: 'block', type, typeSpan, labels, openingBrace, closingBrace, body, start: typeSpan.start, end };
}

/** Up to the opening brace. */
function readLabels(cursor: Cursor): readonly Label[] {
  const labels: Label[] = [];
  while (!cursor.at('{')) {
    labels.push(readLabel(cursor));
    cursor.skip(false);
  }
  return labels;
}

function readLabel(cursor: Cursor): Label {
  const start = cursor.position;
  const quoted = cursor.at('"');
  const value = quoted ? readPlainQuoted(cursor) : cursor.takeIdentifier(headerExpectation(cursor));
  return { value, quoted, start, end: cursor.position };
}

function headerExpectation(cursor: Cursor): string {
  if (cursor.at('=')) return 'Invalid block: "=" cannot stand before "{"';
  if (cursor.atEnd || cursor.atNewline()) return 'Invalid block: "{" expected on the same line';
  return 'Invalid block: a label or "{" expected';
}

function readBlockBody(reading: Reading): Body {
  const { cursor } = reading;
  const start = cursor.position;
  cursor.skip(false);
  const body = isOneLine(cursor) ? readOneLineBody(cursor) : cursor.nested(() => readBody(reading));
  return { ...body, start };
}

const isOneLine = (cursor: Cursor): boolean => !cursor.atNewline() && !cursor.atEnd && !cursor.at('}');

/** `{ name = value }`: one argument and nothing else. */
function readOneLineBody(cursor: Cursor): Body {
  const start = cursor.position;
  const name = cursor.takeIdentifier('An argument expected: a block on one line holds a single one');
  const nameSpan = { start, end: cursor.position };
  cursor.skip(false);
  if (!atEquals(cursor)) cursor.fail('"=" expected: a block on one line holds a single argument');
  cursor.take('=');
  cursor.skip(false);
  const expression = readWholeExpression(cursor, false);
  cursor.skip(false);
  if (!cursor.at('}')) cursor.fail('"}" expected: a block on one line holds a single argument');
  const item: Attribute = { kind: 'attribute', name, nameSpan, expression, start, end: expression.end };
  return { items: [item], damaged: false, start, end: cursor.position };
}

/** An item ends with its line; the last may end with the file. */
function endLine(cursor: Cursor, message: string): void {
  cursor.skip(false);
  if (!cursor.atEnd && !cursor.takeNewline()) cursor.fail(message);
}
