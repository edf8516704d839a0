import type { Policy } from '../model';
import { parsePolicy } from '../parse';
import type { Origin } from './load';
import { pagesIn } from './pages';

const load = pagesIn<object>('managed-policies');
const parsed = new Map<string, Policy>();

export const managedPoliciesOrigin = (): Origin => load().about;

/** Paths and names of AWS's managed policies: `AdministratorAccess`, `job-function/Billing`. */
export const managedPolicyNames = (): readonly string[] => load().names;

/**
 * A managed policy of AWS by its ARN (of any partition) or by path and name. `undefined` where the ARN is no such
 * policy's, or the policy is newer than the data.
 */
export function managedPolicy(arn: string): Policy | undefined {
  const name = /^arn:[^:]*:iam::aws:policy\/(.+)$/.exec(arn)?.[1] ?? arn;
  const known = parsed.get(name);
  if (known) return known;
  const document = load().entry(name);
  if (!document) return undefined;
  const policy = parsePolicy(document, name.slice(name.lastIndexOf('/') + 1));
  parsed.set(name, policy);
  return policy;
}

/** Whether an ARN is of a policy that AWS manages, known or not. */
export const isManagedPolicyArn = (arn: string): boolean => /^arn:[^:]*:iam::aws:policy\//.test(arn);
