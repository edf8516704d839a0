import { isUnconditional, isNarrowed } from './policy-conditions';
import { isPlain, isStar, label, matchesAction, reachesEvery, shown, somePattern, type Kind } from './policy-patterns';
import type { Element, PolicyDocument, Statement } from './policy';
import { all, any, is, not, some, truth, type Truth } from './truth';

/** Questions that controls ask of a policy, statement by statement. Of other statements, only a plain Deny is weighed. */

export const someStatement = (document: PolicyDocument, test: (statement: Statement) => Truth, note: string): Truth =>
  some(document.statements, test, note);

export const allows = (statement: Statement): Truth =>
  unsaid(is(statement.effect, (effect) => effect === 'Allow', 'effect'));

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

/** The resources of a statement are all there are, by one pattern. */
export const reachesEverything = (statement: Statement): Truth =>
  someNamed(
    statement.resources,
    statement,
    (text) => isStar(text) || reachesEvery(text, { service: '*', name: '*' }),
    'the resource',
  );

/** The resources of a statement include all of a kind. */
export const reachesKind = (statement: Statement, kind: Kind): Truth =>
  covers(statement.resources, statement, (text) => reachesEvery(text, kind), 'the resource');

/** The resources of a statement are all there are, or all of a service some of whose named actions pass a test. */
export function reachesServices(statement: Statement, test: (action: string) => boolean): Truth {
  const named = namedActions(statement.actions);
  const services = named.texts.filter(test).map(serviceOf);
  const reaches = (pattern: string, service: string) =>
    reachesEvery(pattern, { service: service === '*' ? (pattern.split(':')[2] ?? '*') : service, name: '*' });
  const known = someNamed(
    statement.resources,
    statement,
    (text) => isStar(text) || services.some((service) => reaches(text, service)),
    'the resource',
  );
  if (named.complete) return known;
  const anyService = someNamed(statement.resources, statement, (text) => reaches(text, '*'), 'the resource');
  return any(known, all(truth(undefined, statement.actions.patterns.at, 'not every action is known'), anyService));
}

/** The actions that are known to the letter, and whether there are no others. */
function namedActions({ patterns }: Element): { readonly texts: readonly string[]; readonly complete: boolean } {
  const listed = patterns.state === 'known' ? patterns.value : [];
  const plain = listed.flatMap((one) => (one.state === 'known' && isPlain(one.value) ? [one.value] : []));
  return { texts: plain.map(shown), complete: patterns.state === 'known' && plain.length === listed.length };
}

/** The service of an action pattern; `*` for every one. */
export const serviceOf = (action: string): string =>
  action.includes(':') ? action.slice(0, action.indexOf(':')).toLowerCase() : '*';

/** The actions of a statement include one. */
export const namesAction = (statement: Statement, action: string): Truth =>
  covers(statement.actions, statement, (pattern) => matchesAction(pattern, action), 'the action');

/** Something a policy may let its principal do to every resource of a kind. */
export interface Power {
  readonly action: string;
  readonly on: Kind;
}

/**
 * Whether a policy allows one of several actions on every resource that they work on, under no condition that narrows
 * the grant, and without a plain Deny that takes it back.
 */
export function grantsSome(document: PolicyDocument, powers: readonly Power[], note: string): Truth {
  const grants = (statement: Statement): Truth => {
    const named = powersNamed(statement, powers);
    if (named.length === 0) return truth(false, statement.at, `${label(statement)} names no such action`);
    return all(
      allows(statement),
      any(
        ...named.map((power) =>
          all(
            namesAction(statement, power.action),
            reachesKind(statement, power.on),
            unsaid(not(denies(document, power))),
          ),
        ),
      ),
      unsaid(not(isNarrowed(statement))),
    );
  };
  return said(someStatement(document, grants, note));
}

/** The powers that a statement may name. Quick: most statements name none of those that a control asks for. */
function powersNamed({ actions }: Statement, powers: readonly Power[]): readonly Power[] {
  const { texts, complete } = namedActions(actions);
  if (actions.negated || !complete) return powers;
  return powers.filter(({ action }) => texts.some((text) => matchesAction(text, action)));
}

/** A Deny without conditions of an action on every resource of a kind. */
export const denies = (document: PolicyDocument, { action, on }: Power): Truth =>
  someStatement(
    document,
    (statement) =>
      all(
        is(statement.effect, (effect) => effect === 'Deny', 'effect'),
        namesAction(statement, action),
        reachesKind(statement, on),
        isUnconditional(statement),
      ),
    'a Deny',
  );

/** A premise that goes without saying while it holds. */
export const unsaid = (premise: Truth): Truth => (premise.holds === true ? { ...premise, because: [] } : premise);

/** Every witness once. */
export function said({ holds, because }: Truth): Truth {
  const seen = new Map(because.map((witness) => [JSON.stringify([witness.at, witness.note]), witness]));
  return { holds, because: [...seen.values()] };
}

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
