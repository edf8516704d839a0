import type { Fact } from '../model/fact';
import type { ResourceGraph } from '../model/graph';
import type { Resource, Vocabulary } from '../model/resource';

/** What a service may know beside the graph. */
export interface Context {
  /** Today, as `YYYY-MM-DD`: what is a default depends on the date. */
  readonly today: string;
  /** Major version of the Terraform provider that will apply the resource, by the provider's short name. */
  readonly providerVersion: (provider: string) => number | undefined;
  /** What the configuration says of the account: switches a template cannot show. */
  readonly assume: Readonly<Record<string, boolean | string>>;
  /** What policies are held against, as the configuration says. */
  readonly iam?: {
    /** The policy that every identity policy must stay within: a JSON document. */
    readonly reference?: object;
    /** The account that is deployed to, where the input does not say. */
    readonly account?: string;
    /** Other accounts of one's own. */
    readonly trustedAccounts: readonly string[];
  };
}

/** What the resources of one service mean. Adding a service is adding one of these. */
export interface Service {
  /** The service's short name as people say it: `ebs`. */
  readonly name: string;
  readonly types: Readonly<Partial<Record<Vocabulary, readonly string[]>>>;
  /** It states its facts beside those of another service of the same types: a plugin's. */
  readonly beside?: boolean;
  /**
   * States what a resource means for each concern. A companion states its facts of the resource it belongs to, or of
   * itself where that resource is not in the graph. What is not settled is stated as unknown: never silence.
   */
  facts(resource: Resource, graph: ResourceGraph, context: Context): Iterable<Fact>;
}
