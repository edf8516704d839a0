import { isLeaf, notedLeaf, templateLeaf, unknownLeaf, type Raw, type UnknownLeaf } from '../../model/raw';

/** What a name in an expression (`aws_s3_bucket.data.arn`, `var.cidr`) means. */
export type Resolve = (name: string) => Raw;

/**
 * What a text of Terraform's JSON syntax means. A text that is one reference is what it refers to; one with references in
 * it is a text with holes; every other expression is unknown, with the references in it.
 * Source: https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
 */
export function evaluateText(text: string, resolve: Resolve): Raw {
  if (!text.includes('${') && !text.includes('%{')) return text;
  const parts = split(text);
  if (parts === undefined) return unknownLeaf('settled at apply: a template with directives');
  const [only] = parts;
  if (only && parts.length === 1) return 'literal' in only ? only.literal : evaluateExpression(only.code, resolve);
  const pieces = parts.map((part) => ('literal' in part ? part.literal : evaluateExpression(part.code, resolve)));
  const holes = pieces.map(pieceOf);
  const because = pieces.flatMap((piece) => (isLeaf(piece) && piece.leaf === 'noted' ? [piece] : []))[0];
  const joined = templateLeaf(holes);
  return because && typeof joined === 'string' ? notedLeaf(joined, noteOf(because)) : joined;
}

type Noted = Extract<Raw, { readonly leaf: 'noted' }>;

const noteOf = ({ because, sensitive, source, references }: Noted) => ({
  ...(because !== undefined && { because }),
  ...(sensitive && { sensitive }),
  ...(source && { source }),
  ...(references && { references }),
});

/** What a value puts into a text. */
function pieceOf(raw: Raw): string | UnknownLeaf {
  if (typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') return String(raw);
  if (!isLeaf(raw)) return unknownLeaf('a structure where a text is expected');
  if (raw.leaf === 'unknown') return raw;
  if (raw.leaf === 'noted') return pieceOf(raw.value);
  if (raw.leaf === 'template') {
    const holes = raw.parts.filter((part) => typeof part !== 'string');
    return unknownLeaf(
      holes[0]?.why ?? 'settled at apply',
      holes.flatMap(({ references }) => references),
    );
  }
  return unknownLeaf(raw.why);
}

const traversal = /^[A-Za-z_][\w-]*(?:\.[\w-]+|\[\d{1,9}\]|\["[^"\\$%]{1,1000}"\])*$/u;
const wordLiterals: ReadonlyMap<string, Raw> = new Map<string, Raw>([
  ['true', true],
  ['false', false],
  ['null', undefined],
]);

function evaluateExpression(code: string, resolve: Resolve): Raw {
  const trimmed = code.trim();
  if (wordLiterals.has(trimmed)) return wordLiterals.get(trimmed);
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/u.test(trimmed)) return Number(trimmed);
  if (/^"[^"\\$%]*"$/u.test(trimmed)) return trimmed.slice(1, -1);
  if (traversal.test(trimmed)) return resolve(normalize(trimmed));
  const encoded = encodedText(trimmed);
  if (encoded !== undefined) return encoded;
  const references = namesIn(trimmed).flatMap((name) => {
    const raw = resolve(normalize(name));
    if (!isLeaf(raw)) return [];
    if (raw.leaf === 'unknown') return raw.references;
    return raw.leaf === 'noted' ? (raw.references ?? []) : [];
  });
  const short = trimmed.length > 80 ? `${trimmed.slice(0, 80)}…` : trimmed;
  return unknownLeaf(`settled at apply: ${short}`, references);
}

/** What `base64encode("…")` makes of a text without references: start scripts of machines are written like this. */
function encodedText(code: string): string | undefined {
  const quoted = /^base64encode\(\s*("(?:[^"\\]|\\.)*")\s*\)$/su.exec(code)?.[1];
  if (quoted === undefined || quoted.includes('${') || quoted.includes('%{')) return undefined;
  try {
    return Buffer.from(String(JSON.parse(quoted)), 'utf8').toString('base64');
  } catch {
    return undefined;
  }
}

/** `a.b[0]["c"]` as `a.b.0.c`. */
const normalize = (name: string): string =>
  name.replace(/\[(\d{1,9})\]/gu, '.$1').replace(/\["([^"]{1,1000})"\]/gu, '.$1');

/** Names with at least one dot outside of quotes: what an expression refers to. */
function namesIn(code: string): readonly string[] {
  const names: string[] = [];
  for (const [position, piece] of code.split('"').entries())
    // Between quotes only what is interpolated again is a name.
    if (position % 2 === 0 || piece.includes('${'))
      for (const word of piece.split(/[^\w.-]+/u)) {
        const name = word.endsWith('.') ? word.slice(0, -1) : word;
        if (/^[A-Za-z_][\w-]*\.[\w.-]+$/u.test(name)) names.push(name);
      }
  return names;
}

type Part = { readonly literal: string } | { readonly code: string };

/** The literal parts and the interpolations of a template; undefined where it has directives or an open end. */
function split(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  let literal = '';
  let at = 0;
  while (at < text.length) {
    if (text.startsWith('$${', at) || text.startsWith('%%{', at)) {
      literal += text.slice(at + 1, at + 3);
      at += 3;
    } else if (text.startsWith('%{', at)) return undefined;
    else if (text.startsWith('${', at)) {
      const end = endOfCode(text, at + 2);
      if (end === undefined) return undefined;
      if (literal !== '') parts.push({ literal });
      literal = '';
      parts.push({ code: text.slice(at + 2, end) });
      at = end + 1;
    } else literal += text.charAt(at++);
  }
  if (literal !== '' || parts.length === 0) parts.push({ literal });
  return parts;
}

/** Where the brace stands that closes an interpolation; quotes and braces nest. */
function endOfCode(text: string, start: number): number | undefined {
  const open: ('"' | '{')[] = ['{'];
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (open.at(-1) === '"') {
      if (character === '\\') at++;
      else if (character === '"') open.pop();
      else if (text.startsWith('${', at)) {
        open.push('{');
        at++;
      }
    } else if (character === '"') open.push('"');
    else if (character === '{') open.push('{');
    else if (character === '}') {
      open.pop();
      if (open.length === 0) return at;
    }
  }
  return undefined;
}
