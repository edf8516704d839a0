import { accessLogged } from './access-logged';
import { aclNotPublic } from './acl-not-public';
import { alarmReachesSomeone } from './alarm-reaches-someone';
import { auditTrailComplete } from './audit-trail-complete';
import { backupKept } from './backup-kept';
import { bucketAclDisabled } from './bucket-acl-disabled';
import { certificateValidated } from './certificate-validated';
import { connectionAccepted } from './connection-accepted';
import { crossAccountConfined } from './cross-account-confined';
import { customerManagedKey } from './customer-managed-key';
import { customerSuppliedKeyRefused } from './customer-supplied-key-refused';
import { defaultNetworkUnused } from './default-network-unused';
import { deletionProtected } from './deletion-protected';
import { egressConfined } from './egress-confined';
import { endpointNotPublic } from './endpoint-not-public';
import { engineUpgradesAutomatic } from './engine-upgrades-automatic';
import { firewallAttached } from './firewall-attached';
import { flowLogsOn } from './flow-logs-on';
import { iamNoAdmin } from './iam-no-admin';
import { iamNoInvertedGrant } from './iam-no-inverted-grant';
import { iamNoPassRoleEscalation } from './iam-no-pass-role-escalation';
import { iamNoPrivilegeEscalation } from './iam-no-privilege-escalation';
import { iamNoSensitiveReach } from './iam-no-sensitive-reach';
import { iamNoWildcardAction } from './iam-no-wildcard-action';
import { iamNoWildcardResource } from './iam-no-wildcard-resource';
import { iamWithinReference } from './iam-within-reference';
import { imageFromTrustedOwner } from './image-from-trusted-owner';
import { imageScanned } from './image-scanned';
import { imageTagImmutable } from './image-tag-immutable';
import { ingressAdminNotOpen } from './ingress-admin-not-open';
import { ingressNotOpen } from './ingress-not-open';
import { instanceMetadataV2 } from './instance-metadata-v2';
import { keyDeletionWindow } from './key-deletion-window';
import { keyRotation } from './key-rotation';
import { localAuthDisabled } from './local-auth-disabled';
import { logsKept } from './logs-kept';
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
import { patchingAutomatic } from './patching-automatic';
import { policiesThroughGroups } from './policies-through-groups';
import { publicAccessBlockExplicit } from './public-access-block-explicit';
import { publicAccessBlocked } from './public-access-blocked';
import { resourcePolicyActionsNamed } from './resource-policy-actions-named';
import { resourcePolicyNotPublic } from './resource-policy-not-public';
import { runtimeSupported } from './runtime-supported';
import { securityContactSet } from './security-contact-set';
import { serviceAccessConfined } from './service-access-confined';
import { signInRequired } from './sign-in-required';
import { snapshotNotPublic } from './snapshot-not-public';
import { storageEncrypted } from './storage-encrypted';
import { storageNotPublic } from './storage-not-public';
import { tlsModern } from './tls-modern';
import { transitEncrypted } from './transit-encrypted';
import { transitEnforced } from './transit-enforced';
import { trustPolicyConfined } from './trust-policy-confined';
import { versioned } from './versioned';
import type { Control } from './control';

/** Every control, sorted by id. */
export const controls: readonly Control[] = [
  accessLogged,
  aclNotPublic,
  alarmReachesSomeone,
  auditTrailComplete,
  backupKept,
  bucketAclDisabled,
  certificateValidated,
  connectionAccepted,
  crossAccountConfined,
  customerManagedKey,
  customerSuppliedKeyRefused,
  defaultNetworkUnused,
  deletionProtected,
  egressConfined,
  endpointNotPublic,
  engineUpgradesAutomatic,
  firewallAttached,
  flowLogsOn,
  iamNoAdmin,
  iamNoInvertedGrant,
  iamNoPassRoleEscalation,
  iamNoPrivilegeEscalation,
  iamNoSensitiveReach,
  iamNoWildcardAction,
  iamNoWildcardResource,
  iamWithinReference,
  imageFromTrustedOwner,
  imageScanned,
  imageTagImmutable,
  ingressAdminNotOpen,
  ingressNotOpen,
  instanceMetadataV2,
  keyDeletionWindow,
  keyRotation,
  localAuthDisabled,
  logsKept,
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
  patchingAutomatic,
  policiesThroughGroups,
  publicAccessBlockExplicit,
  publicAccessBlocked,
  resourcePolicyActionsNamed,
  resourcePolicyNotPublic,
  runtimeSupported,
  securityContactSet,
  serviceAccessConfined,
  signInRequired,
  snapshotNotPublic,
  storageEncrypted,
  storageNotPublic,
  tlsModern,
  transitEncrypted,
  transitEnforced,
  trustPolicyConfined,
  versioned,
];
