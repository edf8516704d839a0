import { readFileSync } from 'node:fs';
import { holes, parsePolicy, unknown, type Policy } from '../../../iam';
import { parseSource, type SourceDocument } from '../../../readers/cloudformation/document';
import { fileProblem } from '../../../readers/detect';
import { UnreadableInput } from '../../../readers/input';
import { printable } from '../../../reports/printable';
import type { Io } from '../../io';

export interface PolicyFile {
  readonly policy: Policy;
  /** A policy of a resource, or a trust policy, names principals; one of an identity never does. */
  readonly kind: 'identity' | 'resource';
}

type Path = readonly (string | number)[];

/**
 * Reads a policy document from a file, or from standard input (`-`). AWS would refuse a document with misspelt or missing
 * elements, and reading it all the same could turn a slip into a pass: it is refused here too.
 *
 * @throws UnreadableInput with the place, where it is not a policy.
 */
export function readPolicyFile(path: string, io: Io): PolicyFile {
  const documents = parseSource(path, contentOf(path, io));
  const [document] = documents;
  if (!document) throw new UnreadableInput(`${path}: this is no policy: it is empty`);
  if (documents.length > 1) throw new UnreadableInput(`${path}: ${documents.length} documents, where a policy is one`);
  for (const note of document.notes) io.err(`demarc: ${printable(note)}\n`);
  const refuse = (at: Path, message: string): UnreadableInput => {
    const { line, column } = document.locate(at);
    return new UnreadableInput(`${path}:${String(line)}:${String(column)}: ${message}`);
  };
  const kind = kindOf(document, refuse);
  return { policy: parsePolicy(withoutExpressions(document.data)), kind };
}

function contentOf(path: string, io: Io): Buffer {
  if (path === '-') return io.input();
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UnreadableInput(`${path}: ${fileProblem(error)}`);
  }
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
const documentElements = ['Version', 'Id', 'Statement'];
const versions = ['2012-10-17', '2008-10-17'];
const statementElements = [
  'Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition',
]; // prettier-ignore

type Refuse = (at: Path, message: string) => UnreadableInput;

function kindOf({ data }: SourceDocument, refuse: Refuse): PolicyFile['kind'] {
  if (!isRecord(data) || data['Statement'] === undefined) throw refuse([], 'this is no policy: it has no "Statement"');
  expectElements(data, documentElements, [], refuse);
  const version = data['Version'];
  if (typeof version === 'string' && !versions.includes(version))
    throw refuse(['Version'], `the version is none of ${versions.join(', ')}`);
  const written = data['Statement'];
  const listed = Array.isArray(written);
  const statements: readonly unknown[] = listed ? written : [written];
  if (statements.length === 0) throw refuse(['Statement'], 'the policy has no statement');
  const kinds = statements.map((statement, index) =>
    kindOfStatement(statement, listed ? ['Statement', index] : ['Statement'], refuse),
  );
  const known = kinds.filter((kind) => kind !== undefined);
  const odd = kinds.findIndex((kind) => kind !== undefined && kind !== known[0]);
  if (odd !== -1)
    throw refuse(['Statement', odd], 'statements with a principal and without one cannot stand in one policy');
  return known[0] ?? 'identity';
}

/** Undefined where the statement is settled only at deployment. */
function kindOfStatement(statement: unknown, at: Path, refuse: Refuse): PolicyFile['kind'] | undefined {
  if (!isRecord(statement)) throw refuse(at, 'the statement is no object');
  if (functionOf(statement) !== undefined) return undefined;
  expectElements(statement, statementElements, at, refuse);
  const has = (name: string): boolean => statement[name] !== undefined || statement[`Not${name}`] !== undefined;
  if (statement['Effect'] === undefined) throw refuse(at, 'the statement has no "Effect"');
  if (!has('Action')) throw refuse(at, 'the statement has neither "Action" nor "NotAction"');
  if (has('Principal')) return 'resource';
  if (!has('Resource')) throw refuse(at, 'the statement has neither "Resource" nor "Principal"');
  return 'identity';
}

function expectElements(
  fields: Readonly<Record<string, unknown>>,
  known: readonly string[],
  at: Path,
  refuse: Refuse,
): void {
  const stranger = Object.keys(fields).find((name) => !known.includes(name));
  if (stranger !== undefined) throw refuse([...at, stranger], `a policy has no element ${JSON.stringify(stranger)}`);
}

/** What CloudFormation or Terraform computes is not known here. */
function withoutExpressions(data: unknown): unknown {
  if (typeof data === 'string') return withoutInterpolations(data);
  if (Array.isArray(data)) return data.map(withoutExpressions);
  if (!isRecord(data)) return data;
  const name = functionOf(data);
  if (name !== undefined) return unknown(`${name} ${JSON.stringify(data[name])} is settled at deployment`);
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withoutExpressions(value)]));
}

/** A policy variable is a condition key, which has a colon, or an escaped character; `${var.name}` is none. */
const policyVariable = /^(?:[*?$]|\s*[\w./-]+:.*)$/su;

function withoutInterpolations(text: string): unknown {
  const parts = text.split(/(\$\{[^}]*\})/u).map((part, index) => {
    const plain = index % 2 === 0 || policyVariable.test(part.slice(2, -1));
    return plain ? part : { free: `${part} is settled at deployment` };
  });
  return parts.every((part) => typeof part === 'string') ? text : holes(...parts.filter((part) => part !== ''));
}

function functionOf(data: Readonly<Record<string, unknown>>): string | undefined {
  const [name, ...more] = Object.keys(data);
  return name !== undefined && more.length === 0 && (name === 'Ref' || name.startsWith('Fn::')) ? name : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
