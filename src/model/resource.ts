import { noProperty, type Property } from './property';
import type { Path } from './value';

/** Many readers, two vocabularies: the CDK speaks CloudFormation; CDKTF, sources and plans speak Terraform. */
export type Vocabulary = 'cloudformation' | 'terraform';

export type Dialect = 'cloudformation' | 'cdk-assembly' | 'terraform-plan' | 'terraform-source' | 'cdktf';

/** What the deployment will do with the resource. Templates do not say, and count as `unknown`. */
export type Action = 'create' | 'update' | 'replace' | 'no-op' | 'read' | 'import' | 'delete' | 'unknown';

/** A place in a file. Lines and columns count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Why nobody can say whether a resource will be there. Those of one condition come and go together. */
export interface Uncertain {
  readonly why: string;
  readonly condition: string;
}

/**
 * One declared thing. Its identity is at hand; its properties may be parsed only when asked for, and so may those of a copy
 * of it. Nothing in it is an accessor: with a getter for each of thousands of resources, each would be a class of its own
 * to the engine, which takes time and memory.
 */
export interface Resource {
  /** Unique in its graph, and the same in the graphs before and after a change. */
  readonly id: string;
  /** What people call it: the Terraform address, or the logical id. */
  readonly address: string;
  /** `AWS::EC2::Volume` or `aws_ebs_volume`. */
  readonly type: string;
  readonly vocabulary: Vocabulary;
  readonly properties: Property;
  /** Attributes beside the properties, in CloudFormation: DeletionPolicy, Metadata. */
  readonly attributes?: Property;
  /** What is said of its whole document, in CloudFormation: the Metadata of the template. */
  readonly documentMetadata?: Property;
  /**
   * `data` for something that is only looked up. It states no facts, unless it is a document that nobody uses, or the
   * block of a provider.
   */
  readonly mode: 'managed' | 'data';
  readonly action: Action;
  /** It may not be there, or be there several times. */
  readonly uncertain?: Uncertain;
  /** Nothing in the input refers to it: a looked-up document that nobody uses, and a provider's block, answer for themselves. */
  readonly unused?: boolean;
  /** Path of the document (a template, a plan) it stands in. */
  readonly document: string;
  readonly constructPath?: string;
  /** A tool made it for its own needs, and whoever wrote the code cannot change it: what would warn is noted. */
  readonly madeByTool?: boolean;
  readonly stack?: string;
  /** Account and region it will be deployed to, as far as the input says. */
  readonly account?: string;
  readonly region?: string;
  /** `aws` of `registry.terraform.io/hashicorp/aws`; absent in CloudFormation. */
  readonly provider?: string;
  /** Where the input has several sets of credentials, and so accounts: which one makes it. Absent for the main one. */
  readonly credentials?: string;
  /** The id it had before a `moved` block renamed it. */
  readonly previousId?: string;
  /** Where a property (or the resource itself, for an empty path) was written, as far as the reader knows. */
  readonly locate?: (path: Path) => Location | undefined;
  /** Where the value of a property comes from, beyond the place where it is written: a module's argument, a default. */
  readonly origins?: (path: Path) => readonly Location[];
}

/**
 * Reads a property by its spelling in the resource's vocabulary; keys are separated by dots. A property that the
 * vocabulary does not have is absent (the path says which one that would be).
 */
export const property = (resource: Resource, cloudformation: string | null, terraform: string | null): Property =>
  member(resource.properties, resource.vocabulary, cloudformation, terraform);

/** The same below a property: a block, an item of a list. */
export function member(
  parent: Property,
  vocabulary: Vocabulary,
  cloudformation: string | null,
  terraform: string | null,
): Property {
  const spelling = vocabulary === 'cloudformation' ? cloudformation : terraform;
  return spelling === null ? parent.get(noProperty) : parent.get(...spelling.split('.'));
}
