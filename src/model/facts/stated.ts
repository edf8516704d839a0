import type { Resource } from '../resource';

/** What every fact says beside its own fields. */
export interface Stated {
  /** Whose fault it would be: what is protected or configured, not the companion that configures it. */
  readonly subject: Resource;
  /** What a person calls the thing: "EBS volume", "S3 bucket". Starts a sentence, so no article. */
  readonly noun: string;
  /** Companions that had a part in the fact. */
  readonly related?: readonly Resource[];
}
