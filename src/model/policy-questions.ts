import { isOpenToInternet } from './cidr';
import type { Condition, Element, Pattern, PolicyDocument, Statement } from './policy';
import { all, is, not, some, truth, type Truth } from './truth';
import type { Settled } from './value';

/** Questions that controls ask of a policy, statement by statement. Another statement's Deny is not weighed. */

export const someStatement = (document: PolicyDocument, test: (statement: Statement) => Truth, note: string): Truth =>
  some(document.statements, test, note);

export const allows = (statement: Statement): Truth => is(statement.effect, (effect) => effect === 'Allow', 'effect');

export const label = ({ sid }: Statement): string => (sid === undefined || sid === '' ? 'a statement' : `"${sid}"`);

/** A pattern as people read it; holes show as `${...}`. */
export const shown = (pattern: Pattern): string =>
  pattern.map((part) => (typeof part === 'string' ? part : '${...}')).join('');

/** The text of a pattern without holes. */
export function literal(pattern: Pattern): string | undefined {
  const [only] = pattern;
  if (only === undefined) return '';
  return pattern.length === 1 && typeof only === 'string' ? only : undefined;
}

/**
 * Tests a pattern's text. A hole that comes from a resource is no wildcard, nor is a text with literal parts `*`; a
 * pattern that is nothing but a free hole decides nothing.
 */
const textPasses = (pattern: Pattern, test: (text: string) => boolean): boolean | undefined => {
  const text = literal(pattern);
  if (text !== undefined) return test(text);
  return pattern.every((part) => typeof part !== 'string' && part.length === 0) ? undefined : test(shown(pattern));
};

function patternPasses(pattern: Settled<Pattern>, test: (text: string) => boolean, note: string): Truth {
  if (pattern.state === 'unknown' && !pattern.among) return is(pattern, () => true, note);
  const candidates = pattern.state === 'known' ? [pattern.value] : (pattern.among ?? []);
  const outcomes = new Set(candidates.map((one) => textPasses(one, test)));
  const holds = outcomes.size === 1 ? [...outcomes][0] : undefined;
  return truth(holds, pattern.at, `${note} "${candidates.map(shown).join('" or "')}"`);
}

/** Some pattern of a list of patterns passes a test of its text. */
export const somePattern = (
  patterns: Settled<readonly Settled<Pattern>[]>,
  test: (text: string) => boolean,
  note: string,
): Truth => some(patterns, (pattern) => patternPasses(pattern, test, note), note);

/** Some pattern of an element passes; of an inverted element (everything but these) none does by itself. */
export function someNamed(
  element: Element | undefined,
  statement: Statement,
  test: (text: string) => boolean,
  what: string,
): Truth {
  const note = `${label(statement)} names ${what}`;
  if (element === undefined || element.negated) return truth(false, element?.patterns.at ?? statement.at, note);
  return somePattern(element.patterns, test, note);
}

export const isStar = (text: string): boolean => /^\*+$/.test(text);

/** The element is everything, or everything but a few. */
export function reachesEverything(element: Element | undefined, statement: Statement, what: string): Truth {
  if (element?.negated) return truth(true, element.patterns.at, `${label(statement)} names every ${what} but some`);
  return someNamed(element, statement, isStar, `the ${what}`);
}

/**
 * Keys whose value says who calls or for whom, and operators that hold a caller to the values named. `IfExists` and
 * `ForAllValues` let a request without the key through.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-checks-validating-policies.html (public access)
 */
const confiningKeys: readonly RegExp[] = [
  /^aws:(source|principal)(account|arn|orgid|orgpaths|owner|ip|vpc|vpce|vpcarn|tag\/.+|servicename|isawsservice)$/i,
  /^aws:(vpcsourceip|vpcevpcid|vpceaccount|vpceorgid|vpceorgpaths|userid|username|calledvia|federatedprovider)$/i,
  /^(kms:calleraccount|kms:viaservice|s3:dataaccesspoint(account|arn)|sns:endpoint|elasticfilesystem:accessedviamounttarget)$/i,
  /^cognito-identity\.amazonaws\.com:aud$|^saml:/i,
  /^lambda:(functionurlauthtype|invokedviafunctionurl|eventsourcetoken|principal)$/i,
];
const confiningOperator =
  /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress|Bool)$/i;

const isOpenValue = (text: string): boolean =>
  isStar(text) ||
  isOpenToInternet([text]) ||
  text.toLowerCase() === 'none' ||
  /^arn:[^:]*:[^:]*:[^:]*:\*?:\*$/.test(text);

/** A condition that only callers somebody named can meet. */
export const confines = (condition: Condition): Truth =>
  all(
    truth(
      confiningOperator.test(condition.operator) && confiningKeys.some((key) => key.test(condition.key)),
      condition.at,
      `condition ${condition.operator} on ${condition.key}`,
    ),
    not(somePattern(condition.values, isOpenValue, `condition on ${condition.key}`)),
  );

export const isConfined = (statement: Statement): Truth =>
  some(statement.conditions, confines, `${label(statement)} has no condition that confines callers`);

export const isUnconditional = (statement: Statement): Truth =>
  is(statement.conditions, (conditions) => conditions.length === 0, `${label(statement)} has conditions`);

/** The principals include everyone: `*`, as AWS principal or alone, or everyone but a few. */
export function includesEveryone(statement: Statement): Truth {
  const { principals } = statement;
  const note = `${label(statement)} names the principal`;
  if (!principals) return truth(false, statement.at, note);
  if (principals.negated) return truth(true, principals.members.at, `${label(statement)} names everyone but some`);
  return some(
    principals.members,
    ({ kind, patterns }) => all(truth(kind === 'AWS', patterns.at, note), somePattern(patterns, isStar, note)),
    note,
  );
}

/** Verbs that only look. A pattern such as `s3:Get*` reaches nothing but what begins so. */
const readingVerb =
  /^(get|list|describe|view|head|batchget|lookup|search|check|query|scan|select|read|estimate|test|validate|preview|simulate|filter|discover|search|tail|startquery|stopquery|generate(credentialreport|servicelast))/i;

/** Whether an action pattern reaches anything that writes or permits. */
export function mayWrite(action: string): boolean {
  const verb = action.slice(action.indexOf(':') + 1);
  return !readingVerb.test(verb);
}

/** `service:*`, or anything as wide as that. */
export const isWholeService = (action: string): boolean => /^([^:]+:)?[*?]*\*[*?]*$/.test(action);

/** Whether an action pattern (with `*` and `?`, in any case) covers an action. */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesGlob(pattern.toLowerCase(), action.toLowerCase());
}

/** Linear in practice and never exponential: backtracks to the last star only. */
function matchesGlob(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
