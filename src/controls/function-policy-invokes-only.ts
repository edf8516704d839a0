import type { Statement } from '../model/policy';
import { allows, someNamed, someStatement } from '../model/policy-questions';
import { all, not, type Truth } from '../model/truth';
import { control } from './control';

/** What is granted on functions. Layers are there to be read by others. */
const isOfFunctions = (action: string): boolean => /^lambda:(?!(Get|List)Layer)/i.test(action);

const isCall = (action: string): boolean => /^lambda:Invoke/i.test(action);

const concernsFunctions = (statement: Statement): Truth =>
  someNamed(statement.actions, statement, isOfFunctions, 'the action');

const manages = (action: string): boolean => isOfFunctions(action) && !isCall(action);

export const functionPolicyInvokesOnly = control({
  id: 'function-policy-invokes-only',
  area: 'configuration',
  severity: 'medium',
  gate: 'off',
  judges: 'policy-document',
  title: 'Policies of functions let others call them, and nothing else',
  failure: 'lets others do more than call it',
  why: 'A caller needs to call. Whoever may also read or change the function has its code, its settings and its role.',
  fix: 'Grant lambda:InvokeFunction alone; let those who manage the function do so by roles of its own account.',
  holds: ({ role, document }) =>
    role === 'resource' && someStatement(document, concernsFunctions, 'functions').holds === true
      ? not(
          someStatement(
            document,
            (statement) => all(allows(statement), someNamed(statement.actions, statement, manages, 'the action')),
            'more than calls',
          ),
        )
      : undefined,
});
