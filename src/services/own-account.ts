import type { PolicyFact } from '../model/fact';
import type { ResourceGraph } from '../model/graph';
import { oncePerGraph } from '../model/per-graph';
import { accountLookups, logDeliveryAccounts } from './aws/provider-accounts';
import { seenFromAccount } from './account-symbols';
import type { Context } from './service';

/** Accounts of the provider that write records to its customers' resources: known ones, and those that are looked up. */
const providersAccounts = oncePerGraph((graph): readonly string[] => [
  ...logDeliveryAccounts,
  ...lookedUp(graph, accountLookups, 'id'),
]);

/**
 * Whose account a policy is in, and which others are one's own: as the input says of the resource, else as a plan that
 * asks who is calling was told, else as the configuration has it.
 */
export function withAccounts(fact: PolicyFact, graph: ResourceGraph, { iam }: Context): PolicyFact {
  const account = fact.subject.account ?? callersAccount(graph) ?? iam?.account;
  const trustedAccounts = [
    ...(iam?.trustedAccounts ?? []),
    ...(fact.role === 'resource' ? providersAccounts(graph) : []),
  ];
  const { document, ...rest } = fact;
  return {
    document: seenFromAccount(document, fact.subject),
    ...rest,
    ...(account !== undefined && { account }),
    ...(trustedAccounts.length > 0 && { trustedAccounts }),
  };
}

function callersAccount(graph: ResourceGraph): string | undefined {
  const [only, ...others] = new Set(lookedUp(graph, ['aws_caller_identity'], 'account_id'));
  return others.length === 0 ? only : undefined;
}

const lookedUp = (graph: ResourceGraph, types: readonly string[], key: string): readonly string[] =>
  graph.ofType(...types).flatMap(({ properties }) => {
    const number = properties.get(key).text();
    return number.state === 'known' ? [number.value] : [];
  });
