import type { WrittenPolicy } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { HeldPolicy, PolicyDocument } from '../../model/policy';
import { property, type Resource } from '../../model/resource';
import { known, unknown } from '../../model/value';
import { at, attachable, grantOf, principals, typesOf } from './iam-grants';
import { inlinePolicies } from './iam-policies';
import { policyDocument } from './policy-document';

/** States every document that stands in a principal or in a policy: permissions, and who may become a role. */
export function* writtenPolicies(resource: Resource, graph: ResourceGraph): Iterable<WrittenPolicy> {
  const here = { id: resource.id, path: [] };
  const about = principals.find(({ type }) => type === resource.type);
  if (about) {
    const related = about.kind === 'role' ? actingWith(resource, graph) : [];
    const stated = { kind: 'written-policy', noun: about.noun, subject: resource, related } as const;
    // Of a list that is not known, nobody knows whether a policy stands in it.
    const listed = about.inline && at(resource, about.inline[0]).present();
    for (const { policy } of inlinePolicies(resource, about)) {
      const inline = 'why' in policy ? unknown<boolean>(policy.why, policy.at) : listed;
      yield { document: asDocument(policy), ...stated, ...(inline && { inline }) };
    }
    const trust = typesOf('role').includes(resource.type)
      ? policyDocument(property(resource, 'AssumeRolePolicyDocument', 'assume_role_policy'))
      : undefined;
    if (trust) yield { document: trust, ...stated };
  }
  const path = grantOf(resource)?.document;
  const document = path === undefined ? undefined : policyDocument(at(resource, path));
  if (!document) return;
  const alone = attachable.includes(resource.type);
  const because = alone ? 'it can be attached to others' : 'it belongs to the principal that it names';
  yield {
    kind: 'written-policy',
    noun: 'IAM policy',
    subject: resource,
    document,
    inline: known(!alone, here, because),
  };
}

/** What runs with a role by naming it. */
const actors = [
  ['AWS::ECS::TaskDefinition', 'TaskRoleArn'],
  ['AWS::Lambda::Function', 'Role'],
  ['AWS::SageMaker::NotebookInstance', 'RoleArn'],
  ['AWS::StepFunctions::StateMachine', 'RoleArn'],
  ['aws_ecs_task_definition', 'task_role_arn'],
  ['aws_lambda_function', 'role'],
  ['aws_sagemaker_notebook_instance', 'role_arn'],
  ['aws_sfn_state_machine', 'role_arn'],
] as const;

const actingWith = (role: Resource, graph: ResourceGraph): readonly Resource[] =>
  actors.flatMap(([type, path]) => graph.companions(role, [type], path).certain);

/** A document that a condition picks may say anything of what stands in either branch. */
const asDocument = (policy: HeldPolicy): PolicyDocument =>
  'statements' in policy
    ? policy
    : { at: policy.at, statements: unknown('why' in policy ? policy.why : 'its text stands elsewhere', policy.at) };
