import { lineStartsOf } from '../lines';
import type { Expression, Literal, SourceFile, Template, TemplateWrap } from '../syntax';
import { readBody, readWholeExpression } from './body';
import { Cursor } from './cursor';
import { attempt, type Parsed } from './failure';
import { refuseTooHigh } from './height';
import { Recovery } from './recovery';
import { readStandaloneTemplate } from './template';

export type { Parsed } from './failure';

/**
 * A whole file of HCL's native syntax: `.tf`, `.tofu`, `.tfvars`. It never throws: a file with errors is read again, past
 * them, and says so.
 */
export function parseFile(text: string): SourceFile {
  const strict = attempt(() => readFile(text, false));
  return strict.ok ? strict.value : readFile(text, true);
}

/** One expression, with nothing around it but blanks, newlines and comments. */
export function parseExpression(text: string): Parsed<Expression> {
  const cursor = new Cursor(text);
  return attempt(() => {
    cursor.skip(true);
    const expression = readWholeExpression(cursor, true);
    cursor.skip(true);
    if (!cursor.atEnd) cursor.fail('The expression should end here');
    return expression;
  });
}

/** A text as a template: the content of a template file, or a string of a `.tf.json` file. */
export function parseTemplate(text: string): Parsed<Literal | Template | TemplateWrap> {
  const cursor = new Cursor(text);
  return attempt(() => {
    const template = readStandaloneTemplate(cursor);
    refuseTooHigh(cursor, template);
    return template;
  });
}

function readFile(text: string, tolerant: boolean): SourceFile {
  const cursor = new Cursor(text);
  const recovery = new Recovery(cursor, tolerant);
  const body = readBody({ cursor, recovery, block: undefined });
  return { text, body, comments: cursor.comments, errors: recovery.errors, lineStarts: lineStartsOf(text) };
}
