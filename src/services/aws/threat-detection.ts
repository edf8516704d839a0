import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { all, any, is, truth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { isOn, settledHere, watching, watchingAll } from './detector';

const analyzers = ['AWS::AccessAnalyzer::Analyzer', 'aws_accessanalyzer_analyzer'];
const hubs = ['AWS::SecurityHub::Hub', 'aws_securityhub_account'];
const standards = ['AWS::SecurityHub::Standard', 'aws_securityhub_standards_subscription'];
const sessions = ['AWS::Macie::Session', 'aws_macie2_account'];

/** Other services that watch an account; GuardDuty and Config have files of their own. */
export const threatDetection: Service = {
  name: 'threat-detection',
  types: {
    cloudformation: [
      'AWS::AccessAnalyzer::Analyzer',
      'AWS::Macie::Session',
      'AWS::SecurityHub::Hub',
      'AWS::SecurityHub::OrganizationConfiguration',
      // Members, graphs, filters, rules and assessments: they sort what the detectors above find.
      'AWS::AuditManager::Assessment',
      'AWS::Detective::Graph',
      'AWS::Detective::MemberInvitation',
      'AWS::Detective::OrganizationAdmin',
      'AWS::Inspector::AssessmentTarget',
      'AWS::Inspector::AssessmentTemplate',
      'AWS::Inspector::ResourceGroup',
      'AWS::InspectorV2::CisScanConfiguration',
      'AWS::InspectorV2::Filter',
      'AWS::Macie::AllowList',
      'AWS::Macie::CustomDataIdentifier',
      'AWS::Macie::FindingsFilter',
      'AWS::SecurityHub::AutomationRule',
      'AWS::SecurityHub::ConfigurationPolicy',
      'AWS::SecurityHub::DelegatedAdmin',
      'AWS::SecurityHub::FindingAggregator',
      'AWS::SecurityHub::Insight',
      'AWS::SecurityHub::PolicyAssociation',
      'AWS::SecurityHub::ProductSubscription',
      'AWS::SecurityHub::SecurityControl',
      'AWS::SecurityHub::Standard',
    ],
    terraform: [
      'aws_accessanalyzer_analyzer',
      'aws_accessanalyzer_archive_rule',
      'aws_auditmanager_account_registration',
      'aws_auditmanager_assessment',
      'aws_auditmanager_assessment_delegation',
      'aws_auditmanager_assessment_report',
      'aws_auditmanager_control',
      'aws_auditmanager_framework',
      'aws_auditmanager_framework_share',
      'aws_auditmanager_organization_admin_account_registration',
      'aws_detective_graph',
      'aws_detective_invitation_accepter',
      'aws_detective_member',
      'aws_detective_organization_admin_account',
      'aws_detective_organization_configuration',
      'aws_inspector2_delegated_admin_account',
      'aws_inspector2_enabler',
      'aws_inspector2_filter',
      'aws_inspector2_member_association',
      'aws_inspector2_organization_configuration',
      'aws_inspector_assessment_target',
      'aws_inspector_assessment_template',
      'aws_inspector_resource_group',
      'aws_macie2_account',
      'aws_macie2_classification_export_configuration',
      'aws_macie2_classification_job',
      'aws_macie2_custom_data_identifier',
      'aws_macie2_findings_filter',
      'aws_macie2_invitation_accepter',
      'aws_macie2_member',
      'aws_macie2_organization_admin_account',
      'aws_macie2_organization_configuration',
      'aws_securityhub_account',
      'aws_securityhub_action_target',
      'aws_securityhub_automation_rule',
      'aws_securityhub_configuration_policy',
      'aws_securityhub_configuration_policy_association',
      'aws_securityhub_finding_aggregator',
      'aws_securityhub_insight',
      'aws_securityhub_invite_accepter',
      'aws_securityhub_member',
      'aws_securityhub_organization_admin_account',
      'aws_securityhub_organization_configuration',
      'aws_securityhub_product_subscription',
      'aws_securityhub_standards_control',
      'aws_securityhub_standards_control_association',
      'aws_securityhub_standards_subscription',
    ],
  },
  *facts(resource, graph) {
    if (analyzers.includes(resource.type)) yield analyzerFact(resource, graph);
    if (hubs.includes(resource.type)) yield hubFact(resource, graph);
    if (sessions.includes(resource.type)) yield macieFact(resource);
    if (organizationSwitches[resource.type]) yield* organizationFacts(resource);
  },
};

/**
 * An analyzer looks for access from outside, or for access that is not used, or for access from within: one of the first
 * kind must be there.
 *
 * @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CreateAnalyzer.html
 */
function analyzerFact(analyzer: Resource, graph: ResourceGraph): Fact {
  const looksOutside = (one: Resource) =>
    is(
      otherwise(property(one, 'Type', 'type').text(), 'ACCOUNT', 'access from outside unless told otherwise'),
      (type) => type === 'ACCOUNT' || type === 'ORGANIZATION',
      'access from outside',
    );
  const others = graph.ofType(...analyzers).filter((one) => one !== analyzer && one.mode === 'managed');
  return watchingAll(
    { noun: 'Access analyzer', subject: analyzer },
    settledHere(any(looksOutside(analyzer), ...others.map(looksOutside)), analyzer),
  );
}

/**
 * A hub without a standard checks nothing.
 *
 * @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_EnableSecurityHub.html
 */
function hubFact(hub: Resource, graph: ResourceGraph): Fact {
  const subscribed = graph.ofType(...standards).filter(({ mode }) => mode === 'managed');
  const initially = otherwise(
    property(hub, 'EnableDefaultStandards', 'enable_default_standards').flag(),
    true,
    'the default standards unless told otherwise',
  );
  return watching(
    { noun: 'Security Hub', subject: hub, ...(subscribed.length > 0 && { related: subscribed }) },
    settledHere(
      any(isOn(initially, 'standards'), ...subscribed.map(({ id }) => truth(true, { id, path: [] }, 'a standard'))),
      hub,
    ),
    otherwise(
      property(hub, 'AutoEnableControls', 'auto_enable_controls').flag(),
      true,
      'new checks are switched on unless told otherwise',
    ),
  );
}

/** @see https://docs.aws.amazon.com/macie/latest/APIReference/macie.html (ENABLED unless told otherwise) */
const macieFact = (session: Resource): Fact =>
  watching(
    { noun: 'Macie', subject: session },
    map(
      otherwise(property(session, 'Status', 'status').text(), 'ENABLED', 'on unless told otherwise'),
      (status) => status !== 'PAUSED',
    ),
  );

/** What makes a detector watch the accounts that join an organization. */
const organizationSwitches: Readonly<Record<string, readonly [noun: string, ...switches: string[]]>> = {
  'AWS::SecurityHub::OrganizationConfiguration': ['Security Hub of the organization', 'AutoEnable'],
  aws_detective_organization_configuration: ['Detective of the organization', 'auto_enable'],
  aws_inspector2_organization_configuration: ['Inspector of the organization', 'auto_enable.ec2', 'auto_enable.ecr', 'auto_enable.lambda'],
  aws_macie2_organization_configuration: ['Macie of the organization', 'auto_enable'],
  aws_securityhub_organization_configuration: ['Security Hub of the organization', 'auto_enable'],
}; // prettier-ignore

function* organizationFacts(organization: Resource): Iterable<Fact> {
  const [noun = '', ...switches] = organizationSwitches[organization.type] ?? [];
  const on = switches.map((path) =>
    isOn(otherwise(organization.properties.get(...path.split('.')).flag(), false, 'not switched on'), 'new accounts'),
  );
  // Policies of the delegated administrator say what is switched on, where there are any.
  const central = is(
    otherwise(
      property(organization, 'ConfigurationType', 'organization_configuration.configuration_type').text(),
      'LOCAL',
      'by account',
    ),
    (type) => type === 'CENTRAL',
    'configuration',
  );
  yield watching(
    { noun, subject: organization },
    settledHere(any(central, ...on), organization),
    settledHere(any(central, all(...on)), organization),
  );
}
