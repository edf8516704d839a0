import type { Suppression } from '../src/gate/foreign-suppressions';
import type { Waiver } from '../src/gate/waivers';
import type { Resource } from '../src/model/resource';
import { userFrame } from '../src/readers/cdk-assembly/makers';
import { within, type ConstructLike } from './constructs';

/** Where `Validations.of(…).acknowledge(…)` keeps what it is told. */
const metadataKey = 'aws:cdk:acknowledged-rules';

const prefix = 'demarc::';

/** What the plugin says of whole templates. The CDK hides it where it is acknowledged, and no waiver is needed. */
const notOnResources: ReadonlySet<string> = new Set(['nothing-judged']);

/** What we wrote ourselves, so that a second run does not take it for the developer's. */
const ours = new WeakSet();

export interface Acknowledgement {
  readonly control: string;
  /** Path of the construct that it is for, with everything in it. */
  readonly path: string;
  readonly reason: string;
  readonly line?: { readonly file: string; readonly line: number; readonly column: number } | undefined;
}

/** What the developer acknowledged of our controls, anywhere in the tree. */
export const acknowledgementsIn = (root: ConstructLike): readonly Acknowledgement[] =>
  acknowledgedIn(root).flatMap(({ id, ...more }) =>
    id.startsWith(prefix) && !notOnResources.has(id.slice(prefix.length))
      ? [{ control: id.slice(prefix.length), ...more }]
      : [],
  );

interface Acknowledged extends Omit<Acknowledgement, 'control'> {
  /** As written: the name of a plugin, `::`, the name of its rule. */
  readonly id: string;
}

function acknowledgedIn(root: ConstructLike): readonly Acknowledged[] {
  const found: Acknowledged[] = [];
  for (const { node } of within(root))
    for (const { type, data, trace } of node.metadata) {
      if (type !== metadataKey || typeof data !== 'object' || data === null || ours.has(data)) continue;
      for (const [id, reason] of Object.entries(data as Readonly<Record<string, unknown>>))
        found.push({ id, path: node.path, reason: typeof reason === 'string' ? reason : '', line: userFrame(trace) });
    }
  return found;
}

/**
 * What the developer acknowledged of the rules of cdk-nag 3, which reads them where ours are. The CDK puts a word for
 * annotations before ids that name no plugin; a finding of the rule stands in brackets behind it.
 */
export const nagSuppressionsIn = (root: ConstructLike, resources: readonly Resource[]): readonly Suppression[] =>
  acknowledgedIn(root).flatMap(({ id, path, reason, line }) => {
    const [, rule, finding] = /^(?:annotation::)?([\w.]+-\w+)(?:\[(.*)\])?$/is.exec(id) ?? [];
    if (rule === undefined) return [];
    return [
      {
        tool: 'cdk-nag',
        rule,
        narrowedTo: finding ?? null,
        reason,
        until: null,
        resource: path === '' ? 'the app' : path,
        ids: idsWithin(path, resources),
        file: line?.file ?? null,
        line: line?.line ?? null,
        column: line?.column ?? null,
      },
    ];
  });

/** Acknowledgements as waivers of the resources that they cover. */
export const waiversOf = (
  acknowledgements: readonly Acknowledgement[],
  resources: readonly Resource[],
): readonly Waiver[] =>
  acknowledgements.map(({ control, path, reason, line }) => ({
    control,
    resource: path === '' ? 'the app' : path,
    ids: idsWithin(path, resources),
    reason,
    owner: null,
    until: null,
    ticket: null,
    source: 'acknowledgement',
    file: line?.file ?? null,
    line: line?.line ?? null,
    column: line?.column ?? null,
  }));

const idsWithin = (path: string, resources: readonly Resource[]): readonly string[] =>
  resources.filter(({ constructPath }) => isWithin(constructPath, path)).map(({ id }) => id);

export const isWithin = (path: string | null | undefined, scope: string): boolean =>
  typeof path === 'string' && (scope === '' || path === scope || path.startsWith(`${scope}/`));

/** Has the CDK show a finding as acknowledged: it reads acknowledgements after plugins ran, and lists them with reasons. */
export function acknowledge({ node }: ConstructLike, control: string, reason: string): void {
  const id = prefix + control;
  const written = node.metadata.some(
    ({ type, data }) => type === metadataKey && typeof data === 'object' && data !== null && Object.hasOwn(data, id),
  );
  if (written) return;
  const data = { [id]: reason };
  ours.add(data);
  node.addMetadata(metadataKey, data);
}
