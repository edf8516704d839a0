import { ConfigurationError } from '../../gate/configuration-error';
import { loadConfiguration, usingConfiguration, type LoadedConfiguration } from '../../gate/load-configuration';
import type { GateOptions } from '../../gate/settings';
import { inspect } from '../../inspect';
import type { Result } from '../../model/result';
import { UnreadableInput } from '../../readers/input';
import { memorySource } from '../../readers/source';
import { readTerraformPlan } from '../../readers/terraform-plan';
import { verdictText } from '../../reports/summary';
import { line, outcomesOf } from './outcomes';
import type { Outcome, TaskStatus } from './task-result';

/** How plans are judged: what whoever runs the server said. Nothing in a plan has a say in it. */
export interface JudgingOptions {
  readonly gate: Omit<GateOptions, 'today' | 'targetOf' | 'allowIncomplete'>;
  /** The configuration file; without one there is no configuration. It is read anew for each plan. */
  readonly config: string | undefined;
  /** The folder that its name is relative to. */
  readonly from: string;
}

/** What is told of a plan. */
export interface Judgement {
  readonly status: Exclude<TaskStatus, 'running'>;
  readonly message: string;
  readonly outcomes: readonly Outcome[];
}

/** Judges a plan. What cannot be judged has failed. */
export function judgePlan(plan: Buffer, { gate, config, from }: JudgingOptions): Judgement {
  try {
    const configuration = configurationOf(config, from);
    return judgementOf(inspectPlan(plan, { ...gate, today: new Date().toISOString().slice(0, 10) }, configuration));
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { status: 'failed', message: line(`could not judge: ${error.message}`), outcomes: [] };
  }
}

/** @throws ConfigurationError when the file cannot be read or has anything wrong. */
export const configurationOf = (config: string | undefined, from: string): LoadedConfiguration =>
  config === undefined ? usingConfiguration({}) : loadConfiguration({ from, file: config });

function inspectPlan(plan: Buffer, gate: GateOptions, configuration: LoadedConfiguration): Result {
  try {
    return inspect([readTerraformPlan(memorySource('plan', plan))], { ...gate, configuration });
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    return inspect([], { ...gate, configuration, errors: [{ path: 'plan', message: error.message }] });
  }
}

function judgementOf(result: Result): Judgement {
  const problems = result.inputs.flatMap(({ error }) => (error === null ? [] : [error]));
  const counts = verdictText(result).replace('demarc: ', '');
  return {
    status: result.decision === 'open' ? 'passed' : 'failed',
    message: line([counts, ...problems].join('. ')),
    outcomes: outcomesOf(result),
  };
}
