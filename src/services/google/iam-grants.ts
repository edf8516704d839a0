import type { Fact, RoleGrant } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, is, settledTruth, some, type Truth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Binding } from './iam-bindings';
import { principalKind, type PrincipalKind } from './principal';
import { rolePowers } from './role';

/** Where a role is given. */
export interface Grantor {
  readonly subject: Resource;
  readonly noun: string;
  readonly related: readonly Resource[];
  /** It reaches everything below. */
  readonly wide: Settled<boolean>;
  /** What is granted to everyone has no effect, and why. */
  readonly publicRefused?: Settled<boolean>;
}

/** What a binding means: the role, who has it, and what kinds of principals they are. */
export function* grantFacts(grantor: Grantor, binding: Binding, graph: ResourceGraph): Iterable<Fact> {
  const { subject, noun, related, wide, publicRefused } = grantor;
  const about = { subject, noun, related };
  const kinds = kindsOf(binding, graph);
  const at = binding.members.at;
  const powers = rolePowers(binding.role, graph);
  const someone = (test: (kind: PrincipalKind) => boolean, note: string): Truth =>
    some(kinds, (kind) => is(kind, test, note), note);
  const everyone = someone((kind) => kind === 'everyone', 'everyone');
  yield {
    kind: 'role-grant',
    role: powers.name,
    everyone: settledTruth(
      publicRefused
        ? all(
            everyone,
            is(publicRefused, (on) => !on, 'public access prevention'),
          )
        : everyone,
      at,
    ),
    wide: confined(wide, binding.condition),
    unlimited: powers.unlimited,
    broad: powers.broad,
    escalating: powers.escalating,
    ...about,
  };
  yield { kind: 'direct-grant', direct: settledTruth(someone(isPerson, 'a person by name'), at), ...about };
  if (mayBe(kinds, isPerson))
    yield {
      kind: 'user-store',
      central: map(
        settledTruth(
          someone((kind) => kind === 'consumer', 'a private account'),
          at,
        ),
        (yes) => !yes,
      ),
      ...about,
    };
  if (mayBe(kinds, isMachine))
    yield {
      kind: 'machine-role',
      shared: settledTruth(
        someone((kind) => kind === 'default-service-account', 'a default service account'),
        at,
      ),
      ...about,
    };
  if (wide.state === 'known' && wide.value)
    yield {
      kind: 'attached-policy',
      ofProvider: powers.basic,
      administrative: administrative(powers.administrative, kinds),
      ...about,
    };
}

const isPerson = (kind: PrincipalKind): boolean => kind === 'user' || kind === 'consumer';
const isMachine = (kind: PrincipalKind): boolean => kind.endsWith('service-account');

/** A machine that administers. Where nobody can tell who the members are, nobody can tell this. */
function administrative(role: Settled<boolean>, kinds: Settled<readonly Settled<PrincipalKind>[]>): Settled<boolean> {
  const machine = some(kinds, (kind) => is(kind, isMachine, 'a service account'), 'a service account');
  return settledTruth(
    all(
      is(role, (yes) => yes, 'role for administrators'),
      machine,
    ),
    role.at,
  );
}

/** Whether a principal of a kind may be among them. */
const mayBe = (kinds: Settled<readonly Settled<PrincipalKind>[]>, test: (kind: PrincipalKind) => boolean): boolean =>
  kinds.state === 'unknown' || kinds.value.some((kind) => kind.state === 'unknown' || test(kind.value));

function kindsOf({ members, single }: Binding, graph: ResourceGraph): Settled<readonly Settled<PrincipalKind>[]> {
  if (single) return known([principalKind(members, graph)], members.at);
  const list = members.list();
  if (list.state === 'absent') return unknown('nobody is named', members.at);
  return map(list, (items) => {
    // A bare member keeps what is noted of it: where it was taken from.
    const isBare = (item: Property) => item.at.path.length === members.at.path.length;
    return items.map((item) => principalKind(isBare(item) ? members : item, graph));
  });
}

/**
 * A condition on the time alone leaves the role what it is; one on the resource or on the grants may confine it.
 *
 * @see https://cloud.google.com/iam/docs/conditions-overview
 */
function confined(wide: Settled<boolean>, condition: Property): Settled<boolean> {
  if (wide.state === 'known' && !wide.value) return wide;
  const expression = otherwise(condition.get('expression').text(), '', 'without a condition');
  return chain(expression, (text) =>
    /\b(resource\.|api\.getAttribute|destination\.)/.test(text)
      ? unknown('a condition decides what the role reaches', expression.at)
      : wide,
  );
}

/** A grant of which nothing is known: a policy that nobody shows. */
export const hiddenGrant = (
  { subject, noun, related, wide, publicRefused }: Grantor,
  why: string,
  at: Property['at'],
): RoleGrant => {
  const open = unknown<boolean>(why, at);
  const nobody = publicRefused?.state === 'known' && publicRefused.value;
  return {
    kind: 'role-grant',
    subject,
    noun,
    related,
    role: unknown(why, at),
    everyone: nobody ? known(false, at, 'public access prevention') : open,
    wide,
    unlimited: open,
    broad: open,
    escalating: open,
  };
};
