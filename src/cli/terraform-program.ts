import { spawnSync } from 'node:child_process';
import { accessSync, closeSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { UnreadableInput } from '../readers/input';
import { openedSource, type ByteSource } from '../readers/source';
import type { Io } from './io';
import { namelessFile } from './nameless-file';

export type TerraformProgram = 'terraform' | 'tofu';

/**
 * Asks Terraform or OpenTofu for the JSON of a saved plan. This runs the providers of the folder, for their schemas: never
 * without `--run-terraform`.
 *
 * The JSON goes to a file that has no name any more, so that it may be larger than memory and that its secrets go with
 * this process.
 *
 * @param path of the saved plan; the JSON is known by this name.
 * @param folder where the plan was made: its `.terraform` holds the providers.
 * @param wanted the program that is taken if it is there; else the other.
 * @see https://developer.hashicorp.com/terraform/cli/commands/show
 * @see https://opentofu.org/docs/cli/commands/show/
 * @throws UnreadableInput where neither is installed, or the one that is cannot show the plan; its own words say why.
 */
export function showPlan(path: string, folder: string, wanted: TerraformProgram, env: Io['env']): ByteSource {
  const programs = wanted === 'tofu' ? (['tofu', 'terraform'] as const) : (['terraform', 'tofu'] as const);
  const [program] = programs.flatMap((name) => onPath(name, env) ?? []);
  if (program === undefined)
    throw new UnreadableInput(
      `${path}: --run-terraform needs terraform or tofu, and neither is in a folder of the PATH`,
    );
  const json = namelessFile('plan.json');
  const words = namelessFile('stderr.txt');
  try {
    const { status, signal, error } = spawnSync(program, ['show', '-json', '-no-color', resolve(path)], {
      cwd: folder,
      env: environmentFor(env),
      shell: false,
      stdio: ['ignore', json, words],
      windowsHide: true,
    });
    if (status === 0) return openedSource(path, json);
    const end =
      error?.message ?? (signal === null ? `ended with exit code ${String(status)}` : `was ended by ${signal}`);
    throw new UnreadableInput(`${path}: \`${program} show -json\` ${end}${lastWords(words)}`);
  } catch (error) {
    closeSync(json);
    throw error;
  } finally {
    closeSync(words);
  }
}

/**
 * Arguments in variables would change what is asked. Nobody is there to answer, and nobody is told of a new version.
 *
 * @see https://developer.hashicorp.com/terraform/cli/config/environment-variables
 * @see https://developer.hashicorp.com/terraform/cli/commands#upgrade-and-security-bulletin-checks
 */
const environmentFor = (env: Io['env']): Record<string, string | undefined> => ({
  ...Object.fromEntries(Object.entries(env).filter(([name]) => !/^TF_CLI_ARGS/iu.test(name))),
  TF_IN_AUTOMATION: '1',
  TF_INPUT: '0',
  CHECKPOINT_DISABLE: '1',
});

/** Only absolute folders count: another would be looked for where the plan stands, in what is being checked. */
function onPath(name: TerraformProgram, env: Io['env']): string | undefined {
  const [, path = ''] = Object.entries(env).find(([key]) => key.toUpperCase() === 'PATH') ?? [];
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return path
    .split(delimiter)
    .filter(isAbsolute)
    .map((folder) => join(folder, file))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const longestWords = 1_000;

/** What a program said of its end, in one line without the frame around it. */
function lastWords(file: number): string {
  const source = openedSource('', file);
  const text = source.read(0, Math.min(source.size, 1 << 16)).toString('utf8');
  const line = text.replace(/[\s\u2500-\u257f]+/gu, ' ').trim();
  if (line === '') return '';
  return `: ${line.length > longestWords ? `${line.slice(0, longestWords)} …` : line}`;
}
