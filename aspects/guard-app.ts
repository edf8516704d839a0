import type { Configuration } from '../src/gate/configuration';
import { isMarked, mark, type ConstructLike } from './constructs';
import { DemarcPlugin } from './demarc-plugin';
import type { RunOptions } from './settings';

/** Where an app or stage takes plugins: behind `Validations` since version 2.257 of the CDK, in a list since 2.71. */
interface PluginHolder extends ConstructLike {
  _addValidationPlugins?(...plugins: readonly unknown[]): void;
  readonly policyValidationBeta1?: unknown[];
}

/**
 * Registers the plugin on an app or a stage, in the way that its version of the CDK has:
 *
 *     guardApp(app, { preset: 'strict' });
 *
 * What is guarded already stays as it is.
 *
 * @throws Error where the CDK is too old for plugins. The message says what to do.
 */
export function guardApp(app: ConstructLike, configuration: Configuration = {}, run: RunOptions = {}): void {
  if (isMarked(app)) return;
  const holder = app as PluginHolder;
  const plugin = new DemarcPlugin(configuration, run);
  if (holder._addValidationPlugins) holder._addValidationPlugins(plugin);
  else if (Array.isArray(holder.policyValidationBeta1)) holder.policyValidationBeta1.push(plugin);
  else
    throw new Error(
      'Demarc: this is no app or stage of aws-cdk-lib 2.71 or later, so it takes no plugin. ' +
        'Update aws-cdk-lib (2.257 or later is best), or use Aspects.of(app).add(new DemarcAspect()).',
    );
  mark(app);
}
