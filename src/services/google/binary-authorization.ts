import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { all, is, settledTruth } from '../../model/truth';
import { otherwise } from '../../model/value';
import type { Service } from '../service';

/**
 * Which images may be started in a project, unless a rule for one cluster says otherwise.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/binary_authorization_policy
 */
export const binaryAuthorization: Service = {
  name: 'binary-authorization',
  types: {
    terraform: [
      // Says who attests to images: whether they must is said by the policy.
      'google_binary_authorization_attestor',
      'google_binary_authorization_policy',
    ],
  },
  facts: (resource) => (resource.type === 'google_binary_authorization_policy' ? [policyFact(resource)] : []),
};

function policyFact(policy: Resource): Fact {
  const rule = policy.properties.get('default_admission_rule');
  return {
    subject: policy,
    noun: 'Binary authorization policy',
    kind: 'code-signing',
    enforced: settledTruth(
      all(
        is(
          otherwise(rule.get('evaluation_mode').text(), 'ALWAYS_ALLOW', 'it must be written'),
          (mode) => mode !== 'ALWAYS_ALLOW',
          'evaluation of images',
        ),
        is(
          otherwise(rule.get('enforcement_mode').text(), 'DRYRUN_AUDIT_LOG_ONLY', 'it must be written'),
          (mode) => mode === 'ENFORCED_BLOCK_AND_AUDIT_LOG',
          'what is done with images that are refused',
        ),
      ),
      rule.at,
    ),
  };
}
