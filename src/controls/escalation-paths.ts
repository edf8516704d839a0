import { escalationsOf, type Escalation, type EscalationTier, type Identity, type Judgement } from '../iam';
import type { Permissions } from '../model/fact';
import type { Truth } from '../model/truth';
import { mayDoOrAll, type Fault } from './permissions';

type Found = ReturnType<typeof escalationsOf>;

const found = new WeakMap<Identity, Found>();

/** The answers to all kinds of path are found once. */
function pathsOf(identity: Identity): Found {
  const known = found.get(identity) ?? escalationsOf(identity);
  found.set(identity, known);
  return known;
}

/** Whether a principal has an escalation path of some tiers that a test wants. */
export const escalates = (
  fact: Permissions,
  tiers: readonly EscalationTier[],
  wanted: (path: Escalation) => boolean,
): Truth | undefined =>
  mayDoOrAll(
    fact,
    (identity): Judgement<{ readonly paths: readonly Escalation[] }> => {
      const all = pathsOf(identity);
      const paths = all.paths.filter((path) => tiers.includes(path.tier) && wanted(path));
      const [shown] = paths.flatMap(({ answers }) => answers);
      if (shown) return { answer: 'yes', witness: shown.witness, statements: [], paths };
      const missing = all.open.flatMap((open) => (tiers.includes(open.tier) ? open.missing : []));
      return missing.length > 0 ? { answer: 'undecided', missing: [...new Set(missing)].sort() } : { answer: 'no' };
    },
    ({ paths }) => byStatement(paths),
  );

/** One fault for each statement that a path begins with, showing the first of its paths. */
function byStatement(paths: readonly Escalation[]): readonly Fault[] {
  const groups = new Map<
    string,
    { readonly path: Escalation; readonly answer: Escalation['answers'][number]; count: number }
  >();
  for (const path of paths) {
    const [answer] = path.answers;
    if (!answer) continue;
    const key = JSON.stringify(answer.allowedBy[0]);
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { path, answer, count: 1 });
  }
  return [...groups.values()].map(({ path, answer, count }) => ({
    statement: answer.allowedBy[0],
    note: (label) =>
      `${label} allows ${path.actions.join(' with ')}${count > 1 ? `, and ${count - 1} other ${count === 2 ? 'way' : 'ways'}` : ''}`,
  }));
}
