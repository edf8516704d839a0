import type { ResourceGraph } from '../../model/graph';
import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, is, not, settledTruth, some, type Truth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Context, Service } from '../service';
import { at, type About } from './platform-service';

const applications = ['azuread_application', 'azuread_application_registration'];
const redirects = ['azuread_application_redirect_uris'];
const credentials: Readonly<Record<string, string>> = {
  azuread_application_certificate: 'certificate of an application',
  azuread_application_password: 'password of an application',
  azuread_service_principal_certificate: 'certificate of a service principal',
  azuread_service_principal_password: 'password of a service principal',
};
const synchronizations = ['azuread_synchronization_secret'];

/**
 * Applications of Entra: where their tokens go, who may use them, and what they sign in with.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/application
 */
export const entraApplication: Service = {
  name: 'entra-application',
  types: {
    terraform: [
      ...applications,
      ...redirects,
      ...Object.keys(credentials),
      ...synchronizations,
      // Parts of an application that say what it is called, what it offers and asks for, and its principal in the tenant.
      'azuread_application_api_access',
      'azuread_application_app_role',
      'azuread_application_fallback_public_client',
      'azuread_application_from_template',
      'azuread_application_identifier_uri',
      'azuread_application_known_clients',
      'azuread_application_optional_claims',
      'azuread_application_owner',
      'azuread_application_permission_scope',
      'azuread_application_pre_authorized',
      'azuread_claims_mapping_policy',
      'azuread_service_principal',
      'azuread_service_principal_claims_mapping_policy_assignment',
      // It signs what the directory says; nobody signs in with it.
      'azuread_service_principal_token_signing_certificate',
      'azuread_synchronization_job',
      'azuread_synchronization_job_provision_on_demand',
    ],
  },
  *facts(resource, graph, context) {
    const time = { context, graph };
    if (applications.includes(resource.type)) yield* applicationFacts(resource, time);
    if (redirects.includes(resource.type))
      yield {
        kind: 'oauth-client',
        noun: 'redirect addresses of an application',
        subject: resource,
        redirectsNamed: addressesNamed([at(resource, 'redirect_uris')]),
      };
    const noun = credentials[resource.type];
    if (noun !== undefined)
      yield credentialFact({ noun, subject: resource }, resource.properties, {
        replaced: at(resource, 'rotate_when_changed'),
        ...time,
      });
    if (synchronizations.includes(resource.type)) yield* synchronizationFacts(resource);
  },
};

const redirectLists = ['web.redirect_uris', 'single_page_application.redirect_uris', 'public_client.redirect_uris'];
/** Identity tokens alone give access to nothing: the hybrid flow of web applications hands them out. */
const implicitGrants = ['web.implicit_grant.access_token_issuance_enabled', 'implicit_access_token_issuance_enabled'];

interface Time {
  readonly context: Context;
  readonly graph: ResourceGraph;
  /** What takes the credential away when it changes. */
  readonly replaced?: Property;
}

function* applicationFacts(application: Resource, time: Time): Iterable<Fact> {
  const about = { noun: 'application of Entra', subject: application };
  const public_ = at(application, 'fallback_public_client_enabled').flag();
  yield {
    kind: 'oauth-client',
    redirectsNamed: addressesNamed(redirectLists.map((list) => at(application, list))),
    flowsCurrent: settledTruth(not(isGiven(application, implicitGrants, public_)), application.properties.at),
    ...about,
  };
  yield {
    kind: 'sign-up',
    open: map(
      otherwise(at(application, 'sign_in_audience').text(), 'AzureADMyOrg', 'one tenant alone unless told otherwise'),
      (audience) => audience !== 'AzureADMyOrg',
    ),
    ...about,
  };
  for (const password of itemsOf(at(application, 'password'))) yield credentialFact(about, password, time);
}

/**
 * Tokens that are handed out by the browser, or to programs that keep no secret: passwords of people go through those.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-implicit-grant-flow
 */
const isGiven = (application: Resource, grants: readonly string[], fallback: ReturnType<Property['flag']>): Truth =>
  some(
    known(
      [...grants.map((grant) => at(application, grant).flag()), fallback].map((flag) =>
        otherwise(flag, false, 'not switched on'),
      ),
      application.properties.at,
    ),
    (flag) => is(flag, (on) => on, 'older flow'),
    'no older flow',
  );

/** Codes go to `https` addresses, to programs of the machine itself, and nowhere that a wildcard leaves open. */
const addressesNamed = (lists: readonly Property[]): Settled<boolean> =>
  settledTruth(
    all(
      ...lists.map((list) =>
        not(
          some(
            otherwise(list.texts(), [], 'no address'),
            (one) => is(one, isLoose, one.state === 'known' ? one.value : 'address'),
            'no address',
          ),
        ),
      ),
    ),
    lists[0]?.at ?? { id: '', path: [] },
  );

const isLoose = (address: string): boolean =>
  address.includes('*') || /^http:\/\/(?!(localhost|127\.0\.0\.1|\[::1\])([:/]|$))/i.test(address);

const longest = 366;

/**
 * What is valid for more than a year is held to last: Entra gives it two years where nothing is said.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/application_password#end_date
 * @see https://learn.microsoft.com/entra/identity-platform/security-best-practices-for-app-registration
 */
function credentialFact(about: About, credential: Property, time: Time): Fact {
  return { kind: 'credential', longLived: map(daysValid(credential, time), (days) => days > longest), ...about };
}

/** Days after which a resource of the provider `time` is another, by what it counts in. */
const clocks: readonly (readonly [name: string, days: number])[] = [
  ['rotation_hours', 1 / 24],
  ['rotation_days', 1],
  ['rotation_months', 31],
  ['rotation_years', 366],
  ['offset_hours', 1 / 24],
  ['offset_days', 1],
  ['offset_months', 31],
  ['offset_years', 366],
];

/** The end that a clock sets, and the replacement that one asks for: the credential goes with the old resource. */
function daysOfClock(value: Property, types: readonly string[], graph: ResourceGraph): Settled<number> | undefined {
  const read = value.entries();
  const parts = read.state === 'known' ? read.value.map(([, part]) => part) : [value];
  const clock = parts
    .flatMap((part) => part.references())
    .map(({ id }) => graph.byIdentity(id))
    .find((found) => found !== undefined && types.includes(found.type));
  const counted = clocks.flatMap(([name, days]) => {
    const count = clock?.properties.get(name).number();
    return count === undefined || count.state === 'absent' ? [] : [map(otherwise(count, 0, ''), (n) => n * days)];
  });
  return counted.length === 1 ? counted[0] : undefined;
}

function daysValid(credential: Property, { context: { today }, graph, replaced }: Time): Settled<number> {
  const counted =
    (replaced && daysOfClock(replaced, ['time_rotating'], graph)) ??
    daysOfClock(credential.get('end_date'), ['time_rotating', 'time_offset'], graph);
  if (counted !== undefined) return counted;
  const relative = credential.get('end_date_relative');
  const end = credential.get('end_date');
  if (relative.text().state !== 'absent')
    return chain(otherwise(relative.text(), '', ''), (text): Settled<number> => {
      const hours = /^(\d+)h(?:\d+m)?(?:\d+s)?$/.exec(text)?.[1];
      return hours === undefined ? unknown('no time that is known', relative.at) : known(Number(hours) / 24, relative.at); // prettier-ignore
    });
  const start = otherwise(credential.get('start_date').text(), today, 'from today');
  return chain(otherwise(end.text(), '', 'two years unless told otherwise'), (until) =>
    until === ''
      ? known(730, end.at, 'two years unless told otherwise')
      : chain(start, (from): Settled<number> => {
          const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
          return Number.isNaN(days) ? unknown('no date', end.at) : known(days, end.at);
        }),
  );
}

function* synchronizationFacts(secret: Resource): Iterable<Fact> {
  for (const credential of itemsOf(at(secret, 'credential')))
    yield* secretFacts(secret, 'secret of a synchronization', [['secret', credential.get('value')]]);
}
