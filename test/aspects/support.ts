import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations, type AppProps } from 'aws-cdk-lib';
import { DemarcPlugin } from '../../aspects';
import type { Configuration } from '../../src/gate/configuration';
import type { RunOptions } from '../../aspects/settings';
import { temporaryFolder } from '../support/temporary-folder';

// The CDK's own validator takes seconds, and is not what is tested.
process.env['CDK_VALIDATION'] = 'false';

/** An app whose assembly is gone after the tests. */
export const newApp = (props: AppProps = {}): App => new App({ outdir: temporaryFolder(), ...props });

export const today = '2026-11-20';
const run: RunOptions = { config: false, today };

/** An app with the plugin, which looks for no configuration file unless a test says so. */
export function guardedApp(configuration: Configuration = {}, more: RunOptions & AppProps = {}): App {
  const { config, environment, baseline, today: day, ...props } = { ...run, ...more };
  const app = newApp(props);
  Validations.of(app).addPlugins(new DemarcPlugin(configuration, { config, environment, baseline, today: day }));
  return app;
}

export interface ReportedViolation {
  readonly ruleName: string;
  readonly description: string;
  readonly severity: string;
  readonly suggestedFix?: string;
  readonly ruleMetadata?: Readonly<Record<string, string>>;
  readonly reason?: string;
  readonly acknowledgedAt?: string;
  readonly violatingConstructs: readonly {
    readonly constructPath: string;
    readonly cloudFormationResource?: {
      readonly templatePath: string;
      readonly logicalId: string;
      readonly propertyPaths?: readonly string[];
    };
    readonly stackTraces?: readonly string[];
  }[];
}

export interface Synthesized {
  /** Whether synthesis went through. */
  readonly passes: boolean;
  readonly message: string;
  readonly violations: readonly ReportedViolation[];
  readonly suppressed: readonly ReportedViolation[];
  /** `control severity path`, sorted. */
  readonly lines: readonly string[];
}

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly ReportedViolation[];
    readonly suppressedViolations?: readonly ReportedViolation[];
  }[];
}

/** Synthesizes as `cdk synth` does, and reads the report that the CDK writes. */
export function synthesized(app: App): Synthesized {
  let message = '';
  try {
    app.synth();
  } catch (error) {
    message = (error as Error).message;
  }
  const file = join(app.outdir, 'validation-report.json');
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : { pluginReports: [] };
  const own = report.pluginReports.filter(({ pluginName }) => pluginName === 'demarc');
  const violations = own.flatMap((one) => one.violations);
  return {
    passes: message === '',
    message,
    violations,
    suppressed: own.flatMap((one) => one.suppressedViolations ?? []),
    lines: violations
      .map((one) => `${one.ruleName} ${one.severity} ${one.violatingConstructs[0]?.constructPath ?? ''}`)
      .sort(),
  };
}

export const ofRule = (violations: readonly ReportedViolation[], rule: string): readonly ReportedViolation[] =>
  violations.filter(({ ruleName }) => ruleName === rule);

// What the CDK prints of warnings is not what is tested.
beforeAll(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
