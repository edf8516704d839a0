import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { known, map, orElse, otherwise, type Settled, type Value } from '../../model/value';
import type { Context } from '../service';
import { inherited, type Machine } from './machine';
import { byImage } from './machine-image';

/**
 * Whether the metadata service of a machine wants a session token (IMDSv2): by what the machine or its launch template
 * says, else the account, else the image. A service that is switched off answers nobody.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html (order of precedence)
 */
export function tokenRequired(machine: Machine, graph: ResourceGraph, context: Context): Settled<boolean> {
  const option = (cloudformation: string, terraform: string): Value<string> =>
    inherited(machine, (written) =>
      member(written, machine.vocabulary, `MetadataOptions.${cloudformation}`, `metadata_options.${terraform}`).text(),
    );
  const endpoint = otherwise(option('HttpEndpoint', 'http_endpoint'), 'enabled', 'the metadata service is on');
  const required = orElse(
    map(option('HttpTokens', 'http_tokens'), (tokens) => tokens === 'required'),
    () => unwritten(machine, graph, context),
  );
  if (endpoint.state === 'known')
    return endpoint.value === 'disabled' ? known(true, endpoint.at, 'the metadata service is off') : required;
  return settledTruth(
    any(
      is(endpoint, (state) => state === 'disabled', 'the metadata service'),
      is(required, (on) => on, 'session tokens'),
    ),
    required.at,
  );
}

function unwritten(machine: Machine, graph: ResourceGraph, context: Context): Settled<boolean> {
  const place = member(machine.written, machine.vocabulary, 'MetadataOptions', 'metadata_options').at;
  if (context.assume['instanceMetadataV2ByDefault'] === true)
    return known(true, place, 'the account requires session tokens, says the configuration');
  const [account] = graph.ofType('aws_ec2_instance_metadata_defaults');
  const preference = account?.properties.get('http_tokens');
  const optional = known(false, place, 'session tokens are optional unless the account or the image says otherwise');
  const asked = ({ properties }: Resource) => {
    const support = properties.get('imds_support').text();
    return support.state === 'known' && support.value === 'v2.0'
      ? known(true, place, 'the image asks for session tokens')
      : undefined;
  };
  return orElse(accountPreference(preference), () => byImage(machine, graph, asked, optional));
}

/** What the account prefers, where it prefers anything. */
function accountPreference(preference: Property | undefined): Value<boolean> {
  if (!preference) return { state: 'absent', at: { id: '', path: [] } };
  const tokens = preference.text();
  if (tokens.state === 'known' && tokens.value === 'no-preference') return { state: 'absent', at: tokens.at };
  return map(tokens, (text) => text === 'required');
}
