import { App as TerraformApp } from 'cdktn';
import type { App } from 'aws-cdk-lib';
import { build as ciAccount } from '../../fixtures/systems/ci-account/stack';
import { build as ciAccountInTerraform } from '../../fixtures/systems/ci-account/terraform';
import { build as containerPlatform } from '../../fixtures/systems/container-platform/stack';
import { build as containerPlatformInTerraform } from '../../fixtures/systems/container-platform/terraform';
import { build as eventPipeline } from '../../fixtures/systems/event-pipeline/stack';
import { build as eventPipelineInTerraform } from '../../fixtures/systems/event-pipeline/terraform';
import { build as dataLake } from '../../fixtures/systems/data-lake/stack';
import { build as dataLakeInTerraform } from '../../fixtures/systems/data-lake/terraform';
import { build as serverlessApi } from '../../fixtures/systems/serverless-api/stack';
import { build as serverlessApiInTerraform } from '../../fixtures/systems/serverless-api/terraform';
import { build as webApp } from '../../fixtures/systems/web-app/stack';
import { build as webAppInTerraform } from '../../fixtures/systems/web-app/terraform';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { temporaryFolder } from '../support/temporary-folder';
import { newApp } from './support';

function inCdk(build: (app: App) => unknown): () => App {
  return () => {
    const app = newApp({ postCliContext: recommended });
    build(app);
    return app;
  };
}

function inTerraform(build: (app: TerraformApp) => unknown): () => TerraformApp {
  return () => {
    const app = new TerraformApp({ outdir: temporaryFolder() });
    build(app);
    return app;
  };
}

/** Systems as an expert builds them, in both forms, and the number of resources that each has at least. */
export const systems: readonly (readonly [string, () => App | TerraformApp, number])[] = [
  ['CI account in the CDK', inCdk(ciAccount), 50],
  ['CI account in Terraform', inTerraform(ciAccountInTerraform), 85],
  ['container platform in the CDK', inCdk(containerPlatform), 120],
  ['container platform in Terraform', inTerraform(containerPlatformInTerraform), 105],
  ['event pipeline in the CDK', inCdk(eventPipeline), 70],
  ['event pipeline in Terraform', inTerraform(eventPipelineInTerraform), 70],
  ['data lake in the CDK', inCdk(dataLake), 60],
  ['data lake in Terraform', inTerraform(dataLakeInTerraform), 80],
  ['serverless API in the CDK', inCdk(serverlessApi), 50],
  ['serverless API in Terraform', inTerraform(serverlessApiInTerraform), 50],
  ['web application in the CDK', inCdk(webApp), 70],
  ['web application in Terraform', inTerraform(webAppInTerraform), 70],
];
