import type { Element, Pattern, Statement } from '../../model/policy';
import { shown } from '../../model/policy-patterns';
import type { Property } from '../../model/property';
import { known, type Place } from '../../model/value';

interface Grant {
  readonly actions?: readonly string[];
  readonly exceptActions?: readonly string[];
}

/**
 * AWS's own policies that give away an account or the management of its identities: what they allow on every resource.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/IAMFullAccess.html (v2, 2019-06-21)
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/PowerUserAccess.html (v12, 2026-02-12; its second statement, of reads and service-linked roles, is left out)
 */
const documents: ReadonlyMap<string, readonly Grant[]> = new Map<string, readonly Grant[]>([
  ['AdministratorAccess', [{ actions: ['*'] }]],
  ['IAMFullAccess', [{ actions: ['iam:*'] }]],
  ['PowerUserAccess', [{ exceptActions: ['iam:*', 'organizations:*', 'account:*'] }]],
]);

/** The partition may be a hole, the name may not. A path (`job-function/`) may stand before it. */
const awsManagedArn = /^arn:[^:]*:iam::aws:policy\/(?:.+\/)?([\w+=,.@-]+)$/;

/** The name of the AWS-managed policy that a property names by its ARN. */
export function awsManagedName(arn: Property): string | undefined {
  const parts = arn.parts();
  return parts.state === 'known' ? awsManagedArn.exec(shown(parts.value))?.[1] : undefined;
}

/** What an AWS-managed policy allows; undefined for one whose document is not known here. */
export function awsManagedStatements(name: string, at: Place): readonly Statement[] | undefined {
  return documents.get(name)?.map(({ actions, exceptActions }) => ({
    at,
    sid: name,
    effect: known('Allow', at),
    actions: element(actions ?? exceptActions ?? [], actions === undefined, at),
    resources: element(['*'], false, at),
    conditions: known([], at),
  }));
}

const element = (texts: readonly string[], negated: boolean, at: Place): Element => ({
  negated,
  patterns: known(
    texts.map((text) => known<Pattern>([text], at)),
    at,
  ),
});
