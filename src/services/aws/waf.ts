import { known } from '../../model/value';
import type { Service } from '../service';
import { associations, protectedKey, protectedTypes } from './web-acl';
import { webAclFacts, webAcls } from './web-acl-rules';

/** What web ACLs are associated with states that itself; an association of something else only says that it is one. */
export const waf: Service = {
  name: 'waf',
  types: {
    cloudformation: [
      'AWS::WAF::WebACL',
      'AWS::WAFRegional::WebACL',
      'AWS::WAFRegional::WebACLAssociation',
      'AWS::WAFv2::LoggingConfiguration',
      'AWS::WAFv2::WebACL',
      'AWS::WAFv2::WebACLAssociation',
    ],
    terraform: [
      'aws_waf_web_acl',
      'aws_wafregional_web_acl',
      'aws_wafregional_web_acl_association',
      'aws_wafv2_web_acl',
      'aws_wafv2_web_acl_association',
      'aws_wafv2_web_acl_logging_configuration',
      // Rules of a web ACL, which says what it holds back.
      'aws_wafv2_web_acl_rule',
      'aws_wafv2_web_acl_rule_group_association',
    ],
  },
  *facts(association, graph) {
    if (webAcls.includes(association.type)) yield* webAclFacts(association, graph);
    if (!associations.includes(association.type)) return;
    const target = association.properties.get(protectedKey(association));
    const link = graph.follow(target, protectedTypes);
    if (link.state === 'linked' && link.resource.mode === 'managed') return;
    yield {
      kind: 'firewall',
      noun: 'endpoint of this association',
      subject: association,
      attached: known(true, target.at, 'a web ACL is associated'),
    };
  },
};
