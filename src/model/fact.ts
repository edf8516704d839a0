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
  /** Its algorithms are those that the provider recommends today. */
  readonly algorithmsCurrent?: Settled<boolean>;
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
  /** What everyone is granted includes to write, or to change the list itself. */
  readonly writable?: Settled<boolean>;
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
  /** Callers must send a key that tells them apart, which keeps nobody out who has found one. */
  readonly callerKey?: Settled<boolean>;
}

/** Passwords or keys local to a service, beside or instead of the cloud's identities. */
export interface LocalAuth extends Stated {
  readonly kind: 'local-auth';
  /** Callers may sign in with the cloud's identities (so that local secrets can be done without). */
  readonly cloudIdentity: Settled<boolean>;
}

/** What those who are let in may do, beyond being let in. */
export interface InnerAccess extends Stated {
  readonly kind: 'inner-access';
  /** Users are told apart inside, each with what is granted to it. */
  readonly fineGrained: Settled<boolean>;
}

/** A password or key that the service would make, keep and rotate itself, or that a store made for it keeps. */
export interface ManagedSecret extends Stated {
  readonly kind: 'managed-secret';
  readonly managed: Settled<boolean>;
}

/** A person's sign-in: must it have a second factor? */
export interface MultiFactor extends Stated {
  readonly kind: 'multi-factor';
  readonly required: Settled<boolean>;
  /** The second factor may be something else than a code sent as a text message. */
  readonly beyondTextMessage?: Settled<boolean>;
}

/** What people's passwords must be like. */
export interface PasswordPolicy extends Stated {
  readonly kind: 'password-policy';
  readonly minimumLength: Settled<number>;
  /** Lower case, upper case, digits and symbols are all required. */
  readonly everyClass: Settled<boolean>;
  /** How many earlier passwords are refused. */
  readonly remembered: Settled<number>;
  /** Days after which a password must be changed; `Infinity` where none are set. */
  readonly maximumAge?: Settled<number>;
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
  readonly used?: Settled<boolean>;
  /** The default group of a network of one's own has rules that nobody took away. */
  readonly groupOpen?: Settled<boolean>;
}

/** A record that is kept of what happens, or is not. */
export interface AuditLog extends Stated {
  readonly kind: 'audit-log';
  /**
   * `trail`: what is done in an account; `access`: who calls or reads one thing; `execution`: what it did then; `flow`:
   * what connects in a network.
   */
  readonly scope: 'trail' | 'access' | 'execution' | 'flow';
  /** It is kept, and whole: of a trail, what is done in every region and in the global services. */
  readonly kept: Settled<boolean>;
  /** Of a trail: whether records that were changed afterwards would be noticed. */
  readonly tamperEvident?: Settled<boolean>;
  /** Of a trail: whether the records go where alarms can be raised on them, as they are made. */
  readonly watched?: Settled<boolean>;
  /** Of a trail: whether it records who reads and writes data, beside who manages resources. */
  readonly dataEvents?: Settled<boolean>;
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

/** How closely something is measured while it runs. */
export interface Monitoring extends Stated {
  readonly kind: 'monitoring';
  /** More closely than the platform does for everybody. */
  readonly detailed: Settled<boolean>;
}

/** The port that a store listens on. */
export interface ListeningPort extends Stated {
  readonly kind: 'listening-port';
  /** It is the one that everybody knows its engine by. */
  readonly wellKnown: Settled<boolean>;
}

/** Something that notices, and whether anybody hears of it. */
export interface Alarm extends Stated {
  readonly kind: 'alarm';
  readonly reachesSomeone: Settled<boolean>;
}

/** What is spoken behind the front that ends the callers' encryption: to a balancer's targets. */
export interface BackendTransit extends Stated {
  readonly kind: 'backend-transit';
  readonly plaintext: Settled<boolean>;
}

/** A certificate, or what shows one. What does not apply is left out. */
export interface Certificate extends Stated {
  readonly kind: 'certificate';
  /** Its key is as long as is asked for today. */
  readonly keyStrong?: Settled<boolean>;
  /** It is entered in the public logs of certificates. */
  readonly transparent?: Settled<boolean>;
  /** It is renewed without anybody asking. */
  readonly renewed?: Settled<boolean>;
  /** It is for hosts by name, rather than for every host of a domain. */
  readonly named?: Settled<boolean>;
  /** The certificate manager keeps it, rather than whoever uploaded it. */
  readonly managed?: Settled<boolean>;
  /** It is for one's own domain. */
  readonly own?: Settled<boolean>;
}

/** A group or rule, and whether somebody wrote down what it is for. */
export interface Description extends Stated {
  readonly kind: 'description';
  readonly given: Settled<boolean>;
}

/** A private way to a service, and the policy that says what may be done by it. */
export interface EndpointPolicy extends Stated {
  readonly kind: 'endpoint-policy';
  /** It lets through less than everything for everybody. */
  readonly confined: Settled<boolean>;
}

/** What a firewall does with what passes. */
export interface FirewallRules extends Stated {
  readonly kind: 'firewall-rules';
  /** Something may be held back. */
  readonly filters: Settled<boolean>;
  /** What no rule is about is held back. */
  readonly deniesByDefault?: Settled<boolean>;
}

/**
 * Something that stands in front of applications (a balancer, CDN or API), and a guard that it may keep. `countries`:
 * callers' countries are limited; `discretion`: it tells strangers nothing of what lies behind; `normalization`: requests
 * that are not well formed are held back; `peer-certificate`: the other side must show a certificate, or is shown one;
 * `rate`: calls are limited; `response-headers`: browsers are told how to treat what comes back.
 */
export interface FrontGuard extends Stated {
  readonly kind: 'front-guard';
  readonly guard: 'countries' | 'discretion' | 'normalization' | 'peer-certificate' | 'rate' | 'response-headers';
  readonly kept: Settled<boolean>;
}

/**
 * A way between networks. `internet`: a route that leads everywhere; `foreign`: to a network of another account; `mesh`:
 * everything that is attached reaches everything; `public-name`: a service is called by its public name, past the private
 * endpoint that is meant for it.
 */
export interface NetworkPath extends Stated {
  readonly kind: 'network-path';
  readonly path: 'internet' | 'foreign' | 'mesh' | 'public-name';
  readonly open: Settled<boolean>;
}

/** Something that is meant to be reached through a front alone: a CDN's bucket, an API with a domain name. */
export interface OriginAccess extends Stated {
  readonly kind: 'origin-access';
  readonly confined: Settled<boolean>;
}

/** Whether requests are followed from service to service. */
export interface Tracing extends Stated {
  readonly kind: 'tracing';
  readonly on: Settled<boolean>;
}

/** Whether the answers of a domain name system can be told from forged ones. */
export interface ZoneSigning extends Stated {
  readonly kind: 'zone-signing';
  readonly signed: Settled<boolean>;
}

/** Something that watches an account for threats, mistakes or changes. */
export interface Detector extends Stated {
  readonly kind: 'detector';
  /** It watches at all. */
  readonly on?: Settled<boolean>;
  /** Nothing that it could watch, or do about what it sees, is left out. */
  readonly whole?: Settled<boolean>;
}

/** A rule that an organization lays on its accounts: does it refuse anything? */
export interface Guardrail extends Stated {
  readonly kind: 'guardrail';
  readonly enforced: Settled<boolean>;
}

/** A password that somebody else chose: must it be changed at the first sign-in? */
export interface InitialPassword extends Stated {
  readonly kind: 'initial-password';
  readonly mustChange: Settled<boolean>;
}

/** How long somebody who has signed in may go on without signing in again. */
export interface Session extends Stated {
  readonly kind: 'session';
  readonly seconds: Settled<number>;
}

/** Whether strangers may make an account for themselves. */
export interface SignUp extends Stated {
  readonly kind: 'sign-up';
  readonly open: Settled<boolean>;
}

/** Code that is deployed, and whether it must carry a signature of somebody trusted. */
export interface CodeSigning extends Stated {
  readonly kind: 'code-signing';
  /** What carries none is refused. */
  readonly enforced: Settled<boolean>;
}

/** Power that a service gives by itself, beside the cloud's identities. */
export interface Administration extends Stated {
  readonly kind: 'administration';
  /** It reaches everything in the service. */
  readonly unlimited: Settled<boolean>;
}

/** Which pages browsers let call something of another site (CORS). */
export interface CrossOrigin extends Stated {
  readonly kind: 'cross-origin';
  /** Those of every site. */
  readonly everywhere: Settled<boolean>;
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

/** Whether what is sensitive is hidden in records or messages. */
export interface Masking extends Stated {
  readonly kind: 'masking';
  readonly on: Settled<boolean>;
}

/** How long messages wait for somebody to read them. */
export interface MessageRetention extends Stated {
  readonly kind: 'message-retention';
  readonly days: Settled<number>;
}

/** Whether the platform refuses a policy that would lock its own author out. */
export interface PolicyLockout extends Stated {
  readonly kind: 'policy-lockout';
  readonly checked: Settled<boolean>;
}

/** A copy of data in another region or account. */
export interface RemoteCopy extends Stated {
  readonly kind: 'remote-copy';
  readonly kept: Settled<boolean>;
}

/** A secret, and after how many days it is changed at the latest. */
export interface SecretRotation extends Stated {
  readonly kind: 'secret-rotation';
  /** `Infinity` where nothing changes it. */
  readonly days: Settled<number>;
}

/** Where the users of a service are kept. */
export interface UserStore extends Stated {
  readonly kind: 'user-store';
  /** In a directory for many services, rather than in the service itself. */
  readonly central: Settled<boolean>;
}

/** A store that serves its content as web pages by itself. */
export interface Website extends Stated {
  readonly kind: 'website';
  readonly hosted: Settled<boolean>;
}

export type Fact =
  | Acceptance
  | AclGrant
  | Administration
  | Alarm
  | AuditLog
  | BackendTransit
  | Backup
  | Certificate
  | CodeSigning
  | Contact
  | Credential
  | CrossOrigin
  | DataInTransit
  | DefaultNetwork
  | DeletionProtection
  | Description
  | Detector
  | DirectGrant
  | EndpointPolicy
  | FailedMessages
  | FileAccess
  | FinalCopy
  | Firewall
  | FirewallRules
  | FrontGuard
  | Guardrail
  | Image
  | Immutability
  | InitialPassword
  | InnerAccess
  | InstanceMetadata
  | Key
  | Lifecycle
  | ListeningPort
  | LocalAuth
  | ManagedSecret
  | Masking
  | MessageRetention
  | Monitoring
  | MultiFactor
  | NetworkPath
  | NetworkRule
  | ObjectOwnership
  | OriginAccess
  | PasswordPolicy
  | Patching
  | Permissions
  | PolicyFact
  | PolicyLockout
  | Privilege
  | PublicAccessBlock
  | PublicEndpoint
  | PublicSwitch
  | RemoteCopy
  | Retention
  | Runtime
  | SecretInClear
  | SecretRotation
  | Session
  | Sharing
  | SignIn
  | SignUp
  | StorageAtRest
  | Tracing
  | TransitEnforcement
  | UserStore
  | Versioning
  | WayOut
  | Website
  | ZoneSigning;
export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Fact extends infer F
  ? F extends { kind: infer G }
    ? K & G extends never
      ? never
      : F
    : never
  : never;
