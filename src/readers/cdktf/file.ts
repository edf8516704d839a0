import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examineJson, linePosition } from '../../json-text';
import { isDataObject, isTooDeep, type Data } from '../cloudformation/data';
import { decode } from '../cloudformation/text';
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
  files: readonly { readonly path: string; readonly text: string | Buffer }[],
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
    files.map((path) => ({ path, text: readFileSync(path) })),
    folder,
  );
}

function stackOf({
  path,
  text: source,
}: {
  readonly path: string;
  readonly text: string | Buffer;
}): TerraformStackSource {
  const text = decode(source);
  const content = contentOf(path, text);
  if (isTooDeep(content as Data)) throw new UnreadableInput(`${path}: nested too deeply for a stack`);
  return { name: nameIn(content) ?? path, document: path, content };
}

/** Terraform takes the blocks under a key that is written twice together, so neither of them may be lost. */
function contentOf(path: string, text: string): unknown {
  const { fault, duplicates } = examineJson(text);
  const [twice] = duplicates;
  const refuse = (offset: number, what: string) =>
    new UnreadableInput(`${path}:${linePosition(text, offset)}: the JSON is damaged: ${what}`);
  if (fault) throw refuse(fault.offset, fault.message);
  if (twice) throw refuse(twice.offset, `"${twice.key}" is written twice`);
  const content: unknown = JSON.parse(text);
  if (!isDataObject(content as Data))
    throw new UnreadableInput(`${path}: this is no synthesized stack: its top level is no map`);
  return content;
}

function nameIn(content: unknown): string | undefined {
  const signed = content as { readonly '//'?: { readonly metadata?: { readonly stackName?: unknown } } } | null;
  const name = signed?.['//']?.metadata?.stackName;
  return typeof name === 'string' ? name : undefined;
}
