import type { Finding } from '../model/finding';
import { retold, type Resource } from '../model/resource';
import type { Change, Result } from '../model/result';
import type { Comparison, JudgedGraph } from './change';
import { fingerprintOf } from './fingerprint';
import { counts, withoutIndexes } from './index-shifts';
import { compareText } from './order';
import { ownControls } from './own-controls';
import { distinctWitnesses } from './witnesses';

/** Version of the file; a change that breaks readers of it gets a new one. */
export const baselineVersion = '1';

/** What a committed file says was there already: known, and neither waived nor mended. */
export interface BaselineFile {
  readonly baseline: typeof baselineVersion;
  readonly findings: readonly BaselineEntry[];
}

export interface BaselineEntry {
  readonly control: string;
  readonly resource: string;
  readonly document: string | null;
  readonly verdict: 'fail' | 'undecided';
  readonly places: number;
  readonly fingerprint: string;
}

export interface Baseline extends BaselineFile {
  /** A document as it is seen from the folder of the file, with slashes. */
  readonly place: (document: string) => string;
}

/** What a result found, to be known from now on. What is waived is left to its waiver, and to the waiver's end. */
export function baselineOf({ inputs }: Result, place: Baseline['place']): BaselineFile {
  const own = new Set(ownControls.map(({ id }) => id));
  const findings = inputs.flatMap(({ dialect, findings }) =>
    findings.flatMap(({ control, verdict, waiver, resource, witnesses, fingerprint }): readonly BaselineEntry[] => {
      if (verdict === 'pass' || waiver !== null || own.has(control)) return [];
      const { constructPath, address, document } = resource;
      const known = constructPath ?? address;
      const lies = isNamedWithoutPlace(resource, dialect) ? null : place(document);
      return [{ control, resource: known, document: lies, verdict, places: witnesses.length, fingerprint }];
    }),
  );
  return { baseline: baselineVersion, findings: findings.toSorted(compareEntries) };
}

/** A plan's file may lie anywhere; constructs and stacks have names of their own. */
const isNamedWithoutPlace = (
  { constructPath, stack }: Readonly<Partial<Record<'constructPath' | 'stack', string | null | undefined>>>,
  dialect: string | null,
): boolean => dialect === 'terraform-plan' || (constructPath ?? stack ?? null) !== null;

const compareEntries = (one: BaselineEntry, other: BaselineEntry): number =>
  compareText(one.resource, other.resource) ||
  compareText(one.control, other.control) ||
  compareText(one.document ?? '', other.document ?? '') ||
  compareText(one.fingerprint, other.fingerprint);

/** One finding a line: what changes shows. */
export const baselineText = ({ baseline, findings }: BaselineFile): string => {
  const entries = findings.map((entry) => `    ${JSON.stringify(entry)}`);
  return `{\n  "baseline": ${JSON.stringify(baseline)},\n  "findings": [${entries.length > 0 ? `\n${entries.join(',\n')}\n  ` : ''}]\n}\n`;
};

/**
 * What is new beside a baseline, and beside the state before where the input has one: what the baseline knows is not
 * introduced.
 */
export function comparedWith(
  baseline: Baseline | undefined,
  { dialect }: { readonly dialect: string | null },
  current: JudgedGraph,
  comparison: Comparison | undefined,
): Pick<Comparison, 'changeOf'> {
  const changeOf = (finding: Finding): Change | null => comparison?.changeOf(finding) ?? null;
  if (!baseline) return { changeOf };
  const placeOf = (resource: Resource) =>
    isNamedWithoutPlace(resource, dialect) ? null : baseline.place(resource.document);
  const known = indexOf(baseline.findings, current, placeOf);
  return {
    changeOf: (finding) => {
      const change = changeOf(finding);
      if (finding.verdict === 'pass' || (change !== null && change !== 'introduced')) return change;
      return known(finding) ?? 'introduced';
    },
  };
}

type PlaceOf = (resource: Resource) => string | null;

function indexOf(
  entries: readonly BaselineEntry[],
  { findings }: JudgedGraph,
  placeOf: PlaceOf,
): (finding: Finding) => Change | undefined {
  const entryKey = ({ fingerprint, document }: BaselineEntry): string => keyOf(fingerprint, document);
  const byKey = new Map(entries.map((entry) => [entryKey(entry), entry]));
  const keysOf = ({ control, subject }: Finding): readonly string[] =>
    namesOf(subject).map((name) => keyOf(fingerprintOf(control, name), placeOf(subject)));
  // Whoever takes the name of a resource that is known would pass for it: no more are known than there were.
  const knownOnce = counts(entries.map(entryKey));
  const foundNow = counts(findings.filter(({ verdict }) => verdict !== 'pass').flatMap(keysOf));
  const isKnown = (key: string): boolean => (foundNow.get(key) ?? 0) <= (knownOnce.get(key) ?? 0);
  const familyOf = (control: string, resource: string, document: string | null): string =>
    JSON.stringify([control, withoutIndexes(resource), document]);
  const faults = ({ verdict }: { readonly verdict: string }): boolean => verdict === 'fail';
  const before = counts(
    entries.filter(faults).map(({ control, resource, document }) => familyOf(control, resource, document)),
  );
  const familyOfFinding = ({ control, subject }: Finding): string =>
    familyOf(control, subject.constructPath ?? subject.address, placeOf(subject));
  const now = counts(findings.filter(faults).map(familyOfFinding));
  return (finding) => {
    const { subject } = finding;
    const entry = keysOf(finding)
      .filter(isKnown)
      .map((key) => byKey.get(key))
      .find((found) => found !== undefined);
    if (entry) return isWorse(entry, finding) ? 'worsened' : 'existing';
    // An item less in the list that `count` runs over: the fault has another index now.
    const family = familyOfFinding(finding);
    const isShift = /\[\d+\]/u.test(subject.address) && (now.get(family) ?? 0) <= (before.get(family) ?? 0);
    return isShift && finding.verdict === 'fail' ? 'existing' : undefined;
  };
}

/** The resource, and what it was called before a `moved` block. Ids begin with the document. */
const namesOf = (resource: Resource): readonly Resource[] =>
  resource.previousId === undefined
    ? [resource]
    : [resource, retold(resource, { address: resource.previousId.slice(resource.document.length + 1) })];

const isWorse = (entry: BaselineEntry, { verdict, witnesses }: Finding): boolean =>
  verdict === 'fail' && (entry.verdict === 'undecided' || distinctWitnesses(witnesses).length > entry.places);

const keyOf = (fingerprint: string, document: string | null): string => JSON.stringify([fingerprint, document]);
