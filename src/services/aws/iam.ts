import type { Fact } from '../../model/fact';
import { property, type Resource } from '../../model/resource';
import type { Service } from '../service';
import { typesOf } from './iam-grants';
import { attachedPolicyFacts } from './iam-attached';
import { groupMembership, lonelyMembership } from './iam-membership';
import { lonelyPermissions, principalPermissions } from './iam-policies';
import { trustFacts } from './iam-trust';
import { credentialFacts, groupFactor, lonelyDirectGrants, userFacts } from './iam-users';
import { passwordPolicyFacts } from './iam-passwords';
import { writtenPolicies } from './iam-written';
import { secretInClear } from './secret';
import { permissionSetSession, roleSession } from './session';

export const iam: Service = {
  name: 'iam',
  types: {
    cloudformation: [
      'AWS::IAM::AccessKey',
      'AWS::IAM::Group',
      'AWS::IAM::GroupPolicy',
      'AWS::IAM::InstanceProfile',
      'AWS::IAM::ManagedPolicy',
      'AWS::IAM::OIDCProvider',
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
      'AWS::IAM::RolePolicy',
      'AWS::IAM::SAMLProvider',
      'AWS::IAM::ServerCertificate',
      'AWS::IAM::ServiceLinkedRole',
      'AWS::IAM::User',
      'AWS::IAM::UserPolicy',
      'AWS::IAM::UserToGroupAddition',
      'AWS::IAM::VirtualMFADevice',
    ],
    terraform: [
      'aws_iam_access_key',
      'aws_iam_account_alias',
      'aws_iam_account_password_policy',
      'aws_iam_group',
      'aws_iam_group_membership',
      'aws_iam_group_policies_exclusive',
      'aws_iam_group_policy',
      'aws_iam_group_policy_attachment',
      'aws_iam_group_policy_attachments_exclusive',
      'aws_iam_instance_profile',
      'aws_iam_openid_connect_provider',
      'aws_iam_policy',
      'aws_iam_policy_attachment',
      'aws_iam_role',
      'aws_iam_role_policies_exclusive',
      'aws_iam_role_policy',
      'aws_iam_role_policy_attachment',
      'aws_iam_role_policy_attachments_exclusive',
      'aws_iam_saml_provider',
      'aws_iam_server_certificate',
      'aws_iam_service_linked_role',
      'aws_iam_service_specific_credential',
      'aws_iam_signing_certificate',
      'aws_iam_user',
      'aws_iam_user_group_membership',
      'aws_iam_user_login_profile',
      'aws_iam_user_policies_exclusive',
      'aws_iam_user_policy',
      'aws_iam_user_policy_attachment',
      'aws_iam_user_policy_attachments_exclusive',
      'aws_iam_user_ssh_key',
      'aws_iam_virtual_mfa_device',
    ],
  },
  /** Providers and profiles state nothing, nor do members of groups in sight: they are links, followed from what they join. */
  *facts(resource, graph, context) {
    yield* principalPermissions(resource, graph, context);
    yield* lonelyPermissions(resource, graph, context);
    yield* writtenPolicies(resource, graph);
    yield* attachedPolicyFacts(resource, graph);
    yield* lonelyDirectGrants(resource, graph);
    yield* lonelyMembership(resource, graph);
    yield* credentialFacts(resource, graph);
    if (typesOf('role').includes(resource.type)) {
      yield* trustFacts(resource, graph);
      yield roleSession(resource);
    }
    if (typesOf('user').includes(resource.type)) yield* userFacts(resource, graph);
    if (typesOf('group').includes(resource.type)) {
      yield groupMembership(resource, graph);
      yield groupFactor(resource, graph);
    }
    if (resource.type === 'aws_iam_account_password_policy') yield* passwordPolicyFacts(resource);
    yield* privateKeyFacts(resource);
  },
};

function* privateKeyFacts(resource: Resource): Iterable<Fact> {
  const places: Readonly<Record<string, readonly [string, string | null, string | null]>> = {
    'AWS::IAM::SAMLProvider': ['SAML provider', 'AddPrivateKey', null],
    'AWS::IAM::ServerCertificate': ['Server certificate', 'PrivateKey', null],
    aws_iam_server_certificate: ['Server certificate', null, 'private_key'],
  };
  const place = places[resource.type];
  if (!place) return;
  const [noun, cloudformation, terraform] = place;
  const inClear = secretInClear(property(resource, cloudformation, terraform));
  yield { kind: 'secret-in-clear', noun, subject: resource, secret: 'private key', inClear };
}

/** Permission sets of IAM Identity Center: roles that people from the directory take on in many accounts. */
export const identityCenter: Service = {
  name: 'identity-center',
  types: {
    cloudformation: [
      'AWS::SSO::PermissionSet',
      // Who may take on which set, where, and how people get into the directory: the sets have the facts.
      'AWS::IdentityStore::Group',
      'AWS::IdentityStore::GroupMembership',
      'AWS::SSO::Application',
      'AWS::SSO::ApplicationAssignment',
      'AWS::SSO::Assignment',
      'AWS::SSO::Instance',
      'AWS::SSO::InstanceAccessControlAttributeConfiguration',
    ],
    terraform: [
      'aws_identitystore_group',
      'aws_identitystore_group_membership',
      'aws_identitystore_user',
      'aws_ssoadmin_account_assignment',
      'aws_ssoadmin_application',
      'aws_ssoadmin_application_access_scope',
      'aws_ssoadmin_application_assignment',
      'aws_ssoadmin_application_assignment_configuration',
      'aws_ssoadmin_customer_managed_policy_attachment',
      'aws_ssoadmin_customer_managed_policy_attachments_exclusive',
      'aws_ssoadmin_instance_access_control_attributes',
      'aws_ssoadmin_managed_policy_attachment',
      'aws_ssoadmin_managed_policy_attachments_exclusive',
      'aws_ssoadmin_permission_set',
      'aws_ssoadmin_permission_set_inline_policy',
      'aws_ssoadmin_permissions_boundary_attachment',
      'aws_ssoadmin_trusted_token_issuer',
    ],
  },
  *facts(resource, graph, context) {
    yield* principalPermissions(resource, graph, context);
    yield* lonelyPermissions(resource, graph, context);
    yield* writtenPolicies(resource, graph);
    yield* attachedPolicyFacts(resource, graph);
    if (typesOf('permission-set').includes(resource.type)) yield permissionSetSession(resource);
  },
};
