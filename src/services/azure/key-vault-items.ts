import type { Fact, Key } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Context } from '../service';
import { at, type About } from './platform-service';

const keys = ['azurerm_key_vault_key', 'azurerm_key_vault_managed_hardware_security_module_key'];
const rotationPolicies = ['azurerm_key_vault_managed_hardware_security_module_key_rotation_policy'];
const secrets = ['azurerm_key_vault_secret'];
const certificates = ['azurerm_key_vault_certificate'];

export const itemTypes: readonly string[] = [...keys, ...rotationPolicies, ...secrets, ...certificates];

const vaults: readonly (readonly [key: string, type: string])[] = [
  ['key_vault_id', 'azurerm_key_vault'],
  ['managed_hsm_id', 'azurerm_key_vault_managed_hardware_security_module'],
];

/** Keys, secrets and certificates, each of which answers for itself. */
export function* itemFacts(item: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  if (keys.includes(item.type)) yield* keyFacts(item, graph, context);
  if (secrets.includes(item.type)) yield* keptSecretFacts(item, context);
  if (certificates.includes(item.type)) yield* certificateFacts(item);
}

/**
 * A key gets new material by a rotation policy alone, and by none unless one is written. What is deleted can be called
 * back for as long as its vault keeps it.
 *
 * @see https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
 */
function* keyFacts(key: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'Key Vault key', subject: key };
  const apart = graph.companions(key, rotationPolicies, 'managed_hsm_key_id', [...keys]).certain;
  const after = [
    at(key, 'rotation_policy.automatic.time_after_creation'),
    ...apart.map((policy) => at(policy, 'time_after_creation')),
  ];
  const before = [
    at(key, 'rotation_policy.automatic.time_before_expiry'),
    ...apart.map((policy) => at(policy, 'time_before_expiry')),
  ];
  const expiry = [at(key, 'rotation_policy.expire_after'), ...apart.map((policy) => at(policy, 'expire_after'))];
  const rotated = any(
    truth(false, at(key, 'rotation_policy').at, 'no rotation policy'),
    ...[...after, ...before].map((time) => is(time.present(), (set) => set, 'rotation policy')),
  );
  const fact: Key = {
    kind: 'key',
    rotated: settledTruth(rotated, key.properties.at),
    rotationDays: rotationDays(rotated, { after, before, expiry }),
    ...about,
    ...deletionWindow(key, graph),
    ...(apart.length > 0 && { related: apart }),
  };
  yield fact;
  // What a policy changes is not held to its first date.
  if (rotated.holds !== true)
    yield { kind: 'secret-rotation', days: daysUntil(at(key, 'expiration_date'), context.today), ...about };
}

/** Where a rotation policy says when: some time after a key is made, or before it expires, which is some time after too. */
interface RotationTimes {
  readonly after: readonly Property[];
  readonly before: readonly Property[];
  readonly expiry: readonly Property[];
}

function rotationDays(rotated: Truth, { after, before, expiry }: RotationTimes): Settled<number> {
  const [first, last, end] = [after, before, expiry].map((times) => times.find((time) => time.text().state !== 'absent'));
  const { at: place } = first ?? last ?? after[0] ?? { at: { id: '', path: [] } };
  if (rotated.holds === false) return known(Infinity, place, 'nothing changes it');
  if (first) return daysOf(first);
  if (!last || !end) return unknown('it is changed some time before it expires', place);
  return chain(daysOf(end), (life) => map(daysOf(last), (days) => life - days));
} // prettier-ignore

const daysOf = (time: Property): Settled<number> =>
  chain(otherwise(time.text(), '', 'not written'), (text) => durationDays(text, time.at));

/** Days of an ISO 8601 duration of years, months, weeks and days. */
function durationDays(text: string, place: Property['at']): Settled<number> {
  const [whole, years = 0, months = 0, weeks = 0, days = 0] =
    /^P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?$/.exec(text.trim()) ?? [];
  if (whole === undefined || whole === 'P') return unknown(`"${text}" is no duration of days`, place);
  return known(Number(years) * 365 + Number(months) * 30 + Number(weeks) * 7 + Number(days), place);
}

/** Where the vault is in sight. */
function deletionWindow(key: Resource, graph: ResourceGraph): Pick<Key, 'deletionWindow'> {
  for (const [path, type] of vaults) {
    const vault = graph.follow(at(key, path), [type]);
    if (vault.state === 'linked' && vault.resource.mode === 'managed')
      return { deletionWindow: retentionDays(vault.resource) };
  }
  return {};
}

/** Days that what is deleted can be called back. */
export const retentionDays = (vault: Resource): Settled<number> =>
  otherwise(at(vault, 'soft_delete_retention_days').number(), 90, '90 days unless told otherwise');

/** Days from today to a date; for ever where none is written. */
export function daysUntil(date: Property, today: string): Settled<number> {
  return chain(otherwise(date.text(), '', 'it never expires unless told otherwise'), (text): Settled<number> => {
    if (text === '') return known(Infinity, date.at, 'it never expires unless told otherwise');
    const days = (Date.parse(text) - Date.parse(today)) / 86_400_000;
    return Number.isNaN(days) ? unknown(`"${text}" is no date`, date.at) : known(days, date.at);
  });
}

function* keptSecretFacts(secret: Resource, context: Context): Iterable<Fact> {
  const about = { noun: 'Key Vault secret', subject: secret };
  yield* secretFacts(secret, about.noun, [['value', at(secret, 'value')]]);
  yield { kind: 'secret-rotation', days: daysUntil(at(secret, 'expiration_date'), context.today), ...about };
}

/**
 * A vault makes 2048-bit keys unless told otherwise. It renews what an authority that it knows issues, or what it signs
 * itself, when the policy says so; not what somebody uploads.
 *
 * @see https://learn.microsoft.com/azure/key-vault/certificates/overview-renew-certificate
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_certificate
 */
function* certificateFacts(certificate: Resource): Iterable<Fact> {
  const about: About = { noun: 'Key Vault certificate', subject: certificate };
  const size = at(certificate, 'certificate_policy.key_properties.key_size').number();
  const type = otherwise(at(certificate, 'certificate_policy.key_properties.key_type').text(), '', 'not written');
  yield {
    kind: 'certificate',
    ...about,
    ...(size.state !== 'absent' && { keyStrong: keyStrong(type, otherwise(size, 2048, '2048 bits')) }),
    renewed: settledTruth(renewed(certificate), certificate.properties.at),
  };
  yield* secretFacts(certificate, about.noun, [
    ['private key', at(certificate, 'certificate.contents')],
    ['password', at(certificate, 'certificate.password')],
  ]);
}

const keyStrong = (type: Settled<string>, size: Settled<number>): Settled<boolean> =>
  chain(type, (kind) => map(size, (bits) => /^ec/i.test(kind) || bits >= 2048));

const renewed = (certificate: Resource): Truth =>
  all(
    is(
      otherwise(at(certificate, 'certificate_policy.issuer_parameters.name').text(), 'Unknown', 'no issuer is named'),
      (issuer) => issuer.toLowerCase() !== 'unknown',
      'issuer',
    ),
    any(
      truth(false, at(certificate, 'certificate_policy.lifetime_action').at, 'nothing is said of renewal'),
      ...itemsOf(at(certificate, 'certificate_policy.lifetime_action')).map((item) =>
        is(
          otherwise(item.get('action', 'action_type').text(), '', 'not written'),
          (action) => action.toLowerCase() === 'autorenew',
          'what happens before it expires',
        ),
      ),
    ),
  );
