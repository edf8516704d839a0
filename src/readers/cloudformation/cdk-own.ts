/**
 * Whether the CDK made a resource for its own needs: the function behind a custom resource, its role and its log group,
 * once a stack. Their constructs have a name of a purpose and a fixed id (`SingletonFunction`), or are called after the
 * custom resource that they provide.
 * Source: aws-lambda/lib/singleton-lambda.ts and core/lib/custom-resource-provider of aws-cdk-lib.
 */
export const isCdkOwn = (constructPath: string): boolean =>
  constructPath
    .split('/')
    .some((id) => /^[A-Za-z]{0,100}[0-9a-f]{32}$/.test(id) || /^Custom::\w{1,100}CustomResourceProvider$/.test(id));
