import * as z from 'zod';
import type { Path } from '../model/value';
import { configurationSchema, type Configuration } from './configuration';
import type { Problem } from './configuration-error';
import { didYouMean } from './suggestion';

type Issue = z.core.$ZodIssue;
type Checked = { readonly configuration: Configuration } | { readonly problems: readonly Problem[] };

/** Checks data of any origin against the schema. What is empty (the document, or a part with nothing in it) says nothing. */
export function validateConfiguration(data: unknown): Checked {
  const hidden = prototypeKeys(data, []);
  if (hidden.length > 0) return { problems: hidden };
  const result = configurationSchema.safeParse(withoutEmptyParts(data ?? {}), { reportInput: true });
  return result.success
    ? { configuration: result.data }
    : { problems: result.error.issues.flatMap((issue) => problemsOf(issue, [])) };
}

/** In YAML, a key whose list is commented out is left with nothing. */
function withoutEmptyParts(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).filter(([, part]) => part !== null));
}

/** Records would leave `__proto__` out without a word. */
function prototypeKeys(data: unknown, path: Path): readonly Problem[] {
  if (typeof data !== 'object' || data === null) return [];
  const keyOf = (key: string) => (Array.isArray(data) ? Number(key) : key);
  return Object.entries(data).flatMap(([key, value]) =>
    key === '__proto__'
      ? [{ path: [...path, key], message: `unknown key "${key}"` }]
      : prototypeKeys(value, [...path, keyOf(key)]),
  );
}

function problemsOf(issue: Issue, base: Path): readonly Problem[] {
  const path = [...base, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(path);
      return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, known) }));
    }
    case 'invalid_union':
      return nearestBranch(issue.errors).flatMap((inner) => problemsOf(inner, path));
    case 'invalid_value':
      return [{ path, message: notAmong(issue.input, issue.values.map(String)) }];
    case 'invalid_type':
      return [{ path, message: wrongKind(issue.expected, issue.input) }];
    case 'invalid_format':
      return [
        { path, message: issue.format === 'date' ? `${shown(issue.input)} is no date (YYYY-MM-DD)` : 'is empty' },
      ];
    case 'too_small':
      return [{ path, message: 'is empty' }];
    default:
      return [{ path, message: issue.message }];
  }
}

/** The branch that objects to the least: to something inside, else to the value, and only then to its kind. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const distance = (branch: readonly Issue[]): number =>
    Math.max(
      ...branch.map(({ code, path }) =>
        path.length > 0 ? 0 : code === 'invalid_type' ? 2 : code === 'invalid_value' ? 1 : 0,
      ),
    );
  return branches.toSorted((one, other) => distance(one) - distance(other))[0] ?? [];
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = didYouMean(key, known);
  return `unknown key "${key}"${meant || `; known here: ${known.join(', ')}`}`;
}

function notAmong(input: unknown, values: readonly string[]): string {
  if (input === undefined) return 'is missing';
  if (input === null) return `is empty; known: ${values.join(', ')}`;
  return `${shown(input)} is none of ${values.join(', ')}${typeof input === 'string' ? didYouMean(input, values) : ''}`;
}

const kinds: Readonly<Record<string, string>> = {
  object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'a text',
  boolean: 'true or false',
};

function wrongKind(expected: string, input: unknown): string {
  if (input === undefined) return 'is missing';
  const hint = expected === 'string' && typeof input === 'number' ? '; put it in quotes' : '';
  return `${kinds[expected] ?? expected} is expected, not ${shown(input)}${hint}`;
}

function shown(input: unknown): string {
  if (input === null) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a map';
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

/** Which keys the schema has at a path, over all alternatives. */
function keysAt(path: Path): readonly string[] {
  let nodes: readonly SchemaNode[] = alternatives(z.toJSONSchema(configurationSchema, { io: 'input' }) as SchemaNode);
  for (const key of path)
    nodes = nodes.flatMap((node) => {
      const child = typeof key === 'number' ? node.items : (node.properties?.[key] ?? node.additionalProperties);
      return typeof child === 'object' ? alternatives(child) : [];
    });
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}

const alternatives = (node: SchemaNode): readonly SchemaNode[] => node.anyOf?.flatMap(alternatives) ?? [node];
