/** What a walk over a JSON text finds that `JSON.parse` does not tell. Offsets are in UTF-16 units. */
export interface JsonText {
  /** Where and why the text is no JSON. The words never quote the text: it may hold secrets. */
  readonly fault: JsonFault | undefined;
  /** Keys that stand twice in one object, where they stand again. `JSON.parse` lets the last one count without a word. */
  readonly duplicates: readonly { readonly key: string; readonly offset: number }[];
}

export interface JsonFault {
  readonly offset: number;
  readonly message: string;
}

type Expected = 'value' | 'value or close' | 'key' | 'key or close' | 'colon' | 'comma or close' | 'end';

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escape = /["\\/bfnrt]|u[\da-fA-F]{4}/y;
const cutOff = 'the text ends too soon: it was cut off';

const messages: Readonly<Record<Expected, string>> = {
  value: 'a value was expected',
  'value or close': 'a value or "]" was expected',
  key: 'a key in quotation marks was expected',
  'key or close': 'a key in quotation marks or "}" was expected',
  colon: 'a colon was expected',
  'comma or close': 'a comma or a closing bracket was expected',
  end: 'text follows the end of the document',
};

class Fault extends Error implements JsonFault {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/** Walks over a text once, however deep it nests. */
export function examineJson(text: string): JsonText {
  const duplicates: { readonly key: string; readonly offset: number }[] = [];
  try {
    walk(text, duplicates);
    return { fault: undefined, duplicates };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { fault: { offset: error.offset, message: error.message }, duplicates };
  }
}

/** `2:14`: line and column of an offset, from 1. */
export function linePosition(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `${String(lines.length)}:${String((lines.at(-1)?.length ?? 0) + 1)}`;
}

/**
 * A text as JSON.
 *
 * @throws Error that says where it breaks, and how.
 */
export function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const { fault } = examineJson(text);
    if (!fault) throw error;
    const [line = '', column = ''] = linePosition(text, fault.offset).split(':');
    throw new Error(`line ${line}, column ${column}: ${fault.message}`, { cause: error });
  }
}

function walk(text: string, duplicates: { readonly key: string; readonly offset: number }[]): void {
  /** The keys of each object that is open; a list has none. */
  const open: (Set<string> | undefined)[] = [];
  let expected: Expected = 'value';
  let at = skipBlank(text, 0);
  for (; at < text.length; at = skipBlank(text, at)) {
    const character = text[at];
    const fail = (): never => {
      throw new Fault(at, messages[expected]);
    };
    const takesValue = expected === 'value' || expected === 'value or close';
    if (character === '"') {
      const end = skipString(text, at);
      const keys = open.at(-1);
      if (expected === 'key' || expected === 'key or close') {
        const key = keyIn(text, at, end);
        if (keys?.has(key)) duplicates.push({ key, offset: at });
        keys?.add(key);
        expected = 'colon';
      } else if (takesValue) expected = open.length === 0 ? 'end' : 'comma or close';
      else fail();
      at = end;
    } else if (character === '{' || character === '[') {
      if (!takesValue) fail();
      open.push(character === '{' ? new Set() : undefined);
      expected = character === '{' ? 'key or close' : 'value or close';
      at++;
    } else if (character === '}' || character === ']') {
      const closes = open.length > 0 && (open.at(-1) === undefined ? ']' : '}') === character;
      const empty = character === '}' ? 'key or close' : 'value or close';
      if (!closes || (expected !== empty && expected !== 'comma or close')) fail();
      open.pop();
      expected = open.length === 0 ? 'end' : 'comma or close';
      at++;
    } else if (character === ':') {
      if (expected !== 'colon') fail();
      expected = 'value';
      at++;
    } else if (character === ',') {
      if (expected !== 'comma or close') fail();
      expected = open.at(-1) === undefined ? 'value' : 'key';
      at++;
    } else {
      const end = takesValue ? endOfLiteral(text, at) : at;
      if (end === at) fail();
      expected = open.length === 0 ? 'end' : 'comma or close';
      at = end;
    }
  }
  if (expected !== 'end') throw new Fault(at, cutOff);
}

function skipBlank(text: string, offset: number): number {
  let at = offset;
  for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9;)
    code = text.charCodeAt(++at);
  return at;
}

/** The offset behind a string's closing quotation mark. */
function skipString(text: string, offset: number): number {
  for (let at = offset + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) throw new Fault(at, 'a control character stands in a string');
    if (code !== 92) continue;
    escape.lastIndex = at + 1;
    if (!escape.test(text))
      throw at + 1 < text.length ? new Fault(at, 'an escape is not known') : new Fault(at, cutOff);
    at = escape.lastIndex - 1;
  }
  throw new Fault(text.length, cutOff);
}

function keyIn(text: string, start: number, end: number): string {
  const key = text.slice(start + 1, end - 1);
  return key.includes('\\') ? (JSON.parse(text.slice(start, end)) as string) : key;
}

function endOfLiteral(text: string, offset: number): number {
  literal.lastIndex = offset;
  return literal.test(text) ? literal.lastIndex : offset;
}
