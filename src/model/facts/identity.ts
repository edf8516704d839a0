import type { HeldPolicy, Pattern, PolicyDocument } from '../policy';
import type { Settled } from '../value';
import type { Stated } from './stated';

/* Facts about who may do what, and how they show who they are. */

/** What a principal may do: everything attached to it, or one policy that belongs to no principal in sight. */
export interface Permissions extends Stated {
  readonly kind: 'permissions';
  /** Its own policies, inline and attached. One whose text nobody shows is a document that is not known. */
  readonly policies: readonly HeldPolicy[];
  /** Policies of the provider for a service of its own that alone may become the principal: nobody else ever has them. */
  readonly duties?: readonly HeldPolicy[];
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
  /** It can be reached from inside its network only: a cache, a broker. */
  readonly inside?: true;
}

/** Passwords or keys local to a service, beside or instead of the cloud's identities. */
export interface LocalAuth extends Stated {
  readonly kind: 'local-auth';
  /** Callers may sign in with the cloud's identities (so that local secrets can be done without). */
  readonly cloudIdentity: Settled<boolean>;
  /** Passwords and keys of its own are refused: nobody comes in with one. Left out where the service has no such switch. */
  readonly refused?: Settled<boolean>;
}

/** What those who are let in may do, beyond being let in. */
export interface InnerAccess extends Stated {
  readonly kind: 'inner-access';
  /** Users are told apart inside, each with what is granted to it. */
  readonly fineGrained: Settled<boolean>;
}

/** A person's sign-in: must it have a second factor? */
export interface MultiFactor extends Stated {
  readonly kind: 'multi-factor';
  readonly required: Settled<boolean>;
  /** The second factor may be something else than a code sent as a text message. */
  readonly beyondTextMessage?: Settled<boolean>;
  /** People may have one, whether they must or not. */
  readonly offered?: Settled<boolean>;
  /** `person` unless this says otherwise: a group is no person, but its policies may ask its members for one. */
  readonly of?: 'person' | 'group';
}

/** What people's passwords must be like. */
export interface PasswordPolicy extends Stated {
  readonly kind: 'password-policy';
  readonly minimumLength: Settled<number>;
  /** Lower case, upper case, digits and symbols are all required. */
  readonly everyClass: Settled<boolean>;
  /** How many earlier passwords are refused. */
  readonly remembered: Settled<number>;
  /** Each class of characters, and whether it is required. */
  readonly classes?: Readonly<Record<CharacterClass, Settled<boolean>>>;
  /** People may change their own passwords. */
  readonly changeable?: Settled<boolean>;
  /** Days after which a password must be changed; `Infinity` where none are set. */
  readonly maximumAge?: Settled<number>;
}

export type CharacterClass = 'lowercase' | 'uppercase' | 'digit' | 'symbol';

/** Something an identity signs in with: a key, a password, a certificate. */
export interface Credential extends Stated {
  readonly kind: 'credential';
  /** It works until somebody takes it away. */
  readonly longLived: Settled<boolean>;
  /** It is a key, and another key of the same user works as well. */
  readonly several?: Settled<boolean>;
  /** It is a key of the account's root user. */
  readonly ofRoot?: Settled<boolean>;
}

/** Permissions of one person or machine by name, rather than of a group or role. */
export interface DirectGrant extends Stated {
  readonly kind: 'direct-grant';
  readonly direct: Settled<boolean>;
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

/** Power that a service gives by itself, beside the cloud's identities. */
export interface Administration extends Stated {
  readonly kind: 'administration';
  /** It reaches everything in the service. */
  readonly unlimited: Settled<boolean>;
}

/** The name that the first user of a service signs in with, who may do everything there. */
export interface AdministratorName extends Stated {
  readonly kind: 'administrator-name';
  readonly name: Settled<string>;
  /** It can be read in what is deployed. */
  readonly inClear: Settled<boolean>;
}

/** Whether the platform refuses a policy that would lock its own author out. */
export interface PolicyLockout extends Stated {
  readonly kind: 'policy-lockout';
  readonly checked: Settled<boolean>;
}

/** Where the users of a service are kept. */
export interface UserStore extends Stated {
  readonly kind: 'user-store';
  /** In a directory for many services, rather than in the service itself. */
  readonly central: Settled<boolean>;
}

/** A document of permissions as it is written, whoever it is attached to: a fault of its form is its own. */
export interface WrittenPolicy extends Stated {
  readonly kind: 'written-policy';
  readonly document: PolicyDocument;
  /** It belongs to one principal and cannot be attached to another. Left out where it grants no permissions (trust). */
  readonly inline?: Settled<boolean>;
}

/** A policy that a principal is given by name. */
export interface AttachedPolicy extends Stated {
  readonly kind: 'attached-policy';
  /** The provider wrote it, for everybody. Left out where that is how permissions are meant to be given: predefined roles. */
  readonly ofProvider?: Settled<boolean>;
  /** It is one of those that the provider wrote for administrators. */
  readonly administrative: Settled<boolean>;
}

/** A user and its groups, or a group and its users. */
export interface Membership extends Stated {
  readonly kind: 'membership';
  readonly of: 'user' | 'group';
  /** The user is in a group; the group has a user. */
  readonly joined: Settled<boolean>;
}

/** The role that something acts with while it runs. */
export interface MachineRole extends Stated {
  readonly kind: 'machine-role';
  /** It has one, and needs no keys of its own. */
  readonly given?: Settled<boolean>;
  /** Something else acts with the same role. */
  readonly shared?: Settled<boolean>;
}

/**
 * A role that somebody is given on something, where permissions are roles rather than policies: a role assignment of
 * Azure, a member of a Google IAM policy, an administrator of a tenant.
 */
export interface RoleGrant extends Stated {
  readonly kind: 'role-grant';
  /** People call it so: `Owner`, `roles/editor`. */
  readonly role: Settled<string>;
  /** Anybody has it: everyone on the internet, or whoever signs in somewhere, guests included. */
  readonly everyone: Settled<boolean>;
  /** It reaches a whole organization, folder, subscription, project or tenant, rather than single resources. */
  readonly wide: Settled<boolean>;
  /** It lets its holder do everything there is. */
  readonly unlimited: Settled<boolean>;
  /** It lets its holder change everything but who may do what: contributors, editors; actions by wildcard. */
  readonly broad: Settled<boolean>;
  /** It lets its holder give permissions to others or to itself, or act as identities that have more. */
  readonly escalating: Settled<boolean>;
}

/** Another identity provider whose tokens are taken for identities of one's own. */
export interface Federation extends Stated {
  readonly kind: 'federation';
  /** A condition says whose tokens: not everybody's who signed up with that provider. */
  readonly confined: Settled<boolean>;
}

/** An application that people sign in to through OAuth 2.0 or OpenID Connect. */
export interface OauthClient extends Stated {
  readonly kind: 'oauth-client';
  /** Codes and tokens go to addresses that are written out: none holds a wildcard. */
  readonly redirectsNamed?: Settled<boolean>;
  /** It gets tokens by flows that are recommended today, and by no other. */
  readonly flowsCurrent?: Settled<boolean>;
}
