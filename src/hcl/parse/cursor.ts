import type { Comment } from '../syntax';
import { Failure } from './failure';

/** Brackets, blocks, conditionals and templates inside one another, each counted. People stay below thirty. */
export const maximumNesting = 150;

const asciiIdentifier = /[A-Za-z_][\w-]*/y;
const identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const byteOrderMark = '\ufeff';

/**
 * A place in the text that moves forward, and the comments it passed. The grammar decides at each place whether newlines
 * count as blanks: they do inside parentheses and brackets (`multiline`), elsewhere they end something.
 */
export class Cursor {
  position = 0;
  /** Binary operators met since the caller set it to nought. */
  operators = 0;
  private depth = 0;
  private readonly passed: Comment[] = [];

  constructor(readonly text: string) {
    if (text.startsWith(byteOrderMark)) this.position = 1;
  }

  get comments(): readonly Comment[] {
    return this.passed;
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The character that many places ahead; empty behind the end. */
  peek(ahead = 0): string {
    return this.text[this.position + ahead] ?? '';
  }

  at(symbol: string): boolean {
    return this.text.startsWith(symbol, this.position);
  }

  /** Passes the symbol if it is next. */
  take(symbol: string): boolean {
    if (!this.at(symbol)) return false;
    this.position += symbol.length;
    return true;
  }

  /** Passes the symbol, or fails with what was expected. */
  expect(symbol: string, message: string): void {
    if (!this.take(symbol)) this.fail(message);
  }

  /** Passes what a sticky pattern matches here, which may be nothing. */
  takeMatch(pattern: RegExp): string {
    const match = this.match(pattern);
    this.position += match.length;
    return match;
  }

  /** What a sticky pattern matches here, which may be nothing. */
  match(pattern: RegExp): string {
    pattern.lastIndex = this.position;
    return pattern.exec(this.text)?.[0] ?? '';
  }

  atNewline(): boolean {
    return this.peek() === '\n' || this.at('\r\n');
  }

  takeNewline(): boolean {
    return this.take('\n') || this.take('\r\n');
  }

  /** Passes blanks and comments, and newlines too where they mean nothing. */
  skip(multiline: boolean): void {
    for (;;) {
      const next = this.peek();
      if (next === ' ' || next === '\t') this.position++;
      else if (next === '#' || next === '/') {
        if (!this.takeComment()) return;
      } else if (!multiline || !this.takeNewline()) return;
    }
  }

  /** The end of the identifier that starts there, or the offset itself when none does. */
  identifierEnd(offset = this.position): number {
    asciiIdentifier.lastIndex = offset;
    const end = asciiIdentifier.test(this.text) ? asciiIdentifier.lastIndex : offset;
    if (!(this.text.charCodeAt(end) > 0x7f)) return end;
    identifier.lastIndex = offset;
    return identifier.test(this.text) ? identifier.lastIndex : offset;
  }

  takeIdentifier(expected: string): string {
    const start = this.position;
    this.position = this.identifierEnd();
    if (this.position === start) this.fail(expected);
    return this.text.slice(start, this.position);
  }

  /** The word as a whole is next: `for` is not at `format`. */
  atWord(word: string): boolean {
    return this.at(word) && this.identifierEnd() === this.position + word.length;
  }

  takeWord(word: string): boolean {
    return this.atWord(word) && this.take(word);
  }

  /** Reads something nested; deeper than anybody writes is an error and not an overflow of the stack. */
  nested<T>(read: () => T): T {
    if (++this.depth > maximumNesting) this.fail('This is nested too deeply to be read');
    const result = read();
    this.depth--;
    return result;
  }

  /** Goes on elsewhere after a failure: at an outer depth, without the comments that the failed attempt passed. */
  resume(position: number, mark: Mark): void {
    this.position = position;
    this.depth = mark.depth;
    this.passed.length = mark.comments;
  }

  mark(): Mark {
    return { position: this.position, depth: this.depth, comments: this.passed.length };
  }

  fail(message: string, start = this.position, end = start + 1): never {
    throw new Failure(message, start, Math.min(end, this.text.length));
  }

  /** A block comment without an end is none: whatever is read next does not understand `/*`. */
  private takeComment(): boolean {
    if (this.at('/*')) {
      const close = this.text.indexOf('*/', this.position + 2);
      return close !== -1 && this.pass('block', close + 2);
    }
    if (!this.at('#') && !this.at('//')) return false;
    const newline = this.text.indexOf('\n', this.position);
    const end = newline === -1 ? this.text.length : newline;
    return this.pass(this.at('#') ? 'hash' : 'slashes', this.text[end - 1] === '\r' ? end - 1 : end);
  }

  private pass(kind: Comment['kind'], end: number): true {
    this.passed.push({ kind, start: this.position, end });
    this.position = end;
    return true;
  }
}

/** A place to come back to after a failure. */
export interface Mark {
  readonly position: number;
  readonly depth: number;
  readonly comments: number;
}
