import { actionNamed, changesThings, type Action } from '../data/actions';
import { escalationPaths } from '../data/escalation';
import { sensitiveActions } from '../data/sensitive-actions';
import type { Answer } from '../decide';
import type { Policy, PolicySet, Statement, StatementReference } from '../model';
import { referenceTo } from '../reference';
import { isUnknown } from '../text';
import { allowedActions } from './candidates';
import { isReach, reachesAll } from './reach';
import { undecided, type Identity, type Judgement, type QuestionOptions } from './subject';

export interface InvertedGrant {
  readonly statement: StatementReference;
  readonly element: 'NotAction' | 'NotResource';
  /** Actions it reaches all resources of a type with; the most telling ones. */
  readonly actions: readonly string[];
}

/**
 * Which statements allow everything but a few actions, or on everything but a few resources? What other statements deny
 * does not count, and a grant that stays within named resources is none.
 */
export function invertedGrants(
  identity: Identity,
  options: QuestionOptions = {},
): Judgement<{ readonly grants: readonly InvertedGrant[] }> {
  const grants: InvertedGrant[] = [];
  const missing: string[] = [];
  let shown: Extract<Answer, { answer: 'yes' }> | undefined;
  for (const [place, policy] of identity.policies.entries())
    for (const statement of policy.statements) {
      if (isUnknown(statement.effect) && isUnknown(statement.actions.patterns)) missing.push(statement.effect.why);
      const element = invertedElement(statement);
      if (!element) continue;
      const alone = { ...identity, policies: onlyAllowing(identity.policies, statement) };
      const reached = candidates(element, alone.policies).flatMap((action) => {
        const reach = reachesAll(alone, action, options);
        if (isReach(reach)) {
          shown ??= reach.answer;
          return [action.name];
        }
        missing.push(...(reach ?? []));
        return [];
      });
      if (reached.length > 0)
        grants.push({ statement: referenceTo(statement, policy, place), element, actions: reached });
    }
  if (shown)
    return { answer: 'yes', witness: shown.witness, statements: grants.map(({ statement }) => statement), grants };
  return missing.length > 0 ? undecided(missing) : { answer: 'no' };
}

function invertedElement({ effect, actions, resources }: Statement): InvertedGrant['element'] | undefined {
  if (effect === 'Deny') return undefined;
  if (actions.negated) return 'NotAction';
  return resources?.negated ? 'NotResource' : undefined;
}

/** The policies with one allowing statement left, and all that deny. */
const onlyAllowing = (set: PolicySet, kept: Statement): PolicySet =>
  set.map((policy): Policy => ({
    ...policy,
    statements: policy.statements.filter((one) => one === kept || one.effect === 'Deny' || isUnknown(one.effect)),
  }));

const tellingLimit = 20;

/** Of everything but some actions the dangerous ones tell; of named actions, those that change things before the others. */
function candidates(element: InvertedGrant['element'], set: PolicySet): readonly Action[] {
  if (element === 'NotAction') return telling();
  const [changing, others]: [Action[], Action[]] = [[], []];
  for (const action of allowedActions(set)) {
    (changesThings(action) ? changing : others).push(action);
    if (changing.length >= tellingLimit) break;
  }
  return [...changing, ...others].slice(0, tellingLimit);
}

let dangerous: readonly Action[] | undefined;
function telling(): readonly Action[] {
  const names = [
    ...escalationPaths().flatMap(({ actions }) => actions),
    ...(['data', 'credentials', 'exposure'] as const).flatMap(sensitiveActions),
  ];
  dangerous ??= [...new Set(names)].flatMap((name) => actionNamed(name) ?? []);
  return dangerous;
}
