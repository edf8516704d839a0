import { present } from '../clock';
import { changesThings, serviceActions, type Action, type ResourceType } from '../data/actions';
import { counterexample, type Answer } from '../decide';
import { actionsIn, allowedServices } from './candidates';
import { anyResources, mayReachAll, resourcesOf } from './reach';
import { ordinaryRequests, scope } from './scope';
import { setsOf, undecided, type Identity, type Judgement, type QuestionOptions } from './subject';

export interface WholeService {
  readonly service: string;
  /** Names of its resource types all of which are reached. */
  readonly resourceTypes: readonly string[];
}

/** Fewer changing actions than this are named one by one as easily as by a wildcard. */
const smallest = 3;

/** How many services are named before stopping. */
const enough = 20;

/**
 * Does the principal have every changing action of a service, on all resources of one of its types, unconditionally?
 * Names such services.
 */
export function hasWholeService(
  identity: Identity,
  options: QuestionOptions = {},
): Judgement<{ readonly services: readonly WholeService[]; readonly more: boolean }> {
  const services: WholeService[] = [];
  const missing: string[] = [];
  let shown: Yes | undefined;
  for (const prefix of allowedServices(identity.policies)) {
    const all = (serviceActions(prefix)?.actions ?? []).filter(changesThings);
    const named = new Set([...actionsIn(prefix, identity.policies)].map(({ name }) => name));
    if (all.length < smallest || !all.every(({ name }) => named.has(name))) continue;
    if (!mayReachAll(identity, all, options)) continue;
    const types = wholeTypes(all, identity, options);
    missing.push(...types.missing);
    const [first] = types.found;
    if (!first || !all.every((action) => isPossible(identity, action, options))) continue;
    shown ??= first.answer;
    services.push({ service: prefix, resourceTypes: types.found.map(({ type }) => type.name) });
    if (services.length >= enough) break;
  }
  if (!shown) return missing.length > 0 ? undecided(missing) : { answer: 'no' };
  const { witness, allowedBy } = shown;
  return { answer: 'yes', witness, statements: allowedBy.slice(0, 1), services, more: services.length >= enough };
}

type Yes = Extract<Answer, { answer: 'yes' }>;

interface WholeTypes {
  readonly found: readonly { readonly type: ResourceType; readonly answer: Yes }[];
  readonly missing: readonly string[];
}

/** The resource types on all of which every one of the actions that work on them is allowed, unconditionally. */
function wholeTypes(actions: readonly Action[], identity: Identity, options: QuestionOptions): WholeTypes {
  const now = options.now ?? present;
  const types = new Set(actions.flatMap(({ resourceTypes }) => resourceTypes));
  const found: { type: ResourceType; answer: Yes }[] = [];
  const missing: string[] = [];
  for (const type of types) {
    const names = actions.filter(({ resourceTypes }) => resourceTypes.includes(type)).map(({ name }) => name);
    for (const resource of anyResources(type, identity)) {
      const asked = [scope({ actions: names, resources: [resource] }), ordinaryRequests(now)];
      const refused = counterexample(asked, setsOf(identity), { now });
      if (refused.answer === 'undecided') missing.push(...refused.missing);
      if (refused.answer !== 'no') continue;
      const answer = counterexample([...setsOf(identity), ...asked], [], { now });
      if (answer.answer === 'yes') found.push({ type, answer });
      break;
    }
  }
  return { found, missing };
}

const isPossible = (identity: Identity, action: Action, options: QuestionOptions): boolean =>
  counterexample([...setsOf(identity), scope({ actions: [action.name], resources: resourcesOf(action) })], [], options)
    .answer === 'yes';
