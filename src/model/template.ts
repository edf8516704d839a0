import { templateLeaf, type Raw, type UnknownLeaf } from './raw';

const mark = '\u{F0000}';
const hole = new RegExp(`${mark}(\\d+)${mark}`, 'u');

/**
 * Parses a JSON text that has holes. A hole inside a string makes that string a template; a hole that stands for a
 * whole value becomes that unknown value.
 *
 * @returns the structure, or undefined where the text is not JSON whatever the holes hold.
 */
export function parseTemplateDocument(parts: readonly (string | UnknownLeaf)[]): Raw | undefined {
  const holes = parts.filter((part) => typeof part !== 'string');
  let next = 0;
  const marked = parts.map((part) => (typeof part === 'string' ? part : `${mark}${String(next++)}${mark}`)).join('');
  const parsed = parseJson(quoteBareHoles(marked));
  if (parsed === undefined) return undefined;
  return holes.length === 0 ? parsed : fill(parsed, holes);
}

function parseJson(text: string): Raw | undefined {
  try {
    const value = JSON.parse(text) as Raw;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Puts quotes around holes that stand outside strings, so that the text parses. */
function quoteBareHoles(text: string): string {
  let inString = false;
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (inString && character === '\\') {
      result += character + text.charAt(++i);
      continue;
    }
    if (character === '"') inString = !inString;
    const found = inString ? null : hole.exec(text.startsWith(mark, i) ? text.slice(i, i + 24) : '');
    if (found?.index === 0) {
      result += `"${found[0]}"`;
      i += found[0].length - 1;
    } else result += character;
  }
  return result;
}

function fill(raw: Raw, holes: readonly UnknownLeaf[]): Raw {
  if (typeof raw === 'string') {
    const pieces = raw.split(hole);
    return templateLeaf(pieces.map((piece, i) => (i % 2 === 0 ? piece : (holes[Number(piece)] ?? piece))));
  }
  if (Array.isArray(raw)) return (raw as readonly Raw[]).map((item) => fill(item, holes));
  if (typeof raw !== 'object' || raw === null) return raw;
  return Object.fromEntries(Object.entries(raw as Record<string, Raw>).map(([key, item]) => [key, fill(item, holes)]));
}
