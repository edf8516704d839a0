import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { ConfigurationError } from '../gate/configuration-error';
import type { LoadedConfiguration } from '../gate/load-configuration';
import { problemOf, type Plugin } from '../plugin';

/**
 * Loads the plugins that a configuration names: packages that can be resolved from its folder, or files beside it. That
 * runs their code, so somebody has to allow it on the command line: a configuration may come from an untrusted branch.
 *
 * @throws ConfigurationError where it is not allowed, or one cannot be loaded.
 */
export function loadPlugins(
  { configuration: { plugins = [] }, file, locate }: LoadedConfiguration,
  isAllowed: boolean,
): readonly Plugin[] {
  const folder = file === null ? process.cwd() : dirname(resolve(file));
  const load = createRequire(join(folder, 'demarc.config.js'));
  return plugins.map((name, index): Plugin => {
    const path = ['plugins', index];
    const refuse = (message: string) => new ConfigurationError(file, [{ path, message, ...locate(path) }]);
    if (!isAllowed) throw refuse(`"${name}" is code: pass --allow-plugins where you trust this configuration`);
    let loaded: unknown;
    try {
      loaded = load(name);
    } catch (error) {
      throw refuse(`"${name}" cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
    }
    const plugin = (loaded as { readonly default?: unknown } | null | undefined)?.default ?? loaded;
    const problem = problemOf(plugin);
    if (problem !== undefined) throw refuse(`"${name}" ${problem}`);
    return plugin as Plugin;
  });
}
