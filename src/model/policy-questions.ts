import { isStar, label, matchesAction, somePattern } from './policy-patterns';
import type { Element, PolicyDocument, Statement } from './policy';
import { is, not, some, truth, type Truth } from './truth';

/** Questions of form, statement by statement: what is named, not what comes of it. That, the policy engine tells. */

export const someStatement = (document: PolicyDocument, test: (statement: Statement) => Truth, note: string): Truth =>
  some(document.statements, test, note);

export function allows({ effect }: Statement): Truth {
  const allowed = is(effect, (value) => value === 'Allow', 'effect');
  // That a statement allows goes without saying.
  return allowed.holds === true ? { ...allowed, because: [] } : allowed;
}

/** Some pattern of an element passes; of an inverted element (everything but these) none does by itself. */
export function someNamed(
  element: Element | undefined,
  statement: Statement,
  test: (text: string) => boolean | undefined,
  what: string,
): Truth {
  const note = `${label(statement)} names ${what}`;
  if (element === undefined || element.negated) return truth(false, element?.patterns.at ?? statement.at, note);
  return somePattern(element.patterns, test, note);
}

/** An element covers what a test of its patterns finds: by naming it, or by not leaving it out. */
function covers(
  element: Element | undefined,
  statement: Statement,
  test: (text: string) => boolean,
  what: string,
): Truth {
  return element?.negated
    ? not(somePattern(element.patterns, test, `${label(statement)} names all but`))
    : someNamed(element, statement, test, what);
}

/** The actions of a statement include one. */
export const namesAction = (statement: Statement, action: string): Truth =>
  covers(statement.actions, statement, (pattern) => matchesAction(pattern, action), 'the action');

/** The principals include everyone: `*`, as AWS principal or alone, or everyone but a few. */
export function includesEveryone(statement: Statement): Truth {
  const { principals } = statement;
  const note = `${label(statement)} names the principal`;
  if (!principals) return truth(false, statement.at, note);
  if (principals.negated) return truth(true, principals.members.at, `${label(statement)} names everyone but some`);
  return somePrincipal(statement, 'AWS', isStar, 'the principal');
}

/** Some principal of a kind (`AWS`, `Service`, `Federated`) passes a test. */
export function somePrincipal(
  statement: Statement,
  kind: string,
  test: (text: string) => boolean,
  what: string,
): Truth {
  const { principals } = statement;
  const note = `${label(statement)} names ${what}`;
  if (!principals || principals.negated) return truth(false, principals?.members.at ?? statement.at, note);
  return some(
    principals.members,
    (member) =>
      member.kind === kind ? somePattern(member.patterns, test, note) : truth(false, member.patterns.at, note),
    note,
  );
}
