import { isLeaf, type Raw } from '../../model/raw';
import { isDataObject, listOf, member, type Data } from './data';
import { evaluate } from './evaluate';
import type { Assumed, Scope } from './scope';

/**
 * Decides conditions in three values. A parameter's default does not decide one (`operands` must not know it): somebody
 * will deploy with another value, and `Fn::If` then has the other branch.
 *
 * @param conditions the template's conditions by name.
 * @param operands the scope in which operands are evaluated.
 */
export function conditionDecider(conditions: ReadonlyMap<string, Data>, operands: () => Scope): Scope['decide'] {
  const decided = new WeakMap<Assumed, Map<string, boolean | undefined>>();

  function named(name: string, assumed: Assumed): boolean | undefined {
    if (assumed.has(name)) return assumed.get(name);
    const known = decided.get(assumed) ?? new Map<string, boolean | undefined>();
    decided.set(assumed, known);
    if (known.has(name)) return known.get(name);
    // A condition that depends on itself is undecided.
    known.set(name, undefined);
    const expression = conditions.get(name);
    const holds = expression === undefined ? undefined : decide(expression, assumed);
    known.set(name, holds);
    return holds;
  }

  function decide(condition: Data, assumed: Assumed): boolean | undefined {
    if (typeof condition === 'string') return named(condition, assumed);
    if (!isDataObject(condition)) return undefined;
    const name = member(condition, 'Condition');
    if (typeof name === 'string') return named(name, assumed);
    const parts = (key: string) => listOf(member(condition, key));
    if ('Fn::Not' in condition) return negate(parts('Fn::Not').map((part) => decide(part, assumed))[0]);
    if ('Fn::And' in condition)
      return every(
        parts('Fn::And').map((part) => decide(part, assumed)),
        true,
      );
    if ('Fn::Or' in condition)
      return every(
        parts('Fn::Or').map((part) => decide(part, assumed)),
        false,
      );
    const [left, right] = parts('Fn::Equals');
    if (left === undefined || right === undefined) return undefined;
    return equal(evaluate(left, { ...operands(), assumed }), evaluate(right, { ...operands(), assumed }));
  }

  return decide;
}

const negate = (holds: boolean | undefined): boolean | undefined => (holds === undefined ? undefined : !holds);

/** All parts are `wanted`; one that is not decides, else one that is unknown does. For `Fn::Or`, `wanted` is false. */
function every(parts: readonly (boolean | undefined)[], wanted: boolean): boolean | undefined {
  if (parts.length === 0) return undefined;
  if (parts.includes(!wanted)) return !wanted;
  return parts.includes(undefined) ? undefined : wanted;
}

function equal(left: Raw, right: Raw): boolean | undefined {
  const mine = possibleTexts(left);
  const theirs = possibleTexts(right);
  if (!mine || !theirs) return undefined;
  if (!mine.some((text) => theirs.includes(text))) return false;
  return new Set([...mine, ...theirs]).size === 1 ? true : undefined;
}

/** Every text a value can turn out to be; undefined where that is open. */
function possibleTexts(raw: Raw): readonly string[] | undefined {
  if (typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') return [String(raw)];
  if (!isLeaf(raw)) return undefined;
  if (raw.leaf === 'noted') return possibleTexts(raw.value);
  const options = raw.leaf === 'choice' ? raw.branches : raw.leaf === 'unknown' ? raw.among : undefined;
  const texts = options?.map(possibleTexts);
  return texts?.every((each) => each !== undefined) ? texts.flat() : undefined;
}
