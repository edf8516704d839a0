/**
 * A second opinion: whether a policy document allows a concrete request, read off AWS's documentation as directly as
 * possible and sharing nothing with the engine. Slow, and only for known texts.
 */

export interface NaiveRequest {
  readonly action: string;
  readonly resource: string;
  readonly principal?: string;
  readonly context: Readonly<Record<string, readonly string[] | null | undefined>>;
  readonly now: number;
}

type Fields = Record<string, unknown>;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

export function naiveAllows(document: unknown, request: NaiveRequest): boolean {
  const { Version, Statement } = document as Fields;
  const statements = list(Statement) as Fields[];
  const applying = statements.filter((statement) => applies(statement, request, Version === '2012-10-17'));
  return applying.some(({ Effect }) => Effect === 'Allow') && !applying.some(({ Effect }) => Effect === 'Deny');
}

function applies(statement: Fields, request: NaiveRequest, variables: boolean): boolean {
  const { Action, NotAction, Resource, NotResource, Principal, NotPrincipal } = statement;
  const action = (pattern: unknown) => glob(String(pattern).toLowerCase(), request.action.toLowerCase());
  const resource = (pattern: unknown) => matchesResource(String(pattern), request, variables);
  if (Action !== undefined && !list(Action).some(action)) return false;
  if (NotAction !== undefined && list(NotAction).some(action)) return false;
  if (Resource !== undefined && !list(Resource).some(resource)) return false;
  if (NotResource !== undefined && list(NotResource).some(resource)) return false;
  if (Principal !== undefined && !isPrincipal(Principal, request.principal ?? '')) return false;
  if (NotPrincipal !== undefined && isPrincipal(NotPrincipal, request.principal ?? '')) return false;
  return Object.entries((statement['Condition'] ?? {}) as Record<string, Fields>).every(([operator, tests]) =>
    Object.entries(tests).every(([key, values]) =>
      condition(operator, key.toLowerCase(), list(values).map(String), request, variables),
    ),
  );
}

/** A pattern as letters, each a wildcard or not. `undefined` where a variable has no value. */
function expand(
  pattern: string,
  request: NaiveRequest,
  variables: boolean,
): { letter: string; wild: boolean }[] | undefined {
  const letters: { letter: string; wild: boolean }[] = [];
  const rest = variables ? pattern.split(/(\$\{[^}]*\})/) : [pattern];
  for (const part of rest) {
    const name = variables ? /^\$\{([^}]*)\}$/.exec(part)?.[1] : undefined;
    if (name === undefined) for (const letter of part) letters.push({ letter, wild: letter === '*' || letter === '?' });
    else {
      const value = ['*', '?', '$'].includes(name) ? name : request.context[name.toLowerCase()]?.[0];
      if (value === undefined) return undefined;
      for (const letter of value) letters.push({ letter, wild: false });
    }
  }
  return letters;
}

function globLetters(pattern: readonly { letter: string; wild: boolean }[], text: readonly string[]): boolean {
  const [head, ...rest] = pattern;
  if (!head) return text.length === 0;
  if (head.wild && head.letter === '*')
    return Array.from({ length: text.length + 1 }, (_, skip) => skip).some((skip) =>
      globLetters(rest, text.slice(skip)),
    );
  if (text.length === 0) return false;
  return (head.wild || head.letter === text[0]) && globLetters(rest, text.slice(1));
}

const glob = (pattern: string, text: string): boolean =>
  globLetters(
    Array.from(pattern).map((letter) => ({ letter, wild: letter === '*' || letter === '?' })),
    Array.from(text),
  );

/** Field by field: the first five separated by colons, the sixth with the rest. */
function fields<T>(letters: readonly T[], letterOf: (one: T) => string): T[][] {
  const all: T[][] = [[]];
  for (const one of letters)
    if (letterOf(one) === ':' && all.length < 6) all.push([]);
    else all.at(-1)?.push(one);
  return all;
}

function matchesResource(pattern: string, request: NaiveRequest, variables: boolean): boolean {
  const letters = expand(pattern, request, variables);
  if (!letters) return false;
  return arnLike(letters, request.resource, true);
}

function arnLike(letters: { letter: string; wild: boolean }[], text: string, padded: boolean): boolean {
  const isArn =
    letters
      .slice(0, 4)
      .map(({ letter }) => letter)
      .join('') === 'arn:';
  if (!isArn) return globLetters(letters, Array.from(text));
  const patterns = fields(letters, ({ letter }) => letter);
  while (padded && patterns.length < 6) patterns.push([{ letter: '*', wild: true }]);
  const texts = fields(Array.from(text), (letter) => letter);
  return patterns.length === texts.length && patterns.every((one, index) => globLetters(one, texts[index] ?? []));
}

function isPrincipal(written: unknown, principal: string): boolean {
  if (written === '*') return true;
  const [kind = '', name = ''] = principal.split('|');
  return Object.entries(written as Fields).some(([wanted, values]) =>
    list(values).some((value) => {
      const text = String(value);
      if (wanted !== 'AWS') return wanted === kind && glob(text, name);
      if (text === '*') return true;
      if (kind !== 'AWS') return false;
      const account = /^(\d{12})$/.exec(text)?.[1] ?? /^arn:aws:iam::(\d{12}):root$/.exec(text)?.[1];
      if (account !== undefined) return name.split(':')[4] === account;
      const role = /^arn:aws:iam::(\d+):role\/(\w+)$/.exec(text);
      return (
        text === name ||
        (role !== null && name.startsWith(`arn:aws:sts::${role[1] ?? ''}:assumed-role/${role[2] ?? ''}/`))
      );
    }),
  );
}

function condition(written: string, key: string, values: string[], request: NaiveRequest, variables: boolean): boolean {
  const [, quantifier, rest = ''] = /^(?:(ForAllValues|ForAnyValue):)?(.*)$/.exec(written) ?? [];
  const ifExists = rest.endsWith('IfExists');
  const operator = ifExists ? rest.slice(0, -8) : rest;
  const present = request.context[key];
  if (operator === 'Null') return values.includes(present ? 'false' : 'true');
  const negated = operator.includes('Not');
  const plain = operator.replace('Not', '');
  if (!present) {
    if (ifExists) return true;
    if (quantifier === 'ForAllValues') return true;
    return quantifier === 'ForAnyValue' ? false : negated;
  }
  const test = (value: string) =>
    values.some((wanted) => compare(plain, value, wanted, request, variables)) !== negated;
  if (quantifier === 'ForAllValues') return present.every(test);
  if (quantifier === 'ForAnyValue') return present.some(test);
  return present.length === 1 ? present.every(test) : false;
}

function compare(operator: string, value: string, wanted: string, request: NaiveRequest, variables: boolean): boolean {
  const letters = expand(wanted, request, variables);
  if (!letters) return false;
  const text = letters.map(({ letter }) => letter).join('');
  if (operator.startsWith('Numeric')) return order(operator.slice(7), Number(value), Number(wanted));
  if (operator.startsWith('Date')) return order(operator.slice(4), Date.parse(value), Date.parse(wanted));
  switch (operator) {
    case 'StringEquals':
      return text === value;
    case 'StringEqualsIgnoreCase':
      return text.toLowerCase() === value.toLowerCase();
    case 'StringLike':
      return globLetters(letters, Array.from(value));
    case 'ArnLike':
    case 'ArnEquals':
      return arnLike(letters, value, false);
    case 'Bool':
      return value === wanted;
    case 'IpAddress':
    case 'IpAddress'.toLowerCase():
      return inBlock(value, wanted);
    default:
      throw new Error(`no opinion on ${operator}`);
  }
}

function order(kind: string, left: number, right: number): boolean {
  if (kind === 'Equals') return left === right;
  if (kind === 'LessThan') return left < right;
  if (kind === 'LessThanEquals') return left <= right;
  return kind === 'GreaterThan' ? left > right : left >= right;
}

function inBlock(address: string, block: string): boolean {
  if (address.includes(':') !== block.includes(':')) return false;
  const [base = '', length] = block.split('/');
  const bits = bitsOf(address);
  return (
    bitsOf(base).slice(0, length === undefined ? bits.length : Number(length)) ===
    bits.slice(0, length === undefined ? bits.length : Number(length))
  );
}

function bitsOf(address: string): string {
  if (!address.includes(':'))
    return address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('');
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const known = [groups(head), groups(tail ?? '')] as const;
  const missing = Array.from({ length: 8 - known[0].length - known[1].length }, () => '0');
  return [...known[0], ...missing, ...known[1]]
    .map((group) => parseInt(group, 16).toString(2).padStart(16, '0'))
    .join('');
}
