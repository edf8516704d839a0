/** What the test of changes is made of: a system before and after, and what is to be said of the change. */

export type Properties = Readonly<Record<string, unknown>>;

/** Resources by address. Links are by name, as in a refreshed state. */
export type Declared = Readonly<Record<string, Properties>>;

export interface Pair {
  readonly before: Declared;
  readonly after: Declared;
  /** `control address`, and its change. All findings of these controls have to be named. */
  readonly changes: Readonly<Record<string, 'introduced' | 'worsened' | 'existing'>>;
  /** `control address` of what was mended. */
  readonly fixed?: readonly string[];
  /** What a baseline file says instead, which knows in how many places a fault stood, and no more. */
  readonly changesByFile?: Pair['changes'];
  /** Controls that are judged. */
  readonly controls: readonly string[];
  /** Old address by new address. */
  readonly moved?: Readonly<Record<string, string>>;
  /** Addresses of what a plan replaces. */
  readonly replaced?: readonly string[];
  /** Addresses of what is taken over as it stands. */
  readonly imported?: readonly string[];
  /** Properties of resources that only the deployment settles: `address property`. */
  readonly unknown?: readonly string[];
  /** Only a plan can tell: of two revisions of source it means something else. */
  readonly planOnly?: string;
}
