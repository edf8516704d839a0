import type { AuditLog, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { chain, known, map, otherwise, unknown } from '../../model/value';
import { servedCertificate } from './served-certificate';

interface About {
  readonly noun: string;
  readonly subject: Resource;
}

/** The certificate that a listener shows, and what it speaks with instances. What passes through TCP is theirs to say. */
export function* classicListenerFacts(about: About, listener: Property, graph: ResourceGraph): Iterable<Fact> {
  const { vocabulary } = about.subject;
  yield* servedCertificate(about, member(listener, vocabulary, 'SSLCertificateId', 'ssl_certificate_id'), graph);
  const written = member(listener, vocabulary, 'InstanceProtocol', 'instance_protocol').text();
  const protocol =
    written.state === 'absent' ? unknown<string>('no protocol of instances is written', written.at) : written;
  const name = map(protocol, (text) => text.toUpperCase());
  if (name.state === 'known' && name.value === 'TCP') return;
  yield {
    kind: 'backend-transit',
    plaintext: chain(name, (text) =>
      ['HTTP', 'HTTPS', 'SSL'].includes(text)
        ? known(text === 'HTTP', protocol.at)
        : unknown('no protocol of a classic balancer', protocol.at),
    ),
    ...about,
  };
}

/** Terraform switches a log that is written on; CloudFormation must say so. */
export function classicAccessLog(about: About): AuditLog {
  const block = property(about.subject, 'AccessLoggingPolicy', 'access_logs');
  const enabled = member(block, about.subject.vocabulary, 'Enabled', 'enabled').flag();
  const written = about.subject.vocabulary === 'terraform';
  const kept = chain(block.present(), (present) =>
    present
      ? otherwise(enabled, written, written ? 'a log that is written is on' : 'not switched on')
      : known(false, block.at, 'balancers keep no access log unless told to'),
  );
  return { kind: 'audit-log', scope: 'access', kept, ...about };
}
