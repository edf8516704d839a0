import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { known, map } from '../../model/value';
import type { Service } from '../service';
import { diagnosticLogs } from './diagnostics';
import { switched } from './platform-service';

/**
 * Bastion: the way for administrators to machines without addresses of their own.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/bastion_host
 * @see https://learn.microsoft.com/azure/bastion/shareable-link
 */
export const bastion: Service = {
  name: 'bastion',
  types: { terraform: ['azurerm_bastion_host'] },
  facts: (host, graph) => hostFacts(host, graph),
};

function* hostFacts(host: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'bastion host', subject: host };
  const shared = switched(host, ['shareable_link_enabled'], false, 'no links for others unless told otherwise');
  // Whoever has the link comes to the machine's sign-in without an identity of the directory.
  yield {
    kind: 'local-auth',
    cloudIdentity: known(true, shared.at, 'Microsoft Entra identities are let in'),
    refused: map(shared, (on) => !on),
    ...about,
  };
  const recorded = switched(
    host,
    ['session_recording_enabled'],
    false,
    'sessions are not recorded unless told otherwise',
  );
  yield {
    kind: 'remote-session',
    recorded,
    recordsEncrypted: known(true, recorded.at, 'Azure Storage encrypts what it keeps'),
    ...about,
  };
  const { kept, settings: related } = diagnosticLogs(host, graph, ['bastionauditlogs']);
  yield {
    kind: 'audit-log',
    scope: 'access',
    kept: settledTruth(kept, host.properties.at),
    ...about,
    ...(related.length > 0 && { related }),
  };
  yield { kind: 'way-out', open: settledTruth(any(...exits(host)), host.properties.at), ...about };
}

/** By these, data leaves the network with whoever is signed in: files, tunnels, the clipboard. */
const exits = (host: Resource) => [
  is(switched(host, ['file_copy_enabled'], false, 'no files unless told otherwise'), (on) => on, 'copying of files'),
  is(switched(host, ['tunneling_enabled'], false, 'no tunnels unless told otherwise'), (on) => on, 'tunnels'),
  is(
    switched(host, ['copy_paste_enabled'], true, 'the clipboard is shared unless told otherwise'),
    (on) => on,
    'clipboard',
  ),
];
