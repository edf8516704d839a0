import { known } from '../../model/value';
import type { Service } from '../service';
import { associations, protectedKey, protectedTypes } from './web-acl';

/** What web ACLs are associated with states that itself; an association of something else only says that it is one. */
export const waf: Service = {
  name: 'waf',
  types: {
    cloudformation: ['AWS::WAFRegional::WebACLAssociation', 'AWS::WAFv2::WebACLAssociation'],
    terraform: ['aws_wafregional_web_acl_association', 'aws_wafv2_web_acl_association'],
  },
  *facts(association, graph) {
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
