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
  Credential,
  DirectGrant,
  Guardrail,
  InitialPassword,
  InnerAccess,
  LocalAuth,
  MultiFactor,
  PasswordPolicy,
  Permissions,
  PolicyFact,
  PolicyLockout,
  Session,
  SignIn,
  SignUp,
  UserStore,
} from './facts/identity';
import type {
  Acceptance,
  BackendTransit,
  Certificate,
  CrossOrigin,
  DataInTransit,
  DefaultNetwork,
  Description,
  EndpointPolicy,
  Firewall,
  FirewallRules,
  FrontGuard,
  ListeningPort,
  NetworkPath,
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
  CodeSigning,
  Contact,
  Detector,
  Image,
  InstanceMetadata,
  Masking,
  Monitoring,
  Patching,
  Privilege,
  Retention,
  Runtime,
  Tracing,
} from './facts/operation';

export type * from './facts/data';
export type * from './facts/identity';
export type * from './facts/network';
export type * from './facts/operation';

/** What services state, by concern: see the folder facts. */
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
