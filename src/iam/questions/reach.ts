import { present } from '../clock';
import type { Action, ResourceType } from '../data/actions';
import { counterexample, type Answer } from '../decide';
import type { Pattern, PolicySet } from '../model';
import { rewrite } from '../pattern';
import { holes, isUnknown, type Holes } from '../text';
import { withinReach } from './openings';
import { answered } from './outright';
import { forAction, noResource, onResource, ordinaryRequests } from './scope';
import { anyOf, setsOf, type Identity, type QuestionOptions } from './subject';
import { beyondNamed } from './unnamed';

/** Partition, region and account of an ARN, as far as they are written out. */
interface Home {
  readonly partition?: string;
  readonly region?: string;
  readonly account?: string;
}

const homesOf = new WeakMap<PolicySet, readonly Home[]>();

/** Where the resources of a policy set live: each way its ARNs begin, and wherever nobody says. */
function homes(set: PolicySet): readonly Home[] {
  const known = homesOf.get(set);
  if (known) return known;
  const found = new Map<string, Home>([['', {}]]);
  for (const { statements } of set)
    for (const { resources } of statements) {
      if (!resources || isUnknown(resources.patterns)) continue;
      for (const pattern of resources.patterns) {
        const home = homeOf(pattern);
        if (home) found.set(JSON.stringify(home), home);
      }
    }
  const all = [...found.values()];
  homesOf.set(set, all);
  return all;
}

function homeOf(pattern: Pattern): Home | undefined {
  let home: Home | undefined;
  rewrite(pattern, (text) => {
    const [arn, partition = '', , region = '', account = ''] = text.split(':');
    if (arn === 'arn')
      home = { ...written('partition', partition), ...written('region', region), ...written('account', account) };
    return undefined;
  });
  return home;
}

const written = (name: keyof Home, text: string): Home => (/^[a-z0-9-]+$/.test(text) ? { [name]: text } : {});

const named = new WeakMap<ResourceType, Map<string, Holes>>();

/** A resource of a type that no policy names: what reaches it reaches every such resource. */
function anyResource(type: ResourceType, home: Home): Holes {
  const known = named.get(type) ?? new Map<string, Holes>();
  named.set(type, known);
  const key = JSON.stringify(home);
  const resource = known.get(key) ?? namedNowhere(type, home);
  known.set(key, resource);
  return resource;
}

/** There is one such resource in an account, or in a region of it: whoever names the account has named it. */
const isAlone = ({ arn }: ResourceType): boolean =>
  !/\$\{|\*/.test(arn.replace(/\$\{(Partition|Region|Account)\}/gi, ''));

function namedNowhere(type: ResourceType, home: Home): Holes {
  const { name } = type;
  const arn = isAlone(type) ? type.arn.replace(whereAlone(type), '${Elsewhere}') : type.arn;
  const shape = arn.replace(
    /\$\{(Partition|Region|Account)\}/gi,
    (place, part: string) => home[part.toLowerCase() as keyof Home] ?? place,
  );
  return holes({ reference: `any ${name}`, arn: shape });
}

const whereAlone = ({ arn }: ResourceType): RegExp => (arn.includes('${Account}') ? /\$\{Account\}/ : /\$\{Region\}/);

/** Resources of a type that no policy names, in each place the policies speak of. */
export function anyResources(type: ResourceType, { policies }: Identity): readonly Holes[] {
  const all = homes(policies);
  if (all.length === 1) return all.map((home) => anyResource(type, home));
  const used = /\$\{(Partition|Region|Account)\}/gi;
  const parts = [...type.arn.matchAll(used)].map(([, part = '']) => part.toLowerCase() as keyof Home);
  const distinct = new Map(all.map((home) => [parts.map((part) => home[part] ?? '').join(), home]));
  return [...distinct.values()].map((home) => anyResource(type, home));
}

/** Ordinary requests for an action on a resource are allowed, whatever else they say. */
export const isUnconfined = (identity: Identity, action: string, resource: Holes, options: QuestionOptions): Answer =>
  answered(identity, action, () => {
    const now = options.now ?? present;
    const asked = [forAction(action), onResource(resource), ordinaryRequests(now)];
    const refused = counterexample(asked, setsOf(identity), { now });
    if (refused.answer === 'undecided') return refused;
    return refused.answer === 'yes' ? { answer: 'no' } : counterexample([...setsOf(identity), ...asked], [], { now });
  });

export interface Reach {
  readonly type: ResourceType;
  readonly answer: Extract<Answer, { answer: 'yes' }>;
}

/** The first resource type of an action all of which are reached; or what is missing to tell. */
export function reachesAll(
  identity: Identity,
  action: Action,
  options: QuestionOptions,
): Reach | readonly string[] | undefined {
  const missing: string[] = [];
  for (const type of action.resourceTypes) {
    const answer = reachesAny(identity, action.name, type, options);
    if (answer.answer === 'yes') return { type, answer };
    if (answer.answer === 'undecided') missing.push(...answer.missing);
  }
  return missing.length > 0 ? missing : undefined;
}

/** Whether an action is unconfined on a resource of a type that nobody named, in some account and partition. */
export const reachesAny = (identity: Identity, action: string, type: ResourceType, options: QuestionOptions): Answer =>
  answered(beyondNamed(identity), action, () => {
    const resources = anyResources(type, identity);
    return anyOf(withinReach(identity.policies, action, resources, options.now ?? present), (resource) =>
      isUnconfined(identity, action, resource, options),
    );
  });

export const isReach = (reach: Reach | readonly string[] | undefined): reach is Reach =>
  reach !== undefined && 'type' in reach;

/** Every resource an action can be asked for: of its types, or none. */
export const resourcesOf = (action: Action | undefined): readonly string[] => {
  if (!action) return ['*'];
  if (action.resourceTypes.length === 0) return [noResource];
  return action.resourceTypes.map(({ arn }) => arn.replace(/\$\{[^}]*\}/g, '*'));
};
