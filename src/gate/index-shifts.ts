import type { Finding } from '../model/finding';
import type { JudgedGraph } from './change';

/** Faults that only moved on to another index of the same resource. */
export interface IndexShifts {
  /** Whether a finding that seems new, or fixed, is one that has another index on the other side. */
  readonly explain: (finding: Finding) => boolean;
}

/**
 * Taking one item out of a list that `count` runs over moves every item behind it by one: the second resource takes the
 * place of the first, with the faults it had. Where the number of a resource's instances changed and no more of them
 * fail than before, nothing got worse.
 */
export function indexShifts(before: JudgedGraph, after: JudgedGraph): IndexShifts {
  const counted = once(() => ({
    instancesBefore: instancesIn(before),
    instancesAfter: instancesIn(after),
    faultsBefore: faultsIn(before),
    faultsAfter: faultsIn(after),
  }));
  return {
    explain: ({ control, verdict, subject: { address } }) => {
      if (verdict !== 'fail') return false;
      const family = withoutIndexes(address);
      if (family === address) return false;
      const { instancesBefore, instancesAfter, faultsBefore, faultsAfter } = counted();
      if (instancesBefore.get(family) === instancesAfter.get(family)) return false;
      const [was = 0, is = 0] = [faultsBefore, faultsAfter].map((faults) => faults.get(`${control} ${family}`));
      return is > 0 && is <= was;
    },
  };
}

/** Counted when somebody asks: nobody does where no fault stands at an index. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** `aws_subnet.a[1]` and `aws_subnet.a[2]` are both `aws_subnet.a[]`. Keys that people chose are names, and stay. */
export const withoutIndexes = (address: string): string => address.replace(/\[\d+\]/gu, '[]');

const instancesIn = ({ graph }: JudgedGraph): ReadonlyMap<string, number> =>
  counts(graph.resources.map(({ address }) => withoutIndexes(address)));

const faultsIn = ({ findings }: JudgedGraph): ReadonlyMap<string, number> =>
  counts(
    findings
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ control, subject }) => `${control} ${withoutIndexes(subject.address)}`),
  );

/** How often each name is there. */
export function counts(names: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}
