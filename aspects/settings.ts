import type { Configuration } from '../src/gate/configuration';
import { layConfiguration, loadConfiguration, type LoadedConfiguration } from '../src/gate/load-configuration';
import { inspect, type InspectOptions } from '../src/inspect';
import type { Result } from '../src/model/result';
import type { Input } from '../src/readers/input';

/** What is no part of the configuration, and a command line would say. */
export interface RunOptions {
  /** A configuration file instead of the one that is found; `false` for none. */
  readonly config?: string | false | undefined;
  /** The environment to take, whatever its `match` says. */
  readonly environment?: string | undefined;
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
export const inspectOne = (
  input: Input,
  code: Configuration,
  run: RunOptions,
  more: Pick<InspectOptions, 'waiversIn' | 'suppressionsIn' | 'includePass' | 'only'> = {},
): Result =>
  inspect([input], {
    today: run.today ?? new Date().toISOString().slice(0, 10),
    environment: run.environment,
    configuration: configurationFor(code, run),
    ...more,
  });
