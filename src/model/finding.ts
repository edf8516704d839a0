import type { Fact } from './fact';
import type { Resource } from './resource';
import type { Witness } from './truth';

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

export type Verdict = 'pass' | 'fail' | 'undecided';

/** Responsibility areas of the shared-responsibility model. */
export const areas = [
  'physical', 'network-infrastructure', 'host', 'guest-os', 'runtime', 'network-controls', 'identity-access',
  'application', 'data-at-rest', 'in-transit', 'key-management', 'logging-audit', 'backup-recovery', 'configuration',
  'client-users', 'incident-response',
] as const; // prettier-ignore
export type Area = (typeof areas)[number];

export type Party = 'provider' | 'customer' | 'shared';

/** A control's verdict on one subject, with the witnesses of the facts it judged. */
export interface Finding {
  readonly control: string;
  readonly verdict: Verdict;
  readonly subject: Resource;
  /** The service that stated the facts: `s3`. */
  readonly service: string;
  readonly noun: string;
  readonly related: readonly Resource[];
  readonly witnesses: readonly Witness[];
  /** Of a fault, the facts that made it so. */
  readonly facts: readonly Fact[];
}
