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
