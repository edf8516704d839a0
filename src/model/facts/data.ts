import type { Settled } from '../value';
import type { Stated } from './stated';

/* Facts about stored data: its encryption and keys, who can get at it, how long it is kept. */

/**
 * How stored data is encrypted, and who keeps the key. `provider-disk`: disks below the service are encrypted, the
 * service's own switch is off. `provider-key`: the provider's own key. `provider-kms`: a provider-managed key in the
 * account. `customer-key`: a key the customer manages. `customer-supplied`: material brought with each request.
 */
export type EncryptionState =
  'none' | 'provider-disk' | 'provider-key' | 'provider-kms' | 'customer-key' | 'customer-supplied';

export interface StorageAtRest extends Stated {
  readonly kind: 'storage-at-rest';
  readonly encryption: Settled<EncryptionState>;
  /**
   * Somebody asked for it in writing: a switch that is on, an algorithm, a key. Absent where nothing could be written, or
   * what it belongs to or is copied from decides.
   */
  readonly requested?: Settled<boolean>;
  /** A second layer, with another key, lies below or above the first. Left out where the service has none to offer. */
  readonly twice?: Settled<boolean>;
}

/** An access control list that grants something to everyone. */
export interface AclGrant extends Stated {
  readonly kind: 'acl-grant';
  readonly public: Settled<boolean>;
  /** What everyone is granted includes to write, or to change the list itself. */
  readonly writable?: Settled<boolean>;
}

/** A snapshot or image shared with everyone. */
export interface Sharing extends Stated {
  readonly kind: 'sharing';
  readonly public: Settled<boolean>;
  /** It is shared with somebody, be it everyone or one other account. */
  readonly shared?: Settled<boolean>;
}

/** A switch other than ACL and policy that makes a store's content public. */
export interface PublicSwitch extends Stated {
  readonly kind: 'public-switch';
  readonly public: Settled<boolean>;
}

/** The guard that keeps public access out, whatever policies and ACLs say. */
export interface PublicAccessBlock extends Stated {
  readonly kind: 'public-access-block';
  /** Every one of its switches is on. */
  readonly complete: Settled<boolean>;
  /** Somebody wrote it, rather than relying on the platform's initial setting. */
  readonly explicit: Settled<boolean>;
  /** Each of its switches, as far as somebody wrote it. */
  readonly switches?: {
    readonly blockAcls: Settled<boolean>;
    readonly ignoreAcls: Settled<boolean>;
    readonly blockPolicy: Settled<boolean>;
    readonly restrict: Settled<boolean>;
  };
}

/** Whether a store's ACLs are switched off, so that policies alone decide. */
export interface ObjectOwnership extends Stated {
  readonly kind: 'object-ownership';
  readonly aclDisabled: Settled<boolean>;
}

/** A password or key that the service would make, keep and rotate itself, or that a store made for it keeps. */
export interface ManagedSecret extends Stated {
  readonly kind: 'managed-secret';
  readonly managed: Settled<boolean>;
}

/** An encryption key the customer manages. */
export interface Key extends Stated {
  readonly kind: 'key';
  /** Absent where the kind of key cannot rotate by itself (asymmetric, imported). */
  readonly rotated?: Settled<boolean>;
  /** Days between the order to delete it and its deletion. */
  readonly deletionWindow?: Settled<number>;
  /** Data can be encrypted and decrypted with it. */
  readonly enabled?: Settled<boolean>;
  /** Days after which it gets new material by itself; `Infinity` where it never does. */
  readonly rotationDays?: Settled<number>;
  /** Its material may be, or is, in several regions. */
  readonly multiRegion?: Settled<boolean>;
}

/** A secret, such as a password or token, and whether its text stands in what is deployed. */
export interface SecretInClear extends Stated {
  readonly kind: 'secret-in-clear';
  /** What the secret is for people: "master password". */
  readonly secret: string;
  readonly inClear: Settled<boolean>;
}

/** Copies of data that are made without anybody asking. */
export interface Backup extends Stated {
  readonly kind: 'backup';
  /** They are made, and kept for a day at least. */
  readonly kept: Settled<boolean>;
  /** How many days they reach back; absent where the service does not say it in days. */
  readonly days?: Settled<number>;
}

/** What is left when something that holds data is deleted. */
export interface FinalCopy extends Stated {
  readonly kind: 'final-copy';
  /** A last snapshot, its automatic backups, or the thing itself stays. */
  readonly kept: Settled<boolean>;
}

/** A guard against deletion by mistake. */
export interface DeletionProtection extends Stated {
  readonly kind: 'deletion-protection';
  /** `data` unless this says otherwise: what can be made again by deploying it again, or records of what happened. */
  readonly of?: 'data' | 'service' | 'records';
  readonly on: Settled<boolean>;
}

/** Whether what is overwritten or deleted can be had back. */
export interface Versioning extends Stated {
  readonly kind: 'versioning';
  readonly on: Settled<boolean>;
}

/** A way to a shared file system: an access point, an export. */
export interface FileAccess extends Stated {
  readonly kind: 'file-access';
  /** Its clients act as the user that it gives, whoever they say they are. */
  readonly userEnforced?: Settled<boolean>;
  /** Its clients see a directory of their own, not the whole. */
  readonly rootConfined?: Settled<boolean>;
}

/** What becomes of messages that cannot be delivered or handled. */
export interface FailedMessages extends Stated {
  readonly kind: 'failed-messages';
  /** Another queue takes them. */
  readonly kept: Settled<boolean>;
}

/** Kept versions or copies, and whether somebody with every permission could take them away. */
export interface Immutability extends Stated {
  readonly kind: 'immutability';
  readonly locked: Settled<boolean>;
}

/** Whether old data, or old versions of it, are taken or moved away by rule. */
export interface Lifecycle extends Stated {
  readonly kind: 'lifecycle';
  readonly managed: Settled<boolean>;
}

/** How long messages wait for somebody to read them. */
export interface MessageRetention extends Stated {
  readonly kind: 'message-retention';
  readonly days: Settled<number>;
}

/** A copy of data in another region or account. */
export interface RemoteCopy extends Stated {
  readonly kind: 'remote-copy';
  readonly kept: Settled<boolean>;
}

/** What stays when a machine, or the zone that it is in, does not. */
export interface Redundancy extends Stated {
  readonly kind: 'redundancy';
  /**
   * `data`: every part of the data has a copy elsewhere; `coordination`: enough are left to agree on who leads;
   * `requests`: what comes in by one zone reaches the machines of all.
   */
  readonly of: 'data' | 'coordination' | 'requests';
  readonly kept: Settled<boolean>;
}

/** A secret, and after how many days it is changed at the latest. */
export interface SecretRotation extends Stated {
  readonly kind: 'secret-rotation';
  /** `Infinity` where nothing changes it. */
  readonly days: Settled<number>;
}

/** A store that serves its content as web pages by itself. */
export interface Website extends Stated {
  readonly kind: 'website';
  readonly hosted: Settled<boolean>;
}
