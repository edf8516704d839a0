import type { PolicyFact } from '../model/fact';
import type { ResourceGraph } from '../model/graph';
import type { Context } from './service';

/**
 * Whose account a policy is in, and which others are one's own: as the input says of the resource, else as a plan that
 * asks who is calling was told, else as the configuration has it.
 */
export function withAccounts(fact: PolicyFact, graph: ResourceGraph, { iam }: Context): PolicyFact {
  const account = fact.subject.account ?? callersAccount(graph) ?? iam?.account;
  const trustedAccounts = iam?.trustedAccounts ?? [];
  return {
    ...fact,
    ...(account !== undefined && { account }),
    ...(trustedAccounts.length > 0 && { trustedAccounts }),
  };
}

function callersAccount(graph: ResourceGraph): string | undefined {
  const numbers = graph.ofType('aws_caller_identity').flatMap(({ properties }) => {
    const number = properties.get('account_id').text();
    return number.state === 'known' ? [number.value] : [];
  });
  const [only, ...others] = new Set(numbers);
  return others.length === 0 ? only : undefined;
}
