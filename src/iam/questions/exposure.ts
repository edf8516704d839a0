import { counterexample, type Answer } from '../decide';
import { missingPhrases } from '../missing';
import type { Policy, PolicySet, Statement } from '../model';
import { showPattern } from '../pattern';
import { holes, isUnknown } from '../text';
import { claimsOf, type Outsider } from './outsiders';
import { onBehalfOfOthers } from './log-delivery';
import { letsAccountsIn } from './principals';
import { scope } from './scope';
import { undecided, type Judgement, type QuestionOptions } from './subject';

/** Questions to a policy of a resource, or the trust policy of a role. */
export interface ExposureOptions extends QuestionOptions {
  /** The account the resource lives in. */
  readonly account?: string;
  /** Other accounts one trusts. */
  readonly trustedAccounts?: readonly string[];
}

const outside = { reference: 'an account outside' };
/** Somebody with an account and names of their own choice. */
const strangers = [
  holes('arn:*:iam::', outside, ':role/', { reference: 'a role outside' }),
  holes('arn:*:iam::', outside, ':role/*'),
  holes('arn:*:iam::', outside, ':user/*'),
];

/** Can somebody use the resource whom no policy mentions: without signing, or with any account at all? */
export function isPublic(
  policies: PolicySet,
  options: QuestionOptions = {},
): Judgement<{ readonly as: 'anyone' | 'any account' }> {
  if (!letsAccountsIn(policies)) return { answer: 'no' };
  const unsigned = ask(policies, anonymous(), { signed: false, knowsSecrets: true }, options);
  if (unsigned.answer === 'yes') return judged(unsigned, { as: 'anyone' as const });
  const signed = ask(
    policies,
    scope({ principals: { AWS: strangers } }),
    { signed: true, knowsSecrets: true },
    options,
  );
  if (signed.answer === 'yes') return judged(signed, { as: 'any account' as const });
  return neither(unsigned, signed);
}

/** Can an account use the resource that is neither its own nor trusted, though the policy may name it? */
export function isCrossAccount(
  policies: PolicySet,
  { account, trustedAccounts = [], ...options }: ExposureOptions = {},
): Judgement<{ readonly principal: string }> {
  if (!letsAccountsIn(policies)) return { answer: 'no' };
  const home =
    account === undefined ? [holes({ reference: 'the account' })] : [account, holes({ reference: 'the account' })];
  const others = scope({ notPrincipals: { AWS: [...home, ...trustedAccounts] } });
  const signed = scope({
    principals: { AWS: ['arn:aws*:iam::*:*', 'arn:aws*:sts::*:*'] },
    // Nor does it come by way of one's own.
    conditions: { StringNotEquals: { 'aws:SourceAccount': [...home, ...trustedAccounts] } },
  });
  const answer = ask(policies, others, { signed: true, knowsSecrets: false, named: true }, options, signed);
  if (answer.answer !== 'yes') return neither(answer);
  const principal = (answer.witness.principal ?? '').replace(/^AWS\|/, '');
  // Where the own account is not known, a number may be it.
  if (account === undefined && /^arn:[^:]*:[^:]*::\d{12}:/.test(principal))
    return undecided([missingPhrases.ownAccount]);
  return judged(answer, { principal });
}

/**
 * Services that act for whoever owns the resource at their other end, so that anybody may send them.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
const deputies = [
  'apigateway', 'aps', 'backup', 'budgets', 'cloudfront', 'cloudtrail', 'cloudwatch', 'codestar-notifications', 'cognito-idp',
  'config', 'delivery.logs', 'elasticloadbalancing', 'events', 'guardduty', 'iot', 'lex', 'logdelivery.elasticloadbalancing',
  'logging.s3', 'logs', 'pinpoint', 's3', 'scheduler', 'ses', 'sns', 'ssm',
]; // prettier-ignore

/** Can a service use the resource on behalf of an account nobody mentions? */
export function isConfusedDeputy(
  policies: PolicySet,
  options: QuestionOptions = {},
): Judgement<{ readonly service: string }> {
  const missing: string[] = [];
  for (const name of deputies.filter((deputy) => mentions(policies, deputy))) {
    const services = [`${name}.amazonaws.com`, `${name}.amazonaws.com.cn`, `${name}.*.amazonaws.com`];
    const deputy = scope({ principals: { Service: services } });
    const outsider = { signed: true, knowsSecrets: true, service: services };
    const answer = ask(policies, deputy, outsider, options, onBehalfOfOthers(name, policies));
    if (answer.answer === 'yes') return judged(answer, { service: `${name}.amazonaws.com` });
    if (answer.answer === 'undecided') missing.push(...answer.missing);
  }
  return missing.length > 0 ? undecided(missing) : { answer: 'no' };
}

/** Whether a statement may let a service in by name or as a service. One open to everyone is a matter of its own. */
const mentions = (policies: PolicySet, service: string): boolean =>
  policies.some(({ statements }) =>
    statements.some(
      ({ principals, conditions }) =>
        principals !== undefined &&
        (isUnknown(principals.patterns) ||
          (!isUnknown(conditions) && conditions.some(({ key }) => aboutServices.has(key))) ||
          principals.patterns.some(
            ({ kind, pattern }) => kind === 'Service' && showPattern(pattern).startsWith(`${service}.`),
          )),
    ),
  );

const aboutServices = new Set([
  'aws:principalisawsservice', 'aws:principalservicename', 'aws:principalservicenameslist',
]); // prettier-ignore

function ask(
  policies: PolicySet,
  who: PolicySet,
  outsider: Outsider,
  options: QuestionOptions,
  and?: PolicySet,
): Answer {
  const claims = scope({ conditions: claimsOf(outsider, policies) });
  return counterexample([policies, who, claims, ...(and ? [and] : [])], [], { withPrincipals: true, ...options });
}

const judged = <D>({ witness, allowedBy }: Extract<Answer, { answer: 'yes' }>, detail: D) => ({
  answer: 'yes' as const,
  witness,
  statements: allowedBy.slice(0, 1),
  ...detail,
});

function neither(...answers: readonly Answer[]): { readonly answer: 'no' } | ReturnType<typeof undecided> {
  const missing = answers.flatMap((answer) => (answer.answer === 'undecided' ? answer.missing : []));
  return missing.length > 0 ? undecided(missing) : { answer: 'no' };
}

/** Everything, for a request that nobody signed. */
function anonymous(): PolicySet {
  const [policy] = scope({});
  const statements = (policy?.statements ?? []).map((statement): Statement => ({
    ...statement,
    principals: { negated: false, patterns: [{ kind: 'Anonymous', pattern: [] }] },
  }));
  return [{ statements } satisfies Policy];
}
