import { aclNotPublic } from './acl-not-public';
import { bucketAclDisabled } from './bucket-acl-disabled';
import { certificateValidated } from './certificate-validated';
import { connectionAccepted } from './connection-accepted';
import { crossAccountConfined } from './cross-account-confined';
import { customerManagedKey } from './customer-managed-key';
import { customerSuppliedKeyRefused } from './customer-supplied-key-refused';
import { defaultNetworkUnused } from './default-network-unused';
import { egressConfined } from './egress-confined';
import { endpointNotPublic } from './endpoint-not-public';
import { firewallAttached } from './firewall-attached';
import { iamNoAdmin } from './iam-no-admin';
import { iamNoInvertedGrant } from './iam-no-inverted-grant';
import { iamNoPassRoleEscalation } from './iam-no-pass-role-escalation';
import { iamNoPrivilegeEscalation } from './iam-no-privilege-escalation';
import { iamNoSensitiveReach } from './iam-no-sensitive-reach';
import { iamNoWildcardAction } from './iam-no-wildcard-action';
import { iamNoWildcardResource } from './iam-no-wildcard-resource';
import { iamWithinReference } from './iam-within-reference';
import { ingressAdminNotOpen } from './ingress-admin-not-open';
import { ingressNotOpen } from './ingress-not-open';
import { instanceMetadataV2 } from './instance-metadata-v2';
import { keyDeletionWindow } from './key-deletion-window';
import { keyRotation } from './key-rotation';
import { localAuthDisabled } from './local-auth-disabled';
import { mfaRequired } from './mfa-required';
import { networkAclNotOpen } from './network-acl-not-open';
import { networkPortsNamed } from './network-ports-named';
import { networkProtocolNamed } from './network-protocol-named';
import { noLongLivedCredentials } from './no-long-lived-credentials';
import { noPublicAddress } from './no-public-address';
import { noSecretInClear } from './no-secret-in-clear';
import { notPrivileged } from './not-privileged';
import { oidcTrustConfined } from './oidc-trust-confined';
import { passwordPolicyStrong } from './password-policy-strong';
import { passwordReuseRefused } from './password-reuse-refused';
import { policiesThroughGroups } from './policies-through-groups';
import { publicAccessBlockExplicit } from './public-access-block-explicit';
import { publicAccessBlocked } from './public-access-blocked';
import { resourcePolicyActionsNamed } from './resource-policy-actions-named';
import { resourcePolicyNotPublic } from './resource-policy-not-public';
import { serviceAccessConfined } from './service-access-confined';
import { signInRequired } from './sign-in-required';
import { snapshotNotPublic } from './snapshot-not-public';
import { storageEncrypted } from './storage-encrypted';
import { storageNotPublic } from './storage-not-public';
import { tlsModern } from './tls-modern';
import { transitEncrypted } from './transit-encrypted';
import { transitEnforced } from './transit-enforced';
import { trustPolicyConfined } from './trust-policy-confined';
import type { Control } from './control';

/** Every control, sorted by id. */
export const controls: readonly Control[] = [
  aclNotPublic,
  bucketAclDisabled,
  certificateValidated,
  connectionAccepted,
  crossAccountConfined,
  customerManagedKey,
  customerSuppliedKeyRefused,
  defaultNetworkUnused,
  egressConfined,
  endpointNotPublic,
  firewallAttached,
  iamNoAdmin,
  iamNoInvertedGrant,
  iamNoPassRoleEscalation,
  iamNoPrivilegeEscalation,
  iamNoSensitiveReach,
  iamNoWildcardAction,
  iamNoWildcardResource,
  iamWithinReference,
  ingressAdminNotOpen,
  ingressNotOpen,
  instanceMetadataV2,
  keyDeletionWindow,
  keyRotation,
  localAuthDisabled,
  mfaRequired,
  networkAclNotOpen,
  networkPortsNamed,
  networkProtocolNamed,
  noLongLivedCredentials,
  noPublicAddress,
  noSecretInClear,
  notPrivileged,
  oidcTrustConfined,
  passwordPolicyStrong,
  passwordReuseRefused,
  policiesThroughGroups,
  publicAccessBlockExplicit,
  publicAccessBlocked,
  resourcePolicyActionsNamed,
  resourcePolicyNotPublic,
  serviceAccessConfined,
  signInRequired,
  snapshotNotPublic,
  storageEncrypted,
  storageNotPublic,
  tlsModern,
  transitEncrypted,
  transitEnforced,
  trustPolicyConfined,
];
