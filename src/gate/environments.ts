import type { Resource } from '../model/resource';
import type { EnvironmentConfiguration } from './configuration';
import { glob, type Border } from './glob';

/** Where a resource will be deployed, as far as somebody knows. */
export interface Target {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

type Match = NonNullable<EnvironmentConfiguration['match']>;

/** Whether a resource belongs to an environment. What is not known of it matches nothing. */
export function environmentMatcher(match: Match): (resource: Resource, target: Target) => boolean {
  const account = anyOf(match.account, 'none');
  const region = anyOf(match.region, 'none');
  const stage = anyOf(match.stage, '/');
  const stack = anyOf(match.stack, 'none');
  const document = anyOf(match.document, '/');
  return (resource, target) =>
    account([target.account]) &&
    region([target.region]) &&
    stage(scopesOf(resource.constructPath)) &&
    stack([resource.stack]) &&
    document([resource.document.replace(/^\.\//, '')]);
}

type Test = (texts: readonly (string | undefined)[]) => boolean;

/** Whether some text matches some pattern. Without patterns nothing is asked. */
function anyOf(patterns: string | readonly string[] | undefined, border: Border): Test {
  if (patterns === undefined) return () => true;
  const tests = [patterns].flat().map((pattern) => glob(pattern, border));
  return (texts) => texts.some((text) => text !== undefined && tests.some((matches) => matches(text)));
}

/** `Prod`, `Prod/Data`, `Prod/Data/Bucket`: the constructs that a path lies in. */
function scopesOf(path: string | undefined): readonly string[] {
  const parts = path?.split('/') ?? [];
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
