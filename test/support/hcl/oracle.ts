import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What HashiCorp's parser makes of a file. */
export type FileAnswer = { readonly json: unknown; readonly error?: undefined } | { readonly error: string };

/** An expression as HashiCorp's parser sees it. */
export interface Tree {
  readonly type: string;
  readonly name?: string;
  readonly operator?: string;
  readonly expandedFinalArgument?: boolean;
  readonly segments?: readonly (string | null)[];
  readonly groupedValue?: boolean;
  readonly keyVar?: string;
  readonly valVar?: string;
  readonly value?: string;
  readonly children: readonly Tree[];
}

export type TreeAnswer = { readonly tree: Tree; readonly error?: undefined } | { readonly error: string };

const batchSize = 500;

export const parseFiles = (texts: readonly string[]): readonly FileAnswer[] =>
  batches(texts).flatMap((batch) => ask(batch.map((text) => ({ text }))) as readonly FileAnswer[]);

export const parseExpressions = (expressions: readonly string[]): readonly TreeAnswer[] =>
  batches(expressions).flatMap((batch) => ask(batch.map((expression) => ({ expression }))) as readonly TreeAnswer[]);

function ask(questions: readonly object[]): readonly unknown[] {
  const program = join(__dirname, 'hashicorp.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`The reference parser ended with ${String(status)}: ${stderr}`);
  return JSON.parse(stdout) as readonly unknown[];
}

function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / batchSize);
  return Array.from({ length: count }, (_, index) => items.slice(index * batchSize, (index + 1) * batchSize));
}
