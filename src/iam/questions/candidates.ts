import type { Glob } from '../automata';
import { actionPlace } from '../compile';
import { actionNamed, actionsByName, servicePrefixes, type Action } from '../data/actions';
import { globsOfText } from '../globs';
import { contains } from '../language';
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
  const { ofService, ofAny, others } = namesIn(set);
  const near = [...(ofService.get(prefix) ?? []), ...ofAny];
  if (near.length + others.length === 0) return [];
  const named: Action[] = [];
  for (const [name, action] of actionsByName(prefix))
    if (contains(near, name) || others.some((test) => names(test, name))) named.push(action);
  return named;
}

/** Whether an allowing statement may name an action, known to the data or not. */
export function mayName(set: PolicySet, action: string): boolean {
  const name = action.toLowerCase();
  const { ofService, ofAny, others } = namesIn(set);
  const listed = ofService.get(serviceOf(name) ?? '');
  return (
    (listed !== undefined && contains(listed, name)) ||
    contains(ofAny, name) ||
    others.some((test) => names(test, name))
  );
}

/** All but some names; or names some of which are not known. */
interface ActionTest {
  readonly negated: boolean;
  readonly globs: readonly Glob[] | undefined;
}

const names = ({ negated, globs }: ActionTest, name: string): boolean => !globs || contains(globs, name) !== negated;

/** What the allowing statements of a set name. */
interface Names {
  /** By the service whose actions alone they can be. */
  readonly ofService: ReadonlyMap<string, readonly Glob[]>;
  readonly ofAny: readonly Glob[];
  readonly others: readonly ActionTest[];
}

const namesOf = new WeakMap<PolicySet, Names>();

function namesIn(set: PolicySet): Names {
  const known = namesOf.get(set);
  if (known) return known;
  const listed = new Set<Glob>();
  const others: ActionTest[] = [];
  for (const element of allowing(set)) {
    const globs = textsOf(element)?.flatMap((text) => globsOfText(text, actionPlace));
    if (element.negated || !globs) others.push({ negated: element.negated, globs });
    else for (const glob of globs) listed.add(glob);
  }
  const all = { others, ...byService([...listed]) };
  namesOf.set(set, all);
  return all;
}

function byService(globs: readonly Glob[]): Pick<Names, 'ofService' | 'ofAny'> {
  const ofService = new Map<string, Glob[]>();
  const ofAny: Glob[] = [];
  for (const glob of globs) {
    const service = serviceOf(glob.prefix);
    const same = service === undefined ? ofAny : (ofService.get(service) ?? []);
    same.push(glob);
    if (service !== undefined) ofService.set(service, same);
  }
  return { ofService, ofAny };
}

const serviceOf = (text: string): string | undefined => /^([^:]*):/.exec(text)?.[1];

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
