import type { Resource } from '../../model/resource';
import { map, otherwise, type Settled } from '../../model/value';

export const balancersV2 = ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'aws_lb', 'aws_alb'];
export const classicBalancers = ['AWS::ElasticLoadBalancing::LoadBalancer', 'aws_elb'];

/**
 * Whether a balancer faces the internet. It does unless it is told to be internal.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
 */
export function facesInternet({ vocabulary, properties }: Resource): Settled<boolean> {
  const because = 'a balancer faces the internet unless it is told to be internal';
  return vocabulary === 'terraform'
    ? map(otherwise(properties.get('internal').flag(), false, because), (internal) => !internal)
    : map(otherwise(properties.get('Scheme').text(), 'internet-facing', because), (scheme) => scheme !== 'internal');
}
