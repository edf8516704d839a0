import type { Area } from './finding';
import type { Resource } from './resource';

/** Who answers for something, and who looks whether it is so. */
export interface Assignment {
  readonly owner: string | null;
  readonly verifier: string | null;
}

/** A provider's report on its own half. Days are `YYYY-MM-DD`. */
export interface Attestation {
  readonly provider: string;
  readonly report: string;
  readonly periodEnd: string;
  /** The last day on which it counts. */
  readonly until: string;
  /** Undefined: every area that is the provider's. */
  readonly areas: readonly Area[] | undefined;
  readonly evidence: string;
}

/** Somebody looked at what no template can show. */
export interface Verification {
  readonly by: string;
  readonly on: string;
  readonly evidence: string;
}

/** A role in an incident. */
export interface IncidentRole {
  readonly name: string;
  readonly contact: string;
  readonly runbook: string | null;
}

/** A switch of the account that no template shows, and who has seen it. */
export interface AccountRecord {
  readonly name: string;
  readonly value: boolean;
  readonly evidence: string | null;
  readonly checked: string | null;
}

/** What is known of people: who answers, who looks, who is called, how often. A resource of null: all of a provider's. */
export interface Accountability {
  readonly assignmentOf: (resource: Resource | null, area: Area, provider: string) => Assignment;
  /** Of several that speak of the area, the one that counts the longest. */
  readonly attestationFor: (provider: string, area: Area) => Attestation | undefined;
  /** The latest. */
  readonly verificationOf: (resource: Resource | null, area: Area) => Verification | undefined;
  readonly rolesFor: (area: Area) => readonly IncidentRole[];
  readonly attestations: readonly Attestation[];
  readonly accountRecords: readonly AccountRecord[];
  readonly review: { readonly days: number; readonly graceDays: number };
}
