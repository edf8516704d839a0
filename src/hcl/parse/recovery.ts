import type { Diagnostic } from '../syntax';
import type { Cursor, Mark } from './cursor';
import { diagnosticOf } from './failure';

/** A file with more errors than this is no configuration, and every further one costs another look at the rest of it. */
const maximumFailures = 200;

/** What a line begins with, unindented, when a block of a Terraform file starts there. */
const topLevelBlock =
  /(?:action|check|data|ephemeral|import|locals|module|moved|output|provider|removed|resource|terraform|variable)\b[ \t]*["{]/y;
const stringOrComment = /"(?:[^"\\\n]|\\.)*"?|(?:#|\/\/)[^\n]*/y;
const heredocStart = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?(?=\n)/uy;

/**
 * How errors are met. A strict reading ends at the first, so that no guess ever touches a valid file. A tolerant one notes
 * it, looks for the end of the broken line, or of the broken brackets, and goes on.
 */
export class Recovery {
  readonly errors: Diagnostic[] = [];
  failures = 0;
  private noted = false;
  private heredocsEnd = true;

  constructor(
    private readonly cursor: Cursor,
    readonly tolerant: boolean,
  ) {}

  /** Errors that follow from one another are told once: from here on something else may be wrong. */
  startTopLevelItem(): void {
    this.noted = false;
  }

  /** Too much is wrong; nothing more is read. */
  get exhausted(): boolean {
    return this.failures > maximumFailures;
  }

  note(error: Diagnostic): void {
    this.failures++;
    if (this.exhausted) this.cursor.position = this.cursor.text.length;
    if (this.exhausted || this.noted) return;
    this.noted = true;
    this.errors.push(error);
  }

  /** What was read, or undefined after a failure that was overcome; the cursor then stands where reading can go on. */
  attempt<T>(nested: boolean, mark: Mark, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!this.tolerant) throw error;
      this.note(diagnosticOf(error));
      this.cursor.resume(this.exhausted ? this.cursor.text.length : this.endOfBroken(mark.position, nested), mark);
      return undefined;
    }
  }

  /** An unindented line that can only begin a block of the file itself: whatever is open there was never closed. */
  atTopLevelBlock(offset = this.cursor.position): boolean {
    if (offset > 0 && this.cursor.text[offset - 1] !== '\n') return false;
    topLevelBlock.lastIndex = offset;
    return topLevelBlock.test(this.cursor.text);
  }

  /** Behind the first line on which all brackets opened since are closed again, or before the brace that ends the block. */
  private endOfBroken(start: number, nested: boolean): number {
    const { text } = this.cursor;
    this.heredocsEnd = true;
    let open = 0;
    for (let offset = start; offset < text.length; offset = this.afterToken(offset)) {
      const character = text.charAt(offset);
      if ('{[('.includes(character)) open++;
      else if (open > 0 && '}])'.includes(character)) open--;
      else if (character === '}' && nested) return offset;
      else if (character === '\n' && (open === 0 || this.atTopLevelBlock(offset + 1))) return offset + 1;
    }
    return text.length;
  }

  /** Strings, comments and heredocs hide brackets, and what they hide is not read as anything else. */
  private afterToken(offset: number): number {
    const { text } = this.cursor;
    stringOrComment.lastIndex = offset;
    if (stringOrComment.test(text)) return stringOrComment.lastIndex;
    return this.afterHeredoc(offset) ?? offset + 1;
  }

  /** After one that has no end, the end of no other is looked for: each look goes through the rest of the file. */
  private afterHeredoc(offset: number): number | undefined {
    const { text } = this.cursor;
    heredocStart.lastIndex = offset;
    const marker = this.heredocsEnd ? heredocStart.exec(text)?.[1] : undefined;
    if (marker === undefined) return undefined;
    const closing = new RegExp(`\\n[ \\t]*${marker}(?=[ \\t]*\\r?\\n)`, 'g');
    closing.lastIndex = heredocStart.lastIndex;
    this.heredocsEnd = closing.test(text);
    return this.heredocsEnd ? closing.lastIndex : undefined;
  }
}
