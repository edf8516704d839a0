import {
  holes,
  managedPoliciesOrigin,
  managedPolicy,
  parsePolicy,
  unknown as unknownPart,
  unknownStatement,
  type Holes,
  type Part,
  type Policy,
  type PolicySet,
  type StatementReference,
} from '../iam';
import type { Condition, Element, HeldPolicy, Pattern, PolicyDocument, Principals, Statement } from '../model/policy';
import { isFilled } from '../model/property';
import type { Hole } from '../model/raw';
import type { Witness } from '../model/truth';
import { known, map, type Place, type Settled } from '../model/value';

/** Policies as the engine reads them, and the way back to where they were written. */
export interface ReadPolicies<Sets> {
  readonly sets: Sets;
  /** Where a statement stands, and what people call it. */
  readonly locate: (reference: StatementReference) => { readonly at: Place; readonly label: string };
  /** Where the unknown stands that the engine misses. */
  readonly open: (missing: string) => Witness | undefined;
  /** Conditions that the reading took one side of. */
  readonly choices: readonly Witness[];
  /** Nothing at all is known of the policies: no question has an answer. */
  readonly unread: readonly Witness[] | undefined;
}

/** Reads one policy after the other; the sets are made of what it returns. */
export type Reader = (policies: readonly HeldPolicy[]) => PolicySet;

const maximumReadings = 16;

/**
 * Every reading of policies in which conditions pick one of several values: one where there are none. Past a limit such
 * values count as unknown, in a single reading.
 */
export function readPolicies<Sets>(
  of: 'identity' | 'resource',
  make: (read: Reader) => Sets,
): readonly ReadPolicies<Sets>[] {
  const readings: ReadPolicies<Sets>[] = [];
  let picks: number[] | undefined = [];
  while (picks) {
    if (readings.length >= maximumReadings) return [readOnce(of, make, undefined).reading];
    const once: Once<Sets> = readOnce(of, make, picks);
    readings.push(once.reading);
    picks = once.next;
  }
  return readings;
}

interface Once<Sets> {
  readonly reading: ReadPolicies<Sets>;
  /** What to pick the next time; undefined after the last. */
  readonly next: number[] | undefined;
}

/** @param picks which of its possible values each undecided part has, in the order of reading; none where all are unknown. */
function readOnce<Sets>(
  of: 'identity' | 'resource',
  make: (read: Reader) => Sets,
  picks: readonly number[] | undefined,
): Once<Sets> {
  const counts: number[] = [];
  const choices: Witness[] = [];
  const open = new Map<string, Place>();
  const statements = new Map<string, { readonly at: Place; readonly label: string }>();

  /** Names an unknown; two of them that say the same are told apart. */
  const missing = (why: string, at: Place): string => {
    for (let number = 1; ; number++) {
      const name = number === 1 ? why : `${why} (${number})`;
      const known = open.get(name);
      if (known && !samePlace(known, at)) continue;
      open.set(name, at);
      return name;
    }
  };
  const pick = <T>(among: readonly T[], { at, why }: { at: Place; why: string }): { value: T } | undefined => {
    if (!picks) return undefined;
    const index = picks[counts.length] ?? 0;
    counts.push(among.length);
    choices.push({ at, note: why });
    return { value: among[index] as T };
  };
  const settle = <T>(value: Settled<T>, orElse: (name: string) => unknown, then: (value: T) => unknown): unknown => {
    if (value.state === 'known') return then(value.value);
    const among = value.mayBeAbsent ? [] : (value.among ?? []);
    const picked = among.length > 0 ? pick(among, value) : undefined;
    return picked === undefined ? orElse(missing(value.why, value.at)) : then(picked.value);
  };
  const unknownOr = <T>(value: Settled<T>, then: (value: T) => unknown): unknown => settle(value, unknownPart, then);

  const texts = (patterns: Settled<readonly Settled<Pattern>[]>): unknown =>
    unknownOr(patterns, (list) => list.map((pattern) => textOf(pattern)));
  const textOf = (pattern: Settled<Pattern>): unknown =>
    settle(
      pattern,
      (name) => holes({ free: name }),
      (parts) => holes(...parts.map((part) => partOf(part, pattern.at, missing))),
    );
  const element = (name: string, { negated, patterns }: Element): object => ({
    [negated ? `Not${name}` : name]: texts(patterns),
  });
  const principals = ({ negated, members }: Principals): object => ({
    [negated ? 'NotPrincipal' : 'Principal']: unknownOr(members, (list) =>
      Object.fromEntries(list.map(({ kind, patterns }) => [kind, texts(patterns)])),
    ),
  });
  const conditions = (list: readonly Condition[]): object => {
    const block = new Map<string, Map<string, unknown>>();
    for (const { operator, key, values } of list)
      block.set(operator, (block.get(operator) ?? new Map<string, unknown>()).set(key, texts(values)));
    return Object.fromEntries([...block].map(([operator, tests]) => [operator, Object.fromEntries(tests)]));
  };
  let known = 0;
  const statement = (written: Statement): unknown => {
    if (isUnread(written)) return unknownOr(written.effect, () => ({}));
    known++;
    return {
      Effect: unknownOr(written.effect, (effect) => effect),
      ...element('Action', denies(written) ? written.actions : namingService(written.actions)),
      ...(written.resources && element('Resource', written.resources)),
      // A policy of an identity names no principal; AWS refuses one that does.
      ...(of === 'resource' && written.principals && principals(written.principals)),
      Condition: unknownOr(written.conditions, conditions),
    };
  };
  const document = (held: PolicyDocument, policy: number): Policy => {
    const read = unknownOr(held.statements, (list) => {
      for (const [index, one] of list.entries())
        statements.set(`${policy} ${index}`, { at: one.at, label: one.sid ? `"${one.sid}"` : 'a statement' });
      return list.map(statement);
    });
    return parsePolicy(
      Array.isArray(read) ? { Statement: read, ...(held.version !== undefined && { Version: held.version }) } : read,
    );
  };

  let count = 0;
  // The name of a policy carries the way back: the engine hands it out with each statement.
  const read = (held: HeldPolicy): readonly Policy[] => {
    if ('among' in held)
      return pick(held.among, held)?.value.flatMap(read) ?? [closed(missing(held.why, held.at), count++)];
    const number = count++;
    if ('statements' in held) return [named(document(held, number), number)];
    const text = managedPolicy(held.managed);
    for (const { index } of text?.statements ?? [])
      statements.set(`${number} ${index}`, { at: held.at, label: nameOf(held.managed) });
    if (text) known++;
    return [text ? named(text, number) : closed(missing(notInData(held.managed), held.at), number)];
  };
  const sets = make((policies) => policies.flatMap(read));
  const reading: ReadPolicies<Sets> = {
    sets,
    locate: ({ policyName = '', index }) =>
      statements.get(`${policyName} ${index}`) ?? { at: { id: '', path: [] }, label: 'a statement' },
    open: (name) => {
      const at = open.get(name);
      return at && { at, note: name };
    },
    choices,
    unread: known === 0 && open.size > 0 ? [...open].map(([note, at]) => ({ at, note })) : undefined,
  };
  return { reading, next: picks && following(picks, counts) };
}

const named = (policy: Policy, number: number): Policy => ({ ...policy, name: String(number) });

/** A policy of which nothing is known. */
const closed = (why: string, number: number): Policy => named({ statements: [unknownStatement(why)] }, number);

const nameOf = (managed: string): string => managed.slice(managed.lastIndexOf('/') + 1);

const notInData = (managed: string): string =>
  `the policy ${nameOf(managed)} of AWS is not in the data of ${managedPoliciesOrigin().date}`;

/** The next picks after these, as an odometer turns; undefined after the last. */
function following(picks: readonly number[], counts: readonly number[]): number[] | undefined {
  const turned = counts.map((_, index) => picks[index] ?? 0);
  for (let index = turned.length - 1; index >= 0; index--) {
    const next = (turned[index] ?? 0) + 1;
    if (next < (counts[index] ?? 0)) return [...turned.slice(0, index), next];
  }
  return undefined;
}

/** A statement of which nothing is known. */
const isUnread = ({ effect, actions }: Statement): boolean =>
  effect.state === 'unknown' && !effect.among && actions.patterns.state === 'unknown' && !actions.patterns.among;

const denies = ({ effect }: Statement): boolean => effect.state === 'known' && effect.value === 'Deny';

const anyAction: Pattern = ['*'];

/**
 * AWS refuses a statement without an action, and an action without its service. Until somebody mends it, what the first
 * allows is read as any action, what the second allows as any service's.
 */
function namingService({ negated, patterns }: Element): Element {
  const named = map(patterns, (list): readonly Settled<Pattern>[] =>
    list.length === 0
      ? [known(anyAction, patterns.at)]
      : list.map((pattern) => map(pattern, (parts): Pattern => (isBare(parts) ? ['*:', ...parts] : parts))),
  );
  return { negated, patterns: named };
}

const isBare = (parts: Pattern): boolean =>
  parts.every((part) => typeof part === 'string' && /^[\w*?]*\w[\w*?]*$/.test(part));

const samePlace = (one: Place, other: Place): boolean =>
  one.id === other.id && one.path.length === other.path.length && one.path.every((key, i) => key === other.path[i]);

/** The ARNs that a resource may have: whatever account and partition it is in. */
export const anywhere = (arn: Pattern): Holes =>
  holes(
    ...arn.map((part): Part => {
      if (typeof part !== 'string' && /^(?:account(?: of .*)?|partition|region)$/.test(part.symbol ?? '')) return '*';
      return partOf(part, { id: '', path: [] }, (why) => why);
    }),
  );

/** Names that the engine gives to what all resources of an account share. */
const shared = new Set(['account', 'partition', 'region']);

function partOf(part: string | Hole, at: Place, missing: (why: string, at: Place) => string): Part {
  if (typeof part === 'string') return part;
  const { symbol, references, why } = part;
  if (!isFilled(part)) return { free: missing(why, at) };
  if (symbol !== undefined) return { reference: shared.has(symbol) ? `the ${symbol}` : symbol };
  const filled = references.map(({ id, attribute }) => (attribute === undefined ? id : `${id}.${attribute}`));
  return { reference: filled.length > 0 ? filled.join(' ') : why };
}
