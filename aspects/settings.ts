import { sep } from 'node:path';
import type { Configuration } from '../src/gate/configuration';
import { layConfiguration, loadConfiguration, type LoadedConfiguration } from '../src/gate/load-configuration';
import { loadBaseline } from '../src/gate/load-baseline';
import { inspect, type InspectOptions } from '../src/inspect';
import type { Result } from '../src/model/result';
import type { Plugin } from '../src/plugin';
import { readAssembly } from '../src/readers/cdk-assembly/reader';
import { readTerraformOutput } from '../src/readers/cdktf/file';
import type { Input } from '../src/readers/input';
import { realPath } from '../src/readers/real-path';

/** What is no part of the configuration, and a command line would say. */
export interface RunOptions {
  /** A configuration file instead of the one that is found; `false` for none. */
  readonly config?: string | false | undefined;
  /** The environment to take, whatever its `match` says. */
  readonly environment?: string | undefined;
  /**
   * What was there before, so that only what is new or worse blocks: the output folder of an earlier synthesis, or a file
   * that `demarc baseline` wrote.
   */
  readonly baseline?: string | undefined;
  /** Services and controls of one's own. Plugins that a configuration file names are not loaded here: give them instead. */
  readonly plugins?: readonly Plugin[] | undefined;
  /** Today, as `YYYY-MM-DD`. */
  readonly today?: string | undefined;
}

/** The configuration in code, laid over the file that is found from the working folder up to the repository's root. */
export function configurationFor(code: Configuration, { config }: RunOptions): LoadedConfiguration {
  const base =
    config === false
      ? { configuration: {}, file: null, locate: () => undefined }
      : loadConfiguration({ from: process.cwd(), file: config });
  return Object.keys(code).length === 0 ? base : layConfiguration(base, code);
}

/** Judges one input by the configuration. */
export function inspectOne(
  input: Input,
  code: Configuration,
  run: RunOptions,
  more: Pick<InspectOptions, 'waiversIn' | 'suppressionsIn' | 'includePass' | 'only'> = {},
): Result {
  const { baseline } = run;
  const file = baseline === undefined ? undefined : loadBaseline(baseline);
  const previous = baseline === undefined || file ? undefined : earlier(input, baseline);
  return inspect([previous ? { ...input, previous } : input], {
    today: run.today ?? new Date().toISOString().slice(0, 10),
    environment: run.environment,
    configuration: configurationFor(code, run),
    baseline: file,
    plugins: run.plugins,
    ...more,
  });
}

/** The same app as it was synthesized before. Compared with itself nothing would ever be new. */
function earlier({ dialect, after: now }: Input, folder: string): Input['previous'] {
  const root = `${realPath(folder)}${sep}`;
  if (now.resources.some(({ document }) => realPath(document).startsWith(root)))
    throw new Error(`the baseline ${folder} is what this synthesis writes: keep a copy of the earlier one`);
  const { after } = dialect === 'cdktf' ? readTerraformOutput(folder) : readAssembly(folder);
  return { path: folder, graph: after };
}
