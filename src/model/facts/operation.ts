import type { Settled } from '../value';
import type { Stated } from './stated';

/* Facts about what runs, who keeps it current, and who hears when something is wrong. */

/** A machine's metadata service: must requests carry a session token (IMDSv2)? */
export interface InstanceMetadata extends Stated {
  readonly kind: 'instance-metadata';
  readonly tokenRequired: Settled<boolean>;
}

/** A machine, and whether what it starts before its operating system is checked. */
export interface BootIntegrity extends Stated {
  readonly kind: 'boot-integrity';
  /** What carries no valid signature is not started (secure boot). */
  readonly signed: Settled<boolean>;
  /** What is started is measured, and a change is noticed (virtual TPM, integrity monitoring). */
  readonly measured?: Settled<boolean>;
}

/** Something that runs, such as a container or a notebook, and its power over the machine it runs on. */
export interface Privilege extends Stated {
  readonly kind: 'privilege';
  /** It has the power of the machine's root: whoever breaks out of it owns the machine. */
  readonly elevated: Settled<boolean>;
  /** It is root on the network of its machine, and is not declared to be privileged. */
  readonly undeclared?: Settled<boolean>;
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

/** Something that notices, and whether anybody hears of it. */
export interface Alarm extends Stated {
  readonly kind: 'alarm';
  readonly reachesSomeone: Settled<boolean>;
}

/** Whether requests are followed from service to service. */
export interface Tracing extends Stated {
  readonly kind: 'tracing';
  readonly on: Settled<boolean>;
}

/** Something that watches an account for threats, mistakes or changes. */
export interface Detector extends Stated {
  readonly kind: 'detector';
  /** It watches at all. */
  readonly on?: Settled<boolean>;
  /** Nothing that it could watch, or do about what it sees, is left out. */
  readonly whole?: Settled<boolean>;
}

/** Sessions that people open on machines or in containers, and the records of what they do. */
export interface RemoteSession extends Stated {
  readonly kind: 'remote-session';
  /** What is done is recorded. */
  readonly recorded: Settled<boolean>;
  /** No record is kept where it would not be encrypted. */
  readonly recordsEncrypted: Settled<boolean>;
}

/** Settings of a place where clients bring settings of their own: where results go, how they are encrypted. */
export interface ClientSettings extends Stated {
  readonly kind: 'client-settings';
  /** What is set here holds, whatever a client asks for. */
  readonly enforced: Settled<boolean>;
}

/** Code that is deployed, and whether it must carry a signature of somebody trusted. */
export interface CodeSigning extends Stated {
  readonly kind: 'code-signing';
  /** What carries none is refused. */
  readonly enforced: Settled<boolean>;
}

/** Whether what is sensitive is hidden in records or messages. */
export interface Masking extends Stated {
  readonly kind: 'masking';
  readonly on: Settled<boolean>;
}

/** Something that is of use only together with something else: an address with a machine, a network with subnets. */
export interface Usage extends Stated {
  readonly kind: 'usage';
  /** Something of the same input, or something that is named, uses it. */
  readonly used: Settled<boolean>;
}

/** Code that is kept somewhere, and whether somebody else must agree before a change of it counts. */
export interface ChangeReview extends Stated {
  readonly kind: 'change-review';
  readonly required: Settled<boolean>;
}
