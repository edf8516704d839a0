/**
 * The policy engine: decides exactly what AWS policies allow. Pure, synchronous, without dependencies; its data are read
 * when a question first needs them.
 *
 * `parsePolicy` reads a document, with `holes` and `unknown` for what is not known. `counterexample` is the one question
 * everything rests on; the others ask it for a principal (`Identity`) or for the policies of a resource.
 */
export { holes, unknown, type Free, type Holes, type Part, type Reference, type Unknown } from './text';
export type {
  Condition,
  Element,
  Pattern,
  Piece,
  Policy,
  PolicySet,
  PrincipalKind,
  PrincipalPattern,
  Statement,
  StatementReference,
} from './model';
export { missingPhrases } from './missing';
export { parsePolicy, unknownStatement } from './parse';
export { counterexample, type Answer, type Options, type Witness } from './decide';

export { isAdmin, type AdminGrade } from './questions/admin';
export { hasWholeService, type WholeService } from './questions/service-wildcard';
export { unscopedActions, type ScopeOptions, type UnscopedAction } from './questions/wildcard-resource';
export { invertedGrants, type InvertedGrant } from './questions/inverted-grant';
export { invertedAccess, type Excluding } from './questions/inverted-access';
export {
  escalations,
  escalationsOf,
  type Escalation,
  type EscalationTier,
  type OpenEscalation,
} from './questions/escalation';
export { sensitiveReach } from './questions/sensitive-reach';
export { isConfusedDeputy, isCrossAccount, isPublic, type ExposureOptions } from './questions/exposure';
export { isOpenToAccount } from './questions/whole-account';
export { judgeKeyPolicy, type KeyPolicyJudgement } from './questions/key-policy';
export { acceptsStrangers } from './questions/oidc-trust';
export { unknownParts, type UnknownPart } from './questions/unknowns';
export type { Identity, Judgement, QuestionOptions } from './questions/subject';

export {
  actionNamed,
  actionsOrigin,
  serviceActions,
  type AccessLevel,
  type Action,
  type ResourceType,
} from './data/actions';
export { isManagedPolicyArn, managedPoliciesOrigin, managedPolicy, managedPolicyNames } from './data/managed-policies';
export type { Sensitivity } from './data/sensitive-actions';
