import type { AttributeStep, Expression, IndexStep, Literal, SplatStep, Step } from '../syntax';
import type { Cursor } from './cursor';
import { readExpression } from './expression';

/** The scanner takes an exponent for a part of the number here too. */
const digits = /\d+(?:[eE][+-]?\d+)?/y;

/** The term itself, or the traversal that starts from it. */
export function withSteps(cursor: Cursor, from: Expression, multiline: boolean): Expression {
  const steps = readSteps(cursor, multiline);
  const last = steps.at(-1);
  return last ? { kind: 'traversal', from, steps, start: from.start, end: last.end } : from;
}

/** `.name`, `[key]`, `.0` and splats, as many as follow. */
function readSteps(cursor: Cursor, multiline: boolean): readonly Step[] {
  const steps: Step[] = [];
  for (;;) {
    cursor.skip(multiline);
    if (cursor.at('[')) steps.push(readBracket(cursor, multiline));
    else if (atDot(cursor)) steps.push(readDot(cursor, multiline));
    else return steps;
  }
}

/** `...` belongs to the arguments of a call or to a `for`. */
const atDot = (cursor: Cursor): boolean => cursor.at('.') && !cursor.at('..');

function readDot(cursor: Cursor, multiline: boolean): Step {
  const start = cursor.position;
  cursor.take('.');
  cursor.skip(multiline);
  return cursor.take('*') ? readAttributeSplat(cursor, multiline, start) : readNamed(cursor, start);
}

/** What stands behind a dot: a name, or the index of an earlier age. */
function readNamed(cursor: Cursor, start: number): AttributeStep | IndexStep {
  const nameStart = cursor.position;
  const raw = cursor.takeMatch(digits);
  if (raw !== '') return legacyIndex(cursor, start, raw, nameStart);
  const name = cursor.takeIdentifier('Attribute name expected after the dot');
  const end = cursor.position;
  return { kind: 'attribute-step', name, nameSpan: { start: nameStart, end }, start, end };
}

/** The scanner of HCL would take `0.1` for one number, so two legacy indices never follow one another. */
function legacyIndex(cursor: Cursor, start: number, raw: string, keyStart: number): IndexStep {
  const end = cursor.position;
  if (cursor.at('.') && /\d/.test(cursor.peek(1))) {
    cursor.fail('Two legacy indices cannot follow one another: write them in brackets', keyStart, end + 2);
  }
  const key: Literal = { kind: 'literal', value: Number(raw), raw, start: keyStart, end };
  return { kind: 'index-step', key, legacy: true, start, end };
}

function readAttributeSplat(cursor: Cursor, multiline: boolean, start: number): SplatStep {
  let end = cursor.position;
  const each: Step[] = [];
  for (;;) {
    cursor.skip(multiline);
    if (!atDot(cursor)) return { kind: 'splat-step', style: 'attribute-only', each, start, end };
    const stepStart = cursor.position;
    cursor.take('.');
    cursor.skip(multiline);
    each.push(readNamed(cursor, stepStart));
    end = cursor.position;
  }
}

function readBracket(cursor: Cursor, multiline: boolean): IndexStep | SplatStep {
  const start = cursor.position;
  cursor.take('[');
  cursor.skip(multiline);
  if (cursor.take('*')) return readFullSplat(cursor, multiline, start);
  cursor.skip(true);
  const key = readExpression(cursor, true);
  cursor.skip(true);
  cursor.expect(']', 'Missing "]" behind the index');
  return { kind: 'index-step', key, legacy: false, start, end: cursor.position };
}

function readFullSplat(cursor: Cursor, multiline: boolean, start: number): SplatStep {
  cursor.skip(multiline);
  cursor.expect(']', 'Missing "]" behind the splat');
  const end = cursor.position;
  const each = cursor.nested(() => readSteps(cursor, multiline));
  return { kind: 'splat-step', style: 'full', each, start, end: each.at(-1)?.end ?? end };
}
