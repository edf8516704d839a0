import type { CustomFact } from './facts/custom';
import type {
  AclGrant,
  Backup,
  DeletionProtection,
  FailedMessages,
  FileAccess,
  FinalCopy,
  Immutability,
  Key,
  Lifecycle,
  ManagedSecret,
  MessageRetention,
  ObjectOwnership,
  PublicAccessBlock,
  PublicSwitch,
  Redundancy,
  RemoteCopy,
  SecretInClear,
  SecretRotation,
  Sharing,
  StorageAtRest,
  Versioning,
  Website,
} from './facts/data';
import type {
  Administration,
  AdministratorName,
  AttachedPolicy,
  Credential,
  DirectGrant,
  Federation,
  Guardrail,
  InitialPassword,
  InnerAccess,
  LocalAuth,
  MachineRole,
  Membership,
  MultiFactor,
  OauthClient,
  PasswordPolicy,
  Permissions,
  PolicyFact,
  PolicyLockout,
  RoleGrant,
  Session,
  SignIn,
  SignUp,
  UserStore,
  WrittenPolicy,
} from './facts/identity';
import type {
  Acceptance,
  AddressRefusal,
  BackendTransit,
  Certificate,
  ConnectionFloor,
  CrossOrigin,
  DataInTransit,
  DefaultNetwork,
  Delivery,
  Description,
  DomainRecord,
  EndpointPolicy,
  Firewall,
  FirewallRules,
  FrontGuard,
  ListeningPort,
  NetworkPath,
  NetworkPlacement,
  NetworkRule,
  OriginAccess,
  PublicEndpoint,
  TransitEnforcement,
  WayOut,
  ZoneSigning,
} from './facts/network';
import type {
  Alarm,
  AuditLog,
  BootIntegrity,
  ChangeReview,
  ClientSettings,
  CodeSigning,
  Contact,
  Detector,
  Image,
  InstanceMetadata,
  Masking,
  Monitoring,
  Patching,
  Privilege,
  RemoteSession,
  Retention,
  Runtime,
  Tracing,
  Usage,
} from './facts/operation';

export type * from './facts/custom';
export type * from './facts/data';
export type * from './facts/identity';
export type * from './facts/network';
export type * from './facts/operation';

/** What services state, by concern: see the folder facts. */
export type Fact =
  | Acceptance
  | AclGrant
  | AddressRefusal
  | Administration
  | AdministratorName
  | Alarm
  | AttachedPolicy
  | AuditLog
  | BackendTransit
  | Backup
  | BootIntegrity
  | Certificate
  | ChangeReview
  | ClientSettings
  | CodeSigning
  | ConnectionFloor
  | Contact
  | Credential
  | CrossOrigin
  | CustomFact
  | DataInTransit
  | DefaultNetwork
  | DeletionProtection
  | Delivery
  | Description
  | Detector
  | DirectGrant
  | DomainRecord
  | EndpointPolicy
  | FailedMessages
  | Federation
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
  | MachineRole
  | ManagedSecret
  | Masking
  | Membership
  | MessageRetention
  | Monitoring
  | MultiFactor
  | NetworkPath
  | NetworkPlacement
  | NetworkRule
  | OauthClient
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
  | Redundancy
  | RemoteCopy
  | RemoteSession
  | Retention
  | RoleGrant
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
  | Usage
  | UserStore
  | Versioning
  | WayOut
  | Website
  | WrittenPolicy
  | ZoneSigning;
export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Fact extends infer F
  ? F extends { kind: infer G }
    ? K & G extends never
      ? never
      : F
    : never
  : never;
