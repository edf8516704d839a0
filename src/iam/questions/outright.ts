import { actionPlace } from '../compile';
import type { Answer, Witness } from '../decide';
import { globsOfText } from '../globs';
import { contains } from '../language';
import type { Element, Pattern, PolicySet, Statement, StatementReference } from '../model';
import { plainText } from '../pattern';
import { referenceTo } from '../reference';
import { isUnknown } from '../text';
import { setsOf, type Identity } from './subject';

/**
 * What the text of policies answers before anything is compiled: a statement that names an action, on every resource and
 * without a condition, allows or denies every request for it. Where no such statement decides, or something that is not
 * known might, nothing is said here, and the exact question is left to ask.
 */
type Verdict = 'refused' | StatementReference;

/** The same of every set that a principal is kept within. */
export type Outright =
  { readonly answer: 'no' } | { readonly answer: 'yes'; readonly allowedBy: readonly StatementReference[] };

/** Whether every request for an action is allowed, or none, whatever its resource. `undefined` where the text does not say. */
export function outright(identity: Identity, action: string): Outright | undefined {
  const name = action.toLowerCase();
  const allowedBy: StatementReference[] = [];
  let open = false;
  for (const set of setsOf(identity)) {
    const verdict = verdictOf(rulesOf(set), name);
    if (verdict === 'refused') return { answer: 'no' };
    if (verdict) allowedBy.push(verdict);
    else open = true;
  }
  return open ? undefined : { answer: 'yes', allowedBy };
}

/** An answer whose request is looked for when somebody wants to see it, as few are shown of many. */
class Shown {
  readonly answer = 'yes';

  constructor(
    readonly allowedBy: readonly StatementReference[],
    private readonly action: string,
    private readonly ask: () => Answer,
  ) {}

  get witness(): Witness {
    const answer = this.ask();
    return answer.answer === 'yes' ? answer.witness : { action: this.action, resource: '*', context: {} };
  }
}

/** The answer to a question about an action: from the text where that says it, else by asking. */
export function answered(identity: Identity, action: string, ask: () => Answer): Answer {
  const told = outright(identity, action);
  return told?.answer === 'yes' ? new Shown(told.allowedBy, action, ask) : (told ?? ask());
}

/** A statement by what its text says. */
interface Rule {
  readonly reference: StatementReference;
  readonly effect: Statement['effect'];
  /** On every resource, unconditionally. */
  readonly plain: boolean;
  readonly negated: boolean;
  readonly actions: Element['patterns'];
}

function verdictOf(rules: readonly Rule[], action: string): Verdict | undefined {
  let allowing: Rule | undefined;
  let open = false;
  for (const rule of rules) {
    const named = names(rule, action);
    if (named === false) continue;
    const certain = named === true && rule.plain;
    if (rule.effect === 'Deny' && certain) return 'refused';
    if (rule.effect === 'Allow' && (allowing || certain)) allowing ??= rule;
    else open = true;
  }
  return open ? undefined : (allowing?.reference ?? 'refused');
}

const remembered = new WeakMap<PolicySet, readonly Rule[]>();

function rulesOf(set: PolicySet): readonly Rule[] {
  const known = remembered.get(set);
  if (known) return known;
  const rules = set.flatMap((policy, place) =>
    policy.statements.map((statement): Rule => {
      const { effect, actions, resources, principals, conditions } = statement;
      return {
        reference: referenceTo(statement, policy, place),
        effect,
        plain: isEverything(resources) && !principals && !isUnknown(conditions) && conditions.length === 0,
        negated: actions.negated,
        actions: actions.patterns,
      };
    }),
  );
  remembered.set(set, rules);
  return rules;
}

const isEverything = (resources: Element | undefined): boolean =>
  !resources || (!resources.negated && !isUnknown(resources.patterns) && resources.patterns.some(isStar));

const isStar = ([piece, ...others]: Pattern): boolean =>
  piece?.kind === 'text' && piece.text === '*' && others.length === 0;

/** Whether a statement names an action; `undefined` where that is not known. */
function names({ negated, actions }: Rule, action: string): boolean | undefined {
  if (isUnknown(actions)) return undefined;
  let open = false;
  for (const pattern of actions) {
    const text = plainText(pattern);
    if (text === undefined) open = true;
    else if (contains(globsOfText(text, actionPlace), action)) return !negated;
  }
  return open ? undefined : negated;
}
