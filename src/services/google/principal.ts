import type { ResourceGraph } from '../../model/graph';
import { isFilled, type Property } from '../../model/property';
import type { Hole } from '../../model/raw';
import { chain, known, unknown, type Settled } from '../../model/value';

/** What kind of principal an entry of an IAM policy names. `consumer`: a private account at Google's mail. */
export type PrincipalKind = 'everyone' | 'user' | 'consumer' | 'service-account' | 'default-service-account' | 'other';

/**
 * Everyone on the internet, everyone who has an account at Google, and the newer name of both.
 *
 * @see https://cloud.google.com/iam/docs/principal-identifiers
 */
const everyone: readonly string[] = ['allusers', 'allauthenticatedusers', 'principalset://goog/public:all'];

/** @see https://cloud.google.com/iam/docs/service-account-types#default */
const defaultAccount = /(^|:|\b)([\w-]*-compute@developer|[\w.:-]*@appspot)\.gserviceaccount\.com$/i;
const defaultAccountTypes: readonly string[] = [
  'google_app_engine_default_service_account',
  'google_compute_default_service_account',
];

const named = /^([a-z]+:|principal(set)?:\/\/)/i;

/** Which kind of principal a member is, by its prefix, its end, and the resource that it is taken from. */
export const principalKind = (member: Property, graph: ResourceGraph): Settled<PrincipalKind> => {
  const parts = member.parts();
  if (parts.state === 'absent') return unknown('no member is named', member.at);
  return chain(parts, (pieces) => {
    const kind = kindOf(pieces, graph);
    return kind === undefined ? unknown('nobody can tell who the member is', member.at) : known(kind, member.at);
  });
};

export const isEveryone = (text: string): boolean => everyone.includes(text.trim().toLowerCase());

function kindOf(pieces: readonly (string | Hole)[], graph: ResourceGraph): PrincipalKind | undefined {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const sources = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : sourcesOf(piece, graph)));
  if (sources.some((type) => defaultAccountTypes.includes(type))) return 'default-service-account';
  if (typeof last === 'string' && defaultAccount.test(last)) return 'default-service-account';
  if (typeof first !== 'string') return isFilled(first) ? ofResource(sources) : undefined;
  if (pieces.length === 1 && isEveryone(first)) return 'everyone';
  if (/^serviceAccount:/i.test(first)) return 'service-account';
  if (/^user:/i.test(first)) return typeof last === 'string' && isConsumer(last) ? 'consumer' : 'user';
  // A whole text without a prefix is no principal at all; the beginning of one may go on as anything.
  return named.test(first) || pieces.length === 1 ? 'other' : undefined;
}

const isConsumer = (text: string): boolean => /@(gmail|googlemail)\.com$/i.test(text);

/** What a resource gives out is the name of one principal, and never everyone. */
const ofResource = (sources: readonly string[]): PrincipalKind =>
  sources.includes('google_service_account') ? 'service-account' : 'other';

const sourcesOf = ({ references }: Hole, graph: ResourceGraph): readonly string[] =>
  references.flatMap(({ id }) => graph.byIdentity(id)?.type ?? []);
