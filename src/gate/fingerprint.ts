import { createHash } from 'node:crypto';
import type { Resource } from '../model/resource';

/**
 * What makes a finding the same finding tomorrow: its control, and who the resource is. Neither lines nor order nor the
 * document's path have a part in it; after a `moved` block the new address counts.
 */
export const fingerprintOf = (control: string, resource: Resource): string => hash([control, ...identityOf(resource)]);

/** The fingerprint of a finding on a waiver. */
export const waiverFingerprint = (own: string, control: string, resource: string): string =>
  hash([own, 'waiver', control, resource]);

function identityOf({ constructPath, stack, address }: Resource): readonly string[] {
  if (constructPath !== undefined) return ['path', constructPath];
  return stack === undefined ? ['address', address] : ['stack', stack, address];
}

const hash = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
