import type { HeldPolicy, Pattern, PolicyDocument } from './policy';
import type { Resource } from './resource';
import type { Settled } from './value';

/** What every fact says beside its own fields. */
interface Stated {
  /** Whose fault it would be: what is protected or configured, not the companion that configures it. */
  readonly subject: Resource;
  /** What a person calls the thing: "EBS volume", "S3 bucket". Starts a sentence, so no article. */
  readonly noun: string;
  /** Companions that had a part in the fact. */
  readonly related?: readonly Resource[];
}

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
}

/** A listener, endpoint or engine that data passes through. */
export interface DataInTransit extends Stated {
  readonly kind: 'data-in-transit';
  /** Whether it accepts or makes connections in plain text. */
  readonly plaintext?: Settled<boolean>;
  /** The oldest TLS version (or the weakest cipher policy's) it accepts: `1.0`, `1.1`, `1.2`, `1.3`; `ssl3` below. */
  readonly oldestTls?: Settled<TlsVersion>;
  /** Whether the peer's certificate is checked on connections it makes. */
  readonly certificateValidated?: Settled<boolean>;
}
export type TlsVersion = 'ssl3' | '1.0' | '1.1' | '1.2' | '1.3';

/** A store or channel that speaks TLS, and a switch or policy that refuses everybody who does not. */
export interface TransitEnforcement extends Stated {
  readonly kind: 'transit-enforcement';
  readonly enforced: Settled<boolean>;
}

/** Inclusive; -1 to 65535 at the widest. `all` where the protocol has no ports or none are named. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export interface NetworkRule extends Stated {
  readonly kind: 'ingress-rule' | 'egress-rule' | 'network-acl-rule';
  /** CIDR blocks of the other side, of either family. Groups and prefix lists are no CIDRs and are left out. */
  readonly peers: Settled<readonly Settled<string>[]>;
  /** `{ from: 0, to: 65535 }` for all ports. */
  readonly ports: Settled<PortRange>;
  /** Ports of these that a rule tried before denies to the same peers. */
  readonly except?: readonly PortRange[];
  /** `tcp`, `udp`, `icmp`, `all`, or a protocol's number. */
  readonly protocol: Settled<string>;
  /** Whether what stands behind is meant to be reached from the internet: a public balancer. */
  readonly internetFacing?: Settled<boolean>;
}

/** A way to the internet that a switch opens, rather than a rule: it leads everywhere or nowhere. */
export interface WayOut extends Stated {
  readonly kind: 'way-out';
  readonly open: Settled<boolean>;
}

/** Something reachable at an address of its own. */
export interface PublicEndpoint extends Stated {
  readonly kind: 'public-endpoint';
  /** `store`: a data store or control plane; `compute`: a machine or task; `front`: a balancer, CDN, API. */
  readonly role: 'store' | 'compute' | 'front';
  readonly public: Settled<boolean>;
}

/** An access control list that grants something to everyone. */
export interface AclGrant extends Stated {
  readonly kind: 'acl-grant';
  readonly public: Settled<boolean>;
}

/** A snapshot or image shared with everyone. */
export interface Sharing extends Stated {
  readonly kind: 'sharing';
  readonly public: Settled<boolean>;
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
}

/** Whether a store's ACLs are switched off, so that policies alone decide. */
export interface ObjectOwnership extends Stated {
  readonly kind: 'object-ownership';
  readonly aclDisabled: Settled<boolean>;
}

/** What a principal may do: everything attached to it, or one policy that belongs to no principal in sight. */
export interface Permissions extends Stated {
  readonly kind: 'permissions';
  /** Its own policies, inline and attached. One whose text nobody shows is a document that is not known. */
  readonly policies: readonly HeldPolicy[];
  /** The policies of each group that it is in, where the group answers for them in the same input. */
  readonly groups?: readonly (readonly HeldPolicy[])[];
  /** Nothing is allowed that this policy does not allow as well. */
  readonly boundary?: HeldPolicy;
  /** The ARNs of itself, its groups and the policies attached to it, as policies of the same input would refer to them. */
  readonly self?: readonly Pattern[];
  /** The reference that every identity policy must stay within, as the configuration gives it: a JSON document. */
  readonly reference?: object;
}

/** A policy, and what it is attached to. */
export interface PolicyFact extends Stated {
  readonly kind: 'policy-document';
  /** `resource`: who may do what to a resource; `trust`: who may become a role. */
  readonly role: 'resource' | 'trust';
  readonly document: PolicyDocument;
  /** Public statements of a resource policy have no effect: a public-access block refuses them. */
  readonly publicRefused?: Settled<boolean>;
  /** Number of the account that the subject is in, where the input or the configuration tells. */
  readonly account?: string;
  /** Numbers of other accounts that are one's own. */
  readonly trustedAccounts?: readonly string[];
}

/** An API, page or function: must callers sign in? */
export interface SignIn extends Stated {
  readonly kind: 'sign-in';
  readonly required: Settled<boolean>;
}

/** Passwords or keys local to a service, beside or instead of the cloud's identities. */
export interface LocalAuth extends Stated {
  readonly kind: 'local-auth';
  /** Callers may sign in with the cloud's identities (so that local secrets can be done without). */
  readonly cloudIdentity: Settled<boolean>;
}

/** A person's sign-in: must it have a second factor? */
export interface MultiFactor extends Stated {
  readonly kind: 'multi-factor';
  readonly required: Settled<boolean>;
}

/** What people's passwords must be like. */
export interface PasswordPolicy extends Stated {
  readonly kind: 'password-policy';
  readonly minimumLength: Settled<number>;
  /** Lower case, upper case, digits and symbols are all required. */
  readonly everyClass: Settled<boolean>;
  /** How many earlier passwords are refused. */
  readonly remembered: Settled<number>;
}

/** Something an identity signs in with: a key, a password, a certificate. */
export interface Credential extends Stated {
  readonly kind: 'credential';
  /** It works until somebody takes it away. */
  readonly longLived: Settled<boolean>;
}

/** Permissions of one person or machine by name, rather than of a group or role. */
export interface DirectGrant extends Stated {
  readonly kind: 'direct-grant';
  readonly direct: Settled<boolean>;
}

/** A machine's metadata service: must requests carry a session token (IMDSv2)? */
export interface InstanceMetadata extends Stated {
  readonly kind: 'instance-metadata';
  readonly tokenRequired: Settled<boolean>;
}

/** An encryption key the customer manages. */
export interface Key extends Stated {
  readonly kind: 'key';
  /** Absent where the kind of key cannot rotate by itself (asymmetric, imported). */
  readonly rotated?: Settled<boolean>;
  /** Days between the order to delete it and its deletion. */
  readonly deletionWindow?: Settled<number>;
}

/** A secret, such as a password or token, and whether its text stands in what is deployed. */
export interface SecretInClear extends Stated {
  readonly kind: 'secret-in-clear';
  /** What the secret is for people: "master password". */
  readonly secret: string;
  readonly inClear: Settled<boolean>;
}

/** A web application firewall in front of something that faces the internet. */
export interface Firewall extends Stated {
  readonly kind: 'firewall';
  readonly attached: Settled<boolean>;
}

/** Something that runs, such as a container or a notebook, and its power over the machine it runs on. */
export interface Privilege extends Stated {
  readonly kind: 'privilege';
  /** It has the power of the machine's root: whoever breaks out of it owns the machine. */
  readonly elevated: Settled<boolean>;
}

/** Something that networks of others may be connected to: must somebody accept each request? */
export interface Acceptance extends Stated {
  readonly kind: 'acceptance';
  readonly required: Settled<boolean>;
}

/** A default VPC or security group that is used or given rules. */
export interface DefaultNetwork extends Stated {
  readonly kind: 'default-network';
  readonly used: Settled<boolean>;
}

/** A record that is kept of what happens, or is not. */
export interface AuditLog extends Stated {
  readonly kind: 'audit-log';
  /** `trail`: what is done in an account; `access`: who calls or reads one thing; `flow`: what connects in a network. */
  readonly scope: 'trail' | 'access' | 'flow';
  /** It is kept, and whole: of a trail, from every region, global services included, and proof against forgery. */
  readonly kept: Settled<boolean>;
}

/** How long records are kept. */
export interface Retention extends Stated {
  readonly kind: 'retention';
  /** `Infinity` where nothing takes them away. */
  readonly days: Settled<number>;
}

/** Copies of data that are made without anybody asking. */
export interface Backup extends Stated {
  readonly kind: 'backup';
  /** They are made, and kept for a day at least. */
  readonly kept: Settled<boolean>;
}

/** A guard against deletion by mistake. */
export interface DeletionProtection extends Stated {
  readonly kind: 'deletion-protection';
  readonly on: Settled<boolean>;
}

/** Whether what is overwritten or deleted can be had back. */
export interface Versioning extends Stated {
  readonly kind: 'versioning';
  readonly on: Settled<boolean>;
}

/** Who mends known faults of what runs: automatically, or when somebody remembers to. */
export interface Patching extends Stated {
  readonly kind: 'patching';
  /** `guest-os`: the operating system below; `engine`: the engine of a managed service. */
  readonly of: 'guest-os' | 'engine';
  readonly automatic: Settled<boolean>;
}

/** The runtime, engine or platform version that something runs on. */
export interface Runtime extends Stated {
  readonly kind: 'runtime';
  /** Its vendor still mends it today. */
  readonly supported: Settled<boolean>;
}

/** A machine or container image, or a place where such images are kept. */
export interface Image extends Stated {
  readonly kind: 'image';
  /** Whoever made it is somebody one trusts: oneself, the provider, a named vendor. */
  readonly trusted?: Settled<boolean>;
  /** It is looked through for known faults. */
  readonly scanned?: Settled<boolean>;
  /** What a name or tag means cannot be changed afterwards. */
  readonly immutable?: Settled<boolean>;
}

/** Somebody to turn to when something is wrong. */
export interface Contact extends Stated {
  readonly kind: 'contact';
  readonly set: Settled<boolean>;
}

/** Something that notices, and whether anybody hears of it. */
export interface Alarm extends Stated {
  readonly kind: 'alarm';
  readonly reachesSomeone: Settled<boolean>;
}

export type Fact =
  | Acceptance
  | AclGrant
  | Alarm
  | AuditLog
  | Backup
  | Contact
  | Credential
  | DataInTransit
  | DefaultNetwork
  | DeletionProtection
  | DirectGrant
  | Firewall
  | Image
  | InstanceMetadata
  | Key
  | LocalAuth
  | MultiFactor
  | NetworkRule
  | ObjectOwnership
  | PasswordPolicy
  | Patching
  | Permissions
  | PolicyFact
  | Privilege
  | PublicAccessBlock
  | PublicEndpoint
  | PublicSwitch
  | Retention
  | Runtime
  | SecretInClear
  | Sharing
  | SignIn
  | StorageAtRest
  | TransitEnforcement
  | Versioning
  | WayOut;
export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Fact extends infer F
  ? F extends { kind: infer G }
    ? K & G extends never
      ? never
      : F
    : never
  : never;
