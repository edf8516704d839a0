import type { EncryptionState, StorageAtRest } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { known, unknown, type Settled } from '../../model/value';
import { keyCustody } from './key-custody';
import { textDocument } from './text-document';

/**
 * With whose key the data of sessions is encrypted between a person and a machine: by TLS of AWS in any case, and with a
 * key of KMS beside it where the preferences of Session Manager name one.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html
 */
export function* sessionKeyFacts(document: Resource, graph: ResourceGraph): Iterable<StorageAtRest> {
  const type = property(document, 'DocumentType', 'document_type').text();
  if (type.state === 'absent' || (type.state === 'known' && type.value !== 'Session')) return;
  const encryption = sessionKey(property(document, 'Content', 'content'), graph);
  yield {
    kind: 'storage-at-rest',
    noun: 'Session Manager document',
    subject: document,
    encryption: type.state === 'known' ? encryption : unknown(type.why, type.at),
  };
}

function sessionKey(written: Property, graph: ResourceGraph): Settled<EncryptionState> {
  const content = textDocument(written);
  if (content.state !== 'known')
    return unknown(content.state === 'unknown' ? content.why : 'nothing is written', written.at);
  const key = content.value.get('inputs', 'kmsKeyId');
  return keyCustody(key, graph, known('provider-key', key.at, 'TLS of AWS, and no key of your own beside it'));
}
