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
 * One declared thing. Its identity is at hand; its properties may be parsed only when asked for. What it says may be an
 * accessor of a class, which spread syntax passes over: {@link retold} makes copies.
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
  readonly attributes?: Property | undefined;
  /** What is said of its whole document, in CloudFormation: the Metadata of the template. */
  readonly documentMetadata?: Property | undefined;
  /**
   * `data` for something that is only looked up. It states no facts, unless it is a document that nobody uses, or the
   * block of a provider.
   */
  readonly mode: 'managed' | 'data';
  readonly action: Action;
  /** It may not be there, or be there several times. */
  readonly uncertain?: Uncertain | undefined;
  /** Nothing in the input refers to it: a looked-up document that nobody uses, and a provider's block, answer for themselves. */
  readonly unused?: boolean | undefined;
  /** Path of the document (a template, a plan) it stands in. */
  readonly document: string;
  readonly constructPath?: string | undefined;
  /** A tool made it for its own needs, and whoever wrote the code cannot change it: what would warn is noted. */
  readonly madeByTool?: boolean | undefined;
  readonly stack?: string | undefined;
  /** Account and region it will be deployed to, as far as the input says. */
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  /** `aws` of `registry.terraform.io/hashicorp/aws`; absent in CloudFormation. */
  readonly provider?: string | undefined;
  /** Where the input has several sets of credentials, and so accounts: which one makes it. Absent for the main one. */
  readonly credentials?: string | undefined;
  /** The id it had before a `moved` block renamed it. */
  readonly previousId?: string | undefined;
  /** Where a property (or the resource itself, for an empty path) was written, as far as the reader knows. */
  readonly locate?: ((path: Path) => Location | undefined) | undefined;
  /** Where the value of a property comes from, beyond the place where it is written: a module's argument, a default. */
  readonly origins?: ((path: Path) => readonly Location[]) | undefined;
}

/** A resource of which some things are told otherwise. */
export function retold(resource: Resource, otherwise: Partial<Resource>): Resource {
  const told: { readonly [Key in keyof Required<Resource>]: Resource[Key] } = {
    id: resource.id,
    address: resource.address,
    type: resource.type,
    vocabulary: resource.vocabulary,
    properties: resource.properties,
    attributes: resource.attributes,
    documentMetadata: resource.documentMetadata,
    mode: resource.mode,
    action: resource.action,
    uncertain: resource.uncertain,
    unused: resource.unused,
    document: resource.document,
    constructPath: resource.constructPath,
    madeByTool: resource.madeByTool,
    stack: resource.stack,
    account: resource.account,
    region: resource.region,
    provider: resource.provider,
    credentials: resource.credentials,
    previousId: resource.previousId,
    locate: resource.locate,
    origins: resource.origins,
  };
  return { ...told, ...otherwise };
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
