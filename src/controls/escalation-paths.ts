import {
  escalationsOf,
  type Escalation,
  type EscalationTier,
  type Identity,
  type Judgement,
  type StatementReference,
} from '../iam';
import type { Permissions } from '../model/fact';
import type { Truth } from '../model/truth';
import { administration, mayDo, type Fault } from './permissions';

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
  mayDo(
    fact,
    (identity): Judgement<{ readonly paths: readonly Escalation[] }> => {
      const admin = administration(identity);
      if (admin.answer === 'yes' && admin.grade === 'full') return { paths: [], ...admin };
      const all = pathsOf(identity);
      const paths = all.paths.filter((path) => tiers.includes(path.tier) && wanted(path));
      const [witness] = paths.flatMap(({ answers }) => answers.map((answer) => answer.witness));
      if (witness) return { answer: 'yes', witness, statements: [], paths };
      const missing = all.open.flatMap((open) => (tiers.includes(open.tier) ? open.missing : []));
      return missing.length > 0 ? { answer: 'undecided', missing: [...new Set(missing)].sort() } : { answer: 'no' };
    },
    ({ paths, statements }) => (paths.length > 0 ? byStatement(paths) : statements.map(everyWay)),
  );

/** Whoever may do everything has every path, which nobody need count. */
const everyWay = (statement: StatementReference): Fault => ({
  statement,
  note: (label) => `${label} allows everything, and so every way to more`,
});

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
