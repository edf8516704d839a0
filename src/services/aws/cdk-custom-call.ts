import type { PolicyDocument } from '../../model/policy';
import { property, type Resource } from '../../model/resource';
import { policyDocument } from './policy-document';

/** Where a custom resource of the CDK (`AwsCustomResource`) writes the call that sets something up, as a JSON text. */
export const customCall = 'Create';

/**
 * The policy that a call sets. A call that cannot be read may set any.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.custom_resources.AwsSdkCall.html
 */
export function calledWith(custom: Resource, parameter: string): PolicyDocument | undefined {
  const call = property(custom, customCall, null);
  const document = call.document();
  return policyDocument(document.state === 'known' ? document.value.get('parameters', parameter) : call);
}
