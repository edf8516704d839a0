import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, orElse, otherwise, unknown, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { aboutOwner, type About } from './about';
import { meaning, switched, tlsVersions } from './word';

const zones = ['cloudflare_zone'];

export const cloudflareZone: Service = {
  name: 'cloudflare-zone',
  types: {
    terraform: [
      'cloudflare_hostname_tls_setting',
      'cloudflare_zone_dnssec',
      'cloudflare_zone_setting',
      'cloudflare_zone_settings_override',
    ],
  },
  *facts(resource, graph, context) {
    const about = zoneOf(resource, graph);
    const { properties } = resource;
    if (resource.type === 'cloudflare_zone_dnssec') yield signingFact(about, properties, context);
    else if (resource.type === 'cloudflare_zone_settings_override') yield* overrideFacts(about, properties.get('settings'));
    else yield* settingFacts(about, properties);
  },
}; // prettier-ignore

const zoneOf = (resource: Resource, graph: ResourceGraph): About =>
  aboutOwner(resource, resource.properties.get('zone_id'), zones, graph, {
    owner: 'Cloudflare zone',
    itself: 'settings of a Cloudflare zone',
  });

/** What a setting of a zone means, by its name. What nobody writes stays as it was. */
const settings: Readonly<Record<string, (about: About, value: Property) => Iterable<Fact>>> = {
  ssl: sslFacts,
  min_tls_version: versionFacts,
  always_use_https: redirectFacts,
  security_header: headerFacts,
  tls_client_auth: clientFacts,
  waf: firewallFacts,
};

/**
 * One setting each.
 *
 * @see https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/zone_setting
 */
function* settingFacts(about: About, properties: Property): Iterable<Fact> {
  const name = orElse(properties.get('setting_id').text(), () =>
    otherwise(properties.get('setting').text(), '', 'no setting is named'),
  );
  const value = properties.get('value');
  if (name.state === 'known') {
    const state = Object.hasOwn(settings, name.value) ? settings[name.value] : undefined;
    if (state) yield* state(about, value);
  } else yield { kind: 'data-in-transit', plaintext: unknown(name.why, name.at), ...about };
}

/**
 * Many settings at once, as version 4 of the provider writes them.
 *
 * @see https://registry.terraform.io/providers/cloudflare/cloudflare/4.52.0/docs/resources/zone_settings_override
 */
function* overrideFacts(about: About, written: Property): Iterable<Fact> {
  for (const [name, state] of Object.entries(settings)) yield* state(about, written.get(name));
}

function* versionFacts(about: About, value: Property): Iterable<Fact> {
  const version = value.text();
  if (version.state !== 'absent')
    yield { kind: 'data-in-transit', oldestTls: meaning(otherwise(version, '1.0', 'not said'), tlsVersions), ...about };
}

/**
 * How Cloudflare talks to the servers behind it. `off` talks to nobody in secret, `flexible` to visitors alone; `full`
 * encrypts whoever answers.
 *
 * @see https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/
 */
function* sslFacts(about: About, value: Property): Iterable<Fact> {
  const mode = value.text();
  if (mode.state === 'absent') return;
  const settled = otherwise(mode, 'off', 'not said');
  yield {
    kind: 'data-in-transit', plaintext: meaning(settled, { off: true, flexible: true, full: false, strict: false, origin_pull: false }), certificateValidated: meaning(settled, { off: false, flexible: false, full: false, strict: true, origin_pull: true }), ...about,
  };
} // prettier-ignore

function* redirectFacts(about: About, value: Property): Iterable<Fact> {
  const redirect = value.text();
  if (redirect.state === 'absent') return;
  const on = meaning(otherwise(redirect, 'off', 'not said'), switched);
  yield { kind: 'transit-enforcement', enforced: on, ...about };
}

/** HSTS: the older resource writes its members at once, the newer one in a block of their own. */
function* headerFacts(about: About, value: Property): Iterable<Fact> {
  const present = value.present();
  if (present.state === 'known' && !present.value) return;
  const enabled = orElse(value.get('strict_transport_security', 'enabled').flag(), () =>
    otherwise(value.get('enabled').flag(), false, 'off unless told otherwise'),
  );
  yield { kind: 'front-guard', guard: 'response-headers', kept: enabled, ...about };
}

function* clientFacts(about: About, value: Property): Iterable<Fact> {
  const pulls = value.text();
  if (pulls.state !== 'absent')
    yield {
      kind: 'front-guard',
      guard: 'peer-certificate',
      kept: switchOf(otherwise(pulls, 'off', 'not said')),
      ...about,
    };
}

function* firewallFacts(about: About, value: Property): Iterable<Fact> {
  const firewall = value.text();
  if (firewall.state !== 'absent')
    yield { kind: 'firewall', attached: switchOf(otherwise(firewall, 'off', 'not said')), ...about };
}

const switchOf = (value: Settled<string>): Settled<boolean> => meaning(value, switched);

/** What the status of a signature means: what is pending is on its way. */
const signing: Readonly<Record<string, boolean>> = {
  active: true,
  pending: true,
  disabled: false,
  'pending-disabled': false,
};

/**
 * To declare it switches it on, in versions of the provider that have no status.
 *
 * @see https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/zone_dnssec
 */
function signingFact(about: About, properties: Property, { providerVersion }: Context): Fact {
  const version = providerVersion('cloudflare');
  const status = properties.get('status').text();
  const signed =
    status.state === 'absent'
      ? version !== undefined && version < 5
        ? known(true, status.at, 'to declare it switches it on')
        : unknown<boolean>('the status is not written', status.at)
      : meaning(otherwise(status, 'disabled', 'not said'), signing);
  return { kind: 'zone-signing', signed, ...about };
}
