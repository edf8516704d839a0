/**
 * What a file of HCL native syntax says: bodies with attributes and blocks, and the expressions in them.
 *
 * Every node carries its place as two UTF-16 offsets into the text, `end` being the first that no longer belongs to it. A
 * byte order mark counts as the first character. Nothing here is evaluated, and no node is ever left out silently: what
 * could not be read is an `invalid` expression, or marks the body it stands in as `damaged`.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
import type { Template, TemplateWrap } from './template-syntax';

export type * from './template-syntax';

/** A piece of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something that does not follow the grammar, and where. */
export interface Diagnostic extends Span {
  readonly message: string;
}

/** `# …`, `// …` (without the end of the line) or a block comment. */
export interface Comment extends Span {
  readonly kind: 'hash' | 'slashes' | 'block';
}

export interface SourceFile {
  readonly text: string;
  readonly body: Body;
  /** In order. What looks like a comment inside a string or a heredoc is none. */
  readonly comments: readonly Comment[];
  /** Empty for a valid file; else the first error of each top-level block. */
  readonly errors: readonly Diagnostic[];
  /** The offset at which each line starts; `positionAt` turns it into lines and columns. */
  readonly lineStarts: readonly number[];
}

// ---- bodies ---------------------------------------------------------------------------------------------------------

/** From behind the opening brace to the closing one, or the whole file. */
export interface Body extends Span {
  readonly items: readonly BodyItem[];
  /**
   * There is an error in this body, however deep, so what is not in `items` may have been written all the same. A brace too few
   * moves items into the wrong body: it is the outermost block that says whether all inside it can be relied on.
   */
  readonly damaged: boolean;
}

export type BodyItem = Attribute | Block;

/** `name = expression`; it ends where its expression ends. */
export interface Attribute extends Span {
  readonly kind: 'attribute';
  readonly name: string;
  readonly nameSpan: Span;
  readonly expression: Expression;
}

/** `type "label" "label" { … }`, the closing brace included. */
export interface Block extends Span {
  readonly kind: 'block';
  readonly type: string;
  readonly typeSpan: Span;
  readonly labels: readonly Label[];
  /** The offset of the opening brace: the header is what stands before it. */
  readonly openingBrace: number;
  /** The offset of the closing brace; where it is missing, the offset at which the block was given up. */
  readonly closingBrace: number;
  readonly body: Body;
}

/** A label of a block, its quotes included in the span and not in the value. */
export interface Label extends Span {
  readonly value: string;
  readonly quoted: boolean;
}

// ---- expressions ----------------------------------------------------------------------------------------------------

/** Bounded in height (see `maximumHeight`), so that a recursive function over it is safe. */
export type Expression =
  | Literal
  | Template
  | TemplateWrap
  | ScopeVariable
  | Traversal
  | FunctionCall
  | Conditional
  | UnaryOperation
  | BinaryOperation
  | Parentheses
  | TupleConstructor
  | ObjectConstructor
  | TupleFor
  | ObjectFor
  | Invalid;

/** `"text"` without any `${` or `%{` (its quotes belong to the span), `12.5`, `true`, `null`. */
export interface Literal extends Span {
  readonly kind: 'literal';
  /** Escapes are resolved and text is in Unicode's normal form C. */
  readonly value: string | number | boolean | null;
  /** As written: a number of more than 53 bits is exact only here. */
  readonly raw: string;
}

/** A name in scope: `var`, `each`, `aws_kms_key`, or the variable of a `for`. */
export interface ScopeVariable extends Span {
  readonly kind: 'variable';
  readonly name: string;
}

/**
 * Steps from a value: `var.zones[0]`, `aws_instance.web[*].id`, `f(x).name`. There is at least one step, and `from` is never
 * a traversal itself, so that a chain is one flat list however long it is. The first n steps span from `start` to the end
 * of the nth.
 */
export interface Traversal extends Span {
  readonly kind: 'traversal';
  readonly from: Expression;
  readonly steps: readonly Step[];
}

export type Step = AttributeStep | IndexStep | SplatStep;

/** `.name`; the span begins with the dot. */
export interface AttributeStep extends Span {
  readonly kind: 'attribute-step';
  readonly name: string;
  readonly nameSpan: Span;
}

/** `[key]`, or `.0` as it was written before Terraform 0.12. */
export interface IndexStep extends Span {
  readonly kind: 'index-step';
  readonly key: Expression;
  readonly legacy: boolean;
}

/**
 * `[*]` (full) or `.*` (attributes only), with the steps that are taken from each item. After `[*]` these are all that
 * follow; after `.*` only attributes and legacy indices, and a bracket behind them indexes the resulting list.
 */
export interface SplatStep extends Span {
  readonly kind: 'splat-step';
  readonly style: 'full' | 'attribute-only';
  readonly each: readonly Step[];
}

/** `name(argument, …)`; a name may have namespaces: `provider::aws::arn_parse`. */
export interface FunctionCall extends Span {
  readonly kind: 'call';
  readonly name: string;
  readonly nameSpan: Span;
  readonly arguments: readonly Expression[];
  /** The last argument is a list that stands for the arguments: `f(list...)`. */
  readonly expandFinal: boolean;
}

export interface Conditional extends Span {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export type UnaryOperator = '-' | '!';
export interface UnaryOperation extends Span {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';
export interface BinaryOperation extends Span {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Parentheses extends Span {
  readonly kind: 'parentheses';
  readonly expression: Expression;
}

/** `[item, …]` */
export interface TupleConstructor extends Span {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

/** `{ key = value, … }` */
export interface ObjectConstructor extends Span {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
}

export interface ObjectItem extends Span {
  readonly key: ObjectKey;
  readonly value: Expression;
}

export type ObjectKey = NamedKey | ComputedKey;

/** A bare word (`null` and `true` are words here too), a quoted text without holes, or a number. */
export interface NamedKey extends Span {
  readonly kind: 'named-key';
  readonly name: string;
  readonly quoted: boolean;
}

/** Anything else: `(expression)`, `"${var.prefix}-key"`, `var.key`. */
export interface ComputedKey extends Span {
  readonly kind: 'computed-key';
  readonly expression: Expression;
}

/** `[for key, value in collection : result if condition]` */
export interface TupleFor extends Span {
  readonly kind: 'tuple-for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  readonly result: Expression;
  readonly condition: Expression | undefined;
}

/** `{for key, value in collection : resultKey => result... if condition}` */
export interface ObjectFor extends Span {
  readonly kind: 'object-for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  readonly resultKey: Expression;
  readonly result: Expression;
  /** `...`: results of equal keys are gathered in lists. */
  readonly grouped: boolean;
  readonly condition: Expression | undefined;
}

/** It was written and cannot be read. Only in files with errors. */
export interface Invalid extends Span {
  readonly kind: 'invalid';
  readonly message: string;
}
