import type { Change, ReportedFinding, Result } from '../../model/result';
import { sorted, type Placed } from '../order';
import { standings, type Standing } from './words';

/** A finding as the page lists it. */
export interface Entry extends Placed {
  readonly standing: Standing;
  readonly change: Change | 'fixed' | null;
}

/** Every finding of a result: the worst first, then what is fixed, waived, and passes. */
export function entriesOf(result: Result): readonly Entry[] {
  const current = sorted(result).map((placed): Entry => ({
    ...placed,
    standing: standingOf(placed.finding),
    change: placed.finding.change,
  }));
  const fixed = result.inputs.flatMap(({ path, fixed: gone }) =>
    gone.map((finding): Entry => ({ finding, input: path, standing: 'fixed', change: 'fixed' })),
  );
  return standings.flatMap((standing) => [...current, ...fixed].filter((entry) => entry.standing === standing));
}

function standingOf({ verdict, waiver, gate }: ReportedFinding): Standing {
  if (verdict === 'pass') return 'pass';
  return waiver ? 'waived' : gate;
}

/** Findings of one control that stand alike. */
export interface Section {
  readonly control: string;
  readonly standing: Standing;
  readonly entries: readonly Entry[];
}

export function sectionsOf(entries: readonly Entry[]): readonly Section[] {
  const sections = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.standing} ${entry.finding.control}`;
    const section = sections.get(key);
    if (section) section.push(entry);
    else sections.set(key, [entry]);
  }
  return [...sections.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ control: first.finding.control, standing: first.standing, entries: own }] : [];
  });
}
