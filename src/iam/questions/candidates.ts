import { actionNamed, serviceActions, servicePrefixes, type Action } from '../data/actions';
import { globOf, matches, star, one, type Glob } from '../automata';
import { codePoints } from '../letters';
import type { Element, PolicySet } from '../model';
import { plainText } from '../pattern';
import { isUnknown } from '../text';

/** The actions that the allowing statements of a set can mean, service by service, as far as the data know them. */
export function* allowedActions(set: PolicySet): Generator<Action> {
  for (const prefix of allowedServices(set)) yield* actionsIn(prefix, set);
}

/** Prefixes of services that allowing statements name. */
export function allowedServices(set: PolicySet): readonly string[] {
  const found = new Set<string>();
  for (const element of allowing(set)) {
    const texts = textsOf(element);
    if (element.negated || !texts) return servicePrefixes();
    for (const text of texts) {
      const prefix = text.slice(0, Math.max(text.indexOf(':'), 0)).toLowerCase();
      if (!/^[a-z0-9-]+$/.test(prefix)) return servicePrefixes();
      found.add(prefix);
    }
  }
  return [...found];
}

const inService = new WeakMap<PolicySet, Map<string, readonly Action[]>>();

/** The actions of one service that allowing statements name. */
export function actionsIn(prefix: string, set: PolicySet): readonly Action[] {
  const known = inService.get(set) ?? new Map<string, readonly Action[]>();
  inService.set(set, known);
  const found = known.get(prefix) ?? namedActions(prefix, set);
  known.set(prefix, found);
  return found;
}

function namedActions(prefix: string, set: PolicySet): readonly Action[] {
  const tests = testsOf(set).map(({ negated, names }) => ({
    negated,
    globs: names
      ?.filter(({ text }) => text.startsWith(`${prefix}:`) || /^[^:]*[*?]/.test(text))
      .map(({ glob }) => glob),
  }));
  const words = new Set(
    tests.flatMap(({ negated, globs }) => (negated ? [] : (globs ?? []).flatMap(({ word }) => word ?? []))),
  );
  const wide = tests.map(({ negated, globs }) => ({
    negated,
    globs: negated ? globs : globs?.filter(({ word }) => !word),
  }));
  return (serviceActions(prefix)?.actions ?? []).filter((action) => {
    const name = action.name.toLowerCase();
    if (words.has(name)) return true;
    return wide.some(({ negated, globs }) => globs?.some((glob) => matches(glob, name)) !== negated);
  });
}

/** Whether an allowing statement may name an action, known to the data or not. */
export const mayName = (set: PolicySet, action: string): boolean =>
  testsOf(set).some(({ negated, names }) => names?.some(({ glob }) => matches(glob, action.toLowerCase())) !== negated);

interface ActionTest {
  readonly negated: boolean;
  /** Undefined where some are not known. */
  readonly names: readonly { readonly text: string; readonly glob: Glob }[] | undefined;
}

const tested = new WeakMap<PolicySet, readonly ActionTest[]>();

function testsOf(set: PolicySet): readonly ActionTest[] {
  const known = tested.get(set);
  if (known) return known;
  const tests = allowing(set).map((element) => ({
    negated: element.negated,
    names: textsOf(element)?.map((text) => ({ text: text.toLowerCase(), glob: glob(text) })),
  }));
  tested.set(set, tests);
  return tests;
}

/** Action names that allowing statements write out and the data do not know. */
export function unknownActions(set: PolicySet): readonly string[] {
  const texts = allowing(set).flatMap((element) => (element.negated ? [] : (textsOf(element) ?? [])));
  return [...new Set(texts)].filter((text) => /^[\w-]+:\w+$/.test(text) && !actionNamed(text));
}

const allowing = (set: PolicySet): readonly Element[] =>
  set.flatMap(({ statements }) => statements.filter(({ effect }) => effect !== 'Deny').map(({ actions }) => actions));

/** The texts of an element; `undefined` where some are not known. */
function textsOf({ patterns }: Element): readonly string[] | undefined {
  if (isUnknown(patterns)) return undefined;
  const texts = patterns.map(plainText);
  return texts.includes(undefined) ? undefined : texts.filter((text) => text !== undefined);
}

const glob = (text: string): Glob =>
  globOf([...codePoints(text.toLowerCase())].map((point) => (point === 42 ? star : point === 63 ? one : point)));
