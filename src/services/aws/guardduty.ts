import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, any, is, not, truth, type Truth } from '../../model/truth';
import { otherwise } from '../../model/value';
import type { Service } from '../service';
import { companionTruths, isOn, settledHere, watching } from './detector';
import { itemsOf } from './items';

const detectors = ['AWS::GuardDuty::Detector', 'aws_guardduty_detector'];
const features = ['aws_guardduty_detector_feature'];

export const guardduty: Service = {
  name: 'guardduty',
  types: {
    cloudformation: [
      'AWS::GuardDuty::Detector',
      // Lists, filters, members and where findings go: what is watched, the detector says.
      'AWS::GuardDuty::Filter',
      'AWS::GuardDuty::IPSet',
      'AWS::GuardDuty::MalwareProtectionPlan',
      'AWS::GuardDuty::Master',
      'AWS::GuardDuty::Member',
      'AWS::GuardDuty::PublishingDestination',
      'AWS::GuardDuty::ThreatEntitySet',
      'AWS::GuardDuty::ThreatIntelSet',
      'AWS::GuardDuty::TrustedEntitySet',
    ],
    terraform: [
      'aws_guardduty_detector',
      'aws_guardduty_detector_feature',
      'aws_guardduty_filter',
      'aws_guardduty_invite_accepter',
      'aws_guardduty_ipset',
      'aws_guardduty_malware_protection_plan',
      'aws_guardduty_member',
      'aws_guardduty_member_detector_feature',
      'aws_guardduty_organization_admin_account',
      'aws_guardduty_organization_configuration',
      'aws_guardduty_organization_configuration_feature',
      'aws_guardduty_publishing_destination',
      'aws_guardduty_threatintelset',
    ],
  },
  *facts(resource, graph) {
    if (detectors.includes(resource.type)) yield detectorFact(resource, graph);
    if (resource.type === 'aws_guardduty_organization_configuration') yield organizationFact(resource);
    if (features.includes(resource.type)) yield* lonelyFeatureFacts(resource, graph);
  },
};

/**
 * A detector watches with every feature that nobody switches off.
 *
 * @see https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html
 */
function detectorFact(detector: Resource, graph: ResourceGraph): Fact {
  const { vocabulary } = detector;
  const related = graph.companions(detector, features, 'detector_id').certain;
  const on = otherwise(
    property(detector, 'Enable', 'enable').flag(),
    vocabulary === 'terraform',
    vocabulary === 'terraform' ? 'on unless told otherwise' : 'not switched on',
  );
  const written = itemsOf(property(detector, 'Features', null)).map((item) => featureOn(item.get('Status')));
  const sources = dataSources(detector).map((flag) =>
    isOn(otherwise(flag.flag(), true, 'on unless told otherwise'), 'data source'),
  );
  const whole = all(
    isOn(on, 'detector'),
    ...written,
    ...sources,
    ...companionTruths(detector, features, 'detector_id', graph, (feature) => featureOn(feature.properties.get('status'))),
  );
  return watching(
    { noun: 'GuardDuty detector', subject: detector, ...(related.length > 0 && { related }) },
    on,
    settledHere(whole, detector),
  );
} // prettier-ignore

const dataSources = (detector: Resource): readonly Property[] => [
  property(detector, 'DataSources.S3Logs.Enable', 'datasources.s3_logs.enable'),
  property(detector, 'DataSources.Kubernetes.AuditLogs.Enable', 'datasources.kubernetes.audit_logs.enable'),
  property(
    detector,
    'DataSources.MalwareProtection.ScanEc2InstanceWithFindings.EbsVolumes',
    'datasources.malware_protection.scan_ec2_instance_with_findings.ebs_volumes.enable',
  ),
];

const featureOn = (status: Property): Truth =>
  is(otherwise(status.text(), 'ENABLED', 'not switched off'), (text) => text !== 'DISABLED', 'feature');

/** Whether accounts that join the organization are watched too. */
const organizationFact = (organization: Resource): Fact =>
  watching(
    { noun: 'GuardDuty of the organization', subject: organization },
    settledHere(
      any(
        isOn(otherwise(organization.properties.get('auto_enable').flag(), false, 'not switched on'), 'new accounts'),
        not(
          is(
            otherwise(organization.properties.get('auto_enable_organization_members').text(), 'NONE', 'not said'),
            (text) => text === 'NONE',
            'accounts that are watched',
          ),
        ),
      ),
      organization,
    ),
  );

/** A feature of a detector elsewhere answers for itself. */
function* lonelyFeatureFacts(feature: Resource, graph: ResourceGraph): Iterable<Fact> {
  const link = graph.follow(feature.properties.get('detector_id'), detectors);
  if (link.state === 'linked' && link.resource.mode === 'managed') return;
  const on = all(truth(true, feature.properties.at, 'written'), featureOn(feature.properties.get('status')));
  yield watching({ noun: 'GuardDuty feature', subject: feature }, settledHere(on, feature));
}
