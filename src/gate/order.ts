import { severities } from '../model/finding';
import type { ReportedFinding, ReportedWitness } from '../model/result';
import { rankOf } from './levels';

/** Compares as programs sort: by code units, whatever the machine's language. */
export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Gate, severity, address, control; what is still equal is told apart by its identity. */
export const compareFindings = (one: ReportedFinding, other: ReportedFinding): number =>
  rankOf(one.gate) - rankOf(other.gate) ||
  severities.indexOf(other.severity) - severities.indexOf(one.severity) ||
  compareText(one.resource.address, other.resource.address) ||
  compareText(one.control, other.control) ||
  compareText(one.resource.document, other.resource.document) ||
  compareText(one.fingerprint, other.fingerprint);

/** The subject's own witnesses first, then by address and place: the same whatever order the input has. */
export const compareWitnesses =
  (subject: string) =>
  (one: ReportedWitness, other: ReportedWitness): number =>
    Number(one.address !== subject) - Number(other.address !== subject) ||
    compareText(one.address, other.address) ||
    comparePaths(one.path, other.path) ||
    compareText(one.note, other.note);

function comparePaths(one: ReportedWitness['path'], other: ReportedWitness['path']): number {
  for (const [index, key] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    const numbers = typeof key === 'number' && typeof against === 'number';
    const difference = numbers ? key - against : compareText(String(key), String(against));
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
