import { lazily, type DataFile } from './load';

/** Actions that together lead to the permissions of another principal. */
export interface EscalationPath {
  readonly actions: readonly string[];
  /** Identifiers of pathfinding.cloud. */
  readonly ids: readonly string[];
  readonly category: 'new-passrole' | 'existing-passrole' | 'principal-access' | 'self-escalation' | null;
  /** What must exist beside the permissions, in words. */
  readonly prereq: string | null;
}

interface Packed extends DataFile {
  readonly paths: readonly EscalationPath[];
}

const load = lazily('escalation') as () => Packed;

export const escalationPaths = (): readonly EscalationPath[] => load().paths;
