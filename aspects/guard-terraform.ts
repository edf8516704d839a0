import type { Configuration } from '../src/gate/configuration';
import type { ReportedFinding } from '../src/model/result';
import { optimizingLate } from '../src/late-optimization';
import { readTerraformStacks, type TerraformStackSource } from '../src/readers/cdktf/reader';
import { printable } from '../src/reports/printable';
import { isMarked, mark, within, type ConstructLike } from './constructs';
import { describe, messageOf, spoken } from './describe';
import { inspectOne, type RunOptions } from './settings';

export interface GuardOptions extends RunOptions {
  /** Where warnings and notes go, a line each; to standard error unless said otherwise. */
  readonly print?: (line: string) => void;
}

/** A stack of CDKTF or CDKTN: both mark it with the same symbol. */
interface TerraformStackLike extends ConstructLike {
  toTerraform(): unknown;
}

const isTerraformStack = (construct: object): construct is TerraformStackLike =>
  Symbol.for('cdktf/TerraformStack') in construct && 'toTerraform' in construct;

/**
 * Inspects the stacks of a CDKTF or CDKTN app when it is synthesized:
 *
 *     guardTerraform(app, { preset: 'strict' });
 *
 * What the gate blocks makes synthesis fail; warnings and notes are printed. An app that is guarded already stays as it is.
 */
export function guardTerraform(
  app: ConstructLike,
  configuration: Configuration = {},
  options: GuardOptions = {},
): void {
  if (isMarked(app)) return;
  mark(app);
  const print = options.print ?? ((line: string) => process.stderr.write(`${line}\n`));
  app.node.addValidation({
    validate: () => {
      try {
        return optimizingLate(() => inspectApp(app, configuration, options, print));
      } catch (error) {
        return [`Demarc could not judge this app: ${messageOf(error)}`];
      }
    },
  });
}

function inspectApp(
  app: ConstructLike,
  configuration: Configuration,
  options: RunOptions,
  print: (line: string) => void,
): string[] {
  const input = readTerraformStacks(terraformStacks(app), { path: 'the app' });
  const { inputs } = inspectOne(input, configuration, options);
  const errors = inputs.flatMap(({ error }) => (error === null ? [] : [`Demarc could not judge this app: ${error}`]));
  const findings = inputs.flatMap((judged) => spoken(judged.findings)).filter(({ waiver }) => waiver === null);
  for (const finding of findings)
    if (finding.gate !== 'block') print(`${finding.gate === 'warn' ? 'warning' : 'note'}${inWords(finding)}`);
  for (const { resources, unclassified } of inputs)
    if (resources > 0 && resources === unclassified.length)
      print('warning: NOTHING WAS JUDGED: no service knows any resource of this app');
  return [...errors, ...findings.filter(({ gate }) => gate === 'block').map((finding) => `error${inWords(finding)}`)];
}

/** The stacks of a scope as they are written for Terraform, overrides included. */
export const terraformStacks = (scope: ConstructLike): readonly TerraformStackSource[] =>
  [...within(scope)].filter(isTerraformStack).map((stack) => ({
    name: stack.node.path,
    document: `${stack.node.path}/cdk.tf.json`,
    content: stack.toTerraform(),
  }));

const inWords = (finding: ReportedFinding): string => {
  const { control, fix, resource } = finding;
  return `[${control}]: ${describe(finding)}\n  --> ${printable(resource.constructPath ?? resource.address)}\n  = help: ${printable(fix)}`;
};
