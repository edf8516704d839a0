import { isDeepStrictEqual } from 'node:util';
import type { ByteSource } from '../source';
import { DamagedJson, parseBytes, parseRange, type Range } from './range';

const windowSize = 1 << 20;
/** Real plans nest some thirty levels deep. The limit keeps everything that walks a parsed piece off the stack's end. */
const deepest = 500;

const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;
const [openBrace, closeBrace, openBracket, closeBracket, colon, comma] = [0x7b, 0x7d, 0x5b, 0x5d, 0x3a, 0x2c];

/** What numbers, `true`, `false` and `null` are made of. */
const literal = new Uint8Array(256);
for (const character of '0123456789+-.eEtrufalsn') literal[character.charCodeAt(0)] = 1;
const literalGrammar = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/u;

const escapes = new Uint8Array(256);
for (const character of '"\\/bfnrtu') escapes[character.charCodeAt(0)] = 1;
const hexadecimal = new Uint8Array(256);
for (const character of '0123456789abcdefABCDEF') hexadecimal[character.charCodeAt(0)] = 1;

/** What may come next inside a container. */
type Expected = 'value' | 'value or close' | 'key' | 'key or close' | 'colon' | 'comma or close';

const cutOff = 'the text ends too soon: it was cut off';

/** How values begin. */
const beginnings = { list: openBracket, object: openBrace, null: 0x6e } as const;

/**
 * Walks over JSON byte by byte, in windows, so that a document larger than memory can be indexed in one pass. It parses
 * only what it is asked for, and passes over the rest.
 *
 * Every method throws `DamagedJson` where the text is not JSON or ends too soon.
 */
export class Scanner {
  private window: Buffer = Buffer.alloc(0);
  /** What the windows of a file stand in: a large plan has thousands, and the collector would come late for them. */
  private memory: Buffer = this.window;
  private base: number;
  private at = 0;

  constructor(
    private readonly source: ByteSource,
    start = 0,
    private readonly end = source.size,
  ) {
    this.base = start;
  }

  get position(): number {
    return this.base + this.at;
  }

  seek(offset: number): void {
    const inside = offset - this.base;
    if (inside >= 0 && inside <= this.window.length) this.at = inside;
    else {
      this.base = offset;
      this.at = 0;
      this.window = Buffer.alloc(0);
    }
  }

  /** The byte at the position, or -1 at the end. */
  peek(): number {
    return this.at < this.window.length || this.refill() ? (this.window[this.at] ?? -1) : -1;
  }

  /** Moves past white space, and says which byte follows. */
  space(): number {
    for (;;) {
      const byte = this.peek();
      if (byte !== 0x20 && byte !== newline && byte !== 0x0d && byte !== 0x09) return byte;
      this.at++;
    }
  }

  /** Moves past a line's end. */
  line(): void {
    for (let byte = this.peek(); byte !== -1; byte = this.peek()) {
      this.at++;
      if (byte === newline) return;
    }
  }

  advance(): void {
    this.at++;
  }

  /** Visits the members of an object. The visitor must move past the value. Any other value is passed over. */
  members(visit: (key: string) => void): void {
    if (!this.opens(openBrace, closeBrace)) return;
    do {
      if (this.space() !== quote) this.fail('a key was expected');
      const key = this.string();
      if (this.space() !== colon) this.fail('a colon was expected');
      this.at++;
      visit(key);
    } while (this.continues(closeBrace));
  }

  /** Visits the elements of an array. The visitor must move past the element. Any other value is passed over. */
  elements(visit: () => void): void {
    if (!this.opens(openBracket, closeBracket)) return;
    do visit();
    while (this.continues(closeBracket));
  }

  /** What the text means to say must stand here: passed over, it would be as if nobody had said it. */
  expect(kinds: readonly (keyof typeof beginnings)[], what: string): void {
    const found = this.space();
    if (found === -1) this.fail(cutOff);
    if (!kinds.some((kind) => beginnings[kind] === found)) this.fail(`${what} was expected`);
  }

  isObject(): boolean {
    return this.space() === openBrace;
  }

  isNull(): boolean {
    return this.space() === 0x6e;
  }

  /** Passes over a value, and says where it stands. */
  range(): Range {
    this.space();
    const start = this.position;
    this.skip();
    return { start, end: this.position };
  }

  /** Whether two ranges, which the scanner has passed over, have the same value: mostly, they have the same bytes. */
  isSame(one: Range, other: Range): boolean {
    const [bytes, others] = [this.bytes(one), this.bytes(other)];
    return bytes.equals(others) || isDeepStrictEqual(parseRange(this.source, one), parseRange(this.source, other));
  }

  /** Whether a text stands anywhere in a range that the scanner has passed over. */
  says(range: Range, text: string): boolean {
    return this.bytes(range).includes(text);
  }

  private bytes({ start, end }: Range): Buffer {
    const [first, last] = [start - this.base, end - this.base];
    return first >= 0 && last <= this.window.length ? this.window.subarray(first, last) : this.source.read(start, end);
  }

  /** Parses a value, which should be small. */
  value(): unknown {
    const range = this.range();
    return parseBytes(this.bytes(range), range);
  }

  /** Parses a string; any other value is passed over and is undefined. */
  text(): string | undefined {
    if (this.space() === quote) return this.string();
    this.skip();
    return undefined;
  }

  private string(): string {
    const start = this.position;
    this.skipString();
    const bytes = this.bytes({ start, end: this.position });
    return bytes.includes(backslash)
      ? (JSON.parse(bytes.toString('utf8')) as string)
      : bytes.toString('utf8', 1, bytes.length - 1);
  }

  /** Passes over one value of any kind, and checks its grammar, so that parsing it later cannot fail. */
  skip(): void {
    const first = this.space();
    if (first === quote) this.skipString();
    else if (first === openBrace || first === openBracket) this.skipContainer();
    else this.skipLiteral();
  }

  private skipContainer(): void {
    const closers: number[] = [];
    let expected = 'value' as Expected;
    do {
      const byte = this.space();
      if (byte === quote) {
        if (expected === 'colon' || expected === 'comma or close') this.fail('a comma or colon is missing');
        this.skipString();
        expected = expected === 'key' || expected === 'key or close' ? 'colon' : 'comma or close';
      } else if (byte === comma) {
        if (expected !== 'comma or close') this.fail('a value was expected');
        this.at++;
        expected = closers.at(-1) === closeBrace ? 'key' : 'value';
      } else if (byte === colon) {
        if (expected !== 'colon') this.fail('a value was expected');
        this.at++;
        expected = 'value';
      } else if (byte === closeBrace || byte === closeBracket) {
        const empty = byte === closeBrace ? 'key or close' : 'value or close';
        if (closers.pop() !== byte || (expected !== empty && expected !== 'comma or close'))
          this.fail(`"${String.fromCharCode(byte)}" was not expected`);
        this.at++;
        expected = 'comma or close';
      } else {
        if (expected !== 'value' && expected !== 'value or close')
          this.fail(byte === -1 ? cutOff : 'a quotation mark or separator is missing');
        if (byte === openBrace || byte === openBracket) {
          closers.push(byte === openBrace ? closeBrace : closeBracket);
          if (closers.length > deepest) this.fail(`it nests deeper than ${String(deepest)} levels`);
          this.at++;
          expected = byte === openBrace ? 'key or close' : 'value or close';
        } else {
          this.skipLiteral();
          expected = 'comma or close';
        }
      }
    } while (closers.length > 0);
  }

  private skipString(): void {
    this.at++;
    while (this.peek() !== -1) {
      const { window } = this;
      for (let at = this.at; at < window.length; at++) {
        const byte = window[at] ?? 0;
        if (byte === quote) {
          this.at = at + 1;
          return;
        }
        if (byte === backslash) {
          this.at = at;
          this.skipEscape();
          // The escape may have moved to the next window.
          if (this.window !== window) break;
          at = this.at - 1;
        } else if (byte < 0x20) {
          this.at = at;
          this.fail('a string is not closed');
        }
      }
      if (this.window === window) this.at = window.length;
    }
    this.fail(cutOff);
  }

  private skipEscape(): void {
    this.at++;
    const kind = this.peek();
    if (kind === -1 || escapes[kind] !== 1) this.fail('an escape is not known');
    this.at++;
    if (kind !== 0x75) return;
    for (let digits = 0; digits < 4; digits++, this.at++)
      if (hexadecimal[this.peek()] !== 1) this.fail('an escape is not complete');
  }

  private skipLiteral(): void {
    let text = '';
    for (let byte = this.peek(); literal[byte] === 1; byte = this.peek()) {
      text += String.fromCharCode(byte);
      this.at++;
    }
    if (!literalGrammar.test(text)) this.fail(this.peek() === -1 ? cutOff : 'a value was expected');
  }

  private opens(opener: number, closer: number): boolean {
    if (this.space() !== opener) {
      this.skip();
      return false;
    }
    this.at++;
    if (this.space() !== closer) return true;
    this.at++;
    return false;
  }

  private continues(closer: number): boolean {
    const byte = this.space();
    if (byte === -1) this.fail(cutOff);
    if (byte !== comma && byte !== closer) this.fail('a comma was expected');
    this.at++;
    return byte === comma;
  }

  private refill(): boolean {
    this.base += this.window.length;
    this.at -= this.window.length;
    const start = this.base;
    const end = Math.min(start + windowSize, this.end);
    if (this.memory.length < end - start) this.memory = Buffer.allocUnsafe(end - start);
    this.window = start < end ? this.source.read(start, end, this.memory) : Buffer.alloc(0);
    return this.at < this.window.length;
  }

  private fail(problem: string): never {
    throw new DamagedJson(this.position, problem);
  }
}
