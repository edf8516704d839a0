import type { Expression } from '../syntax';
import type { Cursor } from './cursor';
import { readExpression } from './expression';

export interface ForIntroduction extends ForNames {
  readonly collection: Expression;
}

interface ForNames {
  readonly keyName: string | undefined;
  readonly valueName: string;
}

/** `key, value in collection :` behind the word `for` of an expression. */
export function readForIntroduction(cursor: Cursor): ForIntroduction {
  const introduction = readForSubject(cursor);
  cursor.expect(':', 'Invalid "for": ":" expected behind the collection');
  cursor.skip(true);
  return introduction;
}

/** `key, value in collection`, which is all that a template's directive says. */
export function readForSubject(cursor: Cursor): ForIntroduction {
  cursor.skip(true);
  const names = readNames(cursor);
  if (!cursor.takeWord('in')) cursor.fail('Invalid "for": "in" expected');
  cursor.skip(true);
  const collection = readExpression(cursor, true);
  cursor.skip(true);
  return { ...names, collection };
}

function readNames(cursor: Cursor): ForNames {
  const first = cursor.takeIdentifier('Invalid "for": the name of a variable expected');
  cursor.skip(true);
  if (!cursor.take(',')) return { keyName: undefined, valueName: first };
  cursor.skip(true);
  const valueName = cursor.takeIdentifier('Invalid "for": the name of a second variable expected');
  cursor.skip(true);
  return { keyName: first, valueName };
}
