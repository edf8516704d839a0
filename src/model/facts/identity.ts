import type { HeldPolicy, Pattern, PolicyDocument } from '../policy';
import type { Settled } from '../value';
import type { Stated } from './stated';

/* Facts about who may do what, and how they show who they are. */

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
