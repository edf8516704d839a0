import { changesThings, type AccessLevel, type Action } from '../data/actions';
import { missingPhrases } from '../missing';
import type { PolicySet, StatementReference } from '../model';
import { actionsIn, allowedServices, unknownActions } from './candidates';
import { isReach, isUnconfined, reachesAll, type Reach } from './reach';
import { holes } from '../text';
import { certain } from './certain';
import { undecided, type Identity, type Judgement, type QuestionOptions } from './subject';
import { whollyOpen } from './unknowns';
import { reachingUnnamed } from './unnamed';

export interface UnscopedAction {
  readonly action: string;
  readonly levels: readonly AccessLevel[];
  /** The resource type all of which it reaches. */
  readonly resourceType: string;
  readonly statement: StatementReference | undefined;
}

/**
 * Actions that can be confined and seldom are: telemetry of the caller, network interfaces of functions, images that come
 * through a cache, the agent's own registration. AWS grants them on every resource in the policies it manages for
 * functions and machines (AWSLambdaBasicExecutionRole, AWSLambdaVPCAccessExecutionRole, AWSXRayDaemonWriteAccess,
 * CloudWatchAgentServerPolicy, AmazonEC2ContainerRegistryPullOnly, AmazonSSMManagedInstanceCore).
 */
const usuallyUnscoped = new Set([
  'cloudwatch:putmetricdata', 'ec2:assignprivateipaddresses', 'ec2:createnetworkinterface', 'ec2:deletenetworkinterface',
  'ec2:unassignprivateipaddresses', 'ecr:batchimportupstreamimage', 'logs:createloggroup', 'logs:createlogstream',
  'logs:putlogevents', 'logs:putretentionpolicy', 'ssm:putcomplianceitems', 'ssm:putconfigurepackageresult', 'ssm:putinventory',
  'ssm:updateassociationstatus', 'ssm:updateinstanceassociationstatus', 'ssm:updateinstanceinformation',
]); // prettier-ignore

export interface ScopeOptions extends QuestionOptions {
  /** The actions asked about; those that change things if not given. */
  readonly about?: (action: Action) => boolean;
  /** Prefixes of the services that have such actions; any if not given. */
  readonly services?: ReadonlySet<string>;
  /** How many actions to name before stopping. */
  readonly atMost?: number;
}

/** What leaves so many actions open one after the other (a policy that may deny anything) leaves the others open too. */
const patience = 100;

/**
 * Which actions, that could be confined to named resources, are allowed on all resources of a type without a condition?
 * Actions that take no resource are never among them.
 */
export function unscopedActions(
  identity: Identity,
  { about = changesThings, services, atMost = 25, ...options }: ScopeOptions = {},
): Judgement<{ readonly actions: readonly UnscopedAction[]; readonly more: boolean }> {
  const unread = whollyOpen(identity);
  if (unread) return unread;
  const found: UnscopedAction[] = [];
  let shown: Reach | undefined;
  const missing: string[] = [];
  // What is certain first. Without it one action that nobody can tell of is enough to stop.
  for (const policies of new Set([certain(identity.policies), identity.policies])) {
    if (found.length > 0) break;
    let open = 0;
    for (const action of candidates(reachingUnnamed(policies), about, services)) {
      const reach = reachesAll(identity, action, options);
      if (isReach(reach)) {
        shown ??= reach;
        found.push(unscoped(action, reach));
      } else if (reach && policies === identity.policies) missing.push(...reach);
      if (reach) open = isReach(reach) ? 0 : open + 1;
      if (open >= patience || found.length >= atMost || (found.length === 0 && missing.length > 0)) break;
    }
  }
  if (shown) {
    const statements = [
      ...new Map(found.map(({ statement }) => [JSON.stringify(statement), statement])).values(),
    ].flatMap((statement) => statement ?? []);
    return { answer: 'yes', witness: shown.answer.witness, statements, actions: found, more: found.length >= atMost };
  }
  // What an action does that the data do not know, nobody can say; but it is none of those asked for by name.
  if (about === changesThings) missing.push(...unjudged(identity, options));
  return missing.length > 0 ? undecided(missing) : { answer: 'no' };
}

const unscoped = ({ name, levels }: Action, { type, answer }: Reach): UnscopedAction => ({
  action: name,
  levels,
  resourceType: type.name,
  statement: answer.allowedBy[0],
});

/** The actions worth asking about. */
function* candidates(
  policies: PolicySet,
  about: (action: Action) => boolean,
  services: ReadonlySet<string> | undefined,
): Generator<Action> {
  for (const prefix of allowedServices(policies)) {
    if (services && !services.has(prefix)) continue;
    for (const action of actionsIn(prefix, policies))
      if (about(action) && !usuallyUnscoped.has(action.name.toLowerCase())) yield action;
  }
}

const anything = holes('arn:*:*:*:*:*');

/** Actions the data do not know, allowed on everything: nobody can say whether they could be confined. */
const unjudged = (identity: Identity, options: QuestionOptions): readonly string[] =>
  unknownActions(reachingUnnamed(identity.policies)).flatMap((action) => {
    const answer = isUnconfined(identity, action, anything, options);
    if (answer.answer === 'yes') return [missingPhrases.confinable(action)];
    return answer.answer === 'undecided' ? answer.missing : [];
  });
