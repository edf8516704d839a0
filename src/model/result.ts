import type { Area, Party, Severity, Verdict } from './finding';
import type { Dialect } from './resource';

/** Version of the JSON document; a change that breaks readers of it gets a new one. */
export const schemaVersion = '1';

/** What a change does to a finding. Templates have no before, and say null. */
export type Change = 'introduced' | 'worsened' | 'existing';

export interface ReportedWitness {
  readonly address: string;
  readonly path: readonly (string | number)[];
  readonly note: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** Where the value comes from, beyond that: an argument of a module, a local value, a default. */
  readonly givenAt?: readonly { readonly file: string; readonly line: number; readonly column: number }[] | undefined;
}

export interface ReportedWaiver {
  readonly reason: string;
  readonly owner: string | null;
  readonly until: string | null;
  readonly ticket: string | null;
  /** Where it was written: `config`, `comment`, `metadata`, `acknowledgement`; or the tool it was written for. */
  readonly source: string;
}

export interface ReportedFinding {
  readonly control: string;
  readonly verdict: Verdict;
  readonly gate: 'block' | 'warn' | 'note';
  readonly severity: Severity;
  readonly area: Area;
  readonly party: Party;
  /** Why it lies on that side of the line. */
  readonly responsibility: string;
  /** Ids of framework controls that it supports (`PCI DSS 4.0.1: 3.5.1`); only where a framework's preset is taken. */
  readonly supports: readonly string[];
  /** One sentence: what is wrong with what. */
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** What to write on the resource, in one line of its own vocabulary, where that mends it. */
  readonly suggestion: string | null;
  /** Hash of control and identity; the same when lines, order or position change. */
  readonly fingerprint: string;
  readonly resource: {
    readonly address: string;
    readonly type: string;
    readonly service: string;
    readonly constructPath: string | null;
    readonly stack: string | null;
    readonly document: string;
  };
  readonly related: readonly string[];
  readonly change: Change | null;
  readonly witnesses: readonly ReportedWitness[];
  readonly waiver: ReportedWaiver | null;
  /** A more specific control that fails on the same subject and speaks for this finding too. */
  readonly coveredBy: string | null;
}

/** An area of a resource that a change moves from one party to another. */
export interface ReportedMove {
  readonly resource: string;
  readonly type: string;
  readonly area: Area;
  readonly from: Party;
  readonly to: Party;
  readonly because: string;
  /** One sentence for people. */
  readonly message: string;
}

export interface ReportedInput {
  /** The argument, as given. */
  readonly path: string;
  readonly dialect: Dialect | null;
  readonly resources: number;
  /** Addresses of the resources that no service knows. */
  readonly unclassified: readonly string[];
  /** Their types, the most frequent first. */
  readonly unclassifiedTypes: readonly { readonly type: string; readonly count: number }[];
  /** Why the input could not be judged, or not wholly. */
  readonly error: string | null;
  readonly notes: readonly string[];
  readonly findings: readonly ReportedFinding[];
  /** Findings that fail before the change and pass after it. */
  readonly fixed: readonly ReportedFinding[];
  /** What the change moves across the line; nothing where the input has no before. */
  readonly moves: readonly ReportedMove[];
}

export type Decision = 'open' | 'blocked' | 'incomplete';

/** What a run found: the JSON document, and what every report is written from. */
export interface Result {
  readonly schemaVersion: typeof schemaVersion;
  readonly tool: { readonly name: 'demarc'; readonly version: string };
  readonly decision: Decision;
  readonly summary: {
    readonly resources: number;
    readonly unclassified: number;
    readonly verdict: { readonly fail: number; readonly undecided: number; readonly pass: number };
    readonly gate: { readonly block: number; readonly warn: number; readonly note: number; readonly waived: number };
  };
  readonly inputs: readonly ReportedInput[];
}
