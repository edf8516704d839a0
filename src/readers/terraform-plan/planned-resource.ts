import { Property, type Members, type Origin } from '../../model/property';
import type { Raw } from '../../model/raw';
import type { Action, Resource, Vocabulary } from '../../model/resource';
import type { Entries, Standing } from './entries';
import type { Entry } from './entry';

/** Hears of every property that is read, by the resource's type: the coverage record. */
export type OnRead = (type: string, path: string) => void;

/** Where the resource of an address is written, and the parts of it. */
export type LocatorOf = (address: string) => Pick<Resource, 'locate' | 'origins'>;

export interface Around {
  readonly onRead: OnRead | undefined;
  readonly locatorOf: LocatorOf | undefined;
}

/** What a plan tells of its resources, before the change or after it. */
export interface Teller {
  readonly entries: Entries;
  readonly around: Around;
  readonly propertiesAt: (position: number) => Property;
  /** Whether nobody uses a document that is looked up. */
  readonly isUnused: (entry: Entry) => boolean;
}

const vocabulary: Vocabulary = 'terraform';

/**
 * A resource of a plan. It is no more than a position, and asks for everything else: a plan may have half a million of them.
 */
export class PlannedResource implements Resource {
  constructor(
    private readonly teller: Teller,
    private readonly position: number,
  ) {}

  private get standing(): Standing {
    return this.teller.entries.standing(this.position);
  }

  get id(): string {
    return this.teller.entries.id(this.position);
  }

  get address(): string {
    return this.teller.entries.address(this.position);
  }

  get type(): string {
    return this.standing.type;
  }

  get vocabulary(): Vocabulary {
    return vocabulary;
  }

  get properties(): Property {
    return this.teller.propertiesAt(this.position);
  }

  get mode(): Resource['mode'] {
    return this.standing.mode === 'data' ? 'data' : 'managed';
  }

  get action(): Action {
    return actionOf(this.standing);
  }

  get unused(): boolean {
    const { mode, origin } = this.standing;
    return origin === 'provider' || (mode === 'data' && this.teller.isUnused(this.teller.entries.at(this.position)));
  }

  get document(): string {
    return this.teller.entries.document;
  }

  /** A provider's short name, whatever registry it comes from. Trimmed plans lack it; a type begins with it. */
  get provider(): string {
    const { provider, type } = this.standing;
    if (provider !== undefined) return provider.slice(provider.lastIndexOf('/') + 1);
    return type.slice(0, Math.max(type.indexOf('_'), 0)) || type;
  }

  get previousId(): string | undefined {
    const previous = this.teller.entries.previousAddress(this.position);
    return previous === undefined || previous === this.address ? undefined : `${this.document}:${previous}`;
  }

  get locate(): Resource['locate'] {
    return this.teller.around.locatorOf?.(this.address).locate;
  }

  get origins(): Resource['origins'] {
    return this.teller.around.locatorOf?.(this.address).origins;
  }
}

/** The properties of the resource at a position. Of one resource they are asked for again and again, and made once. */
export function propertiesOf(
  entries: Entries,
  valuesAt: (position: number) => Raw | Members,
  { onRead }: Around,
): Teller['propertiesAt'] {
  let last: { readonly position: number; readonly properties: Property } | undefined;
  return (position) => {
    if (last?.position === position) return last.properties;
    const { type } = entries.standing(position);
    const record = (path: string): void => onRead?.(type, path);
    const origin: Origin = { id: entries.id(position), ...(onRead && { record }) };
    const properties = new Property(() => valuesAt(position), origin);
    last = { position, properties };
    return properties;
  };
}

/** By membership: Terraform and OpenTofu write the two actions of a replacement in either order, and add new ones. */
export function actionOf({ actions, importing, before, after, written }: Standing): Action {
  const has = (action: string) => actions.includes(action);
  // What is taken over may be changed in the same breath.
  if (importing && !has('update') && !has('create')) return 'import';
  if (has('create')) return has('delete') || has('forget') ? 'replace' : 'create';
  // A plan that says so of different values is none of Terraform's: what they are counts.
  if (written === 'otherwise') return 'update';
  for (const action of ['update', 'delete', 'read', 'no-op'] as const) if (has(action)) return action;
  if (actions.length === 0 && before === false && after === true) return 'create';
  return 'unknown';
}
