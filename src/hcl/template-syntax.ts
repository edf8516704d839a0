import type { Expression, Span } from './syntax';

/** Text with holes, or any heredoc. Its value is a string, always. */
export interface Template extends Span {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
  /** Absent for a quoted template. */
  readonly heredoc: Heredoc | undefined;
}

/** `"${expression}"` and nothing else: its value is the expression's, of whatever type. */
export interface TemplateWrap extends Span {
  readonly kind: 'template-wrap';
  readonly expression: Expression;
  readonly strip: StripMarkers;
}

export interface Heredoc {
  readonly marker: string;
  /** Written `<<-`: the indentation that all lines share is already gone from the parts. */
  readonly flush: boolean;
}

/** `~` beside a sequence takes the white space of the text next to it; the text parts are already without. */
export interface StripMarkers {
  readonly before: boolean;
  readonly after: boolean;
}

export type TemplatePart = TemplateText | Interpolation | IfDirective | ForDirective;

export interface TemplateText extends Span {
  readonly kind: 'text';
  /** With escapes resolved, indentation flushed and strip markers applied: it may be shorter than its span. */
  readonly value: string;
}

/** `${expression}` */
export interface Interpolation extends Span {
  readonly kind: 'interpolation';
  readonly expression: Expression;
  readonly strip: StripMarkers;
}

/** `%{ if condition }…%{ else }…%{ endif }` */
export interface IfDirective extends Span {
  readonly kind: 'if-directive';
  readonly condition: Expression;
  readonly whenTrue: readonly TemplatePart[];
  /** Undefined without an `else`: the result is then empty text. */
  readonly whenFalse: readonly TemplatePart[] | undefined;
}

/** `%{ for key, value in collection }…%{ endfor }` */
export interface ForDirective extends Span {
  readonly kind: 'for-directive';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  readonly body: readonly TemplatePart[];
}
