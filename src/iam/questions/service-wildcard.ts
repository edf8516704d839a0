import { present } from '../clock';
import { changesThings, serviceActions, type Action, type ResourceType } from '../data/actions';
import { counterexample, type Answer } from '../decide';
import type { PolicySet } from '../model';
import { isHoles, type Holes } from '../text';
import { actionsIn, allowedServices } from './candidates';
import { withinReach } from './openings';
import { answered, outright } from './outright';
import { anyResources, resourcesOf } from './reach';
import { ordinaryRequests, scope } from './scope';
import { certain } from './certain';
import { setsOf, together, undecided, type Identity, type Judgement, type QuestionOptions } from './subject';
import { whollyOpen } from './unknowns';
import { beyondNamed, reachingUnnamed } from './unnamed';

export interface WholeService {
  readonly service: string;
  /** Names of its resource types all of which are reached. */
  readonly resourceTypes: readonly string[];
}

/** Fewer changing actions than this are named one by one as easily as by a wildcard. */
const smallest = 3;

export interface WholeServiceOptions extends QuestionOptions {
  /** How many services to name before stopping. */
  readonly atMost?: number;
}

/** What leaves so many services open one after the other (a policy that may deny anything) leaves the others open too. */
const patience = 20;

/**
 * Does the principal have every changing action of a service, on all resources of one of its types, unconditionally?
 * Names such services.
 */
export function hasWholeService(
  identity: Identity,
  { atMost = 20, ...options }: WholeServiceOptions = {},
): Judgement<{ readonly services: readonly WholeService[]; readonly more: boolean }> {
  const unread = whollyOpen(identity);
  if (unread) return unread;
  const services: WholeService[] = [];
  const missing: string[] = [];
  let shown: Yes | undefined;
  let open = 0;
  for (const prefix of allowedServices(reachingUnnamed(identity.policies))) {
    const all = changing(prefix);
    // One service that nobody can tell of is enough; then only what is certain can still be found.
    const sure = missing.length > 0 ? certain(identity.policies) : identity.policies;
    const named = new Set([...actionsIn(prefix, sure)].map(({ name }) => name));
    if (all.length < smallest || !all.every(({ name }) => named.has(name))) continue;
    const types = wholeTypes(all, identity, options);
    missing.push(...types.missing);
    if (types.found.length > 0) open = 0;
    else if (types.missing.length > 0) open += 1;
    if (open > patience) break;
    const [first] = types.found;
    const whole = new Set(types.found.map(({ type }) => type));
    const reached = all.filter(({ resourceTypes }) => resourceTypes.some((type) => whole.has(type)));
    const others = all.filter((action) => !reached.includes(action));
    // All buckets and their objects are the service, though its jobs and access points are left out.
    const most = reached.length * 2 > all.length;
    if (!first) continue;
    const answer = shown ?? first.show();
    const verdict = together([...(most ? [] : others.map((action) => possibly(identity, action, options))), answer]);
    missing.push(...verdict.missing);
    if (verdict.answer !== 'yes' || answer.answer !== 'yes') continue;
    shown = answer;
    services.push({ service: prefix, resourceTypes: types.found.map(({ type }) => type.name) });
    if (services.length >= atMost) break;
  }
  if (!shown) return missing.length > 0 ? undecided(missing) : { answer: 'no' };
  const { witness, allowedBy } = shown;
  return { answer: 'yes', witness, statements: allowedBy.slice(0, 1), services, more: services.length >= atMost };
}

const changingIn = new Map<string, readonly Action[]>();

/** The changing actions of a service. */
function changing(prefix: string): readonly Action[] {
  const known = changingIn.get(prefix);
  if (known) return known;
  const service = serviceActions(prefix);
  const actions = service?.actions.filter(changesThings) ?? [];
  if (service) changingIn.set(prefix, actions);
  return actions;
}

type Yes = Extract<Answer, { answer: 'yes' }>;

interface WholeTypes {
  readonly found: readonly { readonly type: ResourceType; readonly show: () => Answer }[];
  readonly missing: readonly string[];
}

/** The resource types on all of which every one of the actions that work on them is allowed, unconditionally. */
function wholeTypes(actions: readonly Action[], identity: Identity, options: QuestionOptions): WholeTypes {
  const now = options.now ?? present;
  const found: WholeTypes['found'][number][] = [];
  const missing: string[] = [];
  for (const type of new Set(actions.flatMap(({ resourceTypes }) => resourceTypes))) {
    const working = actions.filter(({ resourceTypes }) => resourceTypes.includes(type));
    const reached = reachedByAll(working, type, identity, now);
    if (!isHoles(reached)) {
      missing.push(...reached);
      continue;
    }
    // Nothing of it is refused, so whatever is asked for shows it.
    const show = (): Answer => counterexample([...setsOf(identity), ...asking(working, reached, now)], [], { now });
    found.push({ type, show });
  }
  return { found, missing };
}

/** A resource of a type that nobody named, on which every one of some actions is allowed; or what is missing to tell. */
function reachedByAll(
  actions: readonly Action[],
  type: ResourceType,
  identity: Identity,
  now: number,
): Holes | readonly string[] {
  const all = anyResources(type, identity);
  const atLarge = beyondNamed(identity);
  const told = actions.map(({ name }) => outright(atLarge, name)?.answer);
  if (told.includes('no')) return [];
  if (all[0] && told.every((answer) => answer === 'yes')) return all[0];
  const missing: string[] = [];
  for (const resource of actions.reduce((left, { name }) => withinReach(identity.policies, name, left, now), all)) {
    const refused = counterexample(asking(actions, resource, now), setsOf(identity), { now });
    if (refused.answer === 'no') return resource;
    if (refused.answer === 'undecided') missing.push(...refused.missing);
  }
  return missing;
}

const asking = (actions: readonly Action[], resource: Holes, now: number): readonly PolicySet[] => [
  forActions(actions, resource),
  ordinaryRequests(now),
];

const onOne = new WeakMap<Holes, PolicySet>();

/** Requests for the changing actions on a resource, which are the same in every policy. */
function forActions(actions: readonly Action[], resource: Holes): PolicySet {
  const known = onOne.get(resource) ?? scope({ actions: actions.map(({ name }) => name), resources: [resource] });
  onOne.set(resource, known);
  return known;
}

const onAny = new WeakMap<Action, PolicySet>();

/** Requests for an action on anything. */
function forAnything(action: Action): PolicySet {
  const known = onAny.get(action) ?? scope({ actions: [action.name], resources: resourcesOf(action) });
  onAny.set(action, known);
  return known;
}

/** Whether an action is allowed on something. */
const possibly = (identity: Identity, action: Action, options: QuestionOptions): Answer =>
  answered(identity, action.name, () => counterexample([...setsOf(identity), forAnything(action)], [], options));
