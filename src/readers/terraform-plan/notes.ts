import type { ByteSource } from '../source';
import type { PlanDocument } from './document';
import { positionsOf } from './entries';
import { member, type Json } from './json';
import { onlyMajor } from './provider-version';
import { parseRange } from './range';

/** Why a plan shows only a part of what will be deployed. */
export function incompleteness({ errored, complete, deferred, changesMissing }: PlanDocument): readonly string[] {
  if (errored) return ['planning failed, so the plan shows only a part of the changes'];
  if (changesMissing) return ['the plan lists resources but not their changes: a part of it was cut out'];
  if (deferred > 0) return [`the plan puts off ${plural(deferred, 'change')} to a later plan`];
  return complete === false
    ? ['the plan is not complete: more changes are needed after it (such as with -target)']
    : [];
}

const plural = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;

/** What people should know of how the plans were read. */
export function notesOn(plans: readonly PlanDocument[], skipped: number): readonly string[] {
  const sum = (of: (plan: PlanDocument) => number) => plans.reduce((total, plan) => total + of(plan), 0);
  const [drifted, invocations] = [sum(({ drifted }) => drifted), sum(({ invocations }) => invocations)];
  const weak = plans.some(({ formatVersion = '1' }) => formatVersion.startsWith('0.1'));
  return [
    ...(plans.length > 1 ? [`${String(plans.length)} plans in one stream`] : []),
    ...(skipped > 0 ? [`${plural(skipped, 'document')} in the stream ${skipped === 1 ? 'is' : 'are'} no plan`] : []),
    ...(plans.some(
      ({ configuration, entries }) =>
        !configuration && positionsOf(entries, ({ origin, after }) => origin === 'change' && after === true).length > 0,
    )
      ? ['the plan carries no configuration: references are not followed, and what is settled at apply stays unknown']
      : []),
    ...(weak ? ['the plan was made by Terraform 1.0 or older, which says less of where values come from'] : []),
    ...(drifted > 0 ? [`${plural(drifted, 'resource')} changed outside Terraform: drift is not judged`] : []),
    ...(invocations > 0 ? [`${plural(invocations, 'action')} will be invoked: actions are not judged`] : []),
  ];
}

/** Major versions that the configuration's constraints leave no choice of. */
export function providerVersions(source: ByteSource, plans: readonly PlanDocument[]): Readonly<Record<string, number>> {
  const constraints = new Map<string, string[]>();
  for (const { configuration } of plans) {
    const providers = configuration?.providers ? (parseRange(source, configuration.providers) as Json) : {};
    for (const provider of Object.values(providers ?? {}) as readonly Json[]) {
      const name = text(member(provider, 'full_name')) ?? text(member(provider, 'name'));
      const constraint = text(member(provider, 'version_constraint'));
      if (name === undefined || constraint === undefined) continue;
      const short = name.slice(name.lastIndexOf('/') + 1);
      constraints.set(short, [...(constraints.get(short) ?? []), constraint]);
    }
  }
  const majors = [...constraints].flatMap(([name, all]) => {
    const major = onlyMajor(all);
    return major === undefined ? [] : [[name, major] as const];
  });
  return Object.fromEntries(majors);
}

const text = (json: Json | undefined): string | undefined => (typeof json === 'string' ? json : undefined);
