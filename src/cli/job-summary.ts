import { appendFileSync, statSync } from 'node:fs';
import type { Result } from '../model/result';
import { fileProblem } from '../readers/detect';
import type { ReportOptions } from '../reports';
import { markdownInBytes } from '../reports/markdown';
import { printable } from '../reports/printable';
import type { Io } from './io';

/**
 * What one step may add to the summary of its job. Of more than this GitHub shows nothing at all.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const bytesOfStep = 1024 * 1024;

/** The runner may count what it adds itself. */
const margin = 16 * 1024;

/**
 * Appends the report to the summary of the job, where the environment names a file for it. The decision does not depend
 * on that: what goes wrong is said on standard error, and the run goes on.
 */
export function appendJobSummary(result: Result, options: ReportOptions, io: Io): void {
  const file = io.env['GITHUB_STEP_SUMMARY'];
  if (!file) return;
  const failed = (why: string) => {
    io.err(`demarc: the job summary was not written: ${printable(why)}\n`);
  };
  try {
    const room = bytesOfStep - margin - statSync(file).size;
    const text = `\n${markdownInBytes(result, options, room)}`;
    if (Buffer.byteLength(text) > room) failed('what the step wrote before leaves no room for it');
    else appendFileSync(file, text);
  } catch (error) {
    failed(`${file}: ${fileProblem(error)}`);
  }
}
