/** Hides what looks like a secret in a line of source text, before the line is shown to anybody. */

const hidden = '****';

const secretKey =
  /passw|passphrase|pwd|secret|token|credential|(?:private|api|access|account|auth|encryption|shared)[_-]?key|connection[_-]?string/iu;

/** A connection string and the like, with a secret among its parts. */
const secretInside = new RegExp(`(?:${secretKey.source})[\\w-]{0,40}\\s{0,10}[:=]`, 'iu');

/** Words and references that are settings, never secrets, even under a key such as `HttpTokens`. */
const harmless =
  /^["']?(?:true|false|null|none|optional|required|enabled|disabled|\d{1,3}|arn:[^"']*)["']?$|^(?:var|local|module|data|each)\.[\w.[\]]+\s*$|^[{[]|^!(?:Ref|GetAtt|ImportValue)\b/iu;

/** A key, its separator, and its value: quoted, or up to what ends a bare value in YAML, JSON and HCL. */
const assignment =
  /(["']?)([\w.-]{1,120})\1(\s{0,40}[:=]\s{0,40})("(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s,{}[\]"'][^,}\]"']*)/gu;

const userInfo = /(:\/\/[^\s/:@"']{0,200}:)[^\s/@"']{1,500}@/gu;
const accessKey = /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/gu;

/**
 * @param line of a source file, not longer than a screen is wide.
 * @param everything whether the line is shown because a secret stands in it: then every value is hidden.
 */
export function mask(line: string, everything: boolean): string {
  if (everything && line.search(assignment) === -1) return line.replace(/\S.*$/u, hidden);
  const named = secretKey.test(line);
  return withoutExpression(line, everything)
    .replace(assignment, (text, quote: string, key: string, separator: string, value: string) => {
      const isValue = /^(?:value|default)$/iu.test(key);
      const secret = everything || secretKey.test(key) || (named && isValue) || secretInside.test(value);
      return secret && !harmless.test(value) ? `${quote}${key}${quote}${separator}${hidden}` : text;
    })
    .replace(userInfo, `$1${hidden}@`)
    .replace(accessKey, hidden);
}

const assigned = /(["']?)([\w.-]{1,120})\1\s{0,40}[:=]\s{0,40}/gu;

/** An expression with texts in it, or a function of CloudFormation that takes some: more than a name of something else. */
const holdsTexts =
  /^(?!["'{[])[^"']*["']|^!(?!(?:Ref|GetAtt|ImportValue)\b)[A-Z]|^\{\s*["']Fn::(?!GetAtt|ImportValue)/u;

/** A line up to a secret that is put together there: which of its texts is secret, nobody can say. */
function withoutExpression(line: string, everything: boolean): string {
  for (const { index, 0: text, 2: key = '' } of line.matchAll(assigned)) {
    const end = index + text.length;
    const value = line.slice(end);
    if ((everything || secretKey.test(key)) && holdsTexts.test(value)) return `${line.slice(0, end)}${hidden}`;
  }
  return line;
}

/** Longer lines are not searched, and show nothing. */
const longestLine = 5_000;

/** Whether a line of source may hold a secret. */
export const holdsSecret = (line: string): boolean => line.length > longestLine || mask(line, false) !== line;

const variable = /^\s*variable\s+"([^"]*)"/u;
const byDefault = /^(\s*default\s*=\s*)\S.*$/u;

/**
 * A whole text of source without what looks like a secret. A variable of Terraform may say in one line that it is one, and
 * in another what it is.
 */
export function maskSource(text: string): string {
  const lines = text.split('\n');
  const names = lines.map((line) => variable.exec(line)?.[1]);
  let inside = false;
  return lines
    .map((line, index) => {
      if (line.length > longestLine) return hidden;
      const name = names[index];
      if (name !== undefined) inside = secretKey.test(name) || isSensitive(lines, index);
      return mask(inside ? line.replace(byDefault, `$1${hidden}`) : line, false);
    })
    .join('\n');
}

/** Whether a block says so before the next block begins. People write a few lines. */
function isSensitive(lines: readonly string[], start: number): boolean {
  const block = lines.slice(start + 1, start + 50);
  const end = block.findIndex((line) => line.startsWith('}') || variable.test(line));
  return block.slice(0, end === -1 ? undefined : end).some((line) => /^\s*sensitive\s*=\s*true\b/u.test(line));
}
