import type { GateLevel } from '../controls/control';
import { severities, type Severity } from '../model/finding';

/** What the gate does with a finding, gravest first. */
export const gateLevels = ['block', 'warn', 'note', 'off'] as const satisfies readonly GateLevel[];

/** Position from the gravest: 0 for `block`. */
export const rankOf = (level: GateLevel): number => gateLevels.indexOf(level);

/** The less grave of two levels. */
export const quieter = (one: GateLevel, other: GateLevel): GateLevel => (rankOf(one) > rankOf(other) ? one : other);

/** Whether a severity is the other one or graver. */
export const atLeast = (severity: Severity, threshold: Severity): boolean =>
  severities.indexOf(severity) >= severities.indexOf(threshold);
