import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { member, property, type Resource } from '../../model/resource';
import { all, any, is, not, truth, type Truth } from '../../model/truth';
import { orElse, otherwise } from '../../model/value';
import type { Service } from '../service';
import { configRuleFacts, configRules } from './config-rule';
import { companionTruths, isOn, settledHere, watching, watchingAll } from './detector';
import { itemsOf } from './items';

const recorders = ['AWS::Config::ConfigurationRecorder', 'aws_config_configuration_recorder'];
const statuses = ['aws_config_configuration_recorder_status'];
const aggregators = ['AWS::Config::ConfigurationAggregator', 'aws_config_configuration_aggregator'];

export const config: Service = {
  name: 'config',
  types: {
    cloudformation: [
      'AWS::Config::ConfigurationAggregator',
      'AWS::Config::ConfigurationRecorder',
      // Rules, queries, and where the records go: the recorder and the bucket have the facts.
      'AWS::Config::AggregationAuthorization',
      'AWS::Config::ConfigRule',
      'AWS::Config::ConformancePack',
      'AWS::Config::DeliveryChannel',
      'AWS::Config::OrganizationConfigRule',
      'AWS::Config::OrganizationConformancePack',
      'AWS::Config::RemediationConfiguration',
      'AWS::Config::StoredQuery',
    ],
    terraform: [
      'aws_config_aggregate_authorization',
      'aws_config_config_rule',
      'aws_config_configuration_aggregator',
      'aws_config_configuration_recorder',
      'aws_config_configuration_recorder_status',
      'aws_config_conformance_pack',
      'aws_config_delivery_channel',
      'aws_config_organization_conformance_pack',
      'aws_config_organization_custom_policy_rule',
      'aws_config_organization_custom_rule',
      'aws_config_organization_managed_rule',
      'aws_config_remediation_configuration',
      'aws_config_retention_configuration',
    ],
  },
  *facts(resource, graph) {
    if (recorders.includes(resource.type)) yield* recorderFacts(resource, graph);
    if (configRules.includes(resource.type)) yield* configRuleFacts(resource);
    if (aggregators.includes(resource.type)) yield aggregatorFact(resource);
    if (statuses.includes(resource.type)) yield* statusFacts(resource, graph);
    if (resource.type === 'aws_config_retention_configuration')
      yield {
        kind: 'retention',
        noun: 'Config history',
        subject: resource,
        days: otherwise(
          resource.properties.get('retention_period_in_days').number(),
          2557,
          'seven years unless told otherwise',
        ),
      };
  },
};

/**
 * A recorder sees every kind of resource unless told otherwise, save users, groups, roles and policies of IAM.
 *
 * @see https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html
 */
function* recorderFacts(recorder: Resource, graph: ResourceGraph): Iterable<Fact> {
  const related = graph.companions(recorder, statuses, 'name').certain;
  const about = { noun: 'Config recorder', subject: recorder, ...(related.length > 0 && { related }) };
  const group = property(recorder, 'RecordingGroup', 'recording_group');
  const read = (cloudformation: string, terraform: string) =>
    member(group, recorder.vocabulary, cloudformation, terraform);
  const named = any(
    isOn(read('ResourceTypes', 'resource_types').present(), 'kinds of resources that are named'),
    isOn(read('ExclusionByResourceTypes', 'exclusion_by_resource_types').present(), 'kinds that are left out'),
  );
  const every = isOn(
    orElse(read('AllSupported', 'all_supported').flag(), () => settledHere(not(named), recorder)),
    'every kind of resource',
  );
  const worldwide = isOn(
    otherwise(
      read('IncludeGlobalResourceTypes', 'include_global_resource_types').flag(),
      false,
      'without those of IAM unless told otherwise',
    ),
    'resources of IAM',
  );
  yield watching(
    about,
    settledHere(all(started(recorder, graph), every), recorder),
    settledHere(all(every, worldwide), recorder),
  );
}

/** Terraform makes a recorder that stands still, until a resource of its own starts it. */
function started(recorder: Resource, graph: ResourceGraph): Truth {
  if (recorder.vocabulary === 'cloudformation')
    return isOn(
      otherwise(recorder.properties.get('StartedOnCreate').flag(), true, 'started unless told otherwise'),
      'recording',
    );
  return any(
    truth(false, { id: recorder.id, path: [] }, 'nothing starts it'),
    ...companionTruths(recorder, statuses, 'name', graph, recording),
  );
}

const recording = (status: Resource): Truth =>
  isOn(otherwise(status.properties.get('is_enabled').flag(), false, 'not switched on'), 'recording');

/** A status of a recorder elsewhere answers for itself. */
function* statusFacts(status: Resource, graph: ResourceGraph): Iterable<Fact> {
  const link = graph.follow(status.properties.get('name'), recorders);
  if (link.state === 'linked' && link.resource.mode === 'managed') return;
  yield watching({ noun: 'Config recorder', subject: status }, settledHere(recording(status), status));
}

/** Whether a view of many accounts takes in every region. */
function aggregatorFact(aggregator: Resource): Fact {
  const { vocabulary } = aggregator;
  const sources = [
    ...itemsOf(property(aggregator, 'AccountAggregationSources', 'account_aggregation_source')),
    ...itemsOf(property(aggregator, 'OrganizationAggregationSource', 'organization_aggregation_source')),
  ].map((source) =>
    is(
      otherwise(member(source, vocabulary, 'AllAwsRegions', 'all_regions').flag(), false, 'the regions that are named'),
      (all) => all,
      'every region',
    ),
  );
  return watchingAll(
    { noun: 'Config aggregator', subject: aggregator },
    settledHere(all(truth(sources.length > 0, aggregator.properties.at, 'accounts to watch'), ...sources), aggregator),
  );
}
