/**
 * What an undecided answer lists as `missing`: the `free` text of a hole, the `why` of an unknown, the `reference` of a
 * reference whose shape is not known, each exactly as it was given, or one of these phrases of the engine's own.
 */
export const missingPhrases = {
  /** The answer would cost more than a decision may. */
  tooComplex: 'too complex',
  /** AWS does not say what `arn:aws:s3` is compared with in a condition. */
  shortArn: 'what an ARN pattern with missing fields matches',
  /** `isCrossAccount` without the own account's number. */
  ownAccount: 'the account this belongs to',
  /** An action that the data do not know. */
  confinable: (action: string) => `whether ${action} can be confined to resources`,
  /** A policy variable in a number, a date or an address. */
  variable: (key: string) => `\${${key}}`,
  /** Conditions AWS does not have. */
  operator: (operator: string) => `the condition operator ${operator}`,
  conditionNoObject: (operator: string) => `the condition ${operator} is no object`,
  conditionsNoObject: 'the conditions are no object',
  /** What cannot be read as a policy. */
  noPolicy: 'the document is no policy',
  noJson: 'the document is no JSON',
  version: 'the version is not known',
  noStatement: 'the document has no statement',
  statementNoObject: 'the statement is no object',
  noAction: 'the statement has no action',
  noEffect: 'the statement has no effect',
  effect: 'the effect is neither Allow nor Deny',
  both: (name: string) => `both ${name} and Not${name} are written`,
  principalKind: (kind: string) => `principals of a kind "${kind}"`,
  noText: 'a value that is no text',
} as const;
