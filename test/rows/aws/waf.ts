import { merged } from '../../support/store-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { webAclRows } from './web-acl';

export const wafRows: ServiceRows = {
  service: 'waf',
  controls: merged(webAclRows, {
    'firewall-attached': {
      association: {
        cloudformation: 'AWS::WAFv2::WebACLAssociation',
        terraform: 'aws_wafv2_web_acl_association',
        rows: [
          ['pass', 'what it protects is elsewhere', { ResourceArn: 'arn:1' }, { resource_arn: 'arn:1' }],
          [
            'silent',
            'what it protects answers for it',
            system(
              { ResourceArn: refer('balancer') },
              { balancer: { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', properties: {} } },
            ),
            system({ resource_arn: refer('balancer') }, { balancer: { type: 'aws_lb', properties: {} } }),
          ],
        ],
      },
      'regional association': {
        cloudformation: 'AWS::WAFRegional::WebACLAssociation',
        terraform: 'aws_wafregional_web_acl_association',
        rows: [['pass', 'what it protects is elsewhere', { ResourceArn: 'arn:1' }, { resource_arn: 'arn:1' }]],
      },
    },
  }),
};
