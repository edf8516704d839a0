import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { otherwise, unknown } from '../../model/value';

/** What gives an API a domain name of its own. */
export const mappings = [
  'AWS::ApiGateway::BasePathMapping',
  'AWS::ApiGateway::BasePathMappingV2',
  'aws_api_gateway_base_path_mapping',
];

/** The ways past what stands before an API: its own address beside a domain name; methods that the input does not show. */
export function* executeApiFacts(api: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'REST API', subject: api };
  const key = api.vocabulary === 'cloudformation' ? 'RestApiId' : 'api_id';
  const { certain } = graph.companions(api, mappings, key);
  const disabled = property(api, 'DisableExecuteApiEndpoint', 'disable_execute_api_endpoint').flag();
  if (certain.length > 0)
    yield {
      kind: 'origin-access',
      confined: otherwise(disabled, false, 'the address of its own is open unless told otherwise'),
      related: certain,
      ...about,
    };
  const body = property(api, 'BodyS3Location', null);
  const present = body.present();
  if (present.state === 'known' && !present.value) return;
  const why = 'its methods are described in a bucket';
  yield {
    kind: 'sign-in',
    required: present.state === 'known' ? unknown(why, body.at) : unknown(present.why, present.at),
    ...about,
  };
}
