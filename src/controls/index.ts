import { accessFineGrained } from './access-fine-grained';
import { accessKeySingle } from './access-key-single';
import { accessLogged } from './access-logged';
import { aclNotPublic } from './acl-not-public';
import { aclNotWritable } from './acl-not-writable';
import { administrationConfined } from './administration-confined';
import { administratorNameKept } from './administrator-name-kept';
import { administratorNameOwn } from './administrator-name-own';
import { administratorPoliciesAvoided } from './administrator-policies-avoided';
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
import { bootVerified } from './boot-verified';
import { bucketAclDisabled } from './bucket-acl-disabled';
import { callersKnown } from './callers-known';
import { callersSignedIn } from './callers-signed-in';
import { certificateKeyStrong } from './certificate-key-strong';
import { certificateManaged } from './certificate-managed';
import { certificateNamed } from './certificate-named';
import { certificateOwn } from './certificate-own';
import { certificateRenewed } from './certificate-renewed';
import { certificateTransparent } from './certificate-transparent';
import { certificateValidated } from './certificate-validated';
import { changesReviewed } from './changes-reviewed';
import { codeSigned } from './code-signed';
import { connectionAccepted } from './connection-accepted';
import { coordinatorsRedundant } from './coordinators-redundant';
import { copiedElsewhere } from './copied-elsewhere';
import { copiesImmutable } from './copies-immutable';
import { countriesLimited } from './countries-limited';
import { crossAccountConfined } from './cross-account-confined';
import { crossOriginConfined } from './cross-origin-confined';
import { crossOriginHeadersNamed } from './cross-origin-headers-named';
import { customerManagedKey } from './customer-managed-key';
import { customerSuppliedKeyRefused } from './customer-supplied-key-refused';
import { dataNodesRedundant } from './data-nodes-redundant';
import { defaultGroupClosed } from './default-group-closed';
import { defaultNetworkUnused } from './default-network-unused';
import { defaultPortAvoided } from './default-port-avoided';
import { deletionProtected } from './deletion-protected';
import { deliveriesSigned } from './deliveries-signed';
import { detailsNotDisclosed } from './details-not-disclosed';
import { egressConfined } from './egress-confined';
import { egressPeersSingle } from './egress-peers-single';
import { egressPortsNamed } from './egress-ports-named';
import { egressProtocolNamed } from './egress-protocol-named';
import { egressStated } from './egress-stated';
import { encryptedTwice } from './encrypted-twice';
import { encryptionExplicit } from './encryption-explicit';
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
import { frontPrivate } from './front-private';
import { functionPolicyInvokesOnly } from './function-policy-invokes-only';
import { groupMfaRequired } from './group-mfa-required';
import { groupsPopulated } from './groups-populated';
import { guardrailEnforced } from './guardrail-enforced';
import { hostNetworkDeclared } from './host-network-declared';
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
import { ingressPeersFew } from './ingress-peers-few';
import { ingressPeersSingle } from './ingress-peers-single';
import { initialPasswordChanged } from './initial-password-changed';
import { instanceMetadataV2 } from './instance-metadata-v2';
import { keyDeletionWindow } from './key-deletion-window';
import { keyEnabled } from './key-enabled';
import { keyRotatedQuarterly } from './key-rotated-quarterly';
import { keyRotatedYearly } from './key-rotated-yearly';
import { keyRotation } from './key-rotation';
import { keySingleRegion } from './key-single-region';
import { knownAttacksRefused } from './known-attacks-refused';
import { lifecycleSet } from './lifecycle-set';
import { localAuthDisabled } from './local-auth-disabled';
import { localSecretsRefused } from './local-secrets-refused';
import { logsKept } from './logs-kept';
import { logsKeptAQuarter } from './logs-kept-a-quarter';
import { machineRoleGiven } from './machine-role-given';
import { messagesKeptAWeek } from './messages-kept-a-week';
import { mfaNotByTextMessage } from './mfa-not-by-text-message';
import { mfaOffered } from './mfa-offered';
import { mfaRequired } from './mfa-required';
import { monitoredInDetail } from './monitored-in-detail';
import { networkAccountConfined } from './network-account-confined';
import { networkAclNotOpen } from './network-acl-not-open';
import { networkDenialWhole } from './network-denial-whole';
import { networkPortsNamed } from './network-ports-named';
import { networkProtocolNamed } from './network-protocol-named';
import { networkSegmented } from './network-segmented';
import { noLongLivedCredentials } from './no-long-lived-credentials';
import { noPublicAddress } from './no-public-address';
import { noSecretInClear } from './no-secret-in-clear';
import { notPrivileged } from './not-privileged';
import { oauthClientConfined } from './oauth-client-confined';
import { oidcTrustConfined } from './oidc-trust-confined';
import { originConfined } from './origin-confined';
import { passwordAgeLimited } from './password-age-limited';
import { passwordChangeable } from './password-changeable';
import { passwordDigitRequired } from './password-digit-required';
import { passwordHistoryLong } from './password-history-long';
import { passwordLong } from './password-long';
import { passwordLowercaseRequired } from './password-lowercase-required';
import { passwordPolicyStrong } from './password-policy-strong';
import { passwordReuseRefused } from './password-reuse-refused';
import { passwordSymbolRequired } from './password-symbol-required';
import { passwordUppercaseRequired } from './password-uppercase-required';
import { patchingAutomatic } from './patching-automatic';
import { peersAuthenticated } from './peers-authenticated';
import { placedInNetwork } from './placed-in-network';
import { policiesThroughGroups } from './policies-through-groups';
import { policyActionsNamed } from './policy-actions-named';
import { policyGrantsNarrow } from './policy-grants-narrow';
import { policyLockoutAvoided } from './policy-lockout-avoided';
import { policyNotAdministrator } from './policy-not-administrator';
import { policyNotInline } from './policy-not-inline';
import { providerPoliciesAvoided } from './provider-policies-avoided';
import { publicAccessBlockExplicit } from './public-access-block-explicit';
import { publicAccessBlocked } from './public-access-blocked';
import { publicAclsIgnored } from './public-acls-ignored';
import { publicAclsRefused } from './public-acls-refused';
import { publicAddressRefused } from './public-address-refused';
import { publicBucketsRestricted } from './public-buckets-restricted';
import { publicPoliciesRefused } from './public-policies-refused';
import { purposeDescribed } from './purpose-described';
import { putToUse } from './put-to-use';
import { rateLimited } from './rate-limited';
import { recordTargetGiven } from './record-target-given';
import { recordTargetManaged } from './record-target-managed';
import { removalGuarded } from './removal-guarded';
import { requestsNormalized } from './requests-normalized';
import { requestsSpread } from './requests-spread';
import { requestsTraced } from './requests-traced';
import { requestsValidated } from './requests-validated';
import { resourcePolicyActionsNamed } from './resource-policy-actions-named';
import { resourcePolicyNotPublic } from './resource-policy-not-public';
import { resourcePolicyPrincipalsNamed } from './resource-policy-principals-named';
import { responseHeadersSet } from './response-headers-set';
import { roleNotShared } from './role-not-shared';
import { rootWithoutKeys } from './root-without-keys';
import { routeNotThroughMachine } from './route-not-through-machine';
import { routeNotToInternet } from './route-not-to-internet';
import { runtimeSupported } from './runtime-supported';
import { secretManaged } from './secret-managed';
import { secretRotated } from './secret-rotated';
import { securityContactSet } from './security-contact-set';
import { securityGroupsNamed } from './security-groups-named';
import { sensitiveDataMasked } from './sensitive-data-masked';
import { serviceAccessConfined } from './service-access-confined';
import { serviceEncryptionOn } from './service-encryption-on';
import { serviceSourceNamed } from './service-source-named';
import { sessionRecorded } from './session-recorded';
import { sessionsShort } from './sessions-short';
import { settingsEnforced } from './settings-enforced';
import { signInRequired } from './sign-in-required';
import { signInRequiredInside } from './sign-in-required-inside';
import { signUpByInvitation } from './sign-up-by-invitation';
import { snapshotNotPublic } from './snapshot-not-public';
import { snapshotNotShared } from './snapshot-not-shared';
import { sniUsed } from './sni-used';
import { storageEncrypted } from './storage-encrypted';
import { storageNotPublic } from './storage-not-public';
import { threatsWatched } from './threats-watched';
import { tlsModern } from './tls-modern';
import { tlsRequired } from './tls-required';
import { transitEncrypted } from './transit-encrypted';
import { transitEnforced } from './transit-enforced';
import { trustPolicyConfined } from './trust-policy-confined';
import { unhandledMessagesKept } from './unhandled-messages-kept';
import { usersInDirectory } from './users-in-directory';
import { usersInGroups } from './users-in-groups';
import { versioned } from './versioned';
import { watchComplete } from './watch-complete';
import { websiteNotHosted } from './website-not-hosted';
import { zoneSigned } from './zone-signed';
import type { Control } from './control';

/** Every control, sorted by id. */
export const controls: readonly Control[] = [
  accessFineGrained,
  accessKeySingle,
  accessLogged,
  aclNotPublic,
  aclNotWritable,
  administrationConfined,
  administratorNameKept,
  administratorNameOwn,
  administratorPoliciesAvoided,
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
  bootVerified,
  bucketAclDisabled,
  callersKnown,
  callersSignedIn,
  certificateKeyStrong,
  certificateManaged,
  certificateNamed,
  certificateOwn,
  certificateRenewed,
  certificateTransparent,
  certificateValidated,
  changesReviewed,
  codeSigned,
  connectionAccepted,
  coordinatorsRedundant,
  copiedElsewhere,
  copiesImmutable,
  countriesLimited,
  crossAccountConfined,
  crossOriginConfined,
  crossOriginHeadersNamed,
  customerManagedKey,
  customerSuppliedKeyRefused,
  dataNodesRedundant,
  defaultGroupClosed,
  defaultNetworkUnused,
  defaultPortAvoided,
  deletionProtected,
  deliveriesSigned,
  detailsNotDisclosed,
  egressConfined,
  egressPeersSingle,
  egressPortsNamed,
  egressProtocolNamed,
  egressStated,
  encryptedTwice,
  encryptionExplicit,
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
  frontPrivate,
  functionPolicyInvokesOnly,
  groupMfaRequired,
  groupsPopulated,
  guardrailEnforced,
  hostNetworkDeclared,
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
  ingressPeersFew,
  ingressPeersSingle,
  initialPasswordChanged,
  instanceMetadataV2,
  keyDeletionWindow,
  keyEnabled,
  keyRotatedQuarterly,
  keyRotatedYearly,
  keyRotation,
  keySingleRegion,
  knownAttacksRefused,
  lifecycleSet,
  localAuthDisabled,
  localSecretsRefused,
  logsKept,
  logsKeptAQuarter,
  machineRoleGiven,
  messagesKeptAWeek,
  mfaNotByTextMessage,
  mfaOffered,
  mfaRequired,
  monitoredInDetail,
  networkAccountConfined,
  networkAclNotOpen,
  networkDenialWhole,
  networkPortsNamed,
  networkProtocolNamed,
  networkSegmented,
  noLongLivedCredentials,
  noPublicAddress,
  noSecretInClear,
  notPrivileged,
  oauthClientConfined,
  oidcTrustConfined,
  originConfined,
  passwordAgeLimited,
  passwordChangeable,
  passwordDigitRequired,
  passwordHistoryLong,
  passwordLong,
  passwordLowercaseRequired,
  passwordPolicyStrong,
  passwordReuseRefused,
  passwordSymbolRequired,
  passwordUppercaseRequired,
  patchingAutomatic,
  peersAuthenticated,
  placedInNetwork,
  policiesThroughGroups,
  policyActionsNamed,
  policyGrantsNarrow,
  policyLockoutAvoided,
  policyNotAdministrator,
  policyNotInline,
  providerPoliciesAvoided,
  publicAccessBlockExplicit,
  publicAccessBlocked,
  publicAclsIgnored,
  publicAclsRefused,
  publicAddressRefused,
  publicBucketsRestricted,
  publicPoliciesRefused,
  purposeDescribed,
  putToUse,
  rateLimited,
  recordTargetGiven,
  recordTargetManaged,
  removalGuarded,
  requestsNormalized,
  requestsSpread,
  requestsTraced,
  requestsValidated,
  resourcePolicyActionsNamed,
  resourcePolicyNotPublic,
  resourcePolicyPrincipalsNamed,
  responseHeadersSet,
  roleNotShared,
  rootWithoutKeys,
  routeNotThroughMachine,
  routeNotToInternet,
  runtimeSupported,
  secretManaged,
  secretRotated,
  securityContactSet,
  securityGroupsNamed,
  sensitiveDataMasked,
  serviceAccessConfined,
  serviceEncryptionOn,
  serviceSourceNamed,
  sessionRecorded,
  sessionsShort,
  settingsEnforced,
  signInRequired,
  signInRequiredInside,
  signUpByInvitation,
  snapshotNotPublic,
  snapshotNotShared,
  sniUsed,
  storageEncrypted,
  storageNotPublic,
  threatsWatched,
  tlsModern,
  tlsRequired,
  transitEncrypted,
  transitEnforced,
  trustPolicyConfined,
  unhandledMessagesKept,
  usersInDirectory,
  usersInGroups,
  versioned,
  watchComplete,
  websiteNotHosted,
  zoneSigned,
];
