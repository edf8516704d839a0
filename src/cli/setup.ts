import { loadConfiguration, type LoadedConfiguration } from '../gate/load-configuration';
import type { GateOptions } from '../gate/settings';
import type { Plugin } from '../plugin';
import type { Values } from './arguments';
import { gateOptionsOf, readOptionsOf, type gateFlags, type judgingOptions } from './gate-options';
import type { ReadOptions } from './inputs';
import { loadPlugins } from './plugins';

/** What the options of a command that judges come to. Each thread makes it anew, for plugins are code. */
export interface Setup {
  readonly gate: GateOptions;
  readonly reading: ReadOptions;
  readonly configuration: LoadedConfiguration;
  readonly plugins: readonly Plugin[];
}

/** @throws UsageError, ConfigurationError */
export function setUp(values: Values<typeof judgingOptions> & Values<typeof gateFlags>): Setup {
  const gate = gateOptionsOf(values);
  const reading = readOptionsOf(values);
  const configuration = loadConfiguration({ from: process.cwd(), file: values.config });
  return { gate, reading, configuration, plugins: loadPlugins(configuration, values['allow-plugins'] ?? false) };
}
