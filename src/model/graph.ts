import { matchesGlob } from './policy-patterns';
import type { Property } from './property';
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
  readonly possible: readonly { readonly resource: Resource; readonly why: string }[];
}

/** Properties whose value names the resource itself, in either vocabulary. */
export const identityKeys: readonly string[] = [
  'id', 'arn', 'name', 'bucket', 'identifier', 'cluster_identifier', 'function_name', 'domain_name', 'url', 'key_id',
  'group_name', 'Name', 'BucketName', 'QueueName', 'TopicName', 'FunctionName', 'RoleName', 'UserName', 'GroupName',
  'TableName', 'DBInstanceIdentifier', 'DBClusterIdentifier', 'RepositoryName', 'DomainName', 'LogGroupName',
  'TrailName', 'DBParameterGroupName', 'DBClusterParameterGroupName', 'ParameterGroupName', 'LoadBalancerName',
  'ManagedPolicyName', 'LaunchTemplateName', 'StageName', 'stage_name', 'ClusterName', 'ClusterIdentifier', 'AliasName',
  'dataset_id', 'project_id', 'repository_id', 'secret_id',
]; // prettier-ignore

/** Of these, what the platform gives out: nobody writes it before the resource is there. */
const givenKeys: ReadonlySet<string> = new Set(['id', 'arn', 'url', 'key_id']);
const chosenKeys = identityKeys.filter((key) => !givenKeys.has(key));

/** The graph before, and what a resource was in it. */
export interface Earlier {
  readonly graph: ResourceGraph;
  readonly predecessorOf: (resource: Resource) => Resource | undefined;
}

const maximumDepth = 12;

const circle: Link = { state: 'unknown', why: 'it refers to itself', candidates: [] };

/** Everything one input declares, linked. Iteration order is the order of the input. */
export class ResourceGraph {
  private readonly byId = new Map<string, Resource>();
  private readonly byType = new Map<string, Resource[]>();
  private readonly identities = new Map<string, ReadonlyMap<string, readonly Resource[]>>();
  private readonly companionIndex = new Map<string, CompanionIndex>();
  private readonly openNames = new Map<Resource, readonly string[]>();

  /**
   * @param resources what will be there; of the graph before a change, what is there.
   * @param removed what the deployment deletes, with the properties it had: a guard that goes away is a finding.
   * @param earlier where what is deleted was linked, if its links cannot be followed here.
   */
  constructor(
    readonly resources: readonly Resource[],
    private readonly removed: readonly Resource[] = [],
    private readonly earlier?: Earlier,
  ) {
    for (const resource of resources) {
      this.byId.set(resource.id, resource);
      const alike = this.byType.get(resource.type);
      if (alike) alike.push(resource);
      else this.byType.set(resource.type, [resource]);
    }
  }

  byIdentity(id: string): Resource | undefined {
    return this.byId.get(id);
  }

  ofType(...types: readonly string[]): readonly Resource[] {
    const [only = ''] = types;
    // Asked of every resource of a type, which may be many: not copied without need.
    return types.length === 1 ? (this.byType.get(only) ?? []) : types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /**
   * Which resource of the wanted types a property means: by reference, through other resources' properties where the
   * reference goes there, else by a value that is the identity (name, ARN, id, URL) of one.
   */
  follow(property: Property, types: readonly string[]): Link {
    return this.followFrom(property, types, maximumDepth, new Map());
  }

  /** Every resource that the items of a list property mean. */
  followAll(property: Property, types: readonly string[]): readonly Link[] {
    const items = property.list();
    if (items.state === 'absent') return [];
    if (items.state === 'known') {
      // A bare value that stands for a list of one keeps what is noted of it: where it was taken from.
      const isBare = (item: Property) => item.at.path.length === property.at.path.length;
      return items.value.map((item) => this.follow(isBare(item) ? property : item, types));
    }
    return [this.follow(property, types)];
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
    const indexes = types.map((type) => this.indexOf(type, path, ownerTypes));
    return {
      certain: indexes.flatMap((index) => index.certain.get(target.id) ?? []),
      possible: indexes.flatMap((index) => [
        ...(index.possible.get(target.id) ?? []),
        ...(ownerTypes.includes(target.type) ? this.possiblyNamed(index, target) : []),
        ...(index.anywhere.get(target.document) ?? []),
      ]),
    };
  }

  /** The companions that the deployment deletes. */
  removedCompanions(target: Resource, types: readonly string[], path: string): readonly Resource[] {
    const graph = this.earlier?.graph ?? this;
    const owner = this.earlier ? this.earlier.predecessorOf(target) : target;
    return this.removed.filter(
      (resource) =>
        types.includes(resource.type) &&
        graph
          .followAll(resource.properties.get(...path.split('.')), [target.type])
          .some((link) => link.state === 'linked' && link.resource === owner),
    );
  }

  /** @param walked where each attribute on the way leads: many ways may pass by one, and circles must end. */
  private followFrom(property: Property, types: readonly string[], depth: number, walked: Map<string, Link>): Link {
    const presence = property.present();
    if (presence.state === 'known' && !presence.value) return { state: 'absent' };
    const references = property.references();
    const found = new Set<Resource>();
    let wandered = depth === 0;
    for (const { id, attribute } of references) {
      const resource = this.byId.get(id);
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
        const named = managedFirst(this.identitiesOf(type).get(name) ?? []);
        const [only] = named;
        if (only && named.length === 1) return { state: 'linked', resource: only };
        if (named.length > 1)
          return { state: 'unknown', why: 'several resources have the name that is written here', candidates: named };
      }
    return { state: 'outside', value };
  }

  private identitiesOf(type: string): ReadonlyMap<string, readonly Resource[]> {
    const cached = this.identities.get(type);
    if (cached) return cached;
    const index = new Map<string, Resource[]>();
    for (const resource of this.ofType(type)) {
      const names = identityKeys.flatMap((key) => {
        const text = resource.properties.get(key).text();
        return text.state === 'known' && text.value !== '' ? [text.value] : [];
      });
      for (const name of new Set(names)) push(index, name, resource);
    }
    this.identities.set(type, index);
    return index;
  }

  /** The companions that name something which is not in the graph, where that may turn out to be the target's name. */
  private possiblyNamed({ named, matches }: CompanionIndex, { id, document }: Resource): readonly Possible[] {
    const owner = this.byId.get(id);
    const companions = named.get(document);
    if (!owner || !companions) return [];
    const patterns = this.openNames.get(owner) ?? openNamesOf(owner);
    this.openNames.set(owner, patterns);
    if (patterns.length === 0) return [];
    // Many owners are named alike, as far as that is known: mostly, nothing is.
    const key = JSON.stringify([document, patterns]);
    const known = matches.get(key);
    if (known) return known;
    const found = companions.flatMap(({ resource, name }) =>
      namesIn(name).some((one) => patterns.some((pattern) => matchesGlob(pattern, one)))
        ? [{ resource, why: `"${name}" may be its name` }]
        : [],
    );
    matches.set(key, found);
    return found;
  }

  private indexOf(type: string, path: string, ownerTypes: readonly string[]): CompanionIndex {
    const key = `${type} ${path} ${ownerTypes.join(' ')}`;
    const cached = this.companionIndex.get(key);
    if (cached) return cached;
    const index: CompanionIndex = {
      certain: new Map(),
      possible: new Map(),
      named: new Map(),
      matches: new Map(),
      anywhere: new Map(),
    };
    for (const resource of this.ofType(type)) {
      if (resource.mode === 'data') continue;
      for (const link of this.followAll(resource.properties.get(...path.split('.')), ownerTypes)) {
        if (link.state === 'linked') {
          const { id } = link.resource;
          const missing = mayBeMissing(resource, link.resource);
          if (missing === undefined) push(index.certain, id, resource);
          else push(index.possible, id, { resource, why: missing });
        }
        if (link.state === 'outside') push(index.named, resource.document, { resource, name: link.value });
        if (link.state !== 'unknown') continue;
        const entry = { resource, why: link.why };
        if (link.candidates.length === 0) push(index.anywhere, resource.document, entry);
        for (const candidate of link.candidates) push(index.possible, candidate.id, entry);
      }
    }
    this.companionIndex.set(key, index);
    return index;
  }
}

/** The names that a text may give: itself, and how an ARN or a URL ends. */
const namesIn = (value: string): readonly string[] => [
  value,
  value.slice(value.lastIndexOf(':') + 1),
  value.slice(value.lastIndexOf('/') + 1),
];

/** What is known of the names of a resource that are not known, or only in part, as patterns. */
function openNamesOf({ properties }: Resource): readonly string[] {
  const patterns = chosenKeys.flatMap((key) => {
    const name = properties.get(key);
    if (name.text().state !== 'unknown') return [];
    const parts = name.parts();
    return parts.state === 'known' ? parts.value.map((part) => (typeof part === 'string' ? part : '*')).join('') : '*';
  });
  return [...new Set(patterns)];
}

/** Why a companion may not be there although what it belongs to is. */
const mayBeMissing = ({ uncertain }: Resource, owner: Resource): string | undefined =>
  uncertain && uncertain.condition !== owner.uncertain?.condition ? uncertain.why : undefined;

/** What is looked up under a name that the input also declares is the declared resource itself. */
function managedFirst(named: readonly Resource[]): readonly Resource[] {
  const managed = named.filter(({ mode }) => mode === 'managed');
  return managed.length > 0 ? managed : named;
}

interface Possible {
  readonly resource: Resource;
  readonly why: string;
}

interface CompanionIndex {
  readonly certain: Map<string, Resource[]>;
  readonly possible: Map<string, Possible[]>;
  /** By document: companions that name something which is not in the graph. */
  readonly named: Map<string, { readonly resource: Resource; readonly name: string }[]>;
  /** Of these, the ones that may mean an owner, by its document and by what is known of its names. */
  readonly matches: Map<string, readonly Possible[]>;
  /** By document: companions that may belong to any resource there. */
  readonly anywhere: Map<string, Possible[]>;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
