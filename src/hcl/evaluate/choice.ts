import { Failure, limits } from './failure';
import { marksOf, sameValue, unknownFrom } from './inspect';
import { unknownValue, type Marks, type Value } from './value';

/** One of several. A choice of equal branches is no choice, and one of too many is unknown. */
export function choiceValue(why: string, branches: readonly Value[], marks: Partial<Marks> = {}): Value {
  const flat = branches.flatMap((branch) => (branch.kind === 'choice' ? branch.branches : [branch]));
  const distinct: Value[] = [];
  for (const branch of flat) {
    if (distinct.length > limits.branches) break;
    if (!distinct.some((one) => sameValue(one, branch))) distinct.push(branch);
  }
  const [only] = distinct;
  if (!only) return unknownValue(why, marks);
  if (distinct.length === 1) return only;
  if (distinct.length > limits.branches || distinct.every(({ kind }) => kind === 'unknown'))
    return { ...unknownFrom(distinct, why), ...marks };
  return { kind: 'choice', why, branches: distinct, at: [], ...marks };
}

/** As many values as were given. */
type Settled<V extends readonly Value[]> = { readonly [K in keyof V]: Value };

/**
 * Does something with every combination of what the values may be. A combination that Terraform would refuse is never
 * deployed and says nothing, unless somebody would react to the refusal (`tolerant`: inside `try`): then it is unknown.
 */
export function forEachBranch<const V extends readonly Value[]>(
  values: V,
  tolerant: boolean,
  operate: (settled: Settled<V>) => Value,
): Value {
  const whys = values.flatMap((value) => (value.kind === 'choice' ? [value.why] : []));
  const [why] = whys;
  if (why === undefined) return operate(values as Settled<V>);
  const combinations = combine(values);
  if (!combinations) return unknownFrom(values, why);
  const failures: Failure[] = [];
  const results: Value[] = [];
  for (const combination of combinations)
    try {
      results.push(operate(combination as Settled<V>));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
    }
  const [failure] = failures;
  if (failure && results.length === 0) throw failure;
  if (failure && tolerant) results.push(unknownFrom(values, why));
  const { sensitive } = marksOf(values);
  return choiceValue(why, results, sensitive ? { sensitive } : {});
}

/** Undefined where there are more than anybody would look at. */
function combine(values: readonly Value[]): readonly (readonly Value[])[] | undefined {
  let combinations: readonly (readonly Value[])[] = [[]];
  for (const value of values) {
    const branches = value.kind === 'choice' ? value.branches : [value];
    if (combinations.length * branches.length > limits.branches) return undefined;
    combinations = combinations.flatMap((combination) => branches.map((branch) => [...combination, branch]));
  }
  return combinations;
}
