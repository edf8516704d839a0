import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnreadableInput, type Input } from '../input';
import { readTerraformStacks, type TerraformStackSource } from './reader';

/** CDKTF and CDKTN sign what they synthesize, with the name of the stack. */
const signature = /"\/\/"\s*:\s*\{\s*"metadata"\s*:\s*\{[^{}]{0,2000}"stackName"\s*:/;

/** Whether a text is a synthesized stack (`cdk.tf.json`). */
export const looksLikeTerraformStack = (text: string): boolean => /^\s*\{/.test(text) && signature.test(text);

/**
 * Reads synthesized stacks from their files, as one graph.
 *
 * @throws UnreadableInput where a text is no JSON.
 */
export const readTerraformStackFiles = (
  files: readonly { readonly path: string; readonly text: string }[],
  path: string,
): Input => readTerraformStacks(files.map(stackOf), { path });

/**
 * Reads the output folder of a synthesis (`cdktf.out`), as one graph.
 *
 * @throws UnreadableInput where no stack stands there, or one is no JSON.
 */
export function readTerraformOutput(folder: string): Input {
  const stacks = join(folder, 'stacks');
  const files = (existsSync(stacks) ? readdirSync(stacks) : [])
    .toSorted()
    .map((name) => join(stacks, name, 'cdk.tf.json'))
    .filter((path) => existsSync(path));
  if (files.length === 0) throw new UnreadableInput(`${folder}: no synthesized stack stands in this folder`);
  return readTerraformStackFiles(
    files.map((path) => ({ path, text: readFileSync(path, 'utf8') })),
    folder,
  );
}

function stackOf({ path, text }: { readonly path: string; readonly text: string }): TerraformStackSource {
  try {
    const content: unknown = JSON.parse(text);
    return { name: nameIn(content) ?? path, document: path, content };
  } catch (error) {
    throw new UnreadableInput(`${path}: the JSON is damaged: ${error instanceof Error ? error.message : ''}`);
  }
}

function nameIn(content: unknown): string | undefined {
  const signed = content as { readonly '//'?: { readonly metadata?: { readonly stackName?: unknown } } } | null;
  const name = signed?.['//']?.metadata?.stackName;
  return typeof name === 'string' ? name : undefined;
}
