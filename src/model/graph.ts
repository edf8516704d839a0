import { indexCompanions, type CompanionIndex, type PossibleCompanion } from './companion-index';
import { newListing, type Listing } from './listing';
import { identityKeys, namesIn } from './names';
import type { Property } from './property';
import { isSameAnswer, type Question } from './question';
import type { Resource } from './resource';

/** Where a property leads: to resources of the graph, out of it, or nobody can say. */
export type Link =
  | { readonly state: 'linked'; readonly resource: Resource }
  | { readonly state: 'absent' }
  /** A known value that names nothing in the graph. */
  | { readonly state: 'outside'; readonly value: string }
  | { readonly state: 'unknown'; readonly why: string; readonly candidates: readonly Resource[] };

/** The companions of a resource: those that certainly belong to it, and those that may. */
export interface Companions {
  readonly certain: readonly Resource[];
  readonly possible: readonly PossibleCompanion[];
}

/** The graph before, and what a resource was in it. */
export interface Earlier {
  readonly graph: ResourceGraph;
  readonly predecessorOf: (resource: Resource) => Resource | undefined;
}

const maximumDepth = 12;

const circle: Link = { state: 'unknown', why: 'it refers to itself', candidates: [] };

/** Everything one input declares, linked. Iteration order is the order of the input. */
export class ResourceGraph {
  private readonly find: (id: string) => Resource | undefined;
  private readonly byType = new Map<string, Resource[]>();
  private readonly identities = new Map<string, Listing<string, Resource>>();
  private readonly companionIndex = new Map<string, CompanionIndex>();
  private readonly removedIndex = new Map<string, Listing<Resource, Resource>>();
  private heard: Question[] | undefined;

  /**
   * @param all what will be there; of the graph before a change, what is there.
   * @param removed what the deployment deletes, with the properties it had: a guard that goes away is a finding.
   * @param earlier where what is deleted was linked, if its links cannot be followed here.
   * @param find finds one of all by its id, where whoever made them can.
   */
  constructor(
    private readonly all: readonly Resource[],
    private readonly removed: readonly Resource[] = [],
    private readonly earlier?: Earlier,
    find?: (id: string) => Resource | undefined,
  ) {
    this.find = find ?? finding(all);
    for (const resource of all) {
      const alike = this.byType.get(resource.type);
      if (alike) alike.push(resource);
      else this.byType.set(resource.type, [resource]);
    }
    // Without the space that a growing list has behind its end.
    for (const [type, alike] of this.byType) this.byType.set(type, alike.slice());
  }

  /** What is worked out, and the questions that were asked of the graph on the way. */
  overhear<T>(work: () => T): { readonly result: T; readonly questions: readonly Question[] } {
    const questions: Question[] = [];
    this.heard = questions;
    try {
      return { result: work(), questions };
    } finally {
      this.heard = undefined;
    }
  }

  /** Whether it answers questions as another graph did. Resources are the same where they are one object. */
  answersAlike(questions: readonly Question[]): boolean {
    return questions.every(({ ask, answer }) => isSameAnswer(ask(this), answer));
  }

  /** Answers a question, and notes both for whoever overhears. What is asked on the way is a part of it. */
  noted<T>(ask: (graph: ResourceGraph) => T): T {
    const { heard } = this;
    if (!heard) return ask(this);
    this.heard = undefined;
    try {
      const answer = ask(this);
      heard.push({ ask, answer });
      return answer;
    } finally {
      this.heard = heard;
    }
  }

  /** Gives back the memory of its indexes, of which little will be asked from here on: whoever asks has them made again. */
  forgetIndexes(): void {
    for (const index of [this.identities, this.companionIndex, this.removedIndex]) index.clear();
  }

  get resources(): readonly Resource[] {
    return this.noted((graph) => graph.all);
  }

  byIdentity(id: string): Resource | undefined {
    return this.noted((graph) => graph.find(id));
  }

  ofType(...types: readonly string[]): readonly Resource[] {
    return this.noted((graph) => graph.typed(types));
  }

  protected typed(types: readonly string[]): readonly Resource[] {
    const [only = ''] = types;
    // Asked of every resource of a type, which may be many: not copied without need.
    return types.length === 1 ? (this.byType.get(only) ?? []) : types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /**
   * Which resource of the wanted types a property means: by reference, through other resources' properties where the
   * reference goes there, else by a value that is the identity (name, ARN, id, URL) of one.
   */
  follow(property: Property, types: readonly string[]): Link {
    return this.noted((graph) => graph.followed(property, types));
  }

  protected followed(property: Property, types: readonly string[]): Link {
    return this.followFrom(property, types, maximumDepth, new Map());
  }

  /** Every resource that the items of a list property mean. */
  followAll(property: Property, types: readonly string[]): readonly Link[] {
    return this.noted((graph) => graph.allFollowed(property, types));
  }

  private allFollowed(property: Property, types: readonly string[]): readonly Link[] {
    const items = property.list();
    if (items.state === 'absent') return [];
    if (items.state === 'known') {
      // A bare value that stands for a list of one keeps what is noted of it: where it was taken from.
      const isBare = (item: Property) => item.at.path.length === property.at.path.length;
      return items.value.map((item) => this.followed(isBare(item) ? property : item, types));
    }
    return [this.followed(property, types)];
  }

  /**
   * The resources of `types` whose property (dots separate keys) leads to `target`.
   *
   * @param ownerTypes everything such a property may lead to: what leads to one of another type is not the target's.
   */
  companions(
    target: Resource,
    types: readonly string[],
    path: string,
    ownerTypes: readonly string[] = [target.type],
  ): Companions {
    return this.noted((graph) => graph.companionsOf(target, types, path, ownerTypes));
  }

  private companionsOf(
    target: Resource,
    types: readonly string[],
    path: string,
    ownerTypes: readonly string[],
  ): Companions {
    const indexes = types.map((type) => this.indexOf(type, path, ownerTypes));
    const known = this.find(target.id);
    const owner = known ?? target;
    const isNamed = known !== undefined && ownerTypes.includes(target.type);
    return {
      certain: indexes.flatMap((index) => index.certain(owner)),
      possible: indexes.flatMap((index) => index.possible(owner, isNamed)),
    };
  }

  /** The companions that the deployment deletes. */
  removedCompanions(target: Resource, types: readonly string[], path: string): readonly Resource[] {
    return this.noted((graph) => graph.removedCompanionsOf(target, types, path));
  }

  protected removedCompanionsOf(target: Resource, types: readonly string[], path: string): readonly Resource[] {
    const owner = this.earlier ? this.earlier.predecessorOf(target) : target;
    return owner ? types.flatMap((type) => this.removedOf(type, path, target.type).get(owner)) : [];
  }

  private removedOf(type: string, path: string, ownerType: string): Listing<Resource, Resource> {
    const key = `${type} ${path} ${ownerType}`;
    const known = this.removedIndex.get(key);
    if (known) return known;
    const graph = this.earlier?.graph ?? this;
    const index = newListing<Resource, Resource>();
    for (const resource of this.removed.filter((one) => one.type === type))
      for (const link of graph.allFollowed(resource.properties.get(...path.split('.')), [ownerType]))
        if (link.state === 'linked' && index.get(link.resource).at(-1) !== resource) index.add(link.resource, resource);
    this.removedIndex.set(key, index);
    return index;
  }

  /** @param walked where each attribute on the way leads: many ways may pass by one, and circles must end. */
  private followFrom(property: Property, types: readonly string[], depth: number, walked: Map<string, Link>): Link {
    const presence = property.present();
    if (presence.state === 'known' && !presence.value) return { state: 'absent' };
    const references = property.references();
    const found = new Set<Resource>();
    let wandered = depth === 0;
    for (const { id, attribute } of references) {
      const resource = this.find(id);
      if (resource === undefined) wandered = true;
      else if (types.includes(resource.type)) found.add(resource);
      else if (attribute !== undefined && depth > 0) {
        const way = JSON.stringify([id, attribute]);
        const onward =
          walked.get(way) ??
          this.followFrom(resource.properties.get(...attribute.split('.')), types, depth - 1, walked.set(way, circle));
        walked.set(way, onward);
        if (onward.state === 'linked') found.add(onward.resource);
        else wandered = true;
      } else wandered = true;
    }
    const [only] = found;
    if (only && found.size === 1 && !wandered) return { state: 'linked', resource: only };
    // A reference that also names other things (an account, a key) still means the one resource of the wanted type.
    if (only && found.size === 1 && property.text().state !== 'known') return { state: 'linked', resource: only };
    const text = property.text();
    if (text.state === 'known') return this.byValue(text.value, types);
    const why = text.state === 'unknown' ? text.why : 'not settled';
    return { state: 'unknown', why, candidates: [...found] };
  }

  private byValue(value: string, types: readonly string[]): Link {
    for (const name of namesIn(value))
      for (const type of types) {
        const named = managedFirst(this.identitiesOf(type).get(name));
        const [only] = named;
        if (only && named.length === 1) return { state: 'linked', resource: only };
        if (named.length > 1)
          return { state: 'unknown', why: 'several resources have the name that is written here', candidates: named };
      }
    return { state: 'outside', value };
  }

  private identitiesOf(type: string): Listing<string, Resource> {
    const cached = this.identities.get(type);
    if (cached) return cached;
    const index = newListing<string, Resource>();
    for (const resource of this.typed([type])) {
      const names = identityKeys.flatMap((key) => {
        const text = resource.properties.get(key).text();
        return text.state === 'known' && text.value !== '' ? [text.value] : [];
      });
      for (const name of new Set(names)) index.add(name, resource);
    }
    this.identities.set(type, index);
    return index;
  }

  private indexOf(type: string, path: string, ownerTypes: readonly string[]): CompanionIndex {
    const key = `${type} ${path} ${ownerTypes.join(' ')}`;
    const cached = this.companionIndex.get(key);
    if (cached) return cached;
    const declared = this.typed([type]).filter(({ mode }) => mode !== 'data');
    const index = indexCompanions(declared, ({ properties }) =>
      this.allFollowed(properties.get(...path.split('.')), ownerTypes),
    );
    this.companionIndex.set(key, index);
    return index;
  }
}

function finding(resources: readonly Resource[]): (id: string) => Resource | undefined {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  return (id) => byId.get(id);
}

/** What is looked up under a name that the input also declares is the declared resource itself. */
function managedFirst(named: readonly Resource[]): readonly Resource[] {
  const managed = named.filter(({ mode }) => mode === 'managed');
  return managed.length > 0 ? managed : named;
}
