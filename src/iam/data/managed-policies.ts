import type { Policy } from '../model';
import { parsePolicy } from '../parse';
import { lazily, type DataFile, type Origin } from './load';

interface Packed extends DataFile {
  /** JSON of each policy, which is parsed when somebody asks for the policy. */
  readonly policies: Readonly<Record<string, string>>;
}

const load = lazily('managed-policies') as () => Packed;
const parsed = new Map<string, Policy>();

export const managedPoliciesOrigin = (): Origin => load().about;

/** Paths and names of AWS's managed policies: `AdministratorAccess`, `job-function/Billing`. */
export const managedPolicyNames = (): readonly string[] => Object.keys(load().policies);

/**
 * A managed policy of AWS by its ARN (of any partition) or by path and name. `undefined` where the ARN is no such
 * policy's, or the policy is newer than the data.
 */
export function managedPolicy(arn: string): Policy | undefined {
  const name = /^arn:[^:]*:iam::aws:policy\/(.+)$/.exec(arn)?.[1] ?? arn;
  const known = parsed.get(name);
  if (known) return known;
  const { policies } = load();
  const text = Object.hasOwn(policies, name) ? policies[name] : undefined;
  if (text === undefined) return undefined;
  const policy = parsePolicy(JSON.parse(text), name.slice(name.lastIndexOf('/') + 1));
  parsed.set(name, policy);
  return policy;
}

/** Whether an ARN is of a policy that AWS manages, known or not. */
export const isManagedPolicyArn = (arn: string): boolean => /^arn:[^:]*:iam::aws:policy\//.test(arn);
