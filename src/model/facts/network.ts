import type { Settled } from '../value';
import type { Stated } from './stated';

/* Facts about networks and what passes through them. */

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
  /** Of a network ACL, `network-acl-rule` lets in, `network-acl-egress-rule` lets out, and `network-acl-denial` denies. */
  readonly kind: 'ingress-rule' | 'egress-rule' | 'network-acl-rule' | 'network-acl-egress-rule' | 'network-acl-denial';
  /** CIDR blocks of the other side, of either family. Groups and prefix lists are no CIDRs and are left out. */
  readonly peers: Settled<readonly Settled<string>[]>;
  /** `{ from: 0, to: 65535 }` for all ports. */
  readonly ports: Settled<PortRange>;
  /** Ports of these that a rule tried before denies to the same peers. */
  readonly except?: readonly PortRange[];
  /** `tcp`, `udp`, `icmp`, `all`, or a protocol's number. */
  readonly protocol: Settled<string>;
  /** What is written of ports or messages has no effect, and why. */
  readonly everyMessage?: string;
  /** Nobody wrote the rule: why the platform adds it. */
  readonly initial?: string;
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
  /** No setting makes it private. */
  readonly byNature?: boolean;
}

/** What machines are started from: does it say that they get no public address, wherever they are started? */
export interface AddressRefusal extends Stated {
  readonly kind: 'address-refusal';
  readonly written: Settled<boolean>;
}

/** A name that leads somewhere. */
export interface DomainRecord extends Stated {
  readonly kind: 'domain-record';
  /** Something is written that it leads to. */
  readonly target: Settled<boolean>;
  /** Of an address: something of one's own stands there, in the same input. */
  readonly targetManaged?: Settled<boolean>;
}

/** A web application firewall in front of something that faces the internet. */
export interface Firewall extends Stated {
  readonly kind: 'firewall';
  readonly attached: Settled<boolean>;
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

/** The port that a store listens on. */
export interface ListeningPort extends Stated {
  readonly kind: 'listening-port';
  /** It is the one that everybody knows its engine by. */
  readonly wellKnown: Settled<boolean>;
}

/** What is spoken behind the front that ends the callers' encryption: to a balancer's targets, to a CDN's origins. */
export interface BackendTransit extends Stated {
  readonly kind: 'backend-transit';
  readonly plaintext: Settled<boolean>;
  /** The oldest TLS version that may be spoken there. */
  readonly oldestTls?: Settled<TlsVersion>;
}

/** The least that a client of an endpoint gets away with: no encryption, or an old version of TLS. */
export interface ConnectionFloor extends Stated {
  readonly kind: 'connection-floor';
  readonly floor: Settled<'plaintext' | TlsVersion>;
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
  /** It is chosen by the name that a client asks for (SNI), rather than by an address kept for it. */
  readonly byName?: Settled<boolean>;
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
  /** Requests that are known to be attacks on flaws of well-known software are held back. */
  readonly knownAttacksRefused?: Settled<boolean>;
}

/**
 * Something that stands in front of applications (a balancer, CDN or API), and a guard that it may keep. `countries`:
 * callers' countries are limited; `discretion`: it tells strangers nothing of what lies behind; `normalization`: requests
 * that are not well formed are held back; `peer-certificate`: the other side must show a certificate, or is shown one;
 * `rate`: calls are limited; `response-headers`: browsers are told how to treat what comes back; `sign-in`: callers sign in
 * before the application sees them; `validation`: parameters and bodies are checked.
 */
export interface FrontGuard extends Stated {
  readonly kind: 'front-guard';
  readonly guard:
    | 'countries'
    | 'discretion'
    | 'normalization'
    | 'peer-certificate'
    | 'rate'
    | 'response-headers'
    | 'sign-in'
    | 'validation';
  readonly kept: Settled<boolean>;
}

/**
 * A way between networks. `internet`: a route that leads everywhere; `foreign`: to a network of another account; `machine`:
 * everywhere, through a machine that one keeps oneself; `mesh`: everything that is attached reaches everything;
 * `public-name`: a service is called by its public name, past the private endpoint that is meant for it.
 */
export interface NetworkPath extends Stated {
  readonly kind: 'network-path';
  readonly path: 'internet' | 'foreign' | 'machine' | 'mesh' | 'public-name';
  readonly open: Settled<boolean>;
}

/** Something that runs in a network, and what is said of where. */
export interface NetworkPlacement extends Stated {
  readonly kind: 'network-placement';
  /** In a network that somebody chose, rather than in the default network or outside of any. */
  readonly chosen: Settled<boolean>;
  /** Security groups are named for it; without, the default group of the network is taken. */
  readonly groupsNamed?: Settled<boolean>;
}

/** Something that is meant to be reached through a front alone: a CDN's bucket, an API with a domain name. */
export interface OriginAccess extends Stated {
  readonly kind: 'origin-access';
  readonly confined: Settled<boolean>;
}

/** Whether the answers of a domain name system can be told from forged ones. */
export interface ZoneSigning extends Stated {
  readonly kind: 'zone-signing';
  readonly signed: Settled<boolean>;
}

/** Which pages browsers let call something of another site (CORS). */
export interface CrossOrigin extends Stated {
  readonly kind: 'cross-origin';
  /** Those of every site. */
  readonly everywhere: Settled<boolean>;
  /** Callers may send whatever header they like. */
  readonly anyHeader?: Settled<boolean>;
}

/** Messages that a service sends by itself, such as a webhook's: can their receiver tell who sent them? */
export interface Delivery extends Stated {
  readonly kind: 'delivery';
  readonly signed: Settled<boolean>;
}
