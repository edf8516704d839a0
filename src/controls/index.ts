import { accessFineGrained } from './access-fine-grained';
import { accessLogged } from './access-logged';
import { aclNotPublic } from './acl-not-public';
import { aclNotWritable } from './acl-not-writable';
import { administrationConfined } from './administration-confined';
import { alarmReachesSomeone } from './alarm-reaches-someone';
import { algorithmsCurrent } from './algorithms-current';
import { apiKeyRequired } from './api-key-required';
import { auditTrailComplete } from './audit-trail-complete';
import { auditTrailDataEvents } from './audit-trail-data-events';
import { auditTrailTamperEvident } from './audit-trail-tamper-evident';
import { auditTrailWatched } from './audit-trail-watched';
import { backendEncrypted } from './backend-encrypted';
import { backupKept } from './backup-kept';
import { backupsKeptAWeek } from './backups-kept-a-week';
import { bucketAclDisabled } from './bucket-acl-disabled';
import { callersKnown } from './callers-known';
import { certificateKeyStrong } from './certificate-key-strong';
import { certificateManaged } from './certificate-managed';
import { certificateNamed } from './certificate-named';
import { certificateOwn } from './certificate-own';
import { certificateRenewed } from './certificate-renewed';
import { certificateTransparent } from './certificate-transparent';
import { certificateValidated } from './certificate-validated';
import { codeSigned } from './code-signed';
import { connectionAccepted } from './connection-accepted';
import { copiedElsewhere } from './copied-elsewhere';
import { copiesImmutable } from './copies-immutable';
import { countriesLimited } from './countries-limited';
import { crossAccountConfined } from './cross-account-confined';
import { crossOriginConfined } from './cross-origin-confined';
import { customerManagedKey } from './customer-managed-key';
import { customerSuppliedKeyRefused } from './customer-supplied-key-refused';
import { defaultGroupClosed } from './default-group-closed';
import { defaultNetworkUnused } from './default-network-unused';
import { defaultPortAvoided } from './default-port-avoided';
import { deletionProtected } from './deletion-protected';
import { detailsNotDisclosed } from './details-not-disclosed';
import { egressConfined } from './egress-confined';
import { endpointNamesPrivate } from './endpoint-names-private';
import { endpointNotPublic } from './endpoint-not-public';
import { endpointPolicyConfined } from './endpoint-policy-confined';
import { engineUpgradesAutomatic } from './engine-upgrades-automatic';
import { executionLogged } from './execution-logged';
import { fileRootConfined } from './file-root-confined';
import { fileUserEnforced } from './file-user-enforced';
import { finalCopyKept } from './final-copy-kept';
import { firewallAttached } from './firewall-attached';
import { firewallDeniesByDefault } from './firewall-denies-by-default';
import { firewallFilters } from './firewall-filters';
import { flowLogsOn } from './flow-logs-on';
import { guardrailEnforced } from './guardrail-enforced';
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
import { initialPasswordChanged } from './initial-password-changed';
import { instanceMetadataV2 } from './instance-metadata-v2';
import { keyDeletionWindow } from './key-deletion-window';
import { keyEnabled } from './key-enabled';
import { keyRotatedYearly } from './key-rotated-yearly';
import { keyRotation } from './key-rotation';
import { keySingleRegion } from './key-single-region';
import { lifecycleSet } from './lifecycle-set';
import { localAuthDisabled } from './local-auth-disabled';
import { logsKept } from './logs-kept';
import { messagesKeptAWeek } from './messages-kept-a-week';
import { mfaNotByTextMessage } from './mfa-not-by-text-message';
import { mfaRequired } from './mfa-required';
import { monitoredInDetail } from './monitored-in-detail';
import { networkAccountConfined } from './network-account-confined';
import { networkAclNotOpen } from './network-acl-not-open';
import { networkPortsNamed } from './network-ports-named';
import { networkProtocolNamed } from './network-protocol-named';
import { networkSegmented } from './network-segmented';
import { noLongLivedCredentials } from './no-long-lived-credentials';
import { noPublicAddress } from './no-public-address';
import { noSecretInClear } from './no-secret-in-clear';
import { notPrivileged } from './not-privileged';
import { oidcTrustConfined } from './oidc-trust-confined';
import { originConfined } from './origin-confined';
import { passwordAgeLimited } from './password-age-limited';
import { passwordPolicyStrong } from './password-policy-strong';
import { passwordReuseRefused } from './password-reuse-refused';
import { patchingAutomatic } from './patching-automatic';
import { peersAuthenticated } from './peers-authenticated';
import { policiesThroughGroups } from './policies-through-groups';
import { policyLockoutAvoided } from './policy-lockout-avoided';
import { publicAccessBlockExplicit } from './public-access-block-explicit';
import { publicAccessBlocked } from './public-access-blocked';
import { publicAclsIgnored } from './public-acls-ignored';
import { publicAclsRefused } from './public-acls-refused';
import { publicBucketsRestricted } from './public-buckets-restricted';
import { publicPoliciesRefused } from './public-policies-refused';
import { purposeDescribed } from './purpose-described';
import { rateLimited } from './rate-limited';
import { removalGuarded } from './removal-guarded';
import { requestsNormalized } from './requests-normalized';
import { requestsTraced } from './requests-traced';
import { resourcePolicyActionsNamed } from './resource-policy-actions-named';
import { resourcePolicyNotPublic } from './resource-policy-not-public';
import { responseHeadersSet } from './response-headers-set';
import { routeNotToInternet } from './route-not-to-internet';
import { runtimeSupported } from './runtime-supported';
import { secretManaged } from './secret-managed';
import { secretRotated } from './secret-rotated';
import { securityContactSet } from './security-contact-set';
import { sensitiveDataMasked } from './sensitive-data-masked';
import { serviceAccessConfined } from './service-access-confined';
import { serviceEncryptionOn } from './service-encryption-on';
import { sessionsShort } from './sessions-short';
import { signInRequired } from './sign-in-required';
import { signUpByInvitation } from './sign-up-by-invitation';
import { snapshotNotPublic } from './snapshot-not-public';
import { storageEncrypted } from './storage-encrypted';
import { storageNotPublic } from './storage-not-public';
import { threatsWatched } from './threats-watched';
import { tlsModern } from './tls-modern';
import { transitEncrypted } from './transit-encrypted';
import { transitEnforced } from './transit-enforced';
import { trustPolicyConfined } from './trust-policy-confined';
import { unhandledMessagesKept } from './unhandled-messages-kept';
import { usersInDirectory } from './users-in-directory';
import { versioned } from './versioned';
import { watchComplete } from './watch-complete';
import { websiteNotHosted } from './website-not-hosted';
import { zoneSigned } from './zone-signed';
import type { Control } from './control';

/** Every control, sorted by id. */
export const controls: readonly Control[] = [
  accessFineGrained,
  accessLogged,
  aclNotPublic,
  aclNotWritable,
  administrationConfined,
  alarmReachesSomeone,
  algorithmsCurrent,
  apiKeyRequired,
  auditTrailComplete,
  auditTrailDataEvents,
  auditTrailTamperEvident,
  auditTrailWatched,
  backendEncrypted,
  backupKept,
  backupsKeptAWeek,
  bucketAclDisabled,
  callersKnown,
  certificateKeyStrong,
  certificateManaged,
  certificateNamed,
  certificateOwn,
  certificateRenewed,
  certificateTransparent,
  certificateValidated,
  codeSigned,
  connectionAccepted,
  copiedElsewhere,
  copiesImmutable,
  countriesLimited,
  crossAccountConfined,
  crossOriginConfined,
  customerManagedKey,
  customerSuppliedKeyRefused,
  defaultGroupClosed,
  defaultNetworkUnused,
  defaultPortAvoided,
  deletionProtected,
  detailsNotDisclosed,
  egressConfined,
  endpointNamesPrivate,
  endpointNotPublic,
  endpointPolicyConfined,
  engineUpgradesAutomatic,
  executionLogged,
  fileRootConfined,
  fileUserEnforced,
  finalCopyKept,
  firewallAttached,
  firewallDeniesByDefault,
  firewallFilters,
  flowLogsOn,
  guardrailEnforced,
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
  initialPasswordChanged,
  instanceMetadataV2,
  keyDeletionWindow,
  keyEnabled,
  keyRotatedYearly,
  keyRotation,
  keySingleRegion,
  lifecycleSet,
  localAuthDisabled,
  logsKept,
  messagesKeptAWeek,
  mfaNotByTextMessage,
  mfaRequired,
  monitoredInDetail,
  networkAccountConfined,
  networkAclNotOpen,
  networkPortsNamed,
  networkProtocolNamed,
  networkSegmented,
  noLongLivedCredentials,
  noPublicAddress,
  noSecretInClear,
  notPrivileged,
  oidcTrustConfined,
  originConfined,
  passwordAgeLimited,
  passwordPolicyStrong,
  passwordReuseRefused,
  patchingAutomatic,
  peersAuthenticated,
  policiesThroughGroups,
  policyLockoutAvoided,
  publicAccessBlockExplicit,
  publicAccessBlocked,
  publicAclsIgnored,
  publicAclsRefused,
  publicBucketsRestricted,
  publicPoliciesRefused,
  purposeDescribed,
  rateLimited,
  removalGuarded,
  requestsNormalized,
  requestsTraced,
  resourcePolicyActionsNamed,
  resourcePolicyNotPublic,
  responseHeadersSet,
  routeNotToInternet,
  runtimeSupported,
  secretManaged,
  secretRotated,
  securityContactSet,
  sensitiveDataMasked,
  serviceAccessConfined,
  serviceEncryptionOn,
  sessionsShort,
  signInRequired,
  signUpByInvitation,
  snapshotNotPublic,
  storageEncrypted,
  storageNotPublic,
  threatsWatched,
  tlsModern,
  transitEncrypted,
  transitEnforced,
  trustPolicyConfined,
  unhandledMessagesKept,
  usersInDirectory,
  versioned,
  watchComplete,
  websiteNotHosted,
  zoneSigned,
];
