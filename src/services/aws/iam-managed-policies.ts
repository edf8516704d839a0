import { shown } from '../../model/policy-patterns';
import type { Property } from '../../model/property';

/** The partition may be a hole, the name may not. A path (`job-function/`) may stand before it. */
const awsManagedArn = /^arn:[^:]*:iam::aws:policy\/((?:.+\/)?[\w+=,.@-]+)$/;

/** The path and name of the AWS-managed policy that a property names by its ARN. */
export function awsManagedName(arn: Property): string | undefined {
  const parts = arn.parts();
  return parts.state === 'known' ? awsManagedArn.exec(shown(parts.value))?.[1] : undefined;
}
