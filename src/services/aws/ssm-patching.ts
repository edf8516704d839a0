import type { Fact } from '../../model/fact';
import { member, property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth } from '../../model/truth';
import { known, map, otherwise, type Settled } from '../../model/value';
import { itemsOf } from './items';

const associations = ['AWS::SSM::Association', 'aws_ssm_association'];
const baselines = ['AWS::SSM::PatchBaseline', 'aws_ssm_patch_baseline'];

/** Documents of AWS that mend machines: by a patch baseline, or by a release of the system. */
const patchDocuments = /(^|\/)AWS-(RunPatchBaseline(Association|WithHooks)?|InstallWindowsUpdates|ApplyPatchBaseline)$/;

/** States what an association or a baseline does for the systems of machines. */
export function* patchingFacts(resource: Resource): Iterable<Fact> {
  if (associations.includes(resource.type)) yield* associationFacts(resource);
  if (baselines.includes(resource.type)) yield baselineFact(resource);
}

/**
 * An association that mends machines does so again and again only where it has a schedule and machines to do it on, and
 * where it installs rather than only looks.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-aws-runpatchbaseline.html
 */
function* associationFacts(association: Resource): Iterable<Fact> {
  const name = property(association, 'Name', 'name').text();
  if (name.state !== 'known' || !patchDocuments.test(name.value)) return;
  const schedule = property(association, 'ScheduleExpression', 'schedule_expression').present();
  const targets = property(association, 'Targets', 'targets').present();
  const instance = property(association, 'InstanceId', 'instance_id').present();
  const operation = property(association, 'Parameters.Operation', 'parameters.Operation');
  const [first = operation] = itemsOf(operation);
  const installs = otherwise(first.text(), '', 'no operation is named');
  yield {
    kind: 'patching',
    noun: 'association of Systems Manager',
    subject: association,
    of: 'guest-os',
    automatic: settledTruth(
      all(
        is(schedule, (planned) => planned, 'schedule'),
        any(
          is(targets, (named) => named, 'targets'),
          is(instance, (named) => named, 'instance'),
        ),
        is(installs, (text) => text === 'Install' || !name.value.includes('RunPatchBaseline'), 'operation'),
      ),
      name.at,
    ),
  };
}

/** Without a rule that approves patches, only those are installed that somebody lists one by one. */
function baselineFact(baseline: Resource): Fact {
  const rules =
    baseline.vocabulary === 'cloudformation'
      ? baseline.properties.get('ApprovalRules', 'PatchRules')
      : baseline.properties.get('approval_rule');
  const system = otherwise(property(baseline, 'OperatingSystem', 'operating_system').text(), 'WINDOWS', 'Windows unless told otherwise'); // prettier-ignore
  return {
    kind: 'patching',
    noun: system.state === 'known' ? `patch baseline of ${system.value}` : 'patch baseline',
    subject: baseline,
    of: 'guest-os',
    automatic: settledTruth(
      all(
        is(rules.present(), (written) => written, 'rules that approve patches'),
        ...itemsOf(rules).map((rule) => is(approvesLater(rule, baseline), (later) => later, 'rule that approves patches')), // prettier-ignore
      ),
      rules.at,
    ),
  };
}

/** A rule that approves what came out until a day approves nothing that comes out after it. */
function approvesLater(rule: ReturnType<typeof itemsOf>[number], { vocabulary }: Resource): Settled<boolean> {
  const until = member(rule, vocabulary, 'ApproveUntilDate', 'approve_until_date').present();
  return until.state === 'known' && !until.value ? known(true, rule.at) : map(until, (dated) => !dated);
}
