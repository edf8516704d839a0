import type { Fact, NetworkRule, PublicEndpoint } from '../../model/fact';
import type { Companions, ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, some, type Truth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import { itemsOf } from '../aws/items';
import { diagnosticLogFact } from './diagnostics';
import { endpointFact, storeFirewallFact, placementFact, publicNetwork } from './platform-network';
import { at, identityFact, localAuthFact, storedFact, switched, tlsFact, type About } from './platform-service';

/**
 * How a platform service spells what most of them have: dotted paths, the spelling of today first. What is left out, it
 * does not have.
 */
export interface PlatformShape {
  readonly noun: string;
  /** Switches of the door to the public network, and whether what stands behind it is a store of data. */
  readonly door?: readonly string[];
  readonly isStore?: true;
  /** Rules that keep others out although the door is open. */
  readonly defaultAction?: readonly string[];
  readonly addresses?: readonly string[];
  readonly guards?: readonly string[];
  /** Properties that name a customer's key, and resources that do so in its stead. */
  readonly keys?: readonly string[];
  readonly keyBeside?: { readonly types: readonly string[]; readonly owner: string; readonly keys: readonly string[] };
  /** Switches of a second layer of encryption, all of which are off unless told otherwise. */
  readonly twice?: readonly string[];
  /** Whether keys of the service are accepted: they are unless told otherwise. */
  readonly localAuth?: readonly string[];
  readonly oldestTls?: readonly [path: string, initial: string];
  /** A switch that keeps it from reaching everything: off unless told otherwise. */
  readonly outboundConfined?: string;
  /** Blocks and ids that place it in a network. */
  readonly network?: readonly string[];
  readonly secrets?: readonly (readonly [name: string, path: string])[];
  readonly hasIdentity?: true;
  readonly isLogged?: true;
}

/** The facts that a shape tells how to read. */
export function* platformFacts(shape: PlatformShape, subject: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: shape.noun, subject };
  if (shape.keys || shape.keyBeside) yield storedFact(about, keysOf(shape, subject, graph));
  if (shape.door) yield doorFact(shape, about, shape.door);
  if (shape.localAuth) yield localAuthFact(about, refusedBy(subject, shape.localAuth));
  if (shape.oldestTls) yield tlsFact(about, at(subject, shape.oldestTls[0]), shape.oldestTls[1]);
  if (shape.outboundConfined !== undefined) yield wayOut(about, shape.outboundConfined);
  if (shape.network)
    yield placementFact(
      about,
      graph,
      shape.network.map((path) => guard(at(subject, path))),
    );
  yield* secretFacts(
    subject,
    shape.noun,
    (shape.secrets ?? []).map(([name, path]) => [name, at(subject, path)] as const),
  );
  if (shape.hasIdentity) yield identityFact(about);
  if (shape.isLogged) yield diagnosticLogFact(about, graph);
}

function keysOf({ keys = [], keyBeside, twice }: PlatformShape, subject: Resource, graph: ResourceGraph) {
  const companions: Companions | undefined =
    keyBeside && graph.companions(subject, keyBeside.types, keyBeside.owner, [subject.type]);
  return {
    keys: keys.map((path) => at(subject, path)),
    ...(companions && keyBeside && { companions, companionKeys: keyBeside.keys }),
    ...(twice && { twice: anySwitch(subject, twice) }),
  };
}

const anySwitch = (subject: Resource, paths: readonly string[]): Settled<boolean> =>
  settledTruth(
    any(
      ...paths.map((path) =>
        is(switched(subject, [path], false, 'once unless told otherwise'), (on) => on, 'second encryption'),
      ),
    ),
    at(subject, paths[0] ?? '').at,
  );

function doorFact(shape: PlatformShape, about: About, door: readonly string[]): NetworkRule | PublicEndpoint {
  const { addresses = [], defaultAction, guards = [], isStore } = shape;
  const paths = (list: readonly string[]): readonly Property[] => list.map((path) => at(about.subject, path));
  const open = publicNetwork(about.subject, door);
  const rules = {
    addresses: paths(addresses),
    guards: paths(guards).map(guard),
    ...(defaultAction && { defaultAction: paths(defaultAction) }),
  };
  return isStore ? storeFirewallFact(about, open, rules) : endpointFact(about, 'front', open, rules);
}

/** A block or an id that is set, or a switch that is on. */
function guard(property: Property): Truth {
  const flag = property.flag();
  return flag.state === 'known'
    ? is(flag, (on) => on, 'network of its own')
    : is(property.present(), (set) => set, 'network of its own');
}

/** The first spelling says whether keys are accepted; one that ends in `disabled` says the opposite. */
function refusedBy(subject: Resource, paths: readonly string[]): Settled<boolean> {
  const [first = '', ...more] = paths;
  const accepted = switched(subject, [first], true, 'keys of the service are accepted unless told otherwise');
  const [inverted] = more;
  if (inverted === undefined || at(subject, first).flag().state !== 'absent') return map(accepted, (on) => !on);
  return otherwise(at(subject, inverted).flag(), false, 'keys of the service are accepted unless told otherwise');
}

export const wayOut = (about: About, path: string): Fact => ({
  kind: 'way-out',
  open: map(
    otherwise(at(about.subject, path).flag(), false, 'it reaches everything unless told otherwise'),
    (confined) => !confined,
  ),
  ...about,
});

/** Whether pages of every site may call it. */
export function* crossOriginFacts(about: About, rules: Property, origins: string): Iterable<Fact> {
  for (const rule of itemsOf(rules)) {
    const allowed = otherwise(rule.get(origins).texts(), [], 'no origin');
    yield {
      kind: 'cross-origin',
      everywhere: settledTruth(
        some(allowed, (origin) => is(origin, (text) => text === '*', 'origin'), 'origins'),
        rule.at,
      ),
      ...about,
    };
  }
}
