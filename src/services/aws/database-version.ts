import type { Resource } from '../../model/resource';
import { known, unknown, type Settled, type Value } from '../../model/value';
import type { Context } from '../service';
import { isExisting } from './database-encryption';
import { supported } from './end-of-support';

/**
 * Whether an engine's version is supported. What names no version gets one that is; what is there already keeps the one it
 * has, which is not always shown.
 */
export function versionSupported(
  family: string,
  resource: Resource,
  version: Value<string>,
  context: Context,
  extended?: Settled<boolean>,
): Settled<boolean> {
  if (version.state !== 'absent') return supported(family, version, context.today, extended);
  return isExisting(resource)
    ? unknown('the version that it runs is not shown', version.at)
    : known(true, version.at, 'the service chooses a version that it supports');
}
