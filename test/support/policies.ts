import { system, type Other, type Properties, type System } from './row';

/** Policies for rows, in the words that both vocabularies share. */

type Spelled = readonly [cloudformation: Properties, terraform: Properties];
type SpelledSystem = readonly [cloudformation: System, terraform: System];

export const statements = (...list: readonly object[]): object => ({ Version: '2012-10-17', Statement: list });

export const allow = (action: unknown, resource: unknown, more: object = {}): object => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});

/** A role that has a policy of one or several statements. */
export const may = (...list: readonly object[]): Spelled => {
  const document = statements(...list);
  return [
    { Policies: [{ PolicyName: 'own', PolicyDocument: document }] },
    { inline_policy: [{ name: 'own', policy: document }] },
  ];
};

const federated = (principal: unknown): boolean =>
  typeof principal === 'object' && principal !== null && 'Federated' in principal;

/** A role that lets principals in, under conditions. */
export const trusting = (principal: unknown, condition?: object, more: object = {}): Spelled => {
  const document = statements({
    Effect: 'Allow',
    Principal: principal,
    Action: federated(principal) ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRole',
    ...(condition && { Condition: condition }),
    ...more,
  });
  return [{ AssumeRolePolicyDocument: document }, { assume_role_policy: document }];
};

/** The same properties with others beside them, by vocabulary. */
export const beside = (
  [cloudformation, terraform]: Spelled,
  others: readonly [cloudformation: Readonly<Record<string, Other>>, terraform: Readonly<Record<string, Other>>],
): SpelledSystem => [system(cloudformation, others[0]), system(terraform, others[1])];
