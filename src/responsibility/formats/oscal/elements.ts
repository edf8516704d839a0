/**
 * The parts of OSCAL 1.2.2 that more than one of its documents have, as far as they are written here.
 *
 * @see https://pages.nist.gov/OSCAL-Reference/models/v1.2.2/
 */

export const oscalVersion = '1.2.2';

/** Whose the properties are that OSCAL itself does not define. */
export const namespace = 'urn:demarc:oscal';

export interface Property {
  readonly name: string;
  /** Undefined: one of those that OSCAL itself defines. */
  readonly ns?: string;
  readonly value: string;
}

export const property = (name: string, value: string): Property => ({ name, ns: namespace, value });

export interface Role {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

export interface Party {
  readonly uuid: string;
  readonly type: 'organization';
  readonly name: string;
}

export interface ResponsibleRole {
  readonly 'role-id': string;
  readonly 'party-uuids'?: readonly string[];
}

export interface Metadata {
  readonly title: string;
  readonly 'last-modified': string;
  readonly version: string;
  readonly 'oscal-version': string;
  readonly roles: readonly Role[];
  readonly parties?: readonly Party[];
  readonly remarks: string;
}

export interface BackMatter {
  readonly resources: readonly {
    readonly uuid: string;
    readonly title: string;
    readonly description: string;
  }[];
}

export interface SystemComponent {
  readonly uuid: string;
  readonly type: 'this-system' | 'system' | 'service' | 'software';
  readonly title: string;
  readonly description: string;
  readonly props?: readonly Property[];
  readonly status: { readonly state: 'under-development' | 'operational' };
}

export interface ImplementationStatus {
  readonly state: 'implemented' | 'partial' | 'planned';
  readonly remarks?: string;
}

/** What may not stand there when it is empty: OSCAL knows no empty lists. */
export const nonEmpty = <Name extends string, Item>(
  name: Name,
  items: readonly Item[],
): Readonly<Partial<Record<Name, readonly Item[]>>> =>
  Object.fromEntries(items.length > 0 ? [[name, items]] : []) as Readonly<Partial<Record<Name, readonly Item[]>>>;

export const document = (content: object): string => `${JSON.stringify(content, null, 2)}\n`;
