import type { Fact } from '../../model/fact';
import type { Companions, ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, truth, type Truth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import type { Context } from '../service';
import { diagnosticLogs } from './diagnostics';
import { crossOriginFacts } from './platform-facts';
import { storeFirewallFact, placementFact, publicNetwork } from './platform-network';
import { at, companionThere, localAuthFact, storedFact, switched, tlsFact, type About } from './platform-service';

export const accountTypes = ['azurerm_storage_account'];

const accountLog = ['storageread', 'storagewrite', 'storagedelete'];

/** Who can reach a storage account, how, and with what. */
export function* accountFacts(account: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'storage account', subject: account };
  const beside = (type: string): Companions => graph.companions(account, [type], 'storage_account_id', accountTypes);
  yield storedFact(about, {
    keys: ['key_vault_key_id', 'managed_hsm_key_id'].map((key) => at(account, `customer_managed_key.${key}`)),
    companions: beside('azurerm_storage_account_customer_managed_key'),
    twice: switched(account, ['infrastructure_encryption_enabled'], false, 'once unless told otherwise'),
  });
  yield* networkFacts(about, beside('azurerm_storage_account_network_rules'), graph);
  yield anonymousFact(about, context);
  yield* transitFacts(about, context);
  yield* signInFacts(about);
  yield* recoveryFacts(about, beside('azurerm_storage_management_policy'));
  yield {
    kind: 'website',
    hosted: settledTruth(
      any(
        is(at(account, 'static_website').present(), (on) => on, 'static website'),
        ...companionThere(beside('azurerm_storage_account_static_website'), 'static website'),
      ),
      at(account, 'static_website').at,
    ),
    ...about,
  };
  for (const service of ['blob', 'queue', 'share'])
    yield* crossOriginFacts(about, at(account, `${service}_properties.cors_rule`), 'allowed_origins');
  yield logFact(about, graph, beside('azurerm_storage_account_queue_properties'));
}

/**
 * Every network is let in unless the default action is `Deny`, in the account or in a resource of its own.
 *
 * @see https://learn.microsoft.com/azure/storage/common/storage-network-security
 */
function* networkFacts(about: About, rules: Companions, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  const lists = [subject, ...rules.certain];
  const path = (one: Resource): string => (one === subject ? 'network_rules.' : '');
  // The word is the spelling of late versions 5 of the provider, which leave the switch where it was.
  const doors = ['public_network_access', 'public_network_access_enabled'];
  const fact = storeFirewallFact(about, publicNetwork(subject, doors), {
    defaultAction: [...rules.certain, subject].map((one) => at(one, `${path(one)}default_action`)),
    addresses: lists.map((one) => at(one, `${path(one)}ip_rules`)),
    guards: rules.possible.map(({ resource, why }) =>
      truth(undefined, resource.properties.at, `its network rules may be elsewhere: ${why}`),
    ),
  });
  yield rules.certain.length > 0 ? { ...fact, related: rules.certain } : fact;
  const subnets = lists.map((one) => at(one, `${path(one)}virtual_network_subnet_ids`));
  yield placementFact(about, graph, subnets);
}

const anonymous = ['allow_nested_items_to_be_public', 'allow_blob_public_access'];

/**
 * Whether containers may be made public. The provider said yes before version 5.
 *
 * @see https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/5.0-upgrade-guide (azurerm_storage_account)
 */
export function anonymousAllowed(account: Resource, context: Context): Settled<boolean> {
  const version = context.providerVersion('azurerm');
  return switched(
    account,
    anonymous,
    version !== undefined && version > 2 && version < 5,
    'the provider allows public containers in versions 3 and 4, and refuses them in others',
  );
}

function anonymousFact(about: About, context: Context): Fact {
  const allowed = anonymousAllowed(about.subject, context);
  const explicit = any(...anonymous.map((path) => is(at(about.subject, path).present(), (set) => set, 'switch')));
  return {
    kind: 'public-access-block',
    complete: settledTruth(not(is(allowed, (on) => on, 'public containers')), allowed.at),
    explicit: settledTruth(explicit, allowed.at),
    ...about,
  };
}

/**
 * HTTP is refused unless told otherwise; TLS 1.2 is the oldest since version 3 of the provider.
 *
 * @see https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#min_tls_version
 */
function* transitFacts(about: About, context: Context): Iterable<Fact> {
  const { subject } = about;
  const version = context.providerVersion('azurerm');
  const paths = ['https_traffic_only_enabled', 'enable_https_traffic_only'];
  const secure = switched(subject, paths, true, 'HTTPS alone unless told otherwise');
  yield {
    ...tlsFact(about, at(subject, 'min_tls_version'), version !== undefined && version < 3 ? '1.0' : '1.2'),
    plaintext: settledTruth(not(is(secure, (on) => on, 'HTTPS alone')), secure.at),
  };
}

/**
 * Account keys are accepted unless told otherwise. Users of the account itself come in by SFTP.
 *
 * @see https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent
 * @see https://learn.microsoft.com/azure/storage/blobs/secure-file-transfer-protocol-support
 */
function* signInFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const shared = switched(
    subject,
    ['shared_access_key_enabled'],
    true,
    'account keys are accepted unless told otherwise',
  );
  const users = switched(subject, ['local_user_enabled'], true, 'local users are let in unless told otherwise');
  const sftp = switched(subject, ['sftp_enabled'], false, 'SFTP is off unless told otherwise');
  const locals = all(
    is(users, (on) => on, 'local users'),
    is(sftp, (on) => on, 'SFTP'),
  );
  yield localAuthFact(
    about,
    settledTruth(not(any(is(shared, (on) => on, 'account keys'), locals)), shared.at),
  ); // prettier-ignore
}

/**
 * What is deleted or overwritten can be had back by versions, or for some days by soft delete. Accounts for files have no
 * blobs.
 *
 * @see https://learn.microsoft.com/azure/storage/blobs/data-protection-overview
 */
function* recoveryFacts(about: About, rules: Companions): Iterable<Fact> {
  const { subject } = about;
  const { at: place } = subject.properties;
  if (!holdsFilesAlone(subject)) {
    const versions = switched(
      subject,
      ['blob_properties.versioning_enabled'],
      false,
      'no versions unless told otherwise',
    );
    yield {
      kind: 'versioning',
      ...about,
      on: settledTruth(any(is(versions, (on) => on, 'versions'), softDelete(subject, 'delete_retention_policy')), versions.at), // prettier-ignore
    };
    yield {
      kind: 'final-copy',
      kept: settledTruth(softDelete(subject, 'container_delete_retention_policy'), place),
      ...about,
    };
    yield { kind: 'immutability', locked: lockedBy(subject), ...about };
    yield {
      kind: 'lifecycle',
      managed: settledTruth(
        any(truth(false, place, 'no management policy'), ...companionThere(rules, 'management policy')),
        place,
      ),
      ...about,
    };
  }
  const replication = otherwise(at(subject, 'account_replication_type').text(), '', 'no replication is named');
  yield {
    kind: 'remote-copy',
    kept: map(replication, (kind) => /^(ra)?gz?rs$/i.test(kind)),
    ...about,
  };
}

function holdsFilesAlone(account: Resource): boolean {
  const kind = at(account, 'account_kind').text();
  return kind.state === 'known' && kind.value === 'FileStorage';
}

/** Soft delete holds for seven days unless told otherwise, where its block is written at all. */
function softDelete(account: Resource, policy: string): Truth {
  const block = at(account, `blob_properties.${policy}`);
  const days = otherwise(block.get('days').number(), 7, 'seven days unless told otherwise');
  return all(
    is(block.present(), (on) => on, 'soft delete'),
    is(days, (count) => count > 0, 'days of soft delete'),
  );
}

const lockedBy = (account: Resource): Settled<boolean> => {
  const state = at(account, 'immutability_policy.state');
  return settledTruth(
    is(otherwise(state.text(), 'Disabled', 'no immutability unless told otherwise'), (word) => word.toLowerCase() === 'locked', 'immutability'), // prettier-ignore
    state.at,
  );
};

/** Diagnostic settings of the account's services keep its log, and the older analytics of its queues do. */
function logFact(about: About, graph: ResourceGraph, queues: Companions): Fact {
  const { kept, settings } = diagnosticLogs(about.subject, graph, accountLog);
  const { at: place } = about.subject.properties;
  const loggings = [at(about.subject, 'queue_properties.logging'), ...queues.certain.map((one) => at(one, 'logging'))];
  const analytics = loggings.map((logging) =>
    all(
      truth(true, logging.at, 'logging'),
      ...['read', 'write', 'delete'].map((action) =>
        is(otherwise(logging.get(action).flag(), false, 'not logged'), (on) => on, `logging of ${action} requests`),
      ),
    ),
  );
  return {
    kind: 'audit-log',
    scope: 'access',
    kept: settledTruth(any(kept, ...analytics), place),
    ...about,
    ...(settings.length > 0 && { related: settings }),
  };
}

/** Where the account of a container, queue or table stands. */
export const accountOf = (part: Resource, graph: ResourceGraph): Resource | undefined => {
  for (const key of ['storage_account_id', 'storage_account_name']) {
    const link = graph.follow(at(part, key), accountTypes);
    if (link.state === 'linked') return link.resource;
  }
  return undefined;
};
