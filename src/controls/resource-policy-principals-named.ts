import { allows, includesEveryone, someStatement } from '../model/policy-questions';
import { all, not } from '../model/truth';
import { control } from './control';

export const resourcePolicyPrincipalsNamed = control({
  id: 'resource-policy-principals-named',
  area: 'configuration',
  severity: 'medium',
  gate: 'off',
  judges: 'policy-document',
  title: 'Resource policies name the principals they let in',
  failure: 'names everyone as principal in its policy',
  why: 'Where everyone is named, a condition alone keeps strangers out: one word less in it, and nothing does.',
  fix: 'Name the accounts, roles or services that are let in, and keep the condition as well.',
  holds: ({ role, document }) =>
    role === 'resource'
      ? not(someStatement(document, (statement) => all(allows(statement), includesEveryone(statement)), 'everyone'))
      : undefined,
});
