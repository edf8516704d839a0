import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Context } from '../service';
import { supported } from './end-of-support';

const managers = ['aws_lambda_runtime_management_config'];

/** What a function runs on: a runtime of Lambda's, unless it brings an image of its own. */
export function* runtimeFacts(resource: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'Lambda function', subject: resource };
  const runtime = property(resource, 'Runtime', 'runtime').text();
  if (runtime.state === 'absent' || isImage(resource)) return;
  const named = otherwise(runtime, '', 'no runtime is named');
  yield { kind: 'runtime', supported: supported('lambda', named, context.today), ...about };
  yield { kind: 'patching', of: 'engine', ...about, ...runtimeUpdates(resource, graph) };
}

/** Whether a function brings an image, and with it a runtime that nobody sees here. */
export function isImage(resource: Resource): boolean {
  const type = property(resource, 'PackageType', 'package_type').text();
  const image = property(resource, 'Code.ImageUri', 'image_uri').present();
  return (type.state === 'known' && type.value === 'Image') || (image.state === 'known' && image.value);
}

/**
 * Lambda moves functions to the newest patch of their runtime by itself, unless that waits for an update of the function or
 * for somebody who names another.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html
 */
function runtimeUpdates(
  resource: Resource,
  graph: ResourceGraph,
): { readonly automatic: Settled<boolean>; readonly related?: readonly Resource[] } {
  const because = 'Lambda updates runtimes by itself unless told otherwise';
  if (resource.vocabulary === 'cloudformation') {
    const mode = property(resource, 'RuntimeManagementConfig.UpdateRuntimeOn', null).text();
    return { automatic: map(otherwise(mode, 'Auto', because), isAutomatic) };
  }
  const { certain, possible } = graph.companions(resource, managers, 'function_name');
  const [manager] = certain;
  if (manager) {
    const mode = manager.properties.get('update_runtime_on').text();
    return { automatic: map(otherwise(mode, 'Auto', because), isAutomatic), related: [manager] };
  }
  const { at } = resource.properties;
  const [perhaps] = possible;
  return { automatic: perhaps ? unknown(perhaps.why, at) : known(true, at, because) };
}

const isAutomatic = (mode: string): boolean => mode === 'Auto';
