import type { DataInTransit } from '../../model/fact';
import type { Property } from '../../model/property';
import { member, type Resource } from '../../model/resource';
import { chain, known, otherwise, unknown, type Settled } from '../../model/value';

/** Where the parts of an integration stand: how it calls, whom, over what, and whether it checks the certificate. */
export interface Integration {
  readonly type: Property;
  readonly uri: Property;
  readonly connection: Property;
  readonly skipsVerification?: Property;
}

/** An integration of a REST API: a block of a method in CloudFormation, a resource in Terraform. */
export const restIntegration = (block: Property, { vocabulary }: Resource): Integration => ({
  type: member(block, vocabulary, 'Type', 'type'),
  uri: member(block, vocabulary, 'Uri', 'uri'),
  connection: member(block, vocabulary, 'ConnectionType', 'connection_type'),
  skipsVerification: member(block, vocabulary, null, 'tls_config.insecure_skip_verification'),
});

/** An integration of an HTTP or WebSocket API. */
export const routeIntegration = ({ properties, vocabulary }: Resource): Integration => ({
  type: member(properties, vocabulary, 'IntegrationType', 'integration_type'),
  uri: member(properties, vocabulary, 'IntegrationUri', 'integration_uri'),
  connection: member(properties, vocabulary, 'ConnectionType', 'connection_type'),
});

/**
 * States how an API calls what stands behind it. Only HTTP integrations choose: services of AWS are called by TLS. What
 * goes through a VPC link stays in the customer's network, and is that network's to judge.
 */
export function* integrationFacts(
  about: { readonly noun: string; readonly subject: Resource },
  { type, uri, connection, skipsVerification }: Integration,
): Iterable<DataInTransit> {
  const kind = otherwise(type.text(), '', 'no integration');
  if (kind.state === 'known' && !/^HTTP/i.test(kind.value)) return;
  const link = otherwise(connection.text(), 'INTERNET', 'over the internet unless a VPC link is named');
  if (link.state === 'known' && link.value === 'VPC_LINK') return;
  const scheme = chain(kind, () => chain(link, () => schemeOf(uri)));
  const skips = skipsVerification && otherwise(skipsVerification.flag(), false, 'certificates are checked unless told otherwise'); // prettier-ignore
  yield {
    kind: 'data-in-transit',
    ...about,
    plaintext: chain(scheme, (text) => known(text === 'http', uri.at)),
    ...(skips && { certificateValidated: chain(skips, (on) => known(!on, skips.at, skips.state === 'known' ? skips.because : undefined)) }), // prettier-ignore
  };
}

/** The scheme of an address, of which the rest may not be known. */
function schemeOf(uri: Property): Settled<string> {
  const parts = uri.parts();
  if (parts.state === 'unknown') return unknown(parts.why, parts.at);
  const [first] = parts.state === 'known' ? parts.value : [];
  const scheme = typeof first === 'string' ? /^([a-z]+):/i.exec(first)?.[1] : undefined;
  return scheme === undefined
    ? unknown('the scheme of the address is not known', uri.at)
    : known(scheme.toLowerCase(), uri.at);
}
